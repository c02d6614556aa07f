package undercurrent.kind;

import java.util.List;
import java.util.Optional;
import undercurrent.inference.Answers;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Estimator;
import undercurrent.inference.FilteringBound;
import undercurrent.inference.ImportanceBound;
import undercurrent.inference.Scores;
import undercurrent.math.Parameters;
import undercurrent.series.Part;
import undercurrent.training.Bound;
import undercurrent.training.Checkpoint;
import undercurrent.training.Training;
import undercurrent.training.Workers;

/** A model of some kind for a data set: how it is trained, kept, queried and scored. */
public interface Fitting {
  /**
   * Does what takes time before the first step of a training; not needed before a checkpoint is
   * restored.
   *
   * @throws IllegalArgumentException one sentence, when the model does not fit the data
   */
  default void prepare() {}

  /** Names and shapes of the weights that a file keeps; none of a fit by iterations. */
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

  /** Estimates with the model as it is at the call. */
  Estimator estimator();

  /**
   * How good it is on what it was not trained on.
   *
   * @param answers to the rows that are scored
   */
  Scores scores(List<Answers> answers);

  /** The criterion of a part per time step, higher is better; NaN for a part without rows. */
  double criterion(Part part);

  /** The same with its standard error, where it is drawn. */
  default Bound measured(Part part) {
    return Bound.exact(criterion(part));
  }

  /**
   * The standard error of the criterion of a part as the curve of a training shows it; empty where
   * the curve shows what is exact, or what changes from epoch to epoch by more than its drawing.
   */
  default Optional<Double> error(Part part) {
    return Optional.empty();
  }

  /** Bounds of log p(x) by drawn paths; empty where the criterion is no such bound. */
  default Optional<ImportanceBound> importance(Part part) {
    return Optional.empty();
  }

  /** Bounds of log p(x) by particles of the inference network; empty where there is none. */
  default Optional<FilteringBound> filteringBound(Part part) {
    return Optional.empty();
  }

  /** The parameters that can be set by hand, as they are now; none of models with weights. */
  default List<AdjustableParameter> parameters() {
    return List.of();
  }

  /** What a linear model learned, and leaves unexplained of a series; nothing of other kinds. */
  default Optional<Diagnosis> diagnosis(int series) {
    return Optional.empty();
  }
}
