package undercurrent.kind;

import java.util.Set;
import undercurrent.model.ModelSettings;
import undercurrent.training.Criterion;
import undercurrent.training.TrainingUse;

/** What kinds share whose weights are learned by the gradient of a bound. */
abstract class LearnedKind<S extends Record & ModelSettings> implements ModelKind<S> {
  @Override
  public Criterion criterion() {
    return Criterion.ELBO;
  }

  @Override
  public Set<TrainingUse> uses(S settings) {
    return Set.of(TrainingUse.values());
  }

  @Override
  public boolean isComparedWithLinear() {
    return true;
  }

  @Override
  public boolean takesConstantChannels() {
    return true;
  }
}
