package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import undercurrent.BesideOthers;
import undercurrent.inference.BetweenRows;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Estimate;
import undercurrent.math.Randomness;
import undercurrent.model.continuous.NamedProcess;
import undercurrent.model.continuous.StateProcess;
import undercurrent.model.exact.ExactFit;
import undercurrent.model.exact.FittedQuantity;
import undercurrent.series.SeriesSet;

/** The kind CONTINUOUS, every process of which is held against its whole covariance matrix. */
@BesideOthers
final class ContinuousKindTest {
  private static final int ROWS = 70;

  /** Of a periodic process, unless another number is set. */
  private static final int WAVES = 3;

  @TempDir private Path folder = Path.of("");

  /** A damped swing with noise, at uneven times, in millimetres and seconds. */
  private static SeriesSet uneven() {
    Randomness random = Randomness.of(21);
    StringBuilder table = new StringBuilder("time_s,x [mm]\n");
    double t = 3;
    for (int i = 0; i < ROWS; i++) {
      t += 0.1 + 0.4 * random.uniform();
      double x = 40 + 5 * Math.cos(1.3 * t) * Math.exp(-0.02 * t) + 0.3 * t + 0.5 * random.normal();
      table.append(String.format(Locale.ROOT, "%.6f,%.6f%n", t, x));
    }
    return Fits.whole(Fits.read(table.toString()));
  }

  /** Cov(z(s), z(t)) of the first dimension, started at zero at {@code first} if it is diffuse. */
  private static double covariance(NamedProcess p, double[] q, double s, double t, double first) {
    double tau = Math.abs(s - t);
    double from = Math.min(s, t) - first;
    return switch (p) {
      case OU -> q[1] * q[0] / 2 * Math.exp(-tau / q[0]);
      case MATERN12 -> q[1] * Math.exp(-tau / q[0]);
      case MATERN32 -> {
        double r = Math.sqrt(3) * tau / q[0];
        yield q[1] * (1 + r) * Math.exp(-r);
      }
      case MATERN52 -> {
        double r = Math.sqrt(5) * tau / q[0];
        yield q[1] * (1 + r + r * r / 3) * Math.exp(-r);
      }
      // once and twice integrated Brownian motion
      case VELOCITY -> q[0] * from * from * (from / 3 + tau / 2);
      case ACCELERATION ->
          q[0] * Math.pow(from, 3) * (from * from / 20 + from * tau / 8 + tau * tau / 12);
      case OSCILLATOR -> {
        double half = 1 / q[1];
        double square = Math.pow(2 * Math.PI / q[0], 2) - half * half;
        double omega = Math.sqrt(square);
        yield q[2]
            * Math.exp(-half * tau)
            * (Math.cos(omega * tau) + half / omega * Math.sin(omega * tau));
      }
      case PERIODIC -> {
        double sum = 0;
        for (int k = 1; k < q.length - 1; k++) {
          sum += q[1 + k] * Math.cos(2 * Math.PI * k * tau / q[0]);
        }
        yield Math.exp(-tau / q[1]) * sum;
      }
    };
  }

  /**
   * The density of all values, of a diffuse start that of what is left when a polynomial of time is
   * fixed: -½ (log |V| + log |X'V⁻¹X| + y'P y + (n - d) log 2π).
   */
  private static double density(NamedProcess p, double[] q, SeriesSet set, double noise) {
    double[] t = set.series().getFirst().times();
    double[] x = set.series().getFirst().channel(0);
    int n = t.length;
    double mean = Arrays.stream(x).average().orElseThrow();
    int d =
        switch (p) {
          case PERIODIC -> 1;
          case VELOCITY -> 2;
          case ACCELERATION -> 3;
          default -> 0;
        };
    SimpleMatrix v = new SimpleMatrix(n, n);
    SimpleMatrix y = new SimpleMatrix(n, 1);
    SimpleMatrix basis = new SimpleMatrix(n, d);
    for (int i = 0; i < n; i++) {
      y.set(i, x[i] - mean);
      double factorial = 1;
      for (int j = 0; j < d; j++) {
        factorial *= Math.max(1, j);
        basis.set(i, j, Math.pow(t[i] - t[0], j) / factorial);
      }
      for (int j = 0; j < n; j++) {
        v.set(i, j, covariance(p, q, t[i], t[j], t[0]) + (i == j ? noise : 0));
      }
    }
    SimpleMatrix weighed = v.solve(y);
    double square = y.transpose().mult(weighed).get(0);
    double logs = Math.log(v.determinant());
    if (d > 0) {
      SimpleMatrix left = basis.transpose().mult(v.solve(basis));
      SimpleMatrix right = basis.transpose().mult(weighed);
      square -= right.transpose().mult(left.solve(right)).get(0);
      logs += Math.log(left.determinant());
    }
    return -0.5 * (square + logs + (n - d) * Math.log(2 * Math.PI));
  }

  /** What the likelihood of a diffuse start counts in the model's units and not in the file's. */
  private static double unit(NamedProcess p, SeriesSet set) {
    double[] t = set.series().getFirst().times();
    double[] gaps = new double[t.length - 1];
    for (int i = 0; i < gaps.length; i++) gaps[i] = t[i + 1] - t[i];
    Arrays.sort(gaps);
    double gap = Math.log(gaps[gaps.length / 2]);
    // A start z = (x, ẋ, ẍ) is counted as x / scale, ẋ gap / scale, ẍ gap² / scale; x has no unit.
    return switch (p) {
      case VELOCITY -> gap;
      case ACCELERATION -> 3 * gap;
      default -> 0;
    };
  }

  @ParameterizedTest
  @EnumSource
  void theMaximumIsOneOfTheWholeMatrixInTheUnitsOfTheFile(NamedProcess process) {
    SeriesSet set = uneven();
    Run run = Fits.fitted(set, "kind", "continuous", "process", process);
    ExactFit fit = Fits.fit(run);
    List<StateProcess.Quantity> quantities = process.of(WAVES).quantities();
    int k = quantities.size();
    double[] q = new double[k];
    for (int i = 0; i < k; i++) {
      FittedQuantity found = fit.quantities().get(i);
      assertEquals(quantities.get(i).name(), found.name());
      q[i] = found.value();
    }
    FittedQuantity noise = fit.quantities().get(k);
    assertEquals("measurement noise", noise.name());
    assertEquals("mm²", noise.unit());
    double most = density(process, q, set, noise.value());
    assertEquals(most + unit(process, set), fit.logLikelihood().value(), 1e-5);
    for (int i = 0; i <= k; i++) {
      double error = fit.quantities().get(i).standardError();
      if (Double.isNaN(error)) continue;
      for (double factor : new double[] {0.97, 1.03}) {
        double[] beside = q.clone();
        if (i < k) beside[i] *= factor;
        double r = noise.value() * (i == k ? factor : 1);
        assertTrue(density(process, beside, set, r) < most + 1e-7, process + " " + i);
      }
    }
  }

  @Test
  void unitsAreThoseOfTheQuantity() {
    SeriesSet set = uneven();
    assertEquals("s", Fits.quantity(of(set, NamedProcess.OU), "time constant").unit());
    assertEquals("mm²/s", Fits.quantity(of(set, NamedProcess.OU), "diffusion").unit());
    ExactFit moving = of(set, NamedProcess.VELOCITY);
    assertEquals("mm²/s³", Fits.quantity(moving, "velocity diffusion").unit());
    ExactFit pushed = of(set, NamedProcess.ACCELERATION);
    assertEquals("mm²/s⁵", Fits.quantity(pushed, "acceleration diffusion").unit());
    assertEquals("s", Fits.quantity(of(set, NamedProcess.OSCILLATOR), "period").unit());
    assertEquals("mm²", Fits.quantity(of(set, NamedProcess.MATERN52), "variance").unit());
  }

  /** A rate without the unit of its time says nothing, nor does a diffuse likelihood. */
  @ParameterizedTest
  @CsvSource({
    "'time_s,x [mm]', mm²/s³, 1 s",
    "'t,x', 1/t³, 1 t",
    "'hours,x', 1/h³, 1 h",
    "'y,x', 1/time step³, 1 time step"
  })
  void theUnitOfTimeStandsBesideRatesAndADiffuseLikelihood(
      String header, String unit, String time) {
    StringBuilder table = new StringBuilder(header + "\n");
    for (int t = 0; t < 30; t++) {
      double first = header.startsWith("y") ? Math.sin(t * t) : t;
      table.append(String.format(Locale.ROOT, "%.4f,%.4f%n", first, 0.1 * t + Math.cos(3 * t)));
    }
    ExactFit fit = of(Fits.read(table.toString()), NamedProcess.VELOCITY);
    String diffusion = header.startsWith("y") ? "velocity diffusion of x" : "velocity diffusion";
    assertEquals(unit, Fits.quantity(fit, diffusion).unit());
    assertEquals("exactly diffuse start, times counted in units of " + time, fit.convention());
    ExactFit proper = of(Fits.read(table.toString()), NamedProcess.OU);
    assertEquals("proper start, all terms", proper.convention());
  }

  private static ExactFit of(SeriesSet set, NamedProcess process) {
    return Fits.fit(Fits.fitted(set, "kind", "continuous", "process", process, "epochs", 3));
  }

  private static double width(Estimate estimate, int row) {
    return estimate.observation().upper().at(row, 0) - estimate.observation().lower().at(row, 0);
  }

  /** Velocity goes on straight, acceleration on a parabola; a smooth random function goes home. */
  @ParameterizedTest
  @EnumSource
  void everyProcessForecastsAndShowsWhatLiesBetweenItsRows(NamedProcess process) {
    SeriesSet set = uneven();
    Run run = Fits.fitted(set, "kind", "continuous", "process", process);
    Diagnosis told = run.diagnosis(0).orElseThrow();
    BetweenRows between = told.between(0).orElseThrow();
    assertTrue(between.difference() < 1e-4, process + " " + between.difference());
    Estimate ahead = run.estimator().forecast(0, ROWS, 5);
    double[][] mean = ahead.observation().mean().all();
    double[] changes = {mean[1][0] - mean[0][0], mean[4][0] - mean[3][0]};
    if (process == NamedProcess.VELOCITY) assertEquals(changes[0], changes[1], 1e-6);
    if (process == NamedProcess.ACCELERATION) {
      double bend = mean[2][0] - 2 * mean[1][0] + mean[0][0];
      assertEquals(bend, mean[4][0] - 2 * mean[3][0] + mean[2][0], 1e-6);
    }
    for (int h = 1; h < 5; h++) assertTrue(width(ahead, h) > width(ahead, h - 1) - 1e-3);
    assertFalse(run.estimator().smoothed(0).latentNames().isEmpty());
  }

  /** A row that was measured badly has a wide band, and no noise is learned. */
  @ParameterizedTest
  @EnumSource
  void everyProcessTakesTheNoiseOfRowsThatKnowIt(NamedProcess process) {
    Randomness random = Randomness.of(6);
    StringBuilder table = new StringBuilder("t,x,x_sd,y,y_sd\n");
    double t = 0;
    for (int i = 0; i < 60; i++) {
      t += 0.2 + random.uniform();
      double sd = i % 3 == 0 ? 0.9 : 0.1;
      table.append(
          String.format(
              Locale.ROOT,
              "%.5f,%.5f,%.1f,%.5f,0.2%n",
              t,
              5 + 2 * Math.sin(t) + sd * random.normal(),
              sd,
              Math.cos(t / 2) + 0.2 * random.normal()));
    }
    SeriesSet set = Fits.whole(Fits.read(table.toString()));
    Run run = Fits.fitted(set, "kind", "continuous", "process", process);
    ExactFit fit = Fits.fit(run);
    assertEquals(2 * process.of(WAVES).quantities().size(), fit.quantities().size());
    assertTrue(fit.quantities().getFirst().name().endsWith(" of x"));
    Estimate smoothed = run.estimator().smoothed(0);
    assertTrue(width(smoothed, 30) > 2 * width(smoothed, 31), process.toString());
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Fits.fitted(set, "kind", "continuous", "transform", "automatic", "season", 2));
    assertTrue(String.valueOf(e.getMessage()).contains("set 'transform' to none"));
  }

  /** The same as of a file of logarithms, but for the Jacobian. */
  @Test
  void logarithmsAreThoseOfTheFile() {
    Randomness random = Randomness.of(14);
    StringBuilder table = new StringBuilder("t,x\n");
    StringBuilder logs = new StringBuilder("t,x\n");
    double jacobian = 0;
    double z = 3;
    for (int i = 0; i < 80; i++) {
      z = 3 + 0.9 * (z - 3) + 0.2 * random.normal();
      table.append(String.format(Locale.ROOT, "%d,%.6f%n", i * i % 7 + 7 * i, Math.exp(z)));
      logs.append(String.format(Locale.ROOT, "%d,%.9f%n", i * i % 7 + 7 * i, z));
      jacobian -= z;
    }
    SeriesSet set = Fits.whole(Fits.read(table.toString()));
    Run run = Fits.fitted(set, "kind", "continuous", "process", "ou", "transform", "log");
    ExactFit plain =
        Fits.fit(
            Fits.fitted(
                Fits.whole(Fits.read(logs.toString())), "kind", "continuous", "process", "ou"));
    assertEquals(
        plain.logLikelihood().value() + jacobian, Fits.fit(run).logLikelihood().value(), 1e-3);
    Estimate ahead = run.estimator().forecast(0, 80, 30);
    for (double[] row : ahead.observation().lower().all()) assertTrue(row[0] > 0);
    double up = ahead.observation().upper().at(29, 0) - ahead.observation().mean().at(29, 0);
    double down = ahead.observation().mean().at(29, 0) - ahead.observation().lower().at(29, 0);
    assertTrue(up > down);
  }

  /** The same process told by other quantities: q = 2 s² / τ. */
  @Test
  void ornsteinUhlenbeckIsMaternOneHalf() {
    SeriesSet set = uneven();
    ExactFit ou = Fits.fit(Fits.fitted(set, "kind", "continuous", "process", "ou"));
    ExactFit matern = Fits.fit(Fits.fitted(set, "kind", "continuous", "process", "matern12"));
    assertEquals(matern.logLikelihood().value(), ou.logLikelihood().value(), 1e-6);
    double scale = Fits.quantity(matern, "lengthscale").value();
    assertEquals(scale, Fits.quantity(ou, "time constant").value(), 1e-3 * scale);
    double diffusion = 2 * Fits.quantity(matern, "variance").value() / scale;
    assertEquals(diffusion, Fits.quantity(ou, "diffusion").value(), 1e-3 * diffusion);
  }

  /** As versions up to 1.0 wrote it. */
  @Test
  void aFileOfKindMaternOpensAsTheProcessThatItWas() throws IOException {
    SeriesSet set = uneven();
    Run run = Fits.fitted(set, "kind", "matern", "epochs", 4);
    assertEquals("continuous", run.experiment().model().kind().id());
    Path file = folder.resolve("old.undercurrent");
    ExperimentFile.save(run.experiment(), file);
    URI zip = URI.create("jar:" + file.toUri());
    try (FileSystem inside = FileSystems.newFileSystem(zip, Map.of())) {
      Path manifest = inside.getPath("experiment.json");
      String json = Files.readString(manifest);
      String old =
          json.replace("\"continuous\"", "\"MATERN\"").replaceAll("\"process\" *: *\"\\w+\",", "");
      assertTrue(old.contains("MATERN\"") && !old.contains("\"process\""), old);
      Files.writeString(manifest, old);
    }
    Experiment opened = ExperimentFile.open(file);
    assertEquals(run.experiment().model(), opened.model());
    assertEquals(
        Fits.fit(run).logLikelihood().value(), Fits.fit(Run.of(opened)).logLikelihood().value());
  }
}
