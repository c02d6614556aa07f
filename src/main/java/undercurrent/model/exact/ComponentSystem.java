package undercurrent.model.exact;

import java.util.List;
import undercurrent.model.linear.Learner;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.MaximumLikelihood;
import undercurrent.model.linear.Observations;
import undercurrent.model.structural.StructuralModel;

/** A model of components, learned by maximum likelihood; times count as steps. */
final class ComponentSystem implements SystemKind {
  private final MaximumLikelihood learner;

  ComponentSystem(StructuralModel model, List<Learned> series) {
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
}
