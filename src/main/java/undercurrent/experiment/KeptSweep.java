package undercurrent.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import undercurrent.series.Part;
import undercurrent.training.Criterion;

/**
 * What came of a sweep of settings, without its documents: all that its table and its map are made
 * of.
 *
 * @param seeds of each combination
 */
public record KeptSweep(List<Axis> axes, int seeds, List<Outcome> outcomes) {
  /** A document keeps the runs of a small sweep; a large one stays in its folder. */
  public static final int MOST_RUNS = 2000;

  /** A setting and its values. */
  public record Axis(String key, List<String> values) {
    public Axis {
      values = List.copyOf(values);
      if (key.isBlank() || values.isEmpty() || new HashSet<>(values).size() < values.size()) {
        throw new IllegalArgumentException(ExperimentWords.of("keptSweep.values"));
      }
    }
  }

  /**
   * A run.
   *
   * @param number from 1 in the order of the combinations
   * @param status "trained", "diverged" or "failed"
   * @param message why it has no numbers, or empty
   * @param values the criterion of each part that has rows, as it is reported
   * @param seconds that it took; NaN where that is not known
   */
  public record Outcome(
      int number,
      long seed,
      String status,
      int epochs,
      String message,
      Criterion criterion,
      Map<Part, Double> values,
      double seconds) {
    public Outcome {
      values = Map.copyOf(values);
    }
  }

  public KeptSweep {
    axes = List.copyOf(axes);
    outcomes = List.copyOf(outcomes);
    long runs = seeds;
    for (Axis axis : axes) runs = Math.min(runs * axis.values().size(), Integer.MAX_VALUE);
    long most = runs;
    boolean isOutside = outcomes.stream().anyMatch(o -> o.number() < 1 || o.number() > most);
    if (axes.isEmpty() || seeds < 1 || runs > MOST_RUNS || isOutside) {
      throw new IllegalArgumentException(ExperimentWords.of("keptSweep.runs"));
    }
  }
}
