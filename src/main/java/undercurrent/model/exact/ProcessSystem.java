package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import undercurrent.model.FitState;
import undercurrent.model.continuous.NamedProcess;
import undercurrent.model.continuous.ProcessFamily;
import undercurrent.model.continuous.RowTimes;
import undercurrent.model.continuous.StateProcess;
import undercurrent.model.exact.FittedQuantity.Dimension;
import undercurrent.model.linear.Family;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.MaximumLikelihood;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.Parameter;
import undercurrent.series.Gaps;
import undercurrent.series.NumberWords;

/**
 * A process in continuous time, seen with noise at even or uneven times and learned by maximum
 * likelihood. Times are counted in median gaps between rows.
 */
final class ProcessSystem implements SystemKind {
  /** So many searches begin side by side where the likelihood may have several maxima. */
  private static final int SEARCHES = 20;

  private static final String[] POWERS = {"", "", "²", "³", "⁴", "⁵"};
  private final StateProcess process;
  private final Effects effects;
  private final String timeUnit;
  private final double unit;
  private final boolean ownNoise;
  private final ProcessFamily alone;
  private final Family family;
  private final List<Observations> seen;
  private @Nullable MaximumLikelihood learner;

  /**
   * Not yet learned.
   *
   * @param timeUnit in words
   */
  ProcessSystem(StateProcess process, List<Learned> series, Effects effects, String timeUnit) {
    this.process = process;
    this.effects = effects;
    this.timeUnit = timeUnit;
    List<double[]> times = series.stream().map(Learned::times).toList();
    unit = Gaps.median(times);
    ownNoise = series.getFirst().seen().hasOwnNoise();
    alone = family(times);
    family = effects.on(alone);
    seen = series.stream().map(Learned::seen).toList();
  }

  private ProcessFamily family(List<double[]> times) {
    List<RowTimes> rows =
        times.stream()
            .map(t -> RowTimes.of(Arrays.stream(t).map(x -> x / unit).toArray()))
            .toList();
    return ownNoise ? ProcessFamily.withOwnNoise(process, rows) : ProcessFamily.of(process, rows);
  }

  /** From the starting points when it has not begun. */
  @Override
  public MaximumLikelihood learner() {
    MaximumLikelihood known = learner;
    if (known != null) return known;
    double[][] starts = alone.starts(seen);
    // Effects begin at zero.
    for (int i = 0; i < starts.length; i++) starts[i] = Arrays.copyOf(starts[i], family.size());
    MaximumLikelihood begun =
        new MaximumLikelihood(
            family, seen, MaximumLikelihood.likeliest(family, seen, SEARCHES, starts));
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
    return effects.on(family(List.of(times))).system(learner().theta(), 0);
  }

  @Override
  public List<FittedQuantity.Raw> quantities() {
    List<FittedQuantity.Raw> quantities = new ArrayList<>();
    List<Parameter> parameters = learner().parameters();
    int own = parameters.size() - effects.size();
    for (int i = 0; i < own; i++) {
      boolean isNoise = i == process.quantities().size();
      quantities.add(
          isNoise
              ? new FittedQuantity.Raw(parameters.get(i), 0, Dimension.VARIANCE, "")
              : raw(process.quantities().get(i), parameters.get(i)));
    }
    for (int j = 0; j < effects.size(); j++) {
      quantities.add(effects.quantity(parameters.get(own + j), j));
    }
    return quantities;
  }

  /** In the unit of the file's times. */
  private FittedQuantity.Raw raw(StateProcess.Quantity quantity, Parameter p) {
    double factor = Math.pow(unit, quantity.time());
    Dimension dimension = quantity.value() == 2 ? Dimension.VARIANCE : Dimension.NUMBER;
    return new FittedQuantity.Raw(
        p.times(factor), 0, dimension, quantity.time() > 0 ? timeUnit : perTime(-quantity.time()));
  }

  @Override
  public int parameterCount() {
    return learner().theta().length;
  }

  /** Effects shape no autocorrelation, nor does the common scale. */
  @Override
  public int shapeCount() {
    return parameterCount() - effects.size() - 1;
  }

  @Override
  public Optional<ContinuousMotion> motion() {
    double[] theta = Arrays.copyOf(learner().theta(), learner().theta().length - effects.size());
    return Optional.of(new ContinuousMotion(family(List.of(new double[] {0})).motion(theta), unit));
  }

  @Override
  public List<ShownState.Raw> shown() {
    List<String> names = process.states();
    return IntStream.range(0, names.size())
        .mapToObj(
            i ->
                ShownState.Raw.dimension(
                    names.get(i),
                    i,
                    names.size(),
                    i == 0 ? Dimension.LEVEL : Dimension.VALUE,
                    Math.pow(unit, -process.derivative(i)),
                    perTime(process.derivative(i))))
        .toList();
  }

  private String perTime(int power) {
    return power == 0 ? "" : "/" + timeUnit + POWERS[power];
  }

  @Override
  public String diffuseTime() {
    boolean isDiffuse = process == NamedProcess.VELOCITY || process == NamedProcess.ACCELERATION;
    return isDiffuse ? NumberWords.of(unit) + " " + timeUnit : "";
  }
}
