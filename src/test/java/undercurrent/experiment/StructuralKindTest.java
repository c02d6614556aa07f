package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.inference.Estimate;
import undercurrent.kind.Catalogue;
import undercurrent.math.Randomness;
import undercurrent.model.exact.ExactFit;
import undercurrent.model.exact.FittedQuantity;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;

/** What can be added to a level, a trend and a season by settings. */
final class StructuralKindTest {

  /** A slow level, and a wave of 14 steps that keeps .97 of itself. */
  private static SeriesSet waving(int rows) {
    Randomness random = Randomness.of(31);
    double angle = 2 * Math.PI / 14;
    double level = 50;
    double wave = 3;
    double other = 0;
    StringBuilder table = new StringBuilder("t,x [m]\n");
    for (int t = 0; t < rows; t++) {
      double x = level + wave + 0.3 * random.normal();
      table.append(String.format(Locale.ROOT, "%d,%.5f%n", t, x));
      double next = 0.97 * (wave * Math.cos(angle) + other * Math.sin(angle));
      other = 0.97 * (-wave * Math.sin(angle) + other * Math.cos(angle)) + 0.5 * random.normal();
      wave = next + 0.5 * random.normal();
      level += 0.1 * random.normal();
    }
    return Fits.whole(Fits.read(table.toString()));
  }

  @Test
  void aCycleHasItsPeriodAndDampingAndAStateOfItsOwn() {
    SeriesSet set = waving(500);
    Run plain = Fits.fitted(set, "kind", "level");
    Run run = Fits.fitted(set, "kind", "level", "cycle", true);
    ExactFit fit = Fits.fit(run);
    near(14, Fits.quantity(fit, "cycle period"));
    near(0.97, Fits.quantity(fit, "cycle damping"));
    near(0.25, Fits.quantity(fit, "cycle variance"));
    near(0.09, Fits.quantity(fit, "irregular variance"));
    assertEquals("steps", Fits.quantity(fit, "cycle period").unit());
    assertEquals("m²", Fits.quantity(fit, "cycle variance").unit());
    assertTrue(fit.aic() < Fits.fit(plain).aic() - 50);
    Estimate smoothed = run.estimator().smoothed(0);
    assertEquals(List.of("level", "cycle"), smoothed.latentNames());
    double scale = run.dataset().preparation().scale(0);
    double mean =
        smoothed.observation().mean().at(7, 0) - scale * sum(smoothed.latent().mean().row(7));
    for (int t = 0; t < 500; t += 11) {
      double parts = mean + scale * sum(smoothed.latent().mean().row(t));
      assertEquals(smoothed.observation().mean().at(t, 0), parts, 1e-6);
    }
  }

  /**
   * Level and season without a slope, held against the joint Gaussian: every value is a sum of the
   * noises before it and of a start of which nothing is known, whose density is that of what is
   * left when the start is fixed, -½ (log |V| + log |X'V⁻¹X| + y'Py + (n - d) log 2π).
   */
  @Test
  void levelAndSeasonWithoutSlopeHaveTheDensityOfTheJointGaussian() {
    int s = 4;
    int n = 60;
    Randomness random = Randomness.of(8);
    StringBuilder table = new StringBuilder("t,x\n");
    double level = 10;
    for (int t = 0; t < n; t++) {
      level += 0.4 * random.normal();
      double x = level + new double[] {3, -1, 0.5, -2.5}[t % s] + 0.6 * random.normal();
      table.append(String.format(Locale.ROOT, "%d,%.6f%n", t, x));
    }
    SeriesSet set = Fits.whole(Fits.read(table.toString()));
    Run run = Fits.fitted(set, "kind", "seasonal", "season", s, "slope", false);
    ExactFit fit = Fits.fit(run);
    List<String> names = fit.quantities().stream().map(FittedQuantity::name).toList();
    assertEquals(List.of("level variance", "seasonal variance", "irregular variance"), names);
    double[] q = fit.quantities().stream().mapToDouble(FittedQuantity::value).toArray();
    double most = levelAndSeason(q, s, set);
    assertEquals(most, fit.logLikelihood().value(), 1e-6);
    for (int i : new int[] {0, 2}) {
      for (double factor : new double[] {0.95, 1.05}) {
        double[] beside = q.clone();
        beside[i] *= factor;
        assertTrue(levelAndSeason(beside, s, set) < most, names.get(i));
      }
    }
    Estimate ahead = run.estimator().forecast(0, n, 2 * s);
    double[][] mean = ahead.observation().mean().all();
    for (int h = 0; h < s; h++) assertEquals(mean[h][0], mean[h + s][0], 1e-9, "no slope");
  }

  private static double levelAndSeason(double[] q, int s, SeriesSet set) {
    double[] x = set.series().getFirst().channel(0);
    int n = x.length;
    // The state is (level, season now, of the steps before): level walks, seasons sum to noise.
    double[][] f = new double[s][s];
    f[0][0] = 1;
    for (int j = 1; j < s; j++) f[1][j] = -1;
    for (int j = 2; j < s; j++) f[j][j - 1] = 1;
    SimpleMatrix transition = new SimpleMatrix(f);
    SimpleMatrix see = new SimpleMatrix(1, s);
    see.set(0, 0, 1);
    see.set(0, 1, 1);
    List<SimpleMatrix> reach = new ArrayList<>();
    SimpleMatrix row = see;
    for (int t = 0; t < n; t++, row = row.mult(transition)) reach.add(row);
    SimpleMatrix v = new SimpleMatrix(n, n);
    SimpleMatrix start = new SimpleMatrix(n, s);
    SimpleMatrix y = new SimpleMatrix(n, 1, true, x);
    for (int a = 0; a < n; a++) {
      for (int j = 0; j < s; j++) start.set(a, j, reach.get(a).get(0, j));
      for (int b = 0; b < n; b++) {
        double sum = a == b ? q[2] : 0;
        for (int k = 1; k <= Math.min(a, b); k++) {
          SimpleMatrix from = reach.get(a - k);
          SimpleMatrix to = reach.get(b - k);
          sum += q[0] * from.get(0, 0) * to.get(0, 0) + q[1] * from.get(0, 1) * to.get(0, 1);
        }
        v.set(a, b, sum);
      }
    }
    SimpleMatrix weighed = v.solve(y);
    SimpleMatrix left = start.transpose().mult(v.solve(start));
    SimpleMatrix right = start.transpose().mult(weighed);
    double square =
        y.transpose().mult(weighed).get(0) - right.transpose().mult(left.solve(right)).get(0);
    double logs = Math.log(v.determinant()) + Math.log(left.determinant());
    return -0.5 * (square + logs + (n - s) * Math.log(2 * Math.PI));
  }

  private static double sum(double[] parts) {
    double sum = 0;
    for (double part : parts) sum += part;
    return sum;
  }

  private static void near(double truth, FittedQuantity found) {
    assertEquals(truth, found.value(), 3 * found.standardError(), found.name());
    assertTrue(found.standardError() < truth / 2, found.toString());
  }

  @Test
  void anAutoregressionStandsBesideATrend() {
    Run run = Fits.fitted(waving(300), "kind", "trend", "autoregression", 2);
    ExactFit fit = Fits.fit(run);
    // A wave that fades is an ARMA(2, 1): its AR(2) has 2 ρ cos λ and -ρ².
    assertEquals(2 * 0.97 * Math.cos(2 * Math.PI / 14), Fits.quantity(fit, "ar1").value(), 0.1);
    assertEquals(-0.97 * 0.97, Fits.quantity(fit, "ar2").value(), 0.1);
    assertEquals(List.of("trend", "slope", "AR(2)"), run.estimator().smoothed(0).latentNames());
  }

  @Test
  void aSeasonWithACycleIsNotMistakenForIt() {
    SeriesSet set = Fits.whole(Fits.sample("02_air_passengers"));
    Run run = Fits.fitted(set, "kind", "seasonal", "season", 12, "cycle", true, "transform", "log");
    double period = Fits.quantity(Fits.fit(run), "cycle period").value();
    // Within 1/144 of the season's frequencies the two could not be told apart.
    double harmonic = 12 / period;
    assertTrue(Math.abs(harmonic - Math.max(1, Math.rint(harmonic))) >= 12 / 144.0, "" + period);
    List<String> names = run.estimator().smoothed(0).latentNames();
    assertEquals(List.of("trend", "slope", "seasonal", "cycle"), names);
  }

  /** A cycle that is shorter than the season, and not one of its waves, is found. */
  @Test
  void aCycleShorterThanTheSeasonIsFound() {
    SeriesSet set = SeriesFiles.open(Path.of("src/test/resources/cases/season_and_cycle.csv"));
    Run run = Fits.fitted(set, "kind", "seasonal", "season", 12, "cycle", true);
    ExactFit fit = Fits.fit(run);
    assertEquals(-138.8806, fit.logLikelihood().value(), 1e-3);
    assertEquals(10.23, Fits.quantity(fit, "cycle period").value(), 0.01);
    assertEquals(0.996, Fits.quantity(fit, "cycle damping").value(), 0.001);
    assertEquals(0.046, Fits.quantity(fit, "level variance").value(), 0.001);
    assertEquals(0.913, Fits.quantity(fit, "irregular variance").value(), 0.001);
  }

  /** What a process without differences is called, and the states of one with them. */
  @ParameterizedTest
  @CsvSource({
    "'2,0,0', '0,0,0', AR(2)",
    "'1,0,1', '0,0,0', 'ARIMA(1,0,1)'",
    "'0,1,1', '0,0,0', differences",
    "'1,1,0', '1,0,0', differences"
  })
  void theStateOfAnArimaProcessIsTheProcess(String order, String seasonal, String name) {
    Run run = Fits.fitted(waving(80), "kind", "arima", "order", order, "seasonalOrder", seasonal);
    assertEquals(List.of(name), run.estimator().smoothed(0).latentNames());
    assertEquals(80, run.estimator().smoothed(0).length());
    assertTrue(Double.isFinite(run.estimator().forecast(0, 80, 9).observation().mean().at(8, 0)));
  }

  /** Of rows that know their noise it takes the place of the irregular part, whatever is added. */
  @ParameterizedTest
  @CsvSource({"level, true, 0", "trend, false, 1", "seasonal, true, 1", "arima, false, 0"})
  void rowsThatKnowTheirNoiseKeepIt(String kind, boolean cycle, int autoregression) {
    Randomness random = Randomness.of(2);
    StringBuilder table = new StringBuilder("t,x,x_sd\n");
    for (int t = 0; t < 90; t++) {
      double sd = t % 3 == 0 ? 1 : 0.1;
      double x = 30 + Math.sin(0.5 * t) + 0.02 * t + sd * random.normal();
      table.append(String.format(Locale.ROOT, "%d,%.5f,%.2f%n", t, x, sd));
    }
    SeriesSet set = Fits.whole(Fits.read(table.toString()));
    Run run =
        Fits.fitted(
            set,
            "kind",
            kind,
            "season",
            4,
            "cycle",
            cycle,
            "autoregression",
            autoregression,
            "order",
            "1,0,0");
    assertTrue(Fits.fit(run).quantities().stream().noneMatch(q -> q.name().contains("irregular")));
    Estimate smoothed = run.estimator().smoothed(0);
    double bad =
        smoothed.observation().upper().at(30, 0) - smoothed.observation().lower().at(30, 0);
    double good =
        smoothed.observation().upper().at(31, 0) - smoothed.observation().lower().at(31, 0);
    assertTrue(bad > 1.5 * good, kind + " " + bad + " " + good);
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Fits.fitted(set, "kind", kind, "transform", "log", "season", 4));
    assertTrue(String.valueOf(e.getMessage()).contains("set 'transform' to none"));
  }

  @Test
  void tooFewRowsForACycleNameTheSetting() {
    SeriesSet set = waving(4);
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> Fits.fitted(set, "kind", "level", "cycle", true));
    assertTrue(String.valueOf(e.getMessage()).contains("set 'cycle' to false"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "order, '1,1'",
    "order, '1,3,1'",
    "order, -1",
    "seasonalOrder, '5,0,0'",
    "process, matern",
    "seasonForm, sine",
    "cycle, perhaps",
    "autoregression, 13"
  })
  void whatIsNoChoiceIsSaid(String key, String value) {
    Catalogue catalogue = Catalogue.standard();
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> catalogue.chosen(catalogue.knowing(key).getFirst()).with(key, value));
    String sentence = String.valueOf(e.getMessage());
    assertTrue(sentence.contains("'" + key + "'") && sentence.endsWith("."), sentence);
  }
}
