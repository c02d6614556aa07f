package undercurrent.experiment;

import java.util.List;
import java.util.Optional;
import undercurrent.inference.Answers;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Estimator;
import undercurrent.inference.Scores;
import undercurrent.math.Parameters;
import undercurrent.model.ModelKind;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.training.Checkpoint;
import undercurrent.training.Criterion;
import undercurrent.training.Training;
import undercurrent.training.Workers;

/** What a model of some kind is to an experiment: how it is trained, kept, asked and scored. */
interface Kind {
  /**
   * The model of an experiment's settings, before any training.
   *
   * @throws IllegalArgumentException one sentence, when the kind does not fit the data
   */
  static Kind of(Experiment experiment, Dataset dataset) {
    ModelKind kind = experiment.model().kind();
    if (kind.isDeep()) return new DeepKind(experiment, dataset);
    return kind.isKnown() ? new KnownKind(experiment, dataset) : FittedKind.of(experiment, dataset);
  }

  /** What a kind is followed by while it is trained. */
  static Criterion criterion(ModelKind kind) {
    if (kind.isDeep()) return Criterion.ELBO;
    return kind == ModelKind.OKF ? Criterion.SQUARED_ERROR : Criterion.LOG_LIKELIHOOD;
  }

  /** Names and shapes of the weights that a file keeps. */
  List<Parameters.Entry> layout();

  /** A training from the start. */
  Training training(Workers workers);

  /** Puts the best weights of a checkpoint into the model, or the last where none were better. */
  void use(Checkpoint checkpoint);

  /**
   * Ends a training of this model, of which this is the last checkpoint: what {@link #use} would
   * make of a new one.
   */
  default void finish(Checkpoint last) {}

  /** Asks the model as it is at the call. */
  Estimator estimator();

  /**
   * How good it is on what it was not trained on.
   *
   * @param answers to the rows that are scored
   */
  Scores scores(List<Answers> answers);

  /** The ELBO of a part, or what stands for it, per time step; NaN for a part without rows. */
  double bound(Part part);

  /** What a linear model learned, and leaves unexplained of a series; nothing of other kinds. */
  default Optional<Diagnosis> diagnosis(int series) {
    return Optional.empty();
  }
}
