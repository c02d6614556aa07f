package undercurrent.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import undercurrent.figure.Figure;
import undercurrent.figure.Figures;
import undercurrent.inference.LearnedMatrix;

/**
 * The means of a sweep on maps: the last two settings across and down, and a map for each
 * combination of the others.
 */
public final class SweepMap {
  /** More maps cannot be read beside one another. */
  private static final int MOST_MAPS = 6;

  private static final int MOST_CELLS = 40;

  private final SweepTable table;
  private final List<Axis> axes;

  private SweepMap(SweepTable table) {
    this.table = table;
    axes = table.grid().axes().stream().filter(a -> a.values().size() > 1).toList();
  }

  /**
   * Nothing for a grid of fewer than two settings or of too many values, for numbers on several
   * scales, and as long as a combination has no number.
   */
  public static Optional<Figure> of(SweepTable table) {
    SweepMap map = new SweepMap(table);
    if (map.axes.size() < 2 || !table.isComparable() || !table.isComplete()) {
      return Optional.empty();
    }
    boolean isLarge =
        map.down().values().size() > MOST_CELLS || map.across().values().size() > MOST_CELLS;
    List<LearnedMatrix> maps = map.maps();
    return isLarge || maps.size() > MOST_MAPS ? Optional.empty() : Optional.of(map.figure(maps));
  }

  private Axis down() {
    return axes.get(axes.size() - 2);
  }

  private Axis across() {
    return axes.getLast();
  }

  private Figure figure(List<LearnedMatrix> maps) {
    String measure =
        table.outcomes().getFirst().criterion().words()
            + " of the "
            + table.measured().name().toLowerCase(Locale.ROOT)
            + " part";
    return Figures.sweep(
        maps,
        measure + ": difference from the best combination",
        "The mean %s over the seeds, as a difference from the best combination, by %s from above and %s from the left."
            .formatted(measure, down().key(), across().key()));
  }

  private List<LearnedMatrix> maps() {
    Set<Map<String, String>> others = new LinkedHashSet<>();
    Map<Map<String, String>, Double> means = new LinkedHashMap<>();
    double best = table.rows().getFirst().mean();
    for (SweepTable.Row row : table.rows()) means.put(row.settings(), row.mean() - best);
    for (int i = 0; i < table.grid().combinations(); i++) {
      others.add(without(table.grid().combination(i)));
    }
    List<LearnedMatrix> maps = new ArrayList<>();
    for (Map<String, String> other : others) {
      double[][] values = new double[down().values().size()][across().values().size()];
      for (int i = 0; i < values.length; i++) {
        for (int j = 0; j < values[i].length; j++) {
          Map<String, String> all = new LinkedHashMap<>(other);
          all.put(down().key(), down().values().get(i));
          all.put(across().key(), across().values().get(j));
          values[i][j] = means.getOrDefault(all, 0.0);
        }
      }
      maps.add(new LearnedMatrix(name(other), down().values(), across().values(), values));
    }
    return maps;
  }

  /** The settings of a combination that are on neither axis of a map. */
  private Map<String, String> without(Map<String, String> combination) {
    Map<String, String> left = new LinkedHashMap<>(combination);
    left.remove(down().key());
    left.remove(across().key());
    return left;
  }

  private String name(Map<String, String> other) {
    String axes = down().key() + " × " + across().key();
    List<String> held = new ArrayList<>();
    for (Axis axis : this.axes) {
      if (other.containsKey(axis.key())) held.add(axis.key() + " " + other.get(axis.key()));
    }
    return held.isEmpty() ? axes : String.join(", ", held);
  }
}
