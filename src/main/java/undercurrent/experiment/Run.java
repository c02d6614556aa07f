package undercurrent.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import undercurrent.edit.Revision;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Estimator;
import undercurrent.kind.AdjustableParameter;
import undercurrent.kind.ChosenModel;
import undercurrent.kind.Fitting;
import undercurrent.math.Parameters;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.SeriesSet;
import undercurrent.training.Checkpoint;
import undercurrent.training.Moment;
import undercurrent.training.Training;
import undercurrent.training.Workers;

/**
 * An experiment being worked on: the one place where data, settings, model and trainer are put
 * together, so that the window and the command line give the same numbers. Not thread-safe.
 */
public final class Run {
  private final Experiment start;
  private final Dataset dataset;
  private final Fitting fitting;
  private final Training trainer;
  private Revision revision;

  private Run(Experiment start, Workers workers) {
    this.start = start;
    this.revision = start.revision();
    this.dataset = dataset(start, Optional.empty());
    this.fitting = start.model().open(dataset, start.training());
    this.trainer = fitting.training(workers);
    start.checkpoint().ifPresentOrElse(this::restore, fitting::prepare);
  }

  private void restore(Checkpoint checkpoint) {
    if (checkpoint.batch() > trainer.stepsPerEpoch()) {
      throw new ExperimentException(ExperimentWords.of("run.unknownStep", start.data().name()));
    }
    trainer.restore(checkpoint, start.curve());
  }

  /**
   * Starts, or goes on from the experiment's checkpoint.
   *
   * @throws ExperimentException when the checkpoint does not fit the settings
   */
  public static Run of(Experiment experiment) {
    return of(experiment, Workers.ALONE);
  }

  /**
   * The same with helpers; the numbers do not depend on them.
   *
   * @throws ExperimentException when the checkpoint does not fit the settings
   */
  public static Run of(Experiment experiment, Workers workers) {
    return new Run(experiment, workers);
  }

  /** Names and shapes of the weights that the settings of an experiment make. */
  static List<Parameters.Entry> layout(Experiment experiment) {
    return model(experiment).layout();
  }

  /** A model with the settings of an experiment and for its data, to be given other weights. */
  public static Fitting model(Experiment experiment) {
    return model(experiment, Optional.empty(), Optional.empty());
  }

  /** The same for other data than its own, or with given parameters. */
  public static Fitting model(
      Experiment experiment, Optional<SeriesSet> edited, Optional<ChosenModel<?>> tried) {
    return model(experiment, dataset(experiment, edited), tried);
  }

  /**
   * The data of an experiment as its model sees them.
   *
   * @param edited series that are estimated in the place of its own, scaled and joined as by {@link
   *     Trained#of(Experiment, SeriesSet)}
   */
  public static Dataset dataset(Experiment experiment, Optional<SeriesSet> edited) {
    int window = experiment.training().window();
    return edited
        .map(other -> OtherSeries.joined(experiment, other))
        .orElseGet(() -> Dataset.of(experiment.data(), window));
  }

  /**
   * The same for data that are ready, or for {@link Dataset#looking a part} of them.
   *
   * @param tried a model whose parameters are given, in the place of the experiment's
   */
  public static Fitting model(Experiment experiment, Dataset seen, Optional<ChosenModel<?>> tried) {
    ChosenModel<?> model = tried.orElse(experiment.model());
    Fitting fitting = model.open(seen, experiment.training());
    if (tried.isPresent()) fitting.prepare();
    return fitting;
  }

  /** The data of this run, or others in their place; also for another thread. */
  public Dataset dataset(Optional<SeriesSet> edited) {
    return edited.isEmpty() ? dataset : dataset(start, edited);
  }

  /** A model as that of this run, which is to be given weights; also for another thread. */
  public Fitting beside(Dataset seen, Optional<ChosenModel<?>> tried) {
    return model(start, seen, tried);
  }

  /** The parameters that can be set by hand, as they are now. */
  public List<AdjustableParameter> parameters() {
    return fitting.parameters();
  }

  /**
   * Other edits, which the document keeps; the training goes on with the data that it began with.
   */
  public void revise(Revision other) {
    revision = other;
  }

  /** The edits that there are now. */
  public Revision revision() {
    return revision;
  }

  public Dataset dataset() {
    return dataset;
  }

  public Training trainer() {
    return trainer;
  }

  /** Earlier models of the training, as far as its document kept them. */
  public List<Moment> replay() {
    return start.replay();
  }

  /** Estimates with the model as it is now. */
  public Estimator estimator() {
    return fitting.estimator();
  }

  /** The criterion of a part per time step. */
  double criterion(Part part) {
    return fitting.criterion(part);
  }

  /** The standard error of what the curve shows of the training part, where that is drawn. */
  public Optional<Double> error() {
    return fitting.error(Part.TRAINING);
  }

  /** What a linear model learned, and leaves unexplained of a series; nothing of other kinds. */
  public Optional<Diagnosis> diagnosis(int series) {
    return fitting.diagnosis(series);
  }

  /** Ends the training, and gives the estimator of its model: the run cannot go on after that. */
  public Trained finish() {
    return finish(start.model().kind().isComparedWithLinear());
  }

  /** The same without a linear model beside it. */
  public Trained finishAlone() {
    return finish(false);
  }

  private Trained finish(boolean isComparedWithLinear) {
    Checkpoint last = trainer.checkpoint();
    fitting.finish(last);
    Function<Dataset, Fitting> models =
        seen -> {
          Fitting same = beside(seen, Optional.empty());
          same.use(last);
          return same;
        };
    return new Trained(dataset, fitting, models, isComparedWithLinear);
  }

  /** The document as of now. */
  public Experiment experiment() {
    return new Experiment(
        revision,
        start.model(),
        trainer.settings(),
        Optional.of(trainer.checkpoint()),
        trainer.curve(),
        start.view(),
        start.replay(),
        start.compared());
  }
}
