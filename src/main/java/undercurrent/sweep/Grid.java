package undercurrent.sweep;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import undercurrent.series.NumberWords;

/**
 * All combinations of the values of some settings, each with several seeds. The last axis changes
 * fastest, and the seeds faster still.
 *
 * @param seeds how many, at least one
 */
public record Grid(List<Axis> axes, int seeds) {
  /** Folders that a file system lists in reasonable time. */
  public static final int MOST_RUNS = 1_000_000;

  public Grid {
    axes = List.copyOf(axes);
    if (new HashSet<>(axes.stream().map(Axis::key).toList()).size() < axes.size()) {
      throw new SweepException(Words.of("grid.twice"));
    }
    if (seeds < 1) throw new SweepException(Words.of("grid.noSeed"));
    double runs = seeds;
    for (Axis axis : axes) runs *= axis.values().size();
    if (runs > MOST_RUNS) {
      throw new SweepException(
          Words.of("grid.tooMany", NumberWords.of(runs), NumberWords.of(MOST_RUNS)));
    }
  }

  public int runs() {
    return combinations() * seeds;
  }

  /** How many there are beside the seeds. */
  public int combinations() {
    int count = 1;
    for (Axis axis : axes) count *= axis.values().size();
    return count;
  }

  /** The settings of a combination, counted from 0. */
  public Map<String, String> combination(int index) {
    int rest = index;
    String[] values = new String[axes.size()];
    for (int a = axes.size() - 1; a >= 0; a--) {
      List<String> of = axes.get(a).values();
      values[a] = of.get(rest % of.size());
      rest /= of.size();
    }
    Map<String, String> settings = new LinkedHashMap<>();
    for (int a = 0; a < values.length; a++) settings.put(axes.get(a).key(), values[a]);
    return settings;
  }

  /**
   * A run.
   *
   * @param number from 1
   * @param first seed of those that follow one another
   */
  Point point(int number, long first) {
    return new Point(number, combination((number - 1) / seeds), first + (number - 1) % seeds);
  }
}
