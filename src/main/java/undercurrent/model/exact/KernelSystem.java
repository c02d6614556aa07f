package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import undercurrent.model.continuous.Kernel;
import undercurrent.model.continuous.KernelFamily;
import undercurrent.model.continuous.RowTimes;
import undercurrent.model.exact.FittedQuantity.Dimension;
import undercurrent.model.linear.Learner;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.MaximumLikelihood;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.Parameter;

/**
 * A smooth random function of time (Matérn 3/2), learned by maximum likelihood; for rows at uneven
 * times. Times are counted in median gaps between rows.
 */
final class KernelSystem implements SystemKind {
  private static final Kernel KERNEL = Kernel.MATERN_32;
  private static final double GAPS = 5;
  private static final double NOISE = 0.1;
  private final String timeUnit;
  private final double unit;
  private final boolean ownNoise;
  private final MaximumLikelihood learner;

  /**
   * Not yet learned.
   *
   * @param timeUnit in words
   */
  KernelSystem(List<Learned> series, String timeUnit) {
    this.timeUnit = timeUnit;
    unit = medianGap(series);
    ownNoise = series.getFirst().seen().hasOwnNoise();
    KernelFamily family = family(series.stream().map(Learned::times).toList());
    List<Observations> seen = series.stream().map(Learned::seen).toList();
    learner =
        new MaximumLikelihood(
            family, seen, ownNoise ? family.theta(GAPS, 1) : family.theta(GAPS, 1, NOISE));
  }

  static double medianGap(List<Learned> series) {
    double[] gaps =
        series.stream()
            .map(Learned::times)
            .flatMapToDouble(
                t ->
                    java.util.stream.IntStream.range(1, t.length).mapToDouble(i -> t[i] - t[i - 1]))
            .sorted()
            .toArray();
    return gaps.length == 0 ? 1 : gaps[gaps.length / 2];
  }

  private KernelFamily family(List<double[]> times) {
    List<RowTimes> rows =
        times.stream()
            .map(t -> RowTimes.of(Arrays.stream(t).map(x -> x / unit).toArray()))
            .toList();
    return ownNoise ? KernelFamily.withOwnNoise(KERNEL, rows) : KernelFamily.of(KERNEL, rows);
  }

  @Override
  public Learner learner() {
    return learner;
  }

  @Override
  public LinearSystem system(double[] times) {
    return family(List.of(times)).system(learner.theta(), 0);
  }

  @Override
  public List<FittedQuantity.Raw> quantities() {
    List<FittedQuantity.Raw> quantities = new ArrayList<>();
    for (Parameter p : learner.parameters()) {
      boolean time = quantities.isEmpty();
      // The first is the lengthscale, which is told in the unit of the times.
      double factor = time ? unit : 1;
      quantities.add(
          new FittedQuantity.Raw(
              new Parameter(p.name(), factor * p.value(), factor * p.standardError()),
              0,
              time ? Dimension.NUMBER : Dimension.VARIANCE,
              time ? timeUnit : ""));
    }
    return quantities;
  }

  @Override
  public int parameterCount() {
    return learner.theta().length;
  }

  @Override
  public Optional<ContinuousMotion> motion() {
    double[] natural = family(List.of(new double[] {0})).natural(learner.theta());
    return Optional.of(new ContinuousMotion(KERNEL.system(natural[0], natural[1]), unit));
  }

  @Override
  public List<ShownState> shown() {
    int n = KERNEL.latentSize();
    return List.of(
        ShownState.dimension("process", 0, n), ShownState.dimension("rate of change", 1, n));
  }
}
