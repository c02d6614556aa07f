package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import undercurrent.inference.ModePath;
import undercurrent.series.NumberWords;
import undercurrent.series.SeriesSet;

/** The weights of the modes of a Kalman VAE: over time, and on the plane of the encodings. */
final class ModeFigures {
  /** With a smaller weight of the strongest one, modes are said to be mixed. */
  private static final double CLEAR = 2.0 / 3;

  private final ShownSeries shown;
  private final ModePath path;
  private final int modes;

  ModeFigures(SeriesSet set, ModePath path) {
    this.shown = new ShownSeries(set, path.series());
    this.path = path;
    modes = path.weights().length == 0 ? 0 : path.weights()[0].length;
  }

  private static String name(int mode) {
    return Words.of("mode.name", mode + 1);
  }

  /** Stacked over time. */
  Figure weights() {
    List<String> legends =
        IntStream.range(0, modes).mapToObj(k -> Words.of("mode.weight", name(k))).toList();
    return new Figure(
        "modes",
        Words.of("mode.title", shown.title()),
        shown.timeAxis(),
        new Axis(Words.of("axis.weight"), "", Axis.Kind.NUMBER, 0, 1),
        StackedShares.layers(legends, path.times(), path.weights()),
        0,
        summary());
  }

  private String summary() {
    if (modes == 1) return Words.of("mode.one");
    int[] most = Arrays.stream(path.weights()).mapToInt(StackedShares::largest).toArray();
    long changes = IntStream.range(1, most.length).filter(t -> most[t] != most[t - 1]).count();
    List<String> means = new ArrayList<>();
    for (int k = 0; k < modes; k++) {
      double[] weight = Columns.of(path.weights(), k);
      means.add(
          NumberWords.format(
              "%s %.2f", name(k), Arrays.stream(weight).average().orElse(Double.NaN)));
    }
    return Words.of(
        "mode.summary",
        String.join(Words.of("mode.and") + " ", means),
        Words.count("times", changes),
        Words.count("step", most.length));
  }

  /**
   * Each encoding in the colour of its strongest mode: what was observed as a diamond, what was
   * filled in as a ring, with the path between them.
   */
  Figure plane() {
    double[][] a = path.encodings();
    int size = a.length == 0 ? 0 : a[0].length;
    if (size == 1) {
      double[] before = Columns.of(Arrays.copyOf(a, a.length - 1), 0);
      String first = LatentFigure.symbol("a", 0);
      double[] after = Columns.of(Arrays.copyOfRange(a, 1, a.length), 0);
      return plane(
          Words.of("phase.before", first), Words.of("phase.after", first), before, after, 1, "");
    }
    if (size <= 2)
      return plane(
          LatentFigure.symbol("a", 0),
          LatentFigure.symbol("a", 1),
          Columns.of(a, 0),
          Columns.of(a, 1),
          0,
          "");
    PrincipalPlane plane = PrincipalPlane.of(a);
    String how = " " + Words.of("mode.principal", size);
    return plane(
        Words.of("phase.component", 1),
        Words.of("phase.component", 2),
        plane.x(),
        plane.y(),
        0,
        how);
  }

  /**
   * @param first the row of the first point
   */
  private Figure plane(
      String xLabel, String yLabel, double[] x, double[] y, int first, String how) {
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Line("", Ink.MUTED, Mark.Stroke.FAINT, x, y));
    for (int k = 0; k < modes; k++) {
      String legend = modes == 1 ? Words.of("mode.encoding") : name(k);
      points(marks, legend, LatentFigure.INKS.get(k), k, true, x, y, first);
      points(
          marks, Words.of("mode.unseen", legend), LatentFigure.INKS.get(k), k, false, x, y, first);
    }
    points(marks, Words.of("mode.mixed"), Ink.MUTED, -1, true, x, y, first);
    points(
        marks, Words.of("mode.unseen", Words.of("mode.mixed")), Ink.MUTED, -1, false, x, y, first);
    return new Figure(
        "mode-plane",
        Words.of("mode.planeTitle", shown.title()),
        Axis.of(xLabel, ""),
        Axis.of(yLabel, ""),
        marks,
        0,
        Words.of("mode.planeSummary", how, Words.count("step", path.times().length)));
  }

  /** The points of a mode, or of none; those that were observed, or the others. */
  private void points(
      List<Mark> marks,
      String legend,
      Ink ink,
      int mode,
      boolean observed,
      double[] x,
      double[] y,
      int first) {
    int[] chosen =
        IntStream.range(0, x.length)
            .filter(i -> clear(first + i) == mode && path.isObserved()[first + i] == observed)
            .toArray();
    if (chosen.length == 0) return;
    double[] some = Arrays.stream(chosen).mapToDouble(i -> x[i]).toArray();
    double[] others = Arrays.stream(chosen).mapToDouble(i -> y[i]).toArray();
    Mark.Shape shape = observed ? Mark.Shape.DIAMOND : Mark.Shape.RING;
    marks.add(new Mark.Points(legend, ink, shape, some, others));
  }

  /** The strongest mode of a row, −1 where none is strong. */
  private int clear(int row) {
    double[] weights = path.weights()[row];
    int most = StackedShares.largest(weights);
    return weights[most] >= CLEAR ? most : -1;
  }
}
