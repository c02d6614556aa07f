package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import undercurrent.inference.Estimate;
import undercurrent.inference.FilterComparison;
import undercurrent.inference.Score;
import undercurrent.inference.Scores;
import undercurrent.series.NoisyPendulum;
import undercurrent.series.Part;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.training.Training;
import undercurrent.training.TrainingUse;

/** Each lesson, trained with its recipe, shows what its sentence promises. */
final class LessonTest {
  private static Trained learned(String id) {
    SeriesSet set = Samples.find(id).orElseThrow().open();
    Recipe recipe = Recipe.of(set);
    assertFalse(recipe.model().uses(TrainingUse.GRADIENTS), id);
    return learned(set, recipe);
  }

  private static Trained learned(SeriesSet set, Recipe recipe) {
    Run run = Run.of(recipe.experiment(set));
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    return Trained.of(run.experiment());
  }

  private static double[] column(Trained lesson, int series, String name) {
    SeriesSet set = lesson.dataset().source();
    for (int c = 0; c < set.channels().size(); c++) {
      if (set.channels().get(c).name().equals(name)) return set.series().get(series).channel(c);
    }
    throw new AssertionError(name);
  }

  /** Of estimates beside the truth, where both are known. */
  private static final class Errors {
    private double squares;
    private int inside;
    private int count;

    /**
     * @param place of the channel among the observed ones
     */
    void add(Estimate estimate, int place, double[] truth, IntPredicate rows) {
      for (int n = 0; n < estimate.length(); n++) {
        int row = estimate.from() + n;
        double mean = estimate.observation().mean().at(n, place);
        if (!rows.test(row) || Double.isNaN(truth[row]) || Double.isNaN(mean)) continue;
        add(mean - truth[row]);
        boolean above = truth[row] >= estimate.observation().lower().at(n, place);
        if (above && truth[row] <= estimate.observation().upper().at(n, place)) inside++;
      }
    }

    void add(double error) {
      squares += error * error;
      count++;
    }

    double rmse() {
      return Math.sqrt(squares / count);
    }

    double coverage() {
      return inside / (double) count;
    }
  }

  /** The smoothed mean where only the truth is known. */
  private static Errors hidden(Trained lesson, String truth) {
    Errors errors = new Errors();
    errors.add(lesson.estimator().smoothed(0), 0, column(lesson, 0, truth), t -> true);
    return errors;
  }

  /** A straight line between the values on both sides of a gap. */
  private static Errors straight(Trained lesson, String truth, String observed) {
    double[] seen = column(lesson, 0, observed);
    double[] known = column(lesson, 0, truth);
    Errors errors = new Errors();
    for (int t = 0; t < seen.length; t++) {
      if (!Double.isNaN(seen[t]) || Double.isNaN(known[t])) continue;
      int before = t;
      int after = t;
      while (Double.isNaN(seen[before])) before--;
      while (Double.isNaN(seen[after])) after++;
      double share = (t - before) / (double) (after - before);
      errors.add(seen[before] + share * (seen[after] - seen[before]) - known[t]);
    }
    return errors;
  }

  private static Score score(Trained lesson, String name) {
    return lesson.scores().list().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Errors on the scored rows from the third of a series on. */
  private record Beside(
      Errors noise, Errors filtered, Errors smoothed, Errors predicted, Errors persistence) {
    static Beside of(Trained lesson, int place, String truth, String observed) {
      Beside all = new Beside(new Errors(), new Errors(), new Errors(), new Errors(), new Errors());
      for (Scores.Rows rows : Scores.rows(lesson.dataset())) {
        double[] z = column(lesson, rows.series(), truth);
        double[] x = column(lesson, rows.series(), observed);
        int from = Math.max(2, rows.from());
        IntPredicate scored = t -> t >= from && t < rows.to();
        for (int t = from; t < rows.to(); t++) {
          all.noise.add(x[t] - z[t]);
          all.persistence.add(x[t] - x[t - 1]);
        }
        all.filtered.add(lesson.estimator().filtered(rows.series()), place, z, scored);
        all.smoothed.add(lesson.estimator().smoothed(rows.series()), place, z, scored);
        all.predicted.add(lesson.estimator().predicted(rows.series()), place, x, scored);
      }
      return all;
    }
  }

  @Test
  void hiddenYearsOfTheNileLieInTheBand() {
    Trained nile = learned("lesson-nile");
    Errors hidden = hidden(nile, "flow_true");
    assertEquals(40, hidden.count);
    // 36 of 40 are expected; the years are not independent.
    assertEquals(0.9, hidden.coverage(), 0.1);
    assertTrue(hidden.rmse() < straight(nile, "flow_true", "flow_obs").rmse());
    assertTrue(score(nile, "forecast").rmse() < score(nile, "forecast: persistence").rmse());
  }

  @Test
  void aHiddenYearOfCarbonDioxideIsFilledByItsSeason() {
    Trained co2 = learned("lesson-co2");
    Errors hidden = hidden(co2, "co2_true");
    assertEquals(53, hidden.count);
    assertEquals(0.9, hidden.coverage(), 0.1);
    assertTrue(hidden.rmse() < 0.5 * straight(co2, "co2_true", "co2_obs").rmse());
    assertTrue(score(co2, "forecast").rmse() < 0.5 * score(co2, "forecast: persistence").rmse());
  }

  @Test
  void theAirlineForecastIsFarBelowPersistence() {
    Trained airline = learned("lesson-airline");
    Score forecast = score(airline, "forecast");
    assertEquals(24, forecast.count());
    assertTrue(forecast.rmse() < 0.4 * score(airline, "forecast: persistence").rmse());
    assertTrue(forecast.coverage() >= 0.8);
    assertTrue(
        score(airline, "predicted").rmse() < 0.4 * score(airline, "predicted: persistence").rmse());
  }

  @Test
  void anOscillatorIsFoundFarBelowItsNoise() {
    Trained oscillator = learned("lesson-oscillator");
    Beside beside = Beside.of(oscillator, 0, "position", "position_obs");
    assertEquals(0.1, beside.noise.rmse(), 0.01);
    assertTrue(beside.smoothed.rmse() < 0.3 * beside.noise.rmse());
    assertTrue(beside.filtered.rmse() < 0.4 * beside.noise.rmse());
    // What is left of a forecast is the noise itself.
    assertEquals(0.1, score(oscillator, "forecast").rmse(), 0.01);
  }

  @Test
  void trainedOnTheErrorQAndRFollowLidarTargetsBetterThanTheNoisesOwn() {
    Trained lidar = learned("lesson-lidar");
    FilterComparison compared = lidar.estimator().findings().filters().orElseThrow();
    FilterComparison.Filter noise = compared.filters().getFirst();
    double own = compared.filters().getLast().errors().overall();
    assertEquals("noise estimate", noise.name());
    assertEquals(15, noise.errors().bySeries().length);
    assertEquals(806, noise.errors().overall(), 1);
    // The authors' 700 targets and six other sets: 0.82 … 0.87; fifteen targets vary more.
    assertEquals(0.80, own / noise.errors().overall(), 0.03);
    assertTrue(compared.minusOwn(noise).z() > 3);
    // It says how uncertain it is: nine in ten lie in the band of what was predicted.
    assertEquals(0.9, score(lidar, "predicted").coverage(), 0.06);
    for (int place = 0; place < 2; place++) {
      String truth = place == 0 ? "x" : "y";
      Beside beside = Beside.of(lidar, place, truth, truth + "_obs");
      assertTrue(beside.smoothed.rmse() < 0.75 * beside.noise.rmse(), truth);
      assertTrue(beside.filtered.rmse() < beside.noise.rmse(), truth);
      assertTrue(beside.predicted.rmse() < 0.85 * beside.persistence.rmse(), truth);
    }
  }

  @Test
  void turnsAreFoundAndTheSmootherKnowsThemBest() {
    Trained turns = learned("lesson-turns");
    double[] truth = column(turns, 0, "regime_true");
    int filtered = rightTurns(turns.estimator().filtered(0), truth);
    int smoothed = rightTurns(turns.estimator().smoothed(0), truth);
    assertTrue(filtered > 750, filtered + " of 800");
    assertTrue(smoothed > filtered && smoothed > 780, smoothed + " of 800");
    SeriesSet set = turns.dataset().source();
    Run one = Run.of(Recipe.of(set).with("kind", "linear").experiment(set));
    while (one.trainer().status() == Training.Status.READY) one.trainer().step();
    assertTrue(turns.criterion(Part.TEST) > one.criterion(Part.TEST) + 0.3);
  }

  /** Steps at which the right regime is the most probable one, by the better of both names. */
  private static int rightTurns(Estimate estimate, double[] truth) {
    int right = 0;
    for (int t = 0; t < truth.length; t++) {
      if (estimate.regimes()[t][(int) truth[t] - 1] > 0.5) right++;
    }
    return Math.max(right, truth.length - right);
  }

  /** The forecast of who knows the state, and the equations, but not what will push. */
  private static double physics(Trained pendulum) {
    Scores.Rows rows = Scores.rows(pendulum.dataset()).getFirst();
    double[] seen = column(pendulum, 0, "sin_theta_obs");
    double[] z = {
      column(pendulum, 0, "theta")[rows.from() - 1], column(pendulum, 0, "omega")[rows.from() - 1]
    };
    Errors physics = new Errors();
    for (int t = rows.from(); t < rows.to(); t++) {
      z = NoisyPendulum.step(z);
      physics.add(Math.sin(z[0]) - seen[t]);
    }
    return physics.rmse();
  }

  private static double angle(Trained pendulum, Estimate estimate) {
    double[] truth = column(pendulum, 0, "theta");
    Errors errors = new Errors();
    for (int t = 0; t < truth.length; t++) errors.add(estimate.latent().mean().at(t, 0) - truth[t]);
    return errors.rmse();
  }

  @Test
  void knownEquationsForecastAWideSwingWhereALinearModelFails() {
    SeriesSet set = Samples.find("lesson-pendulum").orElseThrow().open();
    Trained linear = learned(set, Recipe.of(set).with("kind", "LINEAR").with("latentSize", 2));
    double physics = physics(linear);
    assertTrue(score(linear, "forecast").rmse() > 1.6 * physics);
    assertTrue(score(linear, "forecast").coverage() < 0.8);
    for (String filter : new String[] {"EKF", "UKF", "BOOTSTRAP"}) {
      // 300 particles would be off by 0.01 from seed to seed.
      Trained known = learned(set, Recipe.of(set).with("filter", filter).with("particles", 1000));
      Score forecast = score(known, "forecast");
      assertTrue(forecast.rmse() < 1.15 * physics, filter + " " + forecast);
      assertTrue(forecast.coverage() > 0.85, filter + " " + forecast);
      Beside beside = Beside.of(known, 0, "sin_theta", "sin_theta_obs");
      assertTrue(beside.smoothed.rmse() < 0.2 * beside.noise.rmse(), filter);
      // The angle itself, which a linear model does not have.
      double filtered = angle(known, known.estimator().filtered(0));
      double smoothed = angle(known, known.estimator().smoothed(0));
      assertEquals(0.18, filtered, 0.02, filter);
      assertTrue(smoothed < 0.75 * filtered, filter + " " + smoothed);
    }
  }
}
