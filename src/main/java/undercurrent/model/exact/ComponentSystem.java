package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import undercurrent.model.FitState;
import undercurrent.model.linear.Family;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.MaximumLikelihood;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.Parameter;
import undercurrent.model.structural.Meaning;
import undercurrent.model.structural.StructuralModel;

/** A model of components, learned by maximum likelihood; times count as steps. */
final class ComponentSystem implements SystemKind {
  /** So many searches begin side by side where the likelihood may have several maxima. */
  private static final int SEARCHES = 20;

  private final StructuralModel model;
  private final Effects effects;
  private final Family family;
  private final List<Observations> seen;
  private @Nullable MaximumLikelihood learner;

  /** Rows that know their noise take the place of the irregular part. */
  ComponentSystem(StructuralModel whole, List<Learned> series, Effects effects) {
    this.effects = effects;
    model = series.getFirst().seen().hasOwnNoise() ? whole.withoutIrregular() : whole;
    seen = series.stream().map(Learned::seen).toList();
    family = effects.on(model);
  }

  /** From the starting points when it has not begun. */
  @Override
  public MaximumLikelihood learner() {
    MaximumLikelihood known = learner;
    if (known != null) return known;
    // Effects begin at zero.
    double[][] starts =
        Arrays.stream(model.starts(seen.getFirst()))
            .map(theta -> Arrays.copyOf(theta, family.size()))
            .toArray(double[][]::new);
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
    return learner().system(0);
  }

  @Override
  public List<FittedQuantity.Raw> quantities() {
    List<FittedQuantity.Raw> quantities = new ArrayList<>();
    List<Parameter> parameters = learner().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      quantities.add(
          i < model.size()
              ? raw(parameter, model.units().get(i))
              : effects.quantity(parameter, i - model.size()));
    }
    return quantities;
  }

  private static FittedQuantity.Raw raw(Parameter parameter, String unit) {
    FittedQuantity.Dimension dimension = FittedQuantity.Dimension.of(unit);
    boolean isBare = dimension == FittedQuantity.Dimension.NUMBER;
    return new FittedQuantity.Raw(parameter, 0, dimension, isBare ? unit : "");
  }

  @Override
  public int parameterCount() {
    return learner().theta().length;
  }

  /** Effects and a mean shape no autocorrelation, nor does the common scale. */
  @Override
  public int shapeCount() {
    long means = model.units().stream().filter("x"::equals).count();
    return model.size() - (int) means - 1;
  }

  @Override
  public List<ShownState.Raw> shown() {
    return model.meaning(Arrays.copyOf(learner().theta(), model.size())).stream()
        .map(ComponentSystem::shown)
        .toList();
  }

  private static ShownState.Raw shown(Meaning meaning) {
    boolean isLevel = meaning.amount() == Meaning.Amount.LEVEL;
    return new ShownState.Raw(
        meaning.name(),
        meaning.weights(),
        isLevel ? FittedQuantity.Dimension.LEVEL : FittedQuantity.Dimension.VALUE,
        1,
        meaning.amount() == Meaning.Amount.DIFFERENCE_PER_STEP ? " per time step" : "");
  }
}
