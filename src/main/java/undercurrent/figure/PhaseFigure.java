package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import undercurrent.inference.Estimate;
import undercurrent.inference.NumberRows;
import undercurrent.inference.TransitionField;
import undercurrent.series.SeriesSet;

/** The path of the latent mean in a plane: its own two dimensions, or its principal plane. */
final class PhaseFigure {
  private final ShownSeries shown;
  private final Estimate estimate;
  private final Range[] most;
  private Mark.Groups groups = Mark.Groups.NONE;
  private Optional<TransitionField> field = Optional.empty();

  PhaseFigure(SeriesSet set, Estimate estimate) {
    this.shown = new ShownSeries(set, estimate.series());
    this.estimate = estimate;
    this.most = most(estimate.latent().mean());
  }

  /** Below the path is drawn what the mean of the transition does. */
  PhaseFigure above(Optional<TransitionField> known) {
    field = known;
    return this;
  }

  Figure figure() {
    List<double[]> finite = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    List<Integer> regimes = new ArrayList<>();
    for (int t = 0; t < estimate.length(); t++) {
      double[] mean = estimate.latent().mean().row(t);
      if (!isFinite(mean) || isFar(mean)) continue;
      finite.add(mean);
      times.add(estimate.times()[t]);
      if (estimate.regimes().length > 0) regimes.add(RegimeFigure.mostProbable(estimate, t));
    }
    double[][] states = finite.toArray(double[][]::new);
    groups = RegimeFigure.groups(estimate, regimes);
    double[] colour = times.stream().mapToDouble(Double::doubleValue).toArray();
    int size = states.length == 0 ? 0 : states[0].length;
    return switch (size) {
      case 0 -> figure("z₁", "z₂", new double[0], new double[0], colour, "");
      case 1 -> delayed(states, colour);
      case 2 ->
          figure(
              LatentFigure.axis(estimate, 0),
              LatentFigure.axis(estimate, 1),
              Columns.of(states, 0),
              Columns.of(states, 1),
              colour,
              "");
      default -> principal(states, colour);
    };
  }

  /**
   * A state that is not known yet, as at the start of some exact kinds, would flatten the plane.
   */
  private boolean isFar(double[] mean) {
    for (int d = 0; d < mean.length; d++) if (most[d].isFarFrom(mean[d])) return true;
    return false;
  }

  private static boolean isFinite(double[] row) {
    for (double z : row) if (!Double.isFinite(z)) return false;
    return true;
  }

  private static Range[] most(NumberRows means) {
    Range[] most = new Range[means.length() == 0 ? 0 : means.columns()];
    for (int d = 0; d < most.length; d++) most[d] = Range.robust(means.column(d));
    return most;
  }

  /** With one dimension: each state against the one before it. */
  private Figure delayed(double[][] states, double[] times) {
    double[] z = Columns.of(states, 0);
    int rows = Math.max(0, z.length - 1);
    return figure(
        Words.of("phase.before", LatentFigure.axis(estimate, 0)),
        Words.of("phase.after", LatentFigure.axis(estimate, 0)),
        Arrays.copyOf(z, rows),
        Arrays.copyOfRange(z, z.length - rows, z.length),
        Arrays.copyOfRange(times, times.length - rows, times.length),
        ", " + Words.of("phase.delayed"));
  }

  private Figure principal(double[][] states, double[] times) {
    PrincipalPlane plane = PrincipalPlane.of(states);
    return figure(
        Words.of("phase.component", 1) + " (" + percent(plane.shares()[0]) + ")",
        Words.of("phase.component", 2) + " (" + percent(plane.shares()[1]) + ")",
        plane.x(),
        plane.y(),
        times,
        " " + Words.of("phase.principal", states[0].length));
  }

  private Figure figure(
      String xLabel, String yLabel, double[] x, double[] y, double[] times, String how) {
    String mean = EstimateWords.mean(estimate);
    String given = EstimateWords.given(shown, estimate);
    List<Mark> marks = new ArrayList<>();
    if (x.length > 0) {
      field.map(FieldMarks::of).ifPresent(marks::addAll);
      marks.add(new Mark.Path(mean + ", " + given, x, y, times, shown.timeAxis(), of(x.length)));
    }
    return new Figure(
        "phase",
        Words.of("phase.title", shown.title()),
        Axis.of(xLabel, ""),
        Axis.of(yLabel, ""),
        marks,
        0,
        marks.isEmpty()
            ? Words.of("latent.nothing")
            : Words.of(
                    "phase.summary",
                    mean,
                    how,
                    given,
                    Words.of(groups.isEmpty() ? "phase.byTime" : "phase.byRegime"),
                    shown.moment(times[0]),
                    shown.moment(times[times.length - 1]))
                + field.map(FieldMarks::words).orElse(""));
  }

  /** The groups of the last rows. */
  private Mark.Groups of(int rows) {
    int[] all = groups.of();
    if (all.length <= rows) return groups;
    return new Mark.Groups(groups.names(), Arrays.copyOfRange(all, all.length - rows, all.length));
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
