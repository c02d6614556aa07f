package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import undercurrent.model.continuous.AboutMean;
import undercurrent.model.continuous.StateProcess;
import undercurrent.model.exact.FittedQuantity.Dimension;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.Parameter;

/**
 * North or east of a track as a process in continuous time: both move alike and apart, so both are
 * learned as series of one family. A process that returns to a mean has one of its own in each
 * coordinate, of which nothing is known.
 */
final class TrackProcessSystem extends ProcessSystem {
  private static final double METRES = 1000;
  private final StateProcess process;
  private final List<Learned> series;
  private final double kilometres;

  /**
   * Not yet learned.
   *
   * @param series each with both coordinates
   * @param metres that 1 of the model is
   * @param timeUnit in words
   */
  TrackProcessSystem(StateProcess process, List<Learned> series, double metres, String timeUnit) {
    List<Learned> apart = TrackSystem.coordinates(series);
    StateProcess whole = isStationary(process) ? new AboutMean(process) : process;
    super(whole, apart, new Effects(List.of(), List.of(), new double[0]), timeUnit);
    this.process = whole;
    this.series = apart;
    kilometres = metres / METRES;
  }

  private static boolean isStationary(StateProcess process) {
    return process.system(process.starts(1, List.of()).getFirst()).isStationary();
  }

  /** In the model a step has the size 1; places that are returned to lie further apart. */
  @Override
  double[][] starts() {
    double[][] starts = super.starts();
    if (!(process instanceof AboutMean)) return starts;
    double log = Math.log(variance());
    for (double[] theta : starts) {
      for (int i = 0; i < process.quantities().size(); i++) {
        if (process.quantities().get(i).value() == 2) theta[i] += log;
      }
    }
    return starts;
  }

  /** Of the coordinates about the mean of each series, at least that of a step. */
  private double variance() {
    double squares = 0;
    int count = 0;
    for (Learned one : series) {
      Observations seen = one.seen();
      double[] values =
          IntStream.range(0, seen.steps())
              .mapToDouble(t -> seen.value(t, 0))
              .filter(x -> !Double.isNaN(x))
              .toArray();
      double mean =
          IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
      for (double x : values) squares += (x - mean) * (x - mean);
      count += values.length;
    }
    return Math.max(1, squares / Math.max(1, count));
  }

  /** The start of a track is its first fix. */
  @Override
  UnaryOperator<LinearSystem> changed(GivenValues given, ChannelUnits units, LinearSystem begun) {
    return UnaryOperator.identity();
  }

  @Override
  FittedQuantity.Raw raw(int i, Parameter parameter) {
    FittedQuantity.Raw raw = super.raw(i, parameter);
    if (raw.dimension() != Dimension.VARIANCE) return raw.of(ExactModel.ALL);
    return new FittedQuantity.Raw(
        raw.parameter().times(kilometres * kilometres),
        ExactModel.ALL,
        Dimension.NUMBER,
        "km²" + raw.unit());
  }

  /** Velocities and what changes them; places are those of the channels. */
  @Override
  public List<ShownState.Raw> shown() {
    List<ShownState.Raw> shown = new ArrayList<>();
    for (ShownState.Raw raw : super.shown()) {
      if (raw.unit().isEmpty()) continue;
      shown.add(
          new ShownState.Raw(
              raw.name(),
              raw.weights(),
              Dimension.NUMBER,
              kilometres * raw.factor(),
              "km" + raw.unit()));
    }
    return shown;
  }
}
