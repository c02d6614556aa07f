package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import undercurrent.model.exact.FittedQuantity.Dimension;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.Parameter;
import undercurrent.series.Gaps;
import undercurrent.series.NumberWords;

/**
 * North or east of a track with nearly constant velocity: both move alike and apart, so both are
 * learned as series of one family. Times are counted in median gaps between rows.
 */
final class TrackSystem extends LikelihoodSystem {
  private static final double METRES = 1000;
  private final double gap;
  private final double kilometres;
  private final String timeUnit;
  private final boolean ownNoise;
  private final int parameters;

  /**
   * Not yet learned.
   *
   * @param series each with both coordinates
   * @param metres that 1 of the model is
   * @param timeUnit in words
   */
  TrackSystem(List<Learned> series, double metres, String timeUnit) {
    double median = Gaps.median(series.stream().map(Learned::times).toList());
    boolean own = series.getFirst().seen().hasOwnNoise();
    List<double[]> times = new ArrayList<>();
    List<Observations> seen = new ArrayList<>();
    for (Learned one : coordinates(series)) {
      times.add(inGaps(one.times(), median));
      seen.add(one.seen());
    }
    ConstantVelocityFamily family = new ConstantVelocityFamily(times, own);
    super(family, seen);
    kilometres = metres / METRES;
    this.timeUnit = timeUnit;
    gap = median;
    ownNoise = own;
    parameters = family.size();
  }

  /** Both coordinates of each series as series of their own. */
  static List<Learned> coordinates(List<Learned> series) {
    List<Learned> apart = new ArrayList<>();
    for (Learned one : series) {
      for (int d = 0; d < one.seen().observedSize(); d++) {
        apart.add(new Learned(one.times(), one.seen().channels(d)));
      }
    }
    return apart;
  }

  private static double[] inGaps(double[] times, double gap) {
    return Arrays.stream(times).map(t -> t / gap).toArray();
  }

  @Override
  double[][] starts() {
    double[] start = {Math.log(0.1), 0, Math.log(0.01)};
    return new double[][] {Arrays.copyOf(start, parameters)};
  }

  /** The start of a track is its first fix. */
  @Override
  UnaryOperator<LinearSystem> changed(GivenValues given, ChannelUnits units, LinearSystem begun) {
    return UnaryOperator.identity();
  }

  @Override
  public LinearSystem system(double[] times) {
    return new ConstantVelocityFamily(List.of(inGaps(times, gap)), ownNoise).system(theta(), 0);
  }

  @Override
  FittedQuantity.Raw raw(int i, Parameter parameter) {
    String[] units = {"km²/" + timeUnit + "³", "km²/" + timeUnit + "²", "km²"};
    double area = kilometres * kilometres;
    double[] factors = {area / (gap * gap * gap), area / (gap * gap), area};
    return new FittedQuantity.Raw(
        parameter.times(factors[i]), ExactModel.ALL, Dimension.NUMBER, units[i]);
  }

  @Override
  public int shapeCount() {
    return shapes(parameters);
  }

  @Override
  public List<ShownState.Raw> shown() {
    return List.of(
        ShownState.Raw.dimension(
            "velocity", 1, 2, Dimension.NUMBER, kilometres / gap, "km/" + timeUnit));
  }

  @Override
  public String diffuseTime() {
    return NumberWords.of(gap) + " " + timeUnit;
  }
}
