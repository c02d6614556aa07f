package undercurrent.model.exact;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import undercurrent.model.continuous.NamedProcess;
import undercurrent.model.continuous.ProcessFamily;
import undercurrent.model.continuous.RowTimes;
import undercurrent.model.continuous.StateProcess;
import undercurrent.model.exact.FittedQuantity.Dimension;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Parameter;
import undercurrent.model.linear.SystemPart;
import undercurrent.model.linear.Varying;
import undercurrent.series.Gaps;
import undercurrent.series.NumberWords;

/**
 * A process in continuous time, seen with noise at even or uneven times and learned by maximum
 * likelihood. Times are counted in median gaps between rows. A process that returns to a mean has
 * that of the training part, unless another one is given.
 */
sealed class ProcessSystem extends LikelihoodSystem permits TrackProcessSystem {
  private static final String[] POWERS = {"", "", "²", "³", "⁴", "⁵"};
  private final StateProcess process;
  private final Effects effects;
  private final String timeUnit;
  private final double unit;
  private final boolean ownNoise;
  private final ProcessFamily alone;
  private final List<Learned> series;

  /**
   * Not yet learned.
   *
   * @param timeUnit in words
   */
  ProcessSystem(StateProcess process, List<Learned> series, Effects effects, String timeUnit) {
    List<double[]> times = series.stream().map(Learned::times).toList();
    double gap = Gaps.median(times);
    boolean own = series.getFirst().seen().hasOwnNoise();
    ProcessFamily family = family(process, times, gap, own);
    super(effects.on(family), series.stream().map(Learned::seen).toList());
    this.process = process;
    this.effects = effects;
    this.timeUnit = timeUnit;
    this.series = series;
    unit = gap;
    ownNoise = own;
    alone = family;
  }

  private static ProcessFamily family(
      StateProcess process, List<double[]> times, double unit, boolean ownNoise) {
    List<RowTimes> rows =
        times.stream()
            .map(t -> RowTimes.of(Arrays.stream(t).map(x -> x / unit).toArray()))
            .toList();
    return ownNoise ? ProcessFamily.withOwnNoise(process, rows) : ProcessFamily.of(process, rows);
  }

  private ProcessFamily family(double[] times) {
    return family(process, List.of(times), unit, ownNoise);
  }

  /** Effects begin at zero. */
  @Override
  double[][] starts() {
    double[][] starts = alone.starts(series.stream().map(Learned::seen).toList());
    for (int i = 0; i < starts.length; i++) {
      starts[i] = Arrays.copyOf(starts[i], alone.size() + effects.size());
    }
    return starts;
  }

  /** The start and, of a process that returns to it, the mean. */
  @Override
  UnaryOperator<LinearSystem> changed(GivenValues given, ChannelUnits units, LinearSystem begun) {
    int n = process.states().size();
    double[] shift = new double[n];
    shift[0] = 1;
    double[] sizes = new double[n];
    for (int i = 0; i < n; i++) sizes[i] = Math.pow(unit, -process.derivative(i));
    boolean returns = begun.diffuseSize() == 0;
    Optional<Double> mean = returns ? given.number(units.names("mean")) : Optional.empty();
    double centre = mean.orElse(units.centre());
    // What is seen of a process that returns is its mean and the state.
    ChannelUnits about = new ChannelUnits(units.channel(), centre, units.scale());
    UnaryOperator<LinearSystem> start = new GivenStart(about, shift, sizes).of(given);
    if (mean.isEmpty()) return start;
    Varying offset = Varying.constant(1, 1, (centre - units.centre()) / units.scale());
    return system -> start.apply(system).with(SystemPart.EMISSION_OFFSET, offset);
  }

  @Override
  public LinearSystem system(double[] times) {
    return changed(effects.on(family(times)).system(theta(), 0));
  }

  @Override
  FittedQuantity.Raw raw(int i, Parameter parameter) {
    if (i >= alone.size()) return effects.quantity(parameter, i - alone.size());
    return i == process.quantities().size()
        ? new FittedQuantity.Raw(parameter, 0, Dimension.VARIANCE, "")
        : raw(process.quantities().get(i), parameter);
  }

  /** In the unit of the file's times. */
  private FittedQuantity.Raw raw(StateProcess.Quantity quantity, Parameter p) {
    double factor = Math.pow(unit, quantity.time());
    Dimension dimension = quantity.value() == 2 ? Dimension.VARIANCE : Dimension.NUMBER;
    return new FittedQuantity.Raw(
        p.times(factor), 0, dimension, quantity.time() > 0 ? timeUnit : perTime(-quantity.time()));
  }

  /** Effects shape no autocorrelation. */
  @Override
  public int shapeCount() {
    return shapes(alone.size());
  }

  @Override
  public Optional<ContinuousMotion> motion() {
    double[] own = Arrays.copyOf(theta(), alone.size());
    return Optional.of(new ContinuousMotion(family(new double[] {0}).motion(own), unit));
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

  final String perTime(int power) {
    return power == 0 ? "" : "/" + timeUnit + POWERS[power];
  }

  @Override
  public String diffuseTime() {
    boolean isDiffuse = process == NamedProcess.VELOCITY || process == NamedProcess.ACCELERATION;
    return isDiffuse ? NumberWords.of(unit) + " " + timeUnit : "";
  }
}
