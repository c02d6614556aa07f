package undercurrent.model.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is no linear system is refused in one sentence that names the matrix and the step. */
final class RefusalsTest {
  private static final double[][] EYE = {{1, 0}, {0, 1}};
  private static final double[][] ROW = {{1, 0}};
  private static final double[][] ONE = {{1}};

  private static void says(String sentence, Executable what) {
    assertEquals(sentence, assertThrows(IllegalArgumentException.class, what).getMessage());
  }

  @Test
  void sizes() {
    says("H is 1×1 and should be 1×2.", () -> LinearSystem.of(EYE, EYE, ONE, ONE));
    says("R is 2×2 and should be 1×1.", () -> LinearSystem.of(EYE, EYE, ROW, EYE));
    LinearSystem system = LinearSystem.of(EYE, EYE, ROW, ONE);
    says("m1 is 1×1 and should be 2×1.", () -> system.with(SystemPart.INITIAL_MEAN, ONE));
    says(
        "The observations have 2 dimensions and the system 1 (the rows of H).",
        () -> KalmanFilter.filter(system, Observations.of(EYE)));
    says(
        "There are 1 inputs u and the system has 0 (the columns of B and D).",
        () -> KalmanFilter.filter(system, Observations.ofChannel(1).withInputs(ONE)));
    says(
        "R has values for 2 steps and 3 are needed; give one a step, or one for all.",
        () ->
            KalmanFilter.filter(
                system.with(SystemPart.EMISSION_NOISE, Varying.each(1, 1, new double[2][1])),
                Observations.ofChannel(1, 2, 3)));
  }

  @Test
  void covariances() {
    says(
        "Q is not positive semi-definite (row 2); a covariance must be.",
        () -> LinearSystem.of(EYE, new double[][] {{1, 2}, {2, 1}}, ROW, ONE));
    says(
        "Q is not symmetric: 0.5 in row 2, column 1, and 0.2 across.",
        () -> LinearSystem.of(EYE, new double[][] {{1, 0.2}, {0.5, 1}}, ROW, ONE));
    says(
        "R at step 2 is not positive semi-definite (row 1); a covariance must be.",
        () ->
            Observations.ofChannel(1, 2).withNoise(Varying.each(1, 1, new double[][] {{1}, {-1}})));
    says(
        "F has NaN in row 1, column 2; every value must be a finite number.",
        () -> LinearSystem.of(new double[][] {{1, Double.NaN}, {0, 1}}, EYE, ROW, ONE));
  }

  @Test
  void anObservationThatCannotVary() {
    double[][] none = {{0}};
    LinearSystem stuck = LinearSystem.of(ONE, none, ONE, none).startingDiffuse();
    says(
        "At step 2 dimension 1 of the observation has the variance 0.0 (H P H' + R); give R a"
            + " positive diagonal, or check F, Q and P1.",
        () -> KalmanFilter.filter(stuck, Observations.ofChannel(1, 2)));
  }

  @Test
  void valuesThatAreNoNumbers() {
    says(
        "The observation at step 2, dimension 1, is infinite; give a number, or leave it out.",
        () -> Observations.ofChannel(1, Double.POSITIVE_INFINITY));
    says(
        "The input u has no finite value at step 1, column 1; inputs must be known.",
        () -> Observations.ofChannel(1).withInputs(new double[][] {{Double.NaN}}));
    LinearSystem explodes =
        LinearSystem.of(new double[][] {{1e200}}, ONE, ONE, ONE)
            .startingAt(new double[1], new double[][] {{1}});
    says(
        "At step 2 dimension 1 of the observation has the variance Infinity (H P H' + R); give R a"
            + " positive diagonal, or check F, Q and P1.",
        () -> KalmanFilter.filter(explodes, Observations.ofChannel(1, 2)));
  }

  @Test
  void whatCannotBeLearned() {
    LinearSystem diffuse = LinearSystem.of(ONE, ONE, ONE, ONE).startingDiffuse();
    List<Observations> series = List.of(Observations.ofChannel(1, 2, 3));
    says(
        "m1 cannot be learned with a diffuse start; fix it, or give a proper start.",
        () ->
            new ExpectationMaximisation(
                diffuse, series, EnumSet.of(SystemPart.INITIAL_MEAN), Set.of(), 0));
    LinearSystem varying =
        diffuse.with(SystemPart.EMISSION_NOISE, Varying.each(1, 1, new double[][] {{1}, {2}, {1}}));
    says(
        "R varies with time and cannot be learned; fix it, or make it constant.",
        () -> new FreeParts(varying, EnumSet.of(SystemPart.EMISSION_NOISE), Set.of()));
    says(
        "R varies with time, so EM cannot weigh the steps that H is learned from; use maximum"
            + " likelihood.",
        () ->
            new ExpectationMaximisation(
                varying, series, EnumSet.of(SystemPart.EMISSION), Set.of(), 0));
    LinearSystem still = diffuse.with(SystemPart.TRANSITION_NOISE, new double[][] {{0}});
    says(
        "Q must start positive definite to be learned; row 1 has no variance of its own.",
        () -> new FreeParts(still, EnumSet.of(SystemPart.TRANSITION_NOISE), Set.of()).start());
  }
}
