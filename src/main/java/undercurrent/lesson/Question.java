package undercurrent.lesson;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What a step asks, which the program answers itself: one of several choices, or a number.
 *
 * @param value the answer
 * @param ranges one for each choice, of which one holds the value; empty where a number is asked
 *     for
 * @param choices their words
 * @param within how far a number may be off, in its unit; 0 of choices
 * @param unit of a number; may be empty
 */
public record Question(
    Quantity value, List<Range> ranges, List<List<Span>> choices, double within, String unit) {
  public Question {
    ranges = List.copyOf(ranges);
    choices = choices.stream().map(List::copyOf).toList();
  }

  public boolean isChoice() {
    return !ranges.isEmpty();
  }

  /** The choice that a value makes right, from 0 on; empty where none does. */
  public OptionalInt rightChoice(double truth) {
    return IntStream.range(0, ranges.size()).filter(i -> ranges.get(i).holds(truth)).findFirst();
  }

  /**
   * Whether an answer is right.
   *
   * @param answer a number, or a choice from 0 on
   * @param truth what the program computed
   */
  public boolean isRight(double answer, double truth) {
    if (isChoice()) return rightChoice(truth).orElse(-1) == (int) answer;
    return Math.abs(answer - truth) <= within;
  }
}
