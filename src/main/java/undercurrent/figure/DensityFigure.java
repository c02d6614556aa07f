package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import undercurrent.inference.DensityMaps;
import undercurrent.model.density.DensityGrid;
import undercurrent.model.density.HourOfWeek;
import undercurrent.series.Channel;
import undercurrent.series.SeriesSet;
import undercurrent.text.Language;

/** A density on maps at some hours of the week, two beside one another. */
final class DensityFigure {
  private static final double GAP = 6;

  /**
   * Room for a name above a map, as a share of its height: names do not shrink with a small
   * picture.
   */
  private static final double ABOVE = 0.17;

  private static final double BELOW = 2.5;
  private final SeriesSet set;
  private final DensityMaps maps;

  DensityFigure(SeriesSet set, DensityMaps maps) {
    this.set = set;
    this.maps = maps;
  }

  Figure figure() {
    List<Mark> marks = new ArrayList<>();
    int cells = maps.maps().getFirst().x().length;
    double across = cells + GAP;
    double above = ABOVE * cells;
    double down = cells + above + BELOW;
    int columns = Math.min(2, maps.maps().size());
    int lines = (maps.maps().size() + columns - 1) / columns;
    for (int i = 0; i < maps.maps().size(); i++) {
      DensityGrid grid = maps.maps().get(i);
      double x = GAP + (i % columns) * across;
      int line = i / columns;
      double y = -above - line * down;
      marks.add(cells(grid, x, y));
      marks.add(points(grid, maps.points().get(i), x, y, i == 0));
    }
    return new Figure(
        "density",
        Words.of("density.title", ShownSeries.title(set)),
        Axis.bare(0, GAP / 2 + columns * across),
        Axis.bare(-lines * down, 0),
        marks,
        1,
        Words.of(
            "density.summary",
            maps.maps().size(),
            reach(maps.maps().getFirst().x(), Channel.Kind.LONGITUDE),
            reach(maps.maps().getFirst().y(), Channel.Kind.LATITUDE)));
  }

  /**
   * One of the maps by itself, coloured by the root of the density, or else all but the busiest
   * hours would be pale.
   *
   * @param largest density, which has the full colour
   */
  Figure alone(int map, double largest) {
    DensityGrid grid = maps.maps().get(map);
    int cells = grid.x().length;
    double above = ABOVE * cells / 2;
    double[][] roots =
        Arrays.stream(grid.density())
            .map(row -> Arrays.stream(row).map(Math::sqrt).toArray())
            .toArray(double[][]::new);
    return new Figure(
        DensityWeek.ID,
        Words.of("density.weekTitle", ShownSeries.title(set)),
        Axis.bare(0, GAP / 2 + cells + GAP),
        Axis.bare(-above - cells - BELOW, 0),
        List.of(
            cells(grid, roots, GAP, -above, Math.sqrt(largest)),
            points(grid, maps.points().get(map), GAP, -above, true)),
        1,
        Words.of(
            "density.weekSummary",
            hour(grid),
            reach(grid.x(), Channel.Kind.LONGITUDE),
            reach(grid.y(), Channel.Kind.LATITUDE)));
  }

  private Mark.Cells cells(DensityGrid grid, double x, double y) {
    return cells(grid, grid.density(), x, y, Double.NaN);
  }

  private Mark.Cells cells(
      DensityGrid grid, double[][] values, double x, double y, double largest) {
    int n = grid.x().length;
    double[][] fromAbove = new double[n][];
    for (int i = 0; i < n; i++) fromAbove[i] = values[n - 1 - i];
    List<String> unnamed = Collections.nCopies(n, "");
    String name = maps.conditional() ? hour(grid) : Words.of("density.all");
    return new Mark.Cells(name, unnamed, unnamed, fromAbove, x, y, n, false, largest);
  }

  private String reach(double[] middles, Channel.Kind kind) {
    return Words.of(
        "density.reach", place(middles, 0, kind), place(middles, middles.length - 1, kind));
  }

  /** "Mon 08:00". */
  static String hour(DensityGrid grid) {
    return HourOfWeek.name(grid.hour(), Language.chosen().dates());
  }

  private String place(double[] middles, int i, Channel.Kind kind) {
    double step = middles[1] - middles[0];
    if (!set.isTrack()) return Numbers.rounded(middles[i], 3);
    return kind == Channel.Kind.LATITUDE
        ? Numbers.latitude(middles[i], step)
        : Numbers.longitude(middles[i], step);
  }

  private static Mark points(
      DensityGrid grid, double[][] points, double x, double y, boolean isFirst) {
    int n = grid.x().length;
    double step = grid.x()[1] - grid.x()[0];
    double rise = grid.y()[1] - grid.y()[0];
    List<double[]> inside = new ArrayList<>();
    for (int i = 0; i < points[0].length; i++) {
      double column = (points[0][i] - grid.x()[0]) / step + 0.5;
      double row = (points[1][i] - grid.y()[0]) / rise + 0.5;
      if (column < 0 || column > n || row < 0 || row > n) continue;
      inside.add(new double[] {x + column, y - n + row});
    }
    return new Mark.Points(
        isFirst ? Words.of("observed") : "",
        Ink.DATA,
        Mark.Shape.DOT,
        inside.stream().mapToDouble(p -> p[0]).toArray(),
        inside.stream().mapToDouble(p -> p[1]).toArray());
  }
}
