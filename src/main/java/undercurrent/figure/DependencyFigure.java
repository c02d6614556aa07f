package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import undercurrent.model.Dependencies;
import undercurrent.model.Dependencies.Asked;
import undercurrent.model.Dependencies.Change;

/**
 * Which steps of a short series each distribution depends on: a table for each distribution and
 * each way of changing the series, rows t and columns s.
 */
final class DependencyFigure {
  private static final double ABOVE = 0.9;
  private static final double BELOW = 0.6;

  /** Between two tables, in cells: the names above them are longer than they are wide. */
  private static final double GAP = 6;

  private final Dependencies dependencies;

  DependencyFigure(Dependencies dependencies) {
    this.dependencies = dependencies;
  }

  Figure figure() {
    int steps = dependencies.steps();
    double width = steps + GAP;
    List<Mark> marks = new ArrayList<>();
    double y = 0;
    for (Change change : Change.values()) {
      y -= ABOVE;
      double x = MatrixFigure.GAP;
      for (Asked asked : Asked.values()) {
        marks.add(table(change, asked, x, y, width));
        x += width;
      }
      y -= steps + BELOW;
    }
    double right = Asked.values().length * width + MatrixFigure.GAP / 2;
    return new Figure(
        "dependencies",
        Words.of("dependency.title"),
        Axis.bare(0, right),
        Axis.bare(y, 0),
        marks,
        1,
        Words.of("dependency.summary", steps));
  }

  private Mark table(Change change, Asked asked, double x, double y, double room) {
    int steps = dependencies.steps();
    double[][] values = new double[steps][steps];
    for (int t = 0; t < steps; t++) {
      for (int s = 0; s < steps; s++) values[t][s] = dependencies.has(change, asked, t, s) ? 1 : 0;
    }
    List<String> rows = IntStream.rangeClosed(1, steps).mapToObj(t -> "t=" + t).toList();
    List<String> columns = IntStream.rangeClosed(1, steps).mapToObj(s -> "s=" + s).toList();
    return new Mark.Cells(name(asked, change), rows, columns, values, x, y, room);
  }

  private static String name(Asked asked, Change change) {
    String distribution =
        switch (asked) {
          case POSTERIOR -> "q(zₜ)";
          case PRIOR -> "p(zₜ)";
          case EMISSION -> "p(xₜ)";
        };
    return Words.of("dependency." + change, distribution);
  }
}
