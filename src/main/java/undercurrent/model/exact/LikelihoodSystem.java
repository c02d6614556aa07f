package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import undercurrent.model.FitState;
import undercurrent.model.ModelWords;
import undercurrent.model.linear.ChangedSystems;
import undercurrent.model.linear.Family;
import undercurrent.model.linear.HeldParameters;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.MaximumLikelihood;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.Parameter;
import undercurrent.series.NumberWords;

/** What systems share that are learned by maximum likelihood; values that are given are held. */
abstract class LikelihoodSystem implements SystemKind {
  /** So many searches begin side by side where the likelihood may have several maxima. */
  private static final int SEARCHES = 20;

  private final Family whole;
  private final List<Observations> seen;
  private Family family;
  private @Nullable HeldParameters held;
  private UnaryOperator<LinearSystem> change = UnaryOperator.identity();
  private @Nullable MaximumLikelihood learner;

  LikelihoodSystem(Family whole, List<Observations> seen) {
    this.whole = whole;
    this.seen = seen;
    family = whole;
  }

  /** Where searches may begin, θ by θ. */
  abstract double[][] starts();

  /** A parameter, by its place in θ, in the model's units. */
  abstract FittedQuantity.Raw raw(int i, Parameter parameter);

  /** What is given beside the parameters, such as the start; as it is if nothing is. */
  abstract UnaryOperator<LinearSystem> changed(
      GivenValues given, ChannelUnits units, LinearSystem begun);

  /**
   * Holds what is given.
   *
   * @throws IllegalArgumentException one sentence, when a value is outside its range
   */
  final void hold(GivenValues given, ChannelUnits units) {
    if (given.isEmpty()) return;
    double[] start = starts()[0];
    LinearSystem begun = whole.system(start, 0);
    change = changed(given, units, begun);
    given.fitting(() -> change.apply(begun));
    Family changing = new ChangedSystems(whole, change);
    List<String> names = whole.names();
    double[] values = new double[names.size()];
    for (int i = 0; i < values.length; i++) {
      double none = inFile(i, names.get(i), 0, units);
      double one = inFile(i, names.get(i), 1, units) - none;
      Optional<Double> value = given.number(units.names(names.get(i)));
      values[i] = value.map(v -> (v - none) / one).orElse(Double.NaN);
      if (value.isPresent()) requireInside(changing, start, i, values[i], value.get());
    }
    HeldParameters holding = given.fitting(() -> new HeldParameters(changing, start, values));
    held = holding;
    family = holding;
  }

  /** Tries one value alone, so that the message names the one that is outside its range. */
  private static void requireInside(
      Family family, double[] start, int parameter, double value, double asGiven) {
    double[] one = new double[family.names().size()];
    Arrays.fill(one, Double.NaN);
    one[parameter] = value;
    try {
      new HeldParameters(family, start, one);
    } catch (IllegalArgumentException outside) {
      throw new IllegalArgumentException(
          ModelWords.of(
              "likelihoodSystem.impossible",
              NumberWords.of(asGiven),
              family.names().get(parameter)),
          outside);
    }
  }

  private double inFile(int i, String name, double value, ChannelUnits units) {
    return raw(i, new Parameter(name, value, Double.NaN))
        .scaled("", units.centre(), units.scale(), "")
        .value();
  }

  @Override
  public final Optional<String> noiseName() {
    return whole.names().stream()
        .filter(name -> name.startsWith("irregular") || name.startsWith("measurement noise"))
        .findFirst();
  }

  /** From the starting points when it has not begun. */
  @Override
  public final MaximumLikelihood learner() {
    MaximumLikelihood known = learner;
    if (known != null) return known;
    double[][] starts = starts();
    HeldParameters holding = held;
    if (holding != null) {
      for (int i = 0; i < starts.length; i++) starts[i] = holding.start(starts[i]);
      if (family.size() == 0) starts = Arrays.copyOf(starts, 1);
    }
    MaximumLikelihood begun =
        new MaximumLikelihood(
            family, seen, MaximumLikelihood.likeliest(family, seen, SEARCHES, starts));
    learner = begun;
    return begun;
  }

  /** The best parameters so far: all of them, also those that are held. */
  final double[] theta() {
    HeldParameters holding = held;
    double[] theta = learner().theta();
    return holding == null ? theta : holding.whole(theta);
  }

  /** A system of the whole family with what is given beside the parameters. */
  final LinearSystem changed(LinearSystem system) {
    return change.apply(system);
  }

  final boolean isHeld(int parameter) {
    HeldParameters holding = held;
    return holding != null && holding.isHeld(parameter);
  }

  @Override
  public final void write(FitState to) {
    learner().write(to);
  }

  @Override
  public final void read(FitState from) {
    learner = MaximumLikelihood.at(family, seen, from);
  }

  @Override
  public final List<FittedQuantity.Raw> quantities() {
    List<FittedQuantity.Raw> quantities = new ArrayList<>();
    List<Parameter> parameters = learner().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter one = parameters.get(i);
      quantities.add(raw(i, isHeld(i) ? one.at(Parameter.Place.FIXED) : one));
    }
    return quantities;
  }

  @Override
  public final int parameterCount() {
    return family.size();
  }

  /** Of the first parameters, those that are learned and shape the autocorrelation. */
  final int shapes(int count) {
    int shapes = 0;
    boolean isScaleFree = true;
    for (int i = 0; i < count; i++) {
      if (isHeld(i)) isScaleFree = false;
      else shapes++;
    }
    // A common scale shapes nothing.
    return Math.max(0, isScaleFree ? shapes - 1 : shapes);
  }
}
