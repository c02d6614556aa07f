package undercurrent.kind;

import java.util.List;
import java.util.Optional;
import undercurrent.inference.Answers;
import undercurrent.inference.Estimator;
import undercurrent.inference.FilteringBound;
import undercurrent.inference.ImportanceBound;
import undercurrent.inference.SamplingEstimator;
import undercurrent.inference.Scores;
import undercurrent.math.Randomness;
import undercurrent.model.SequenceModel;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.Sequence;
import undercurrent.training.Bound;
import undercurrent.training.Criterion;
import undercurrent.training.Elbo;
import undercurrent.training.TrainingSettings;

/** A model with weights, trained on the ELBO. */
public final class DeepFitting extends WeightFitting {
  private final SequenceModel model;

  /** Of a model with freshly drawn weights. */
  public DeepFitting(SequenceModel model, Dataset dataset, TrainingSettings settings) {
    super(model, dataset, settings, Criterion.ELBO);
    this.model = model;
  }

  @Override
  public Estimator estimator() {
    return new SamplingEstimator(model, dataset(), seed());
  }

  @Override
  public Scores scores(List<Answers> answers) {
    return Scores.of(answers, estimator(), model, dataset(), seed());
  }

  @Override
  public double criterion(Part part) {
    return measured(part).value();
  }

  /** With the same noise for the same seed. */
  @Override
  public Bound measured(Part part) {
    List<Sequence> sequences = sequences(part);
    if (sequences.isEmpty()) return Bound.exact(Double.NaN);
    return Elbo.of(model, sequences, Randomness.of(seed()).named("elbo"));
  }

  @Override
  public Optional<ImportanceBound> importance(Part part) {
    Randomness random = Randomness.of(seed()).named("importance");
    return ImportanceBound.of(model, sequences(part), random);
  }

  @Override
  public Optional<FilteringBound> filteringBound(Part part) {
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
