package undercurrent.model.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import undercurrent.math.Progress;

/**
 * One matrix of one step is spoilt. Either filter and smoother still agree with 200 digits, or one
 * sentence names the matrix and the step.
 */
final class IllConditionedTest {
  private static final int STEPS = 4;
  private static final double[][] X = {{1, .5}, {-.3, .8}, {.4, .4}, {2, -1}};
  private static final LinearSystem SOUND =
      LinearSystem.of(
              new double[][] {{.9, .4}, {-.3, .8}},
              new double[][] {{.5, .1}, {.1, .3}},
              new double[][] {{1, .2}, {.3, 1}},
              new double[][] {{.2, .05}, {.05, .4}})
          .startingAt(new double[] {.5, -.5}, new double[][] {{1, .2}, {.2, 2}});

  /** "1 2; 3 4". */
  private static double[][] matrix(String text) {
    return Arrays.stream(text.split(";"))
        .map(
            row -> Arrays.stream(row.trim().split(" +")).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  private static SystemPart part(String letter) {
    return Arrays.stream(SystemPart.values())
        .filter(p -> p.letter().equals(letter))
        .findFirst()
        .orElseThrow();
  }

  /** The sound system with another value of one part at one step, from 1. */
  private static LinearSystem spoilt(
      LinearSystem system, String letter, int step, double[][] value) {
    SystemPart part = part(letter);
    if (part.isInitial()) return system.with(part, value);
    Varying old = system.part(part);
    List<double[][]> all = new ArrayList<>();
    for (int t = 0; t < STEPS; t++) {
      double[] flat = old.at(t);
      double[][] same = new double[old.rows()][];
      for (int i = 0; i < same.length; i++) {
        same[i] = Arrays.copyOfRange(flat, i * old.columns(), (i + 1) * old.columns());
      }
      all.add(t == step - 1 ? value : same);
    }
    return system.with(part, Varying.each(all));
  }

  /** Tolerances are relative to the size of the exact value, or 1. */
  @ParameterizedTest(name = "{0} at step {1}: {2}")
  @CsvSource({
    // nothing, or nothing in one direction
    "Q, 2, 0 0; 0 0, 1e-12",
    "Q, 2, 1 1; 1 1, 1e-12",
    "Q, 2, 1 1; 1 1.000000000001, 1e-12",
    "Q, 2, 1e-300 0; 0 1e-300, 1e-12",
    "R, 3, 1 1; 1 1, 1e-12",
    "R, 3, 1 .9999999999; .9999999999 1, 1e-10",
    "R, 3, 0 0; 0 1, 1e-12",
    "R, 3, 0 0; 0 0, 1e-12",
    "R, 3, 1e-14 0; 0 1e-14, 1e-12",
    "P1, 1, 0 0; 0 0, 1e-12",
    "P1, 1, 1 -1; -1 1, 1e-12",
    "H, 3, 0 0; 0 0, 1e-12",
    "H, 3, 1 1; 1 1.0000000001, 1e-12",
    "H, 3, 1 1; 1 1, 1e-12",
    "F, 2, 0 0; 0 0, 1e-12",
    "F, 2, 1 1; 1 1, 1e-12",
    // sizes far apart
    "Q, 2, 1e12 0; 0 1e-12, 1e-12",
    "Q, 2, 1e14 0; 0 1e14, 1e-9",
    "R, 3, 1e14 0; 0 1e-14, 1e-12",
    "R, 3, 1e200 0; 0 1e200, 1e-12",
    "P1, 1, 1e10 0; 0 1e-10, 1e-6",
    "H, 3, 1e8 1; 1 1e-8, 1e-8",
    "F, 2, 1e6 0; 0 1e-6, 1e-9",
    // within rounding of symmetric and of positive semi-definite
    "Q, 2, 1 .5; .50000000001 1, 1e-9",
    "Q, 2, 1 1.0000000001; 1.0000000001 1, 1e-9"
  })
  void isComputedAsWithTwoHundredDigits(String letter, int step, String value, double tolerance) {
    LinearSystem system = spoilt(SOUND, letter, step, matrix(value));
    agrees(system, KalmanFilter.filter(system, Observations.of(X)), tolerance);
    double exact = new LongFilter(system, X).logLikelihood();
    double found = KalmanFilter.logLikelihood(system, Observations.of(X)).value();
    near(exact, found, tolerance, "log p alone");
    // the square root of a matrix that is not quite positive semi-definite does not exist
    if (value.contains("1.0000000001; 1.0")) return;
    FilterResult root = squareRoot(system);
    root.isLossy = KalmanFilter.filter(system, Observations.of(X)).isLossy;
    agrees(system, root, tolerance);
  }

  private static FilterResult squareRoot(LinearSystem system) {
    return KalmanFilter.filter(system, Observations.of(X), FilterForm.SQUARE_ROOT, Progress.NONE);
  }

  private static void agrees(LinearSystem system, FilterResult filter, double tolerance) {
    LongFilter exact = new LongFilter(system, X);
    Moments smoothed = KalmanSmoother.smooth(filter).smoothed();
    near(exact.logLikelihood(), filter.logLikelihood().value(), tolerance, "log p");
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < 2; i++) {
        String at = String.format(Locale.ROOT, "step %d, %d", t + 1, i + 1);
        near(exact.filteredMeans[t][i], filter.filtered().mean(t, i), tolerance, at);
        near(exact.smoothedMean(t, i), smoothed.mean(t, i), tolerance, at + " smoothed");
        for (int j = 0; j < 2; j++) {
          double p = filter.filtered().covariance(t, i, j);
          near(exact.filteredCovariances[t][i][j], p, tolerance, at + " covariance");
          double v = smoothed.covariance(t, i, j);
          near(exact.smoothedCovariance(t, i, j), v, tolerance, at + " smoothed covariance");
        }
      }
    }
  }

  private static void near(double exact, double found, double tolerance, String what) {
    assertEquals(exact, found, tolerance * Math.max(1, Math.abs(exact)), what);
  }

  @ParameterizedTest(name = "{0} at step {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Q | 2 | 1 2; 2 1       | Q at step 2 is not positive semi-definite (row 2); a covariance"
            + " must be.",
        "Q | 2 | 1 0; 0 -1      | Q at step 2 is not positive semi-definite (row 2); a covariance"
            + " must be.",
        "Q | 2 | 0 1; 1 1       | Q at step 2 is not positive semi-definite (row 2); a covariance"
            + " must be.",
        "Q | 2 | 1 1.000001; 1.000001 1 | Q at step 2 is not positive semi-definite (row 2); a"
            + " covariance must be.",
        "R | 3 | -1 0; 0 1      | R at step 3 is not positive semi-definite (row 1); a covariance"
            + " must be.",
        "P1 | 1 | 1 3; 3 1      | P1 is not positive semi-definite (row 2); a covariance must be.",
        "Q | 2 | 1 .2; .5 1     | Q at step 2 is not symmetric: 0.5 in row 2, column 1, and 0.2"
            + " across.",
        "Q | 2 | 1e12 1e-3; 0 1e-6 | Q at step 2 is not symmetric: 0.0 in row 2, column 1, and"
            + " 0.001 across.",
        "R | 3 | 1 0; .1 1      | R at step 3 is not symmetric: 0.1 in row 2, column 1, and 0.0"
            + " across.",
        "P1 | 1 | 1 0; .1 1     | P1 is not symmetric: 0.1 in row 2, column 1, and 0.0 across.",
        "Q | 2 | 1 NaN; 0 1     | Q at step 2 has NaN in row 1, column 2; every value must be a"
            + " finite number.",
        "R | 3 | NaN 0; 0 1     | R at step 3 has NaN in row 1, column 1; every value must be a"
            + " finite number.",
        "P1 | 1 | 1 0; 0 NaN    | P1 has NaN in row 2, column 2; every value must be a finite"
            + " number.",
        "H | 3 | 1 0; NaN 1     | H at step 3 has NaN in row 2, column 1; every value must be a"
            + " finite number.",
        "F | 2 | Infinity 0; 0 1 | F at step 2 has Infinity in row 1, column 1; every value must be"
            + " a finite number.",
        "Q | 2 | 1              | Q at step 2 is 1×1 and at step 1 2×2; give every step the same"
            + " size.",
        "Q | 2 | 1 2 3 4        | Q at step 2 is 1×4 and at step 1 2×2; give every step the same"
            + " size.",
        "R | 3 | 1 0; 0         | Row 2 of R at step 3 has 1 values and row 1 2; make all rows"
            + " equally long.",
        "H | 1 | 1 0            | H at step 2 is 2×2 and at step 1 1×2; give every step the same"
            + " size.",
        "P1 | 1 | 1 0; 0        | Row 2 of P1 has 1 values and row 1 2; make all rows equally"
            + " long.",
        "P1 | 1 | 1             | P1 is 1×1 and should be 2×2."
      })
  void isRefusedByNameAndStep(String letter, int step, String value, String sentence) {
    assertEquals(
        sentence,
        assertThrows(
                IllegalArgumentException.class, () -> spoilt(SOUND, letter, step, matrix(value)))
            .getMessage());
  }

  private static String refusal(Executable what) {
    String message = assertThrows(IllegalArgumentException.class, what).getMessage();
    return Objects.requireNonNull(message);
  }

  /** What nobody could see before the filter runs: an observation that cannot vary. */
  @ParameterizedTest
  @EnumSource
  void twoExactSensorsOfTheSameAreRefused(FilterForm form) {
    for (String h : new String[] {"1 1; 1 1", "1 .3; 2 .6", "0 1; 0 1", "0 0; 1 1"}) {
      LinearSystem same = spoilt(spoilt(SOUND, "R", 3, new double[2][2]), "H", 3, matrix(h));
      String message =
          refusal(() -> KalmanFilter.filter(same, Observations.of(X), form, Progress.NONE));
      assertEquals("At step 3 dimension ", message.substring(0, 20), message);
      assertEquals(
          "(H P H' + R); give R a positive diagonal, or check F, Q and P1.",
          message.substring(message.indexOf('(')));
    }
  }

  /** Seen exactly twice, and nothing happened between. */
  @ParameterizedTest
  @EnumSource
  void anExactSensorOfWhatIsKnownIsRefused(FilterForm form) {
    LinearSystem exact = SOUND.with(SystemPart.EMISSION_NOISE, new double[2][2]);
    LinearSystem still = spoilt(exact, "Q", 2, new double[2][2]);
    String message =
        refusal(() -> KalmanFilter.filter(still, Observations.of(X), form, Progress.NONE));
    assertEquals("At step 3 dimension 1 of", message.substring(0, 24), message);
  }

  /** Sixteen digits between P1 and R, through a velocity that only the second step shows. */
  @Test
  void sixteenDigitsAreBridged() {
    LinearSystem motion =
        LinearSystem.of(
                new double[][] {{1, 1}, {0, 1}},
                new double[][] {{.01, 0}, {0, .01}},
                new double[][] {{1, 0}, {1, .5}},
                new double[][] {{.01, 0}, {0, .01}})
            .startingAt(new double[2], new double[][] {{1e14, 0}, {0, 1e14}});
    agrees(motion, KalmanFilter.filter(motion, Observations.of(X)), 1e-6);
  }
}
