package undercurrent.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import undercurrent.inference.Answers;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;
import undercurrent.inference.FilteringBound;
import undercurrent.inference.Findings;
import undercurrent.inference.ImportanceBound;
import undercurrent.inference.Lazy;
import undercurrent.inference.Scores;
import undercurrent.inference.SeriesPart;
import undercurrent.inference.WideSeries;
import undercurrent.kind.Fitting;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.SeriesSet;
import undercurrent.training.Bound;
import undercurrent.training.Checkpoint;
import undercurrent.training.Workers;

/**
 * A model whose training has ended: the best weights of an experiment, or the last ones when none
 * were better on validation data.
 */
public final class Trained {
  private final Dataset dataset;
  private final Fitting fitting;
  private final Function<Dataset, Fitting> models;
  private final List<Answers> answers;
  private final Lazy<Findings> findings;
  private final Lazy<Optional<Diagnosis>> diagnosis;
  private final Lazy<Optional<LinearBaseline>> linear;

  /**
   * @param models the same model of data that look at a part of a series
   * @param isComparedWithLinear whether a linear model is scored beside it
   */
  Trained(
      Dataset dataset,
      Fitting fitting,
      Function<Dataset, Fitting> models,
      boolean isComparedWithLinear) {
    this.dataset = dataset;
    this.models = models;
    this.linear =
        new Lazy<>(
            () -> isComparedWithLinear ? LinearBaseline.of(dataset.source()) : Optional.empty());
    this.fitting = fitting;
    Estimator whole = fitting.estimator();
    this.answers = Answers.of(part -> part.isEmpty() ? whole : estimator(part.get()), dataset);
    this.findings = new Lazy<>(() -> fitting.estimator().findings());
    this.diagnosis = new Lazy<>(() -> fitting.diagnosis(answers.getFirst().rows().series()));
  }

  /**
   * The model of an experiment, on its own series; on what was edited since, where it was.
   *
   * @throws ExperimentException when it has not been trained
   */
  public static Trained of(Experiment experiment) {
    if (experiment.revision().isAhead()) return of(experiment, experiment.shown());
    return of(experiment, Dataset.of(experiment.data(), experiment.training().window()));
  }

  /**
   * The model of an experiment, on other series with the same observed channels. They are scaled as
   * the experiment's training part was, and all of them are the test part.
   *
   * @throws ExperimentException when the channels differ
   */
  public static Trained of(Experiment experiment, SeriesSet other) {
    return of(experiment, OtherSeries.joined(experiment, other));
  }

  private static Trained of(Experiment experiment, Dataset dataset) {
    Checkpoint checkpoint =
        experiment
            .checkpoint()
            .orElseThrow(
                () ->
                    new ExperimentException(
                        ExperimentWords.of("trained.untrained", experiment.data().name())));
    Function<Dataset, Fitting> models =
        seen -> {
          Fitting fitting = experiment.model().open(seen, experiment.training());
          fitting.use(checkpoint);
          return fitting;
        };
    return new Trained(
        dataset, models.apply(dataset), models, experiment.model().kind().isComparedWithLinear());
  }

  public Dataset dataset() {
    return dataset;
  }

  /** Estimates with the model. */
  public Estimator estimator() {
    return fitting.estimator();
  }

  /** Estimates of one series in a part of its rows, which the model sees alone. */
  public Estimator estimator(SeriesPart part) {
    return part.over(models.apply(dataset.looking(part.series(), part.rows())).estimator());
  }

  /**
   * What it thinks of the rows that are scored, series by series; at least one. Of large films
   * these are some of the rows.
   */
  public List<Answers> answers() {
    return answers;
  }

  /** Which series are not among the answers, in a sentence; nothing where all are. */
  public List<String> notes() {
    return WideSeries.answeredNotes(answers.size(), Scores.rows(dataset).size());
  }

  /**
   * Asks for all estimates of the rows that are scored, and where several threads may ask at a
   * time, on all workers and beside the diagnosis of a linear model.
   *
   * @param beside other work, which is begun first and done before this returns
   */
  public List<Estimate> estimates(Workers workers, Runnable beside) {
    List<Runnable> work = new ArrayList<>(List.of(beside));
    if (answers.getFirst().estimator().isThreadSafe()) {
      for (Answers answer : answers) work.addAll(answer.questions());
      work.add(2, diagnosis::get);
    }
    workers.each(work, Runnable::run);
    return answers.stream().flatMap(answer -> answer.all().stream()).toList();
  }

  /** How good it is on what it was not trained on, beside the best linear model. */
  public Scores scores() {
    Scores scores = ownScores();
    return linear().map(best -> scores.and(best.scores())).orElse(scores);
  }

  /** The same without the best linear model, which takes time to be found. */
  public Scores ownScores() {
    return fitting.scores(answers);
  }

  /** The best linear model of the same series, where it is to be compared with one. */
  public Optional<LinearBaseline> linear() {
    return linear.get();
  }

  /** What the model has learned beside the states. */
  public Findings findings() {
    return findings.get();
  }

  /**
   * What a linear model learned, and leaves unexplained of the first series that is scored; nothing
   * of other kinds.
   */
  public Optional<Diagnosis> diagnosis() {
    return diagnosis.get();
  }

  /** The criterion of a part per time step, higher is better; NaN for a part without rows. */
  public double criterion(Part part) {
    return fitting.criterion(part);
  }

  /** The same with its standard error, where it is drawn. */
  public Bound measured(Part part) {
    return fitting.measured(part);
  }

  /** Bounds of the part that is scored by drawn paths; empty where there are no such bounds. */
  public Optional<ImportanceBound> importance() {
    return fitting.importance(Scores.scored(dataset));
  }

  /** The same by particles of the inference network. */
  public Optional<FilteringBound> filteringBound() {
    return fitting.filteringBound(Scores.scored(dataset));
  }
}
