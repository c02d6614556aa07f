package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import undercurrent.model.FitState;
import undercurrent.model.exact.FittedQuantity.Dimension;
import undercurrent.model.linear.Family;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.MaximumLikelihood;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.Parameter;
import undercurrent.series.Gaps;
import undercurrent.series.NumberWords;

/**
 * North or east of a track with nearly constant velocity: both move alike and apart, so both are
 * learned as series of one family. Times are counted in median gaps between rows.
 */
final class TrackSystem implements SystemKind {
  private static final double METRES = 1000;
  private final double gap;
  private final double kilometres;
  private final String timeUnit;
  private final boolean ownNoise;
  private final Family family;
  private final List<Observations> seen;
  private @Nullable MaximumLikelihood learner;

  /**
   * Not yet learned.
   *
   * @param series each with both coordinates
   * @param metres that 1 of the model is
   * @param timeUnit in words
   */
  TrackSystem(List<Learned> series, double metres, String timeUnit) {
    kilometres = metres / METRES;
    this.timeUnit = timeUnit;
    gap = Gaps.median(series.stream().map(Learned::times).toList());
    ownNoise = series.getFirst().seen().hasOwnNoise();
    List<double[]> times = new ArrayList<>();
    seen = new ArrayList<>();
    for (Learned one : series) {
      for (int d = 0; d < one.seen().observedSize(); d++) {
        times.add(inGaps(one.times()));
        seen.add(one.seen().channels(d));
      }
    }
    family = new ConstantVelocityFamily(times, ownNoise);
  }

  private double[] inGaps(double[] times) {
    return Arrays.stream(times).map(t -> t / gap).toArray();
  }

  /** From the starting points when it has not begun. */
  @Override
  public MaximumLikelihood learner() {
    MaximumLikelihood known = learner;
    if (known != null) return known;
    double[] start = {Math.log(0.1), 0, Math.log(0.01)};
    MaximumLikelihood begun =
        new MaximumLikelihood(family, seen, Arrays.copyOf(start, family.size()));
    learner = begun;
    return begun;
  }

  @Override
  public void write(FitState to) {
    learner().write(to);
  }

  @Override
  public void read(FitState from) {
    learner = MaximumLikelihood.at(family, seen, from);
  }

  @Override
  public LinearSystem system(double[] times) {
    return new ConstantVelocityFamily(List.of(inGaps(times)), ownNoise)
        .system(learner().theta(), 0);
  }

  @Override
  public List<FittedQuantity.Raw> quantities() {
    String[] units = {"km²/" + timeUnit + "³", "km²/" + timeUnit + "²", "km²"};
    double area = kilometres * kilometres;
    double[] factors = {area / (gap * gap * gap), area / (gap * gap), area};
    List<FittedQuantity.Raw> quantities = new ArrayList<>();
    for (Parameter p : learner().parameters()) {
      int i = quantities.size();
      quantities.add(
          new FittedQuantity.Raw(p.times(factors[i]), ExactModel.ALL, Dimension.NUMBER, units[i]));
    }
    return quantities;
  }

  @Override
  public int parameterCount() {
    return learner().theta().length;
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
