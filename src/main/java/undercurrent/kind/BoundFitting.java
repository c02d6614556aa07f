package undercurrent.kind;

import java.util.List;
import java.util.Optional;
import undercurrent.inference.FilteringBound;
import undercurrent.inference.ImportanceBound;
import undercurrent.math.Randomness;
import undercurrent.model.Trainable;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.Sequence;
import undercurrent.training.Bound;
import undercurrent.training.Criterion;
import undercurrent.training.Elbo;
import undercurrent.training.TrainingSettings;

/** A model with weights that are learned by a bound of the likelihood, by drawn paths. */
abstract class BoundFitting extends WeightFitting {
  private final Trainable model;

  /** Of a model with freshly drawn weights. */
  BoundFitting(Trainable model, Dataset dataset, TrainingSettings settings) {
    super(model, dataset, settings, Criterion.ELBO);
    this.model = model;
  }

  @Override
  public final double criterion(Part part) {
    return measured(part).value();
  }

  /** With the same noise for the same seed. */
  @Override
  public final Bound measured(Part part) {
    List<Sequence> sequences = sequences(part);
    if (sequences.isEmpty()) return Bound.exact(Double.NaN);
    return Elbo.of(model, sequences, Randomness.of(seed()).named("elbo"));
  }

  @Override
  public final Optional<ImportanceBound> importance(Part part) {
    Randomness random = Randomness.of(seed()).named("importance");
    return ImportanceBound.of(model, sequences(part), random);
  }

  @Override
  public final Optional<FilteringBound> filteringBound(Part part) {
    return FilteringBound.of(
        model, sequences(part), Randomness.of(seed()).named("filtering bound"));
  }

  private List<Sequence> sequences(Part part) {
    return switch (part) {
      case TRAINING -> dataset().training();
      case VALIDATION -> dataset().validation();
      case TEST -> dataset().test();
    };
  }
}
