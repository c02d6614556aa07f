package undercurrent.model.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.math.Randomness;

/** What is not computed again is what would be computed, bit by bit. */
final class RestingMatrixTest {
  private static final int STEPS = 400;

  /** Matrices that are equal at every step, but not the same arrays, never rest. */
  @ParameterizedTest
  @CsvSource({"1, 1, false", "1, 1, true", "3, 2, false", "4, 1, true"})
  void aSystemThatRestsGivesTheNumbersOfOneThatIsComputedAtEveryStep(
      int n, int m, boolean diffuse) {
    Randomness random = Randomness.of(900 + n);
    LinearSystem proper = RandomSystems.constant(n, m, n, random);
    LinearSystem resting = diffuse ? proper.startingDiffuse() : proper;
    LinearSystem computed = resting;
    for (SystemPart part :
        List.of(
            SystemPart.TRANSITION,
            SystemPart.TRANSITION_NOISE,
            SystemPart.EMISSION,
            SystemPart.EMISSION_NOISE)) {
      computed = computed.with(part, atEachStep(resting.part(part)));
    }
    Observations seen = RandomSystems.seen(STEPS, m, 0, 0.002, random).without(200, 203);
    FilterResult one = KalmanFilter.filter(resting, seen);
    FilterResult other = KalmanFilter.filter(computed, seen);
    assertArrayEquals(other.logLikelihoods(), one.logLikelihoods());
    assertSame(other.predicted(), one.predicted());
    assertSame(other.filtered(), one.filtered());
    assertSame(KalmanSmoother.smooth(other).smoothed(), KalmanSmoother.smooth(one).smoothed());
    assertArrayEquals(noiseScores(other), noiseScores(one));
  }

  private static Varying atEachStep(Varying matrix) {
    double[][] each = new double[STEPS][];
    for (int t = 0; t < STEPS; t++) each[t] = matrix.at(t).clone();
    return Varying.each(matrix.rows(), matrix.columns(), each);
  }

  private static void assertSame(Moments expected, Moments found) {
    assertArrayEquals(expected.mean, found.mean);
    assertArrayEquals(expected.covariance, found.covariance);
  }

  /** The scores of all steps for Q. */
  private static double[] noiseScores(FilterResult filter) {
    List<Double> all = new ArrayList<>();
    LikelihoodGradient.of(
        filter,
        (t, part, gradient) -> {
          if (part == SystemPart.TRANSITION_NOISE) for (double g : gradient) all.add(g);
        });
    return all.stream().mapToDouble(g -> g).toArray();
  }

  @Test
  void aMatrixRestsWhenAnEqualOneIsFoundAgain() {
    RestingMatrix rest = new RestingMatrix(1);
    double[] by = {1};
    double[] p = {2};
    assertFalse(rest.finds(p, true));
    p[0] = 1;
    rest.keep(p);
    assertFalse(rest.moves(p, by, by));
    p[0] = 2;
    assertTrue(rest.finds(p, true));
    rest.update(p);
    assertArrayEquals(new double[] {1}, p);
    assertTrue(rest.moves(p, by, by));
    assertArrayEquals(new double[] {2}, p);
    assertFalse(rest.finds(p, false));
  }
}
