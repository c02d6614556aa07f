package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        "What each distribution depends on: 1 where a change at step s (column)"
            + " changes it at step t (row)",
        Axis.bare(0, right),
        Axis.bare(y, 0),
        marks,
        1,
        String.format(
            Locale.ROOT,
            "Tables of %d steps for q(z), p(z) and p(x): what a change of an observation or of a"
                + " state changes in each of them.",
            steps));
  }

  private Mark table(Change change, Asked asked, double x, double y, double room) {
    int steps = dependencies.steps();
    double[][] values = new double[steps][steps];
    for (int t = 0; t < steps; t++) {
      for (int s = 0; s < steps; s++) values[t][s] = dependencies.has(change, asked, t, s) ? 1 : 0;
    }
    List<String> rows = IntStream.rangeClosed(1, steps).mapToObj(t -> "t=" + t).toList();
    List<String> columns = IntStream.rangeClosed(1, steps).mapToObj(s -> "s=" + s).toList();
    return new Mark.Cells(words(asked) + words(change), rows, columns, values, x, y, room);
  }

  private static String words(Asked asked) {
    return switch (asked) {
      case POSTERIOR -> "q(zₜ) on ";
      case PRIOR -> "p(zₜ) on ";
      case EMISSION -> "p(xₜ) on ";
    };
  }

  private static String words(Change change) {
    return switch (change) {
      case OBSERVATION -> "xₛ, same z";
      case STATE -> "zₛ, same x";
      case OBSERVATION_THROUGH_STATES -> "xₛ, z drawn";
    };
  }
}
