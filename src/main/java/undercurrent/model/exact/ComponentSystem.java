package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.List;
import undercurrent.model.linear.Learner;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.MaximumLikelihood;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.Parameter;
import undercurrent.model.structural.Arima;
import undercurrent.model.structural.StructuralModel;

/** A model of components, learned by maximum likelihood; times count as steps. */
final class ComponentSystem implements SystemKind {
  private final StructuralModel model;
  private final MaximumLikelihood learner;

  /** Rows that know their noise take the place of the irregular part. */
  ComponentSystem(StructuralModel whole, List<Learned> series) {
    model = series.getFirst().seen().hasOwnNoise() ? whole.withoutIrregular() : whole;
    List<Observations> seen = series.stream().map(Learned::seen).toList();
    learner = new MaximumLikelihood(model, seen, model.start(seen.getFirst()));
  }

  @Override
  public Learner learner() {
    return learner;
  }

  @Override
  public LinearSystem system(double[] times) {
    return learner.system(0);
  }

  @Override
  public List<FittedQuantity.Raw> quantities() {
    List<FittedQuantity.Raw> quantities = new ArrayList<>();
    List<Parameter> parameters = learner.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      String unit = model.units().get(i);
      FittedQuantity.Dimension dimension = FittedQuantity.Dimension.of(unit);
      quantities.add(new FittedQuantity.Raw(parameters.get(i), 0, dimension, unit));
    }
    return quantities;
  }

  @Override
  public int parameterCount() {
    return model.size();
  }

  /** An ARIMA process is its state w, the differences; the lags below it say nothing more. */
  @Override
  public List<ShownState> shown() {
    if (model.components().getFirst() instanceof Arima) {
      int n = learner.system(0).latentSize();
      return List.of(ShownState.dimension("differences", 0, n));
    }
    return model.meaning(learner.theta()).entrySet().stream()
        .map(e -> new ShownState(e.getKey(), ExactModel.ALL, e.getValue()))
        .toList();
  }
}
