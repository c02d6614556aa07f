package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import undercurrent.inference.Estimate;
import undercurrent.math.Randomness;
import undercurrent.model.exact.ExactFit;
import undercurrent.series.Channel;
import undercurrent.series.ImportChoices;
import undercurrent.series.SeriesException;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.training.Training;

/** Rows that say themselves how well they were measured. */
class OwnNoiseTest {
  private static SeriesSet read(String table) {
    return SeriesFiles.open("table.csv", table, ImportChoices.AUTOMATIC);
  }

  /** Uneven times; every third row is measured badly. */
  private static String table(int rows) {
    Randomness random = Randomness.of(8);
    StringBuilder text = new StringBuilder("t,x,x_sd\n");
    double t = 0;
    for (int i = 0; i < rows; i++) {
      t += 0.2 + random.uniform();
      double sd = i % 3 == 0 ? 0.9 : 0.1;
      double x = 5 + 2 * Math.sin(t) + sd * random.normal();
      text.append(String.format(Locale.ROOT, "%.6f,%.6f,%.3f%n", t, x, sd));
    }
    return text.toString();
  }

  private static Run fitted(SeriesSet set, String kind) {
    Run run = Run.of(Recipe.of(set).with("kind", kind).experiment(set));
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    return run;
  }

  @Test
  void aColumnNamedAfterAnotherSaysHowWellThatWasMeasured() {
    SeriesSet set = read(table(40));
    assertArrayEquals(new int[] {0}, set.observedChannels());
    assertArrayEquals(new int[] {1}, set.noiseChannels());
    assertEquals(Channel.Role.NOISE, set.channels().get(1).role());
    // Alone it is a measurement like any other.
    assertEquals(0, read("t,x_sd\n1,2\n2,3\n3,4\n4,2\n").noiseChannels().length);
  }

  /** The density of all values at once: N(mean, K + diag(s²)) with the Matérn 3/2 kernel. */
  @Test
  void theLikelihoodIsThatOfTheWholeGaussianProcessWithItsNoise() {
    SeriesSet set = read(table(60));
    Run run = fitted(set, "continuous");
    ExactFit fit = run.diagnosis(0).orElseThrow().fit();
    assertEquals(2, fit.quantities().size());
    double lengthscale = fit.quantities().get(0).value();
    double variance = fit.quantities().get(1).value();
    int end = set.split().trainingEnd(60);
    double[] t = set.series().getFirst().times();
    double[] x = set.series().getFirst().channel(0);
    double[] s = set.series().getFirst().channel(1);
    double mean = Arrays.stream(x, 0, end).average().orElseThrow();
    SimpleMatrix k = new SimpleMatrix(end, end);
    SimpleMatrix y = new SimpleMatrix(end, 1);
    for (int i = 0; i < end; i++) {
      y.set(i, x[i] - mean);
      for (int j = 0; j < end; j++) {
        double r = Math.sqrt(3) * Math.abs(t[i] - t[j]) / lengthscale;
        k.set(i, j, variance * (1 + r) * Math.exp(-r) + (i == j ? s[i] * s[i] : 0));
      }
    }
    double square = y.transpose().mult(k.solve(y)).get(0);
    double expected = -0.5 * (square + Math.log(k.determinant()) + end * Math.log(2 * Math.PI));
    assertEquals(expected, fit.logLikelihood().value(), 1e-4);
    // Its residuals are L⁻¹ (x - mean) with L L' = K + diag(s²).
    double[] residuals = run.diagnosis(0).orElseThrow().residuals(0).standardised();
    double[][] l = new double[end][end];
    double[] e = new double[end];
    for (int i = 0; i < end; i++) {
      double rest = y.get(i);
      for (int j = 0; j <= i; j++) {
        double sum = k.get(i, j);
        for (int c = 0; c < j; c++) sum -= l[i][c] * l[j][c];
        l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
        if (j < i) rest -= l[i][j] * e[j];
      }
      e[i] = rest / l[i][i];
      assertEquals(e[i], residuals[i], 1e-4);
    }
  }

  @Test
  void aRowThatWasMeasuredBadlyHasAWideBandAndMovesTheStateLittle() {
    SeriesSet set = read(table(60));
    for (String kind : List.of("continuous", "level")) {
      Run run = fitted(set, kind);
      Estimate smoothed = run.estimator().smoothed(0);
      double bad = width(smoothed, 30);
      double good = width(smoothed, 31);
      assertTrue(bad > 2 * 1.64 * 0.9 && good < bad / 2, bad + " " + good);
      // Beyond the end the median noise stands.
      Estimate ahead = run.estimator().forecast(0, 60, 3);
      assertTrue(width(ahead, 0) > 2 * 1.64 * 0.1);
      assertTrue(
          run.diagnosis(0).orElseThrow().fit().quantities().stream()
              .noneMatch(q -> q.name().contains("irregular") || q.name().contains("measurement")));
    }
  }

  private static double width(Estimate estimate, int row) {
    return estimate.observation().upper().at(row, 0) - estimate.observation().lower().at(row, 0);
  }

  @Test
  void anExperimentKeepsItsNoiseAndAnotherFileMustHaveOne() {
    SeriesSet set = read(table(60));
    Experiment trained = fitted(set, "level").experiment();
    SeriesSet other = read(table(30));
    Trained elsewhere = Trained.of(trained, other);
    assertEquals(30, elsewhere.estimator().smoothed(0).length());
    SeriesSet without = read("t,x\n1,2\n2,3\n3,4\n4,2\n");
    Exception e = assertThrows(ExperimentException.class, () -> Trained.of(trained, without));
    assertTrue(String.valueOf(e.getMessage()).contains("measurement noise"));
  }

  @Test
  void whatCannotBeUsedSaysWhatToDo() {
    SeriesSet set = read(table(40));
    Exception linear = assertThrows(IllegalArgumentException.class, () -> fitted(set, "linear"));
    assertTrue(String.valueOf(linear.getMessage()).contains("set 'kind' to level"));
    String hole = "t,x,x_sd\n1,2,0.1\n2,3,\n3,4,0.1\n4,2,0.2\n5,3,0.2\n6,2,0.1\n7,1,0.1\n8,2,0.1\n";
    Exception missing =
        assertThrows(IllegalArgumentException.class, () -> fitted(read(hole), "level"));
    assertTrue(String.valueOf(missing.getMessage()).contains("row 2"), missing.getMessage());
    Exception negative =
        assertThrows(SeriesException.class, () -> read("t,x,x_sd\n1,2,0.1\n2,3,-1\n3,4,0.1\n"));
    assertTrue(String.valueOf(negative.getMessage()).contains("above 0"), negative.getMessage());
  }
}
