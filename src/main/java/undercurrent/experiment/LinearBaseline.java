package undercurrent.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import undercurrent.inference.Band;
import undercurrent.inference.Estimator;
import undercurrent.inference.Score;
import undercurrent.kind.Catalogue;
import undercurrent.math.StandardNormal;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Support;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;

/**
 * The best linear model of a set, by Akaike's criterion on the training part: what a deep model
 * should be better than, beside forecasts that need no model. It is one of a level, a trend, and
 * where the calendar has a season, a trend with a season; each is fitted to every channel alone.
 *
 * @param kind its id
 * @param aic of the rows of the training part that all kinds predict
 * @param scores of its forecasts, named after it
 */
public record LinearBaseline(String kind, double aic, List<Score> scores) {
  private static final List<String> KINDS = List.of("level", "trend", "seasonal");
  private static final int ITERATIONS = 60;
  private static final double LEVEL = 0.9;
  private static final double UPPER = 0.95;

  /** More numbers than these would keep a person waiting. */
  private static final long MOST_NUMBERS = 30_000;

  private static final int LONGEST_SEASON = 60;

  public LinearBaseline {
    scores = List.copyOf(scores);
  }

  /**
   * Fits them and scores the best; empty for tracks, for values of 0 and 1, for sets that are too
   * large, and where no kind can be fitted.
   */
  public static Optional<LinearBaseline> of(SeriesSet set) {
    if (!isPossible(set)) return Optional.empty();
    boolean hasSeason = hasShortSeason(set);
    int first = hasSeason ? set.calendar().season().orElse(0) + 1 : 2;
    return KINDS.stream()
        .filter(kind -> hasSeason || !kind.equals("seasonal"))
        .flatMap(kind -> fitted(set, kind, first).stream())
        .filter(fitted -> fitted.aic < Double.POSITIVE_INFINITY)
        .min(Comparator.comparingDouble(Fitted::aic))
        .map(best -> new LinearBaseline(best.kind, best.aic, scores(best)));
  }

  private record Fitted(String kind, Run run, double aic) {}

  private static boolean isPossible(SeriesSet set) {
    long numbers = 0;
    for (Series series : set.series()) {
      numbers += (long) series.length() * set.observedChannels().length;
    }
    return !set.isTrack() && Support.of(set) != Support.BINARY && numbers <= MOST_NUMBERS;
  }

  private static boolean hasShortSeason(SeriesSet set) {
    OptionalInt season = set.calendar().season();
    return season.isPresent() && season.getAsInt() <= LONGEST_SEASON;
  }

  private static Optional<Fitted> fitted(SeriesSet set, String kind, int first) {
    try {
      Recipe recipe =
          new Recipe(
              Recipe.onCalendar(Catalogue.standard().usual(), set).with("kind", kind),
              TrainingSettings.defaults());
      Run run = Run.of(recipe.with("epochs", ITERATIONS).experiment(set));
      while (run.trainer().status() == Training.Status.READY) run.trainer().step();
      return run.diagnosis(0)
          .map(d -> new Fitted(kind, run, deviance(run, first) + 2 * d.fit().parameters()));
    } catch (IllegalArgumentException e) {
      // The kind does not take these data, and says so where a person chooses it.
      return Optional.empty();
    }
  }

  /**
   * −2 log p of the training part after its first rows. These only fix diffuse starts, and how many
   * do so differs between kinds.
   */
  private static double deviance(Run run, int first) {
    SeriesSet set = run.dataset().source();
    int[] channels = set.observedChannels();
    Estimator estimator = run.estimator().level(LEVEL);
    double sum = 0;
    for (int s = 0; s < set.series().size(); s++) {
      Series series = set.series().get(s);
      int end = set.split().end(Part.TRAINING, s, series.length());
      if (end <= first) continue;
      Band band = estimator.predicted(s).observation();
      for (int t = first; t < end; t++) {
        for (int d = 0; d < channels.length; d++) {
          double value = series.value(t, channels[d]);
          if (Double.isNaN(value)) continue;
          double sd =
              (band.upper().at(t, d) - band.mean().at(t, d)) / StandardNormal.quantile(UPPER);
          double gap = (value - band.mean().at(t, d)) / sd;
          sum += Math.log(2 * Math.PI) + 2 * Math.log(sd) + gap * gap;
        }
      }
    }
    return sum;
  }

  private static List<Score> scores(Fitted fitted) {
    List<Score> scores = new ArrayList<>();
    for (Score score : fitted.run.finish().scores().list()) {
      boolean isAhead = score.name().equals("predicted") || score.name().equals("forecast");
      if (isAhead) scores.add(score.named(score.name() + ": best linear (" + fitted.kind + ")"));
    }
    return scores;
  }

  /** In a sentence. */
  public String words(Part part) {
    return ExperimentWords.of("baseline." + part, kind);
  }
}
