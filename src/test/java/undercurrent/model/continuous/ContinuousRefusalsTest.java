package undercurrent.model.continuous;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is no model or no ascending times is refused in one sentence that says where. */
final class ContinuousRefusalsTest {
  private static final double[][] ONE = {{1}};
  private static final double[][] EYE = {{1, 0}, {0, 1}};

  private static void says(String sentence, Executable what) {
    assertEquals(sentence, assertThrows(IllegalArgumentException.class, what).getMessage());
  }

  @Test
  void times() {
    says("There are no times; give one a row.", RowTimes::of);
    says(
        "Row 2 has the time NaN; every row needs a finite time.", () -> RowTimes.of(0, Double.NaN));
    says(
        "Rows 2 and 3 have the same time 1.5; leave one out, or make them one row.",
        () -> RowTimes.of(0, 1.5, 1.5));
    says(
        "Row 3 has the time 1.0 and row 2 before it 1.5; sort the rows by time.",
        () -> RowTimes.of(0, 1.5, 1));
  }

  @Test
  void matrices() {
    says(
        "A and Qc need at least one row each.",
        () -> ContinuousSystem.of(ONE, ONE, new double[0][]));
    says(
        "A has 2 values in row 1 and not 1.",
        () -> ContinuousSystem.of(new double[][] {{1, 2}}, ONE, ONE));
    says("L has 1 rows and not 2.", () -> ContinuousSystem.of(EYE, ONE, ONE));
    says(
        "A has Infinity in row 1, column 1; every value must be a finite number.",
        () -> ContinuousSystem.of(new double[][] {{Double.POSITIVE_INFINITY}}, ONE, ONE));
    says(
        "Qc is not symmetric: 0.5 in row 2, column 1, and 0.1 across.",
        () -> ContinuousSystem.of(EYE, EYE, new double[][] {{1, .1}, {.5, 1}}));
    says(
        "Qc is not positive semi-definite (it has the eigenvalue -1.0); a spectral density must"
            + " be.",
        () -> ContinuousSystem.of(ONE, ONE, new double[][] {{-1}}));
  }

  @Test
  void parameters() {
    says(
        "The value of lengthscale is -1.0; it must be a number above 0.",
        () -> Kernel.MATERN_12.system(-1, 1));
    says(
        "The value of variance is NaN; it must be a number above 0.",
        () -> Kernel.MATERN_52.system(1, Double.NaN));
    says(
        "The damping is -0.1; it must be a number of at least 0.",
        () -> Processes.dampedOscillator(1, -.1, 1));
    says(
        "The value of q is 0.0; it must be a number above 0.", () -> Processes.constantVelocity(0));
    says(
        "The time to pass is -1.0; it must be a finite number of at least 0.",
        () -> Processes.constantVelocity(1).over(-1));
  }

  @Test
  void whatCannotBeComputed() {
    ContinuousSystem growing = ContinuousSystem.of(ONE, ONE, ONE);
    says(
        "Between rows 2 and 3: Over a gap of 999.0 the state grows beyond the largest number; check"
            + " A, or the unit of the times.",
        () -> growing.at(RowTimes.of(0, 1, 1000), ONE, ONE));
    assertEquals(
        "The model is not stationary: A has an eigenvalue whose real part is not below 0.",
        assertThrows(IllegalStateException.class, growing::stationaryCovariance).getMessage());
    says(
        "The mean has 1 values and the state 2.",
        () ->
            new MomentEquation(Processes.constantVelocity(1))
                .after(1, 1, new StateMoments(new double[1], ONE)));
    says("P has 1 rows and not 2.", () -> new StateMoments(new double[2], ONE));
  }
}
