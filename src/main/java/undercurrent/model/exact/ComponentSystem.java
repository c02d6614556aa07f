package undercurrent.model.exact;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.Parameter;
import undercurrent.model.structural.Meaning;
import undercurrent.model.structural.StructuralModel;

/** A model of components, learned by maximum likelihood; times count as steps. */
final class ComponentSystem extends LikelihoodSystem {
  private final StructuralModel model;
  private final Effects effects;
  private final Observations first;

  /** Rows that know their noise take the place of the irregular part. */
  ComponentSystem(StructuralModel whole, List<Learned> series, Effects effects) {
    Observations beginning = series.getFirst().seen();
    StructuralModel own = beginning.hasOwnNoise() ? whole.withoutIrregular() : whole;
    super(effects.on(own), series.stream().map(Learned::seen).toList());
    model = own;
    first = beginning;
    this.effects = effects;
  }

  /** Effects begin at zero. */
  @Override
  double[][] starts() {
    return Arrays.stream(model.starts(first))
        .map(theta -> Arrays.copyOf(theta, model.size() + effects.size()))
        .toArray(double[][]::new);
  }

  @Override
  UnaryOperator<LinearSystem> changed(GivenValues given, ChannelUnits units, LinearSystem begun) {
    double[] shift = model.shift(model.start(first));
    double[] sizes = new double[shift.length];
    Arrays.fill(sizes, 1);
    return new GivenStart(units, shift, sizes).of(given);
  }

  @Override
  public LinearSystem system(double[] times) {
    return learner().system(0);
  }

  @Override
  FittedQuantity.Raw raw(int i, Parameter parameter) {
    if (i >= model.size()) return effects.quantity(parameter, i - model.size());
    String unit = model.units().get(i);
    FittedQuantity.Dimension dimension = FittedQuantity.Dimension.of(unit);
    boolean isBare = dimension == FittedQuantity.Dimension.NUMBER;
    return new FittedQuantity.Raw(parameter, 0, dimension, isBare ? unit : "");
  }

  /** Effects and a mean shape no autocorrelation. */
  @Override
  public int shapeCount() {
    List<String> units = model.units();
    int means = 0;
    for (int i = 0; i < units.size(); i++) if (units.get(i).equals("x") && !isHeld(i)) means++;
    return Math.max(0, shapes(model.size()) - means);
  }

  @Override
  public List<ShownState.Raw> shown() {
    return model.meaning(Arrays.copyOf(theta(), model.size())).stream()
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
