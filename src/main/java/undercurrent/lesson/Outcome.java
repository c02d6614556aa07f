package undercurrent.lesson;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a step: whether its answer was right, and the numbers that its replies show.
 *
 * @param judgement of a step that asks something
 * @param run that the step was compared with, for later steps
 */
public record Outcome(Optional<Judgement> judgement, Map<Quantity, Double> numbers, Measured run) {
  /**
   * An answer beside the truth.
   *
   * @param answer a number, or a choice from 0 on
   * @param truth what the program computed
   */
  public record Judgement(double answer, double truth, boolean isRight) {}

  public Outcome {
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }
}
