package undercurrent.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    return map.isReadable() && table.criterion().isPresent() && table.isComplete()
        ? Optional.of(map.figure())
        : Optional.empty();
  }

  private boolean isReadable() {
    if (axes.size() < 2) return false;
    int cells = Math.max(down().values().size(), across().values().size());
    int maps = 1;
    for (Axis axis : axes.subList(0, axes.size() - 2)) maps *= axis.values().size();
    return cells <= MOST_CELLS && maps <= MOST_MAPS;
  }

  private Axis down() {
    return axes.get(axes.size() - 2);
  }

  private Axis across() {
    return axes.getLast();
  }

  private Figure figure() {
    String measure = SweepWords.measured(table, table.criterion().orElseThrow());
    return Figures.sweep(
        maps(),
        Words.of("sweepMap.title", measure, down().label(), across().label()),
        Words.of("sweepMap.summary", measure, down().label(), across().label()));
  }

  private List<LearnedMatrix> maps() {
    double best = table.rows().getFirst().mean();
    Map<String, double[][]> maps = new LinkedHashMap<>();
    for (SweepTable.Row row : table.inOrder()) {
      int i = down().values().indexOf(row.settings().get(down().key()));
      int j = across().values().indexOf(row.settings().get(across().key()));
      maps.computeIfAbsent(
                  name(row.settings()),
                  name -> new double[down().values().size()][across().values().size()])[i][j] =
          row.mean() - best;
    }
    List<LearnedMatrix> named = new ArrayList<>();
    maps.forEach(
        (name, values) ->
            named.add(new LearnedMatrix(name, down().values(), across().values(), values)));
    return named;
  }

  /** The settings that are on neither axis of a map; nothing where there are no others. */
  private String name(Map<String, String> settings) {
    return axes.subList(0, axes.size() - 2).stream()
        .map(axis -> axis.label() + " " + settings.get(axis.key()))
        .collect(Collectors.joining(", "));
  }
}
