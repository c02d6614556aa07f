package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.inference.Score;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;

/**
 * The best linear model of a set is that with the least AIC of its kinds, and its scores its own.
 */
final class LinearBaselineTest {
  private static SeriesSet sample(String id) {
    return Samples.find(id).orElseThrow().open();
  }

  @ParameterizedTest
  @CsvSource({"nile, level", "air-passengers, seasonal"})
  void theBestIsTheOneThatTheLiteratureTakes(String id, String expected) {
    assertEquals(expected, LinearBaseline.of(sample(id)).orElseThrow().kind());
  }

  /** −2 log p of the Nile from the third year on, by the filter of a level written out. */
  @Test
  void theAicIsThatOfTheFilterAfterTheFirstRows() {
    SeriesSet set = sample("nile");
    Run run = Fits.fitted(set, "kind", "level");
    double q = Fits.quantity(Fits.fit(run), "level variance").value();
    double r = Fits.quantity(Fits.fit(run), "irregular variance").value();
    double[] x = set.series().getFirst().channel(set.observedChannels()[0]);
    int end = set.split().trainingEnd(x.length);
    double m = x[0];
    double p = r;
    double sum = 0;
    for (int t = 1; t < end; t++) {
      double s = p + q + r;
      double e = x[t] - m;
      if (t >= 2) sum += Math.log(2 * Math.PI * s) + e * e / s;
      double k = (p + q) / s;
      m += k * e;
      p = (p + q) * (1 - k);
    }
    assertEquals(sum + 2 * 2, LinearBaseline.of(set).orElseThrow().aic(), 0.01);
  }

  @Test
  void itsScoresAreThoseOfTheKindItself() {
    SeriesSet set = sample("nile");
    LinearBaseline best = LinearBaseline.of(set).orElseThrow();
    Run level = Fits.fitted(set, "kind", "level");
    double expected = rmse(level.finish().scores().list(), "forecast");
    assertEquals(expected, rmse(best.scores(), "forecast: best linear (level)"), 1e-3 * expected);
  }

  private static double rmse(List<Score> scores, String name) {
    return scores.stream()
        .filter(s -> s.name().equals(name))
        .mapToDouble(Score::rmse)
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " of " + scores));
  }

  /** Beside a deep model, and not beside a linear one. */
  @Test
  void itStandsBesideADeepModelAlone() {
    SeriesSet set = sample("nile");
    Run deep = Run.of(Recipe.of(set).with("kind", "deep").with("epochs", 1).experiment(set));
    deep.trainer().step();
    assertTrue(rmse(deep.finish().scores().list(), "predicted: best linear (level)") > 0);
    Trained linear = Fits.fitted(set, "kind", "trend").finish();
    assertEquals(Optional.empty(), linear.linear());
  }

  @Test
  void tracksHaveNone() {
    assertEquals(Optional.empty(), LinearBaseline.of(sample("storms")));
  }
}
