package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Estimate;
import undercurrent.inference.LeadError;
import undercurrent.inference.Scores;
import undercurrent.math.Randomness;
import undercurrent.model.exact.FittedQuantity;
import undercurrent.series.Geo;
import undercurrent.series.Part;
import undercurrent.series.Samples;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.training.Training;

/** Tracks on the Earth by constant velocity. */
class ConstantVelocityTest {
  private static final SeriesSet STORMS = Samples.find("storms").orElseThrow().open();

  private static Run fitted(SeriesSet set) {
    Run run = Run.of(Recipe.of(set).with("kind", "trend").experiment(set));
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    return run;
  }

  /** A track of so many kilometres a row, from a place on the Earth; NaN rows are not seen. */
  private static SeriesSet tracks(int count, int rows, double noiseKm, double kickKm, long seed) {
    Randomness random = Randomness.of(seed);
    List<Series> series = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      double[] times = new double[rows];
      double[][] values = new double[rows][2];
      double[] at = {20 + 30 * random.normal() / 3, 179};
      double east = 40 + 10 * random.normal();
      double north = 20 * random.normal();
      for (int t = 0; t < rows; t++) {
        times[t] = 0.25 * t;
        values[t] =
            Geo.moved(
                at[0], at[1], 1000 * noiseKm * random.normal(), 1000 * noiseKm * random.normal());
        at = Geo.moved(at[0], at[1], 1000 * east, 1000 * north);
        east += kickKm * random.normal();
        north += kickKm * random.normal();
      }
      series.add(new Series("track " + s, times, values));
      parts.add(s % 4 == 3 ? Part.TEST : Part.TRAINING);
    }
    return new SeriesSet(
        "made", STORMS.channels().subList(0, 2), STORMS.time(), series, new Split(parts, 1, 1));
  }

  /** Across the dateline, with a noise that is known. */
  @Test
  void noiseIsLearnedAndAForecastGoesOnWithItsVelocity() {
    SeriesSet set = tracks(24, 40, 3, 2, 5);
    Run run = fitted(set);
    Diagnosis told = run.diagnosis(3).orElseThrow();
    double noise = quantity(told, "measurement noise variance");
    assertEquals(9, noise, 1.5);
    Estimate smoothed = run.estimator().smoothed(3);
    Estimate forecast = run.estimator().forecast(3, 30, 10);
    double[][] seen = set.series().get(3).values();
    double[] near = smoothed.observation().mean().row(29);
    assertTrue(km(near, seen[29]) < 9, "" + km(near, seen[29]));
    // The forecast moves on by a step much like the last ones.
    double[] first = forecast.observation().mean().row(0);
    double[] second = forecast.observation().mean().row(1);
    assertEquals(km(seen[20], seen[29]) / 9, km(first, second), 15);
    // The band has the width of both directions beside the mean, also across the dateline.
    for (int t = 0; t < 10; t++) {
      double lower = forecast.observation().lower().at(t, 1);
      double upper = forecast.observation().upper().at(t, 1);
      assertTrue(lower < upper && upper - lower < 20, lower + " " + upper);
    }
    int inside = 0;
    int all = 0;
    for (int s = 3; s < 24; s += 4) {
      Estimate predicted = run.estimator().predicted(s);
      double[][] values = set.series().get(s).values();
      for (int t = 2; t < 40; t++) {
        all++;
        double v = values[t][0];
        if (v > predicted.observation().lower().at(t, 0)
            && v < predicted.observation().upper().at(t, 0)) inside++;
      }
    }
    assertEquals(0.9, (double) inside / all, 0.06);
  }

  private static double quantity(Diagnosis told, String name) {
    return told.fit().quantities().stream()
        .filter(q -> q.name().equals(name))
        .mapToDouble(FittedQuantity::value)
        .findFirst()
        .orElseThrow();
  }

  private static double km(double[] a, double[] b) {
    return Geo.distanceKm(a[0], a[1], b[0], b[1]);
  }

  /** Without noise and kicks the next place is known, wherever on the Earth that is. */
  @Test
  void aStraightTrackIsForecastToTheKilometre() {
    SeriesSet set = tracks(8, 30, 0.01, 0.01, 6);
    Estimate forecast = fitted(set).estimator().forecast(3, 20, 8);
    for (int h = 0; h < 8; h++) {
      double[] mean = forecast.observation().mean().row(h);
      double off = km(mean, set.series().get(3).values()[20 + h]);
      assertTrue(off < 1.5, h + ": " + off);
    }
  }

  @Test
  void stormsAreScoredByGreatCirclesBesideConstantVelocity() {
    Run run = fitted(STORMS);
    Scores scores = Trained.of(run.experiment()).scores();
    LeadError day = scores.leads().get(2);
    assertEquals(24, day.hours(), 1e-9);
    assertEquals(177.8, day.constantVelocity(), 0.1);
    assertTrue(day.model() < day.constantVelocity() + 5, "" + day.model());
    assertTrue(
        scores.list().stream().anyMatch(s -> s.name().equals("predicted") && s.unit().equals("m")));
  }
}
