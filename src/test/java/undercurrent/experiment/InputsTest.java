package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.figure.Figures;
import undercurrent.inference.Estimate;
import undercurrent.math.Randomness;
import undercurrent.model.exact.ExactFit;
import undercurrent.model.exact.FittedQuantity;
import undercurrent.series.Channel;
import undercurrent.series.ColumnUse;
import undercurrent.series.ImportChoices;
import undercurrent.series.SeriesException;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;

/** Regression on columns that act on the observed ones. */
final class InputsTest {
  @TempDir private Path folder = Path.of("");

  private static String table(String header, int rows, IntToDoubleFunction... columns) {
    return IntStream.range(0, rows)
        .mapToObj(
            t ->
                t
                    + Arrays.stream(columns)
                        .map(c -> String.format(Locale.ROOT, ",%.6f", c.applyAsDouble(t)))
                        .collect(Collectors.joining()))
        .collect(Collectors.joining("\n", "t," + header + "\n", "\n"));
  }

  private static double[] normals(long seed, int count) {
    Randomness random = Randomness.of(seed);
    return IntStream.range(0, count).mapToDouble(t -> random.normal()).toArray();
  }

  /** A random walk seen with noise, and an input that adds 1.7 of itself. */
  private static SeriesSet walking() {
    double[] steps = normals(3, 40);
    double[] level = new double[40];
    for (int t = 1; t < 40; t++) level[t] = level[t - 1] + 0.5 * steps[t];
    double[] u = normals(13, 40);
    double[] noise = normals(23, 40);
    return Fits.whole(
        Fits.read(
            table(
                "x [m],u_push [kN]", 40, t -> level[t] + 1.7 * u[t] + 0.8 * noise[t], t -> u[t])));
  }

  @Test
  void aColumnCalledUActsOnTheOthers() {
    SeriesSet set = walking();
    assertArrayEquals(new int[] {0}, set.observedChannels());
    assertArrayEquals(new int[] {1}, set.inputChannels());
    assertEquals(
        new Channel("u_push", "kN", Channel.Kind.REAL, Channel.Role.INPUT), set.channels().get(1));
    // A wind has two components, and a lonely column is a measurement.
    assertEquals(0, Fits.read("t,u,v\n1,2,3\n2,3,4\n3,4,4\n").inputChannels().length);
    assertEquals(0, Fits.read("t,u\n1,2\n2,3\n3,4\n").inputChannels().length);
    assertEquals(1, Fits.read("t,u1,u2_obs\n1,2,3\n2,3,4\n3,4,4\n").observedChannels().length);
  }

  /**
   * The density of all values at once under a diffuse level, by generalised least squares: -½ (log
   * |V| + log |1'V⁻¹1| + e'Pe + (n - 1) log 2π) with e = x - β u.
   */
  private static double density(SeriesSet set, double level, double irregular, double effect) {
    double[] x = set.series().getFirst().channel(0);
    double[] u = set.series().getFirst().channel(1);
    int n = x.length;
    SimpleMatrix v = new SimpleMatrix(n, n);
    SimpleMatrix e = new SimpleMatrix(n, 1);
    SimpleMatrix one = new SimpleMatrix(n, 1);
    for (int i = 0; i < n; i++) {
      e.set(i, x[i] - effect * u[i]);
      one.set(i, 1);
      for (int j = 0; j < n; j++) {
        v.set(i, j, level * Math.min(i, j) + (i == j ? irregular : 0));
      }
    }
    double ones = one.transpose().mult(v.solve(one)).get(0);
    double both = one.transpose().mult(v.solve(e)).get(0);
    double square = e.transpose().mult(v.solve(e)).get(0) - both * both / ones;
    double logs = Math.log(v.determinant()) + Math.log(ones);
    return -0.5 * (square + logs + (n - 1) * Math.log(2 * Math.PI));
  }

  @Test
  void theEffectIsThatOfGeneralisedLeastSquaresWithItsError() {
    SeriesSet set = walking();
    ExactFit fit = Fits.fit(Fits.fitted(set, "kind", "level"));
    double level = Fits.quantity(fit, "level variance").value();
    double irregular = Fits.quantity(fit, "irregular variance").value();
    FittedQuantity effect = Fits.quantity(fit, "effect of u_push");
    assertEquals("m per kN", effect.unit());
    assertEquals(1.7, effect.value(), 3 * effect.standardError());
    double most = density(set, level, irregular, effect.value());
    assertEquals(most, fit.logLikelihood().value(), 1e-4);
    // Minus the Hessian in (log level, log irregular, effect), by differences of the density.
    double[] at = {Math.log(level), Math.log(irregular), effect.value()};
    SimpleMatrix information = new SimpleMatrix(3, 3);
    double h = 1e-2;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double sum = 0;
        for (int a : new int[] {-1, 1}) {
          for (int b : new int[] {-1, 1}) {
            double[] p = at.clone();
            p[i] += a * h;
            p[j] += b * h;
            sum += a * b * density(set, Math.exp(p[0]), Math.exp(p[1]), p[2]);
          }
        }
        information.set(i, j, -sum / (4 * h * h));
      }
    }
    SimpleMatrix covariance = information.invert();
    assertEquals(
        Math.sqrt(covariance.get(2, 2)), effect.standardError(), 2e-3 * effect.standardError());
    double error = Fits.quantity(fit, "level variance").standardError();
    assertEquals(level * Math.sqrt(covariance.get(0, 0)), error, 2e-3 * error);
    for (double beside : new double[] {-0.01, 0.01}) {
      assertTrue(density(set, level, irregular, effect.value() + beside) < most);
    }
  }

  /**
   * The Aswan dam of 1899 as a step: nothing is left to the level, and the effect is the difference
   * of two means, with its textbook error.
   */
  @Test
  void theDamExplainsAllThatTheLevelOfTheNileDid() {
    SeriesSet nile = Fits.sample("01_nile");
    double[] year = nile.series().getFirst().times();
    double[] flow = nile.series().getFirst().channel(nile.observedChannels()[0]);
    StringBuilder table = new StringBuilder("year,flow,u_dam\n");
    for (int t = 0; t < flow.length; t++) {
      table.append(String.format(Locale.ROOT, "%d,%f,%d%n", 1871 + t, flow[t], t < 28 ? 0 : 1));
    }
    assertEquals(100, year.length);
    ExactFit fit = Fits.fit(Fits.fitted(Fits.whole(Fits.read(table.toString())), "kind", "level"));
    double before = Arrays.stream(flow, 0, 28).average().orElseThrow();
    double after = Arrays.stream(flow, 28, 100).average().orElseThrow();
    double squares = 0;
    for (int t = 0; t < 100; t++) squares += Math.pow(flow[t] - (t < 28 ? before : after), 2);
    FittedQuantity dam = Fits.quantity(fit, "effect of u_dam");
    assertEquals(-247.78, after - before, 0.01);
    assertEquals(after - before, dam.value(), 0.05);
    // One value fixes the level, so 99 are left.
    double variance = squares / 99;
    assertEquals(variance, Fits.quantity(fit, "irregular variance").value(), 1e-3 * variance);
    double error = Math.sqrt(variance * (1 / 28.0 + 1 / 72.0));
    assertEquals(error, dam.standardError(), 1e-3 * error);
    assertTrue(Fits.quantity(fit, "level variance").value() < 1);
  }

  /** Half of u at once in x, a third of u in y; both channels have models of their own. */
  @ParameterizedTest
  @ValueSource(strings = {"level", "trend", "continuous"})
  void severalChannelsHaveEffectsOfTheirOwn(String kind) {
    double[] u = normals(9, 120);
    double[] noise = normals(19, 240);
    SeriesSet set =
        Fits.whole(
            Fits.read(
                table(
                    "x,y,u",
                    120,
                    t -> Math.sin(t / 9.0) + 0.5 * u[t] + 0.1 * noise[t],
                    t -> Math.cos(t / 9.0) - u[t] / 3 + 0.1 * noise[120 + t],
                    t -> u[t])));
    Run run = Fits.fitted(set, "kind", kind);
    ExactFit fit = Fits.fit(run);
    FittedQuantity x = Fits.quantity(fit, "effect of u of x");
    FittedQuantity y = Fits.quantity(fit, "effect of u of y");
    assertEquals(0.5, x.value(), 4 * x.standardError());
    assertEquals(-1.0 / 3, y.value(), 4 * y.standardError());
    assertTrue(x.standardError() < 0.05 && y.standardError() < 0.05);
    // What is expected of a row moves with its input.
    Estimate predicted = run.estimator().predicted(0);
    double squares = 0;
    for (int t = 20; t < 120; t++) {
      double seen = set.series().getFirst().values()[t][0];
      squares += Math.pow(seen - predicted.observation().mean().at(t, 0), 2);
    }
    assertTrue(Math.sqrt(squares / 100) < 0.3, kind + " " + Math.sqrt(squares / 100));
  }

  /** zₜ₊₁ = .8 zₜ + .5 uₜ, x = z + .3 u + noise: 2.8 where it ends if u stays at 1. */
  @Test
  void anyLinearSystemLearnsHowTheStateAnswersToTheInput() {
    Randomness random = Randomness.of(4);
    int n = 600;
    double[] u = new double[n];
    double[] x = new double[n];
    double z = 0;
    for (int t = 0; t < n; t++) {
      u[t] = t % 25 == 0 ? random.normal() : u[Math.max(0, t - 1)];
      x[t] = z + 0.3 * u[t] + 0.1 * random.normal();
      z = 0.8 * z + 0.5 * u[t] + 0.05 * random.normal();
    }
    SeriesSet set = Fits.read(table("x,u", n, t -> x[t], t -> u[t]));
    Run run = Fits.fitted(set, "kind", "linear", "latentSize", 1);
    ExactFit fit = Fits.fit(run);
    assertEquals(0.3, Fits.quantity(fit, "immediate effect of u").value(), 0.05);
    assertEquals(2.8, Fits.quantity(fit, "lasting effect of u").value(), 0.1);
    assertEquals(0.8, Fits.quantity(fit, "motion 1: kept a step").value(), 0.03);
    // F, B, Q, H, D, d, R, m1 and P1, less the choice of one coordinate
    assertEquals(8, fit.parameters());
    Estimate ahead = run.estimator().forecast(0, 500, 100);
    double squares = 0;
    for (int h = 0; h < 100; h++) {
      squares += Math.pow(x[500 + h] - ahead.observation().mean().at(h, 0), 2);
    }
    double without = rmse(Fits.read(table("x", n, t -> x[t])), x);
    assertTrue(Math.sqrt(squares / 100) < 0.2, "" + Math.sqrt(squares / 100));
    assertTrue(without > 0.6, "" + without);
  }

  private static double rmse(SeriesSet set, double[] x) {
    Run run = Fits.fitted(set, "kind", "linear", "latentSize", 1);
    Estimate ahead = run.estimator().forecast(0, 500, 100);
    double squares = 0;
    for (int h = 0; h < 100; h++) {
      squares += Math.pow(x[500 + h] - ahead.observation().mean().at(h, 0), 2);
    }
    return Math.sqrt(squares / 100);
  }

  /** Rows without a value tell what the input will be; beyond them it stays, and that is said. */
  @Test
  void aForecastTakesTheInputsOfRowsThatHaveNoValueYet() {
    double[] noise = normals(12, 60);
    DoubleUnaryOperator push = t -> t % 10 < 5 ? 0 : 1;
    StringBuilder table = new StringBuilder("t,x,u\n");
    for (int t = 0; t < 66; t++) {
      String x =
          t < 60
              ? String.format(Locale.ROOT, "%.5f", 4 * push.applyAsDouble(t) + 0.1 * noise[t])
              : "";
      table.append(String.format(Locale.ROOT, "%d,%s,%.0f%n", t, x, push.applyAsDouble(t)));
    }
    SeriesSet set = Fits.whole(Fits.read(table.toString()));
    assertEquals(60, set.series().getFirst().lengthSeen(0));
    Run run = Fits.fitted(set, "kind", "level");
    Estimate known = run.estimator().forecast(0, 60, 6);
    assertEquals("exact", known.method());
    double[][] mean = known.observation().mean().all();
    double step = Fits.quantity(Fits.fit(run), "effect of u").value();
    assertEquals(4, step, 0.1);
    assertEquals(mean[0][0] + step, mean[5][0], 1e-6);
    assertEquals(mean[0][0], mean[4][0], 1e-6);
    Estimate beyond = run.estimator().forecast(0, 60, 12);
    assertEquals(Estimate.INPUTS_HELD, beyond.method());
    String legend = Figures.observed(set, 0, 0, List.of(beyond)).toString();
    assertTrue(legend.contains("given x up to 59, last inputs held"), legend);
    String plain = Figures.observed(set, 0, 0, List.of(known)).toString();
    assertTrue(plain.contains("given x up to 59") && !plain.contains("held"), plain);
    assertEquals(mean[5][0], beyond.observation().mean().at(11, 0), 1e-6);
  }

  @Test
  void anExperimentKeepsItsInputsAndAnotherFileMustHaveThem() {
    Run run = Fits.fitted(walking(), "kind", "level");
    Path file = folder.resolve("inputs.undercurrent");
    ExperimentFile.save(run.experiment(), file);
    Experiment opened = ExperimentFile.open(file);
    assertArrayEquals(new int[] {1}, opened.data().inputChannels());
    double[][] expected = run.estimator().smoothed(0).observation().mean().all();
    assertArrayEquals(
        expected, Trained.of(opened).estimator().smoothed(0).observation().mean().all());
    Trained elsewhere = Trained.of(opened, walking());
    double[][] again = elsewhere.estimator().smoothed(0).observation().mean().all();
    for (int t = 0; t < 40; t++) assertEquals(expected[t][0], again[t][0], 1e-9);
    SeriesSet without = Fits.read("t,x\n1,2\n2,3\n3,4\n");
    Exception e = assertThrows(ExperimentException.class, () -> Trained.of(opened, without));
    assertTrue(String.valueOf(e.getMessage()).contains("has the inputs []"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          t,x,u\\n1,2,0\\n2,3,0\\n3,4,0\\n4,4,0\\n | level | The input 'u' never changes in the training part
          t,x,u1,u2\\n1,2,0,1\\n2,3,1,3\\n3,4,0,1\\n4,4,2,5\\n5,4,0,1\\n6,3,1,3\\n | level | The input 'u2' is a multiple of 'u1' plus a constant in the training part
          t,x,u1,u2,u3\\n1,2,0,1,2\\n2,3,1,0,1\\n3,4,4,2,8\\n4,4,1,5,11\\n5,4,0,1,2\\n6,3,1,0,1\\n7,3,1,0,1\\n | level | The input 'u3' is a sum of multiples of 'u1', 'u2' plus a constant
          t,lat,lon,u\\n1,2,0,1\\n2,3,0,2\\n3,4,0,3\\n4,4,1,2\\n | trend | its linear models take no inputs
          """)
  void whatCannotBeLearnedIsSaid(String table, String kind, String says) {
    SeriesSet set = Fits.read(table.replace("\\n", "\n"));
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> Fits.fitted(set, "kind", kind));
    assertTrue(String.valueOf(e.getMessage()).contains(says), e.getMessage());
  }

  @Test
  void anInputThatIsMissingNamesItsRow() {
    String table = "t,x,u\n1,2,1\n2,3,\n3,4,2\n";
    ImportChoices observed = ImportChoices.AUTOMATIC.withUse("u", ColumnUse.OBSERVED);
    assertEquals(2, SeriesFiles.open("table.csv", table, observed).observedChannels().length);
    Exception e = assertThrows(SeriesException.class, () -> Fits.read(table));
    assertTrue(String.valueOf(e.getMessage()).contains("row 3"), e.getMessage());
    assertTrue(String.valueOf(e.getMessage()).contains("must be known at every row"));
  }
}
