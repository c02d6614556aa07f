package undercurrent.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import undercurrent.inference.Answers;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Estimator;
import undercurrent.inference.FilteringBound;
import undercurrent.inference.Findings;
import undercurrent.inference.ImportanceBound;
import undercurrent.inference.Lazy;
import undercurrent.inference.Scores;
import undercurrent.kind.Fitting;
import undercurrent.kind.ModelKind;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.training.Bound;
import undercurrent.training.Checkpoint;

/**
 * A model whose training has ended: the best weights of an experiment, or the last ones when none
 * were better on validation data.
 */
public final class Trained {
  private final Dataset dataset;
  private final Fitting fitting;
  private final List<Answers> answers;
  private final Lazy<Findings> findings;
  private final Lazy<Optional<Diagnosis>> diagnosis;
  private final Lazy<Optional<LinearBaseline>> linear;

  /**
   * @param isComparedWithLinear whether a linear model is scored beside it
   */
  Trained(Dataset dataset, Fitting fitting, boolean isComparedWithLinear) {
    this.dataset = dataset;
    this.linear =
        new Lazy<>(
            () -> isComparedWithLinear ? LinearBaseline.of(dataset.source()) : Optional.empty());
    this.fitting = fitting;
    this.answers = Answers.of(fitting.estimator(), dataset);
    this.findings = new Lazy<>(() -> fitting.estimator().findings());
    this.diagnosis = new Lazy<>(() -> fitting.diagnosis(answers.getFirst().rows().series()));
  }

  /**
   * The model of an experiment, on its own series.
   *
   * @throws ExperimentException when it has not been trained
   */
  public static Trained of(Experiment experiment) {
    return of(experiment, Dataset.of(experiment.data(), experiment.training().window()));
  }

  /**
   * The model of an experiment, on other series with the same observed channels. They are scaled as
   * the experiment's training part was, and all of them are the test part.
   *
   * @throws ExperimentException when the channels differ
   */
  public static Trained of(Experiment experiment, SeriesSet other) {
    SeriesSet own = experiment.data();
    List<String> wanted = names(own, own.observedChannels());
    if (!wanted.equals(names(other, other.observedChannels()))) {
      throw new ExperimentException(
          "'%s' has the observed channels %s, but the model was trained on %s; name the columns so."
              .formatted(other.name(), names(other, other.observedChannels()), wanted));
    }
    if (own.noiseChannels().length != other.noiseChannels().length) {
      throw new ExperimentException(
          String.format(
              Locale.ROOT,
              "'%s' has %d columns of measurement noise, but the model was trained with %d; give as"
                  + " many.",
              other.name(),
              other.noiseChannels().length,
              own.noiseChannels().length));
    }
    List<String> inputs = names(own, own.inputChannels());
    if (!inputs.equals(names(other, other.inputChannels()))) {
      throw new ExperimentException(
          "'%s' has the inputs %s, but the model was trained with %s; name the columns so."
              .formatted(other.name(), names(other, other.inputChannels()), inputs));
    }
    List<Series> series = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    ModelKind<?> kind = experiment.model().kind();
    int[] from = columns(own, kind.learnsFromTruth());
    int[] same = sameColumns(own, from, other);
    for (Series s : other.series()) {
      series.add(selected(s, same, 0, s.length()));
      parts.add(Part.TEST);
    }
    for (Part part : new TreeSet<>(kind.learnsFrom())) {
      for (int s = 0; s < own.series().size(); s++) {
        Series whole = own.series().get(s);
        int start = own.split().start(part, s, whole.length());
        int end = own.split().end(part, s, whole.length());
        if (end <= start) continue;
        series.add(selected(whole, from, start, end));
        parts.add(part);
      }
    }
    List<Channel> channels = Arrays.stream(from).mapToObj(c -> own.channels().get(c)).toList();
    SeriesSet joined =
        new SeriesSet(
            other.name(), channels, other.time(), series, new Split(parts, 1, 1), own.frame());
    return of(experiment, Dataset.of(joined, experiment.training().window()));
  }

  private static Trained of(Experiment experiment, Dataset dataset) {
    Checkpoint checkpoint =
        experiment
            .checkpoint()
            .orElseThrow(
                () ->
                    new ExperimentException(
                        "'%s' has not been trained yet; train it first."
                            .formatted(experiment.data().name())));
    Fitting fitting = experiment.model().open(dataset, experiment.training());
    fitting.use(checkpoint);
    return new Trained(dataset, fitting, experiment.model().kind().isComparedWithLinear());
  }

  private static List<String> names(SeriesSet set, int[] channels) {
    return Arrays.stream(channels).mapToObj(c -> set.channels().get(c).name()).toList();
  }

  /**
   * What is explained, how well it was measured, what acts on it, and where it is learned from, the
   * truth.
   */
  private static int[] columns(SeriesSet set, boolean withTruth) {
    IntStream seen =
        Stream.of(set.observedChannels(), set.noiseChannels(), set.inputChannels())
            .flatMapToInt(IntStream::of);
    return withTruth
        ? IntStream.concat(seen, IntStream.of(set.truthChannels())).toArray()
        : seen.toArray();
  }

  /** The same columns of another set with the same observed ones; -1 for a truth it lacks. */
  private static int[] sameColumns(SeriesSet own, int[] columns, SeriesSet other) {
    int[] seen = columns(other, false);
    List<String> names = other.channels().stream().map(Channel::name).toList();
    int[] same = Arrays.copyOf(seen, columns.length);
    for (int i = seen.length; i < same.length; i++) {
      same[i] = names.indexOf(own.channels().get(columns[i]).name());
    }
    return same;
  }

  private static Series selected(Series series, int[] columns, int from, int to) {
    double[][] values = new double[to - from][columns.length];
    for (int t = from; t < to; t++) {
      for (int d = 0; d < columns.length; d++) {
        values[t - from][d] = columns[d] < 0 ? Double.NaN : series.value(t, columns[d]);
      }
    }
    return new Series(series.name(), Arrays.copyOfRange(series.times(), from, to), values);
  }

  public Dataset dataset() {
    return dataset;
  }

  /** Estimates with the model. */
  public Estimator estimator() {
    return fitting.estimator();
  }

  /** What it thinks of the rows that are scored, series by series; at least one. */
  public List<Answers> answers() {
    return answers;
  }

  /** How good it is on what it was not trained on, beside the best linear model. */
  public Scores scores() {
    Scores scores = fitting.scores(answers);
    return linear().map(best -> scores.and(best.scores())).orElse(scores);
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
