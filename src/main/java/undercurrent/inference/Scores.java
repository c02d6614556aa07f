package undercurrent.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import undercurrent.math.Randomness;
import undercurrent.model.SequenceModel;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.SeriesSet;

/**
 * How good a model is on rows that it was not trained on, beside forecasts that need no model.
 *
 * <p>The forecast starts in the middle of a series that is wholly tested, or where the tested rows
 * of a series begin.
 *
 * @param part what was scored: the test part, without one the validation part, else the training
 *     part
 * @param list one for each kind and channel
 * @param frames of a film, one for each kind; else empty
 * @param leads of a track, by how far ahead; else empty
 * @param logLikelihood of the tested series from their first row on, of a deep model estimated by
 *     particles, in nats per time step in the model's units; NaN when rows of them were trained on
 * @param logLikelihoodError its standard error from one set of particles to another; NaN where
 *     nothing is drawn
 */
public record Scores(
    Part part,
    List<Score> list,
    List<FrameScore> frames,
    List<LeadError> leads,
    double logLikelihood,
    double logLikelihoodError) {
  public Scores {
    list = List.copyOf(list);
    frames = List.copyOf(frames);
    leads = List.copyOf(leads);
  }

  /** The same with others beside. */
  public Scores and(List<Score> others) {
    List<Score> all = new ArrayList<>(list);
    all.addAll(others);
    return new Scores(part, all, frames, leads, logLikelihood, logLikelihoodError);
  }

  /**
   * Scores a deep model on the part that it has seen least of.
   *
   * @param answers of the estimator to the rows of that part
   */
  public static Scores of(
      List<Answers> answers, Estimator estimator, SequenceModel model, Dataset data, long seed) {
    return new Scorer(estimator, data)
        .score(
            answers,
            part ->
                data.source().isTrack()
                    ? new LeadErrors(model, data, estimator.level())
                        .measure(part, Randomness.of(seed).named("leads"))
                    : List.of());
  }

  /** Scores a model whose forecasts need no drawing. */
  public static Scores of(List<Answers> answers, Estimator estimator, Dataset data) {
    return new Scorer(estimator, data)
        .score(answers, part -> data.source().isTrack() ? leads(estimator, data, part) : List.of());
  }

  /** From every row of the tracks that has two positions of its part behind it. */
  private static List<LeadError> leads(Estimator estimator, Dataset data, Part part) {
    LeadSums sums = new LeadSums(data.source());
    for (Rows rows : rows(data, part)) {
      for (int seen = rows.from() + 2; seen < rows.to(); seen++) {
        Estimate ahead = estimator.forecast(rows.series(), seen, LeadSums.FARTHEST);
        sums.add(rows, seen, ahead.observation().mean().all(), LeadSums.NO_CONE);
      }
    }
    return sums.errors();
  }

  /**
   * The rows of one series that belong to a part: {@code from .. to-1}.
   *
   * @param estimated the rows that are estimated alone, these among them; empty for all
   */
  public record Rows(int series, int from, int to, Optional<SeriesPart> estimated) {
    /** Of a series that is estimated whole. */
    public Rows(int series, int from, int to) {
      this(series, from, to, Optional.empty());
    }

    /** The same, of a long film only some rows after the first that is forecast. */
    private Rows answered(SeriesSet set) {
      int seen = seen(set);
      Optional<SeriesPart> part = SeriesPart.ofFilm(set, series, seen, to - seen);
      return part.map(p -> new Rows(series, seen, seen + p.ahead(to - seen), part)).orElse(this);
    }

    boolean isWhole(SeriesSet set) {
      return from == 0 && to == set.series().get(series).length();
    }

    /** Where a scored forecast starts: so many rows have been seen. */
    public int seen(SeriesSet set) {
      return isWhole(set) ? Math.max(1, to / 2) : from;
    }
  }

  /** The part that is scored, and its rows. */
  public static List<Rows> rows(Dataset data) {
    return rows(data, scored(data));
  }

  /** Those of them that are answered: of large films, not all. */
  static List<Rows> answered(Dataset data) {
    List<Rows> all = rows(data);
    SeriesSet set = data.source();
    int some = WideSeries.answered(set, all.stream().map(Rows::series).toList());
    return all.stream().limit(some).map(rows -> rows.answered(set)).toList();
  }

  /** The part that is scored: what a model was trained on least. */
  public static Part scored(Dataset data) {
    if (!data.test().isEmpty()) return Part.TEST;
    return data.validation().isEmpty() ? Part.TRAINING : Part.VALIDATION;
  }

  static List<Rows> rows(Dataset data, Part part) {
    SeriesSet set = data.source();
    List<Rows> rows = new ArrayList<>();
    for (int s = 0; s < set.series().size(); s++) {
      int length = set.series().get(s).length();
      int from = set.split().start(part, s, length);
      int to = set.split().end(part, s, length);
      if (to > from) rows.add(new Rows(s, from, to));
    }
    return rows;
  }

  /** Adds all up. */
  private static final class Scorer {
    /** Rows over which the filter is run again to see how much it varies. */
    private static final int MOST_REPEATED = 2000;

    private final Estimator estimator;
    private final Dataset data;
    private final SeriesSet set;
    private final Baselines baselines;
    private final double[] mean;
    private final double range;
    private final Map<String, ScoreMeter> meters = new LinkedHashMap<>();
    private double logLikelihood;
    private long steps;
    private double variance;
    private long repeated;

    Scorer(Estimator estimator, Dataset data) {
      this.estimator = estimator;
      this.data = data;
      this.set = data.source();
      this.baselines = new Baselines(set);
      this.mean = baselines.trainingMean();
      this.range = FrameMeter.range(set);
    }

    Scores score(List<Answers> answers, Function<Part, List<LeadError>> leads) {
      Part part = scored(data);
      for (Answers answer : answers) {
        Rows rows = answer.rows();
        online(rows, answer.online());
        if (estimator.smooths()) {
          meter("smoothed").add(answer.smoothed(), rows.from(), rows.to());
        }
        answer
            .forecast()
            .ifPresent(forecast -> forecast(rows, forecast, answer.online().predicted()));
      }
      List<Score> list = new ArrayList<>();
      meters.forEach(
          (name, meter) -> {
            boolean seesItsRow = name.equals("filtered") || name.equals("smoothed");
            list.addAll(meter.scores(place -> !seesItsRow || estimator.isNoisy(place)));
          });
      // The variance grows with the rows, of which only some were repeated.
      double error = Math.sqrt(variance * steps / repeated) / steps;
      return new Scores(
          part,
          list,
          meters.values().stream().flatMap(meter -> meter.frameScore().stream()).toList(),
          leads.apply(part),
          steps == 0 ? Double.NaN : logLikelihood / steps,
          steps == 0 ? Double.NaN : error);
    }

    private ScoreMeter meter(String name) {
      return meters.computeIfAbsent(name, n -> new ScoreMeter(n, estimator.level(), set, range));
    }

    private void online(Rows rows, Estimator.Online online) {
      // Nothing can persist into the first row, so that it is not scored.
      int first = Math.max(1, rows.from());
      meter("predicted").add(online.predicted(), first, rows.to());
      addPoints(
          "predicted: persistence",
          rows.series(),
          first,
          rows.to(),
          row -> baselines.persistence(rows.series(), row));
      meter("filtered").add(online.filtered(), rows.from(), rows.to());
      if (rows.isWhole(set)) {
        logLikelihood += online.logLikelihood();
        steps += rows.to();
        long allowed = WideSeries.rows(MOST_REPEATED, set.observedChannels().length);
        int some = (int) Math.min(rows.to(), allowed - repeated);
        if (some > 0) {
          variance += estimator.logLikelihoodVariance(rows.series(), some);
          repeated += some;
        }
      }
    }

    private void forecast(Rows rows, Estimate forecast, Estimate predicted) {
      int seen = rows.seen(set);
      int series = rows.series();
      meter("forecast").add(forecast, seen, rows.to());
      // The same rows, each after all rows before it: fed with what was observed, not with itself.
      meter("forecast: one step ahead").add(predicted, seen, rows.to());
      double[] last = baselines.persistence(series, seen);
      int to = rows.to();
      addPoints("forecast: persistence", series, seen, to, row -> last);
      if (!set.isTrack()) {
        addPoints(
            "forecast: seasonal naive",
            series,
            seen,
            to,
            row -> baselines.seasonal(series, seen, row));
        addPoints("forecast: mean", series, seen, to, row -> mean);
      } else if (seen >= 2) {
        addPoints(
            "forecast: constant velocity",
            series,
            seen,
            to,
            row -> baselines.constantVelocity(series, seen, row - seen + 1));
      }
    }

    /** Adds what a baseline says of the rows {@code from .. to-1} of a series. */
    private void addPoints(
        String name, int series, int from, int to, IntFunction<double[]> baseline) {
      // A baseline without any rows has no line.
      if (from >= to) return;
      ScoreMeter meter = meter(name);
      for (int row = from; row < to; row++) meter.addPoint(series, row, baseline.apply(row));
    }
  }
}
