package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of other runs in a figure, behind the points that it marks and above its bands. */
final class GhostMarks {
  /** Six hues; a seventh run has that of the first with another stroke. */
  static final List<Ink> INKS =
      List.of(Ink.PURPLE, Ink.SKY, Ink.ORANGE, Ink.GREEN, Ink.VERMILION, Ink.BLUE);

  private final Figure figure;
  private final List<Ghost> ghosts;

  GhostMarks(Figure figure, List<Ghost> ghosts) {
    this.figure = figure;
    this.ghosts = ghosts.stream().filter(g -> !isDrawn(g)).toList();
  }

  /** Of a run that was just pinned, the figure has the same line itself. */
  private boolean isDrawn(Ghost ghost) {
    return figure.marks().stream().anyMatch(m -> m instanceof Mark.Line own && isOn(ghost, own));
  }

  private static boolean isOn(Ghost ghost, Mark.Line own) {
    for (int i = 0; i < ghost.x().length; i++) {
      int at = Arrays.binarySearch(own.x(), ghost.x()[i]);
      if (at < 0 || Double.compare(own.y()[at], ghost.y()[i]) != 0) return false;
    }
    return true;
  }

  Figure figure() {
    if (ghosts.isEmpty()) return figure;
    List<Mark> marks = new ArrayList<>(figure.marks());
    for (Ghost ghost : ghosts) {
      marks.add(
          new Mark.Line(
              ghost.legend(),
              Ghost.ink(ghost.place()),
              Ghost.stroke(ghost.place()),
              ghost.x(),
              ghost.y()));
    }
    return figure
        .with(marks)
        .over(figure.x(), axis())
        .titled(figure.title(), figure.summary() + " " + words());
  }

  /** A range that the figure has chosen grows with theirs; one from its marks grows by itself. */
  private Axis axis() {
    Axis axis = figure.y();
    if (Double.isNaN(axis.min())) return axis;
    Range range = new Range(axis.min(), axis.max());
    for (Ghost ghost : ghosts) range = range.and(Range.robust(ghost.y()));
    return axis.over(range);
  }

  private String words() {
    return Words.of(
        "ghosts.beside",
        ghosts.stream()
            .map(g -> Words.of("ghosts.end", g.legend(), Numbers.words(last(g.y()))))
            .collect(Collectors.joining("; ")));
  }

  private static double last(double[] values) {
    for (int i = values.length - 1; i >= 0; i--) if (Double.isFinite(values[i])) return values[i];
    return Double.NaN;
  }
}
