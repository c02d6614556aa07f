package undercurrent.model.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.ForkJoinPool;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.math.Randomness;

/** The scan against the sequential passes and against the published element. */
final class ParallelKalmanTest {
  @ParameterizedTest
  @CsvSource({"1, 1, 2, false", "3, 2, 3, false", "4, 2, 7, true", "2, 3, 5, true"})
  void theScanIsTheSequence(int n, int m, int blocks, boolean diffuse) {
    Randomness random = Randomness.of(800 + n);
    LinearSystem varying = RandomSystems.varying(n, m, 1, 97, random);
    LinearSystem system = diffuse ? varying.startingDiffuse() : varying;
    Observations seen = RandomSystems.seen(97, m, 1, 0.3, random).without(40, 50);
    FilterResult sequential = KalmanFilter.filter(system, seen);
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      FilterResult parallel = ParallelKalman.filter(system, seen, pool, blocks);
      same(sequential.predicted(), parallel.predicted());
      same(sequential.filtered(), parallel.filtered());
      assertArrayEquals(sequential.logLikelihoods(), parallel.logLikelihoods(), 1e-9);
      assertEquals(sequential.logLikelihood().count(), parallel.logLikelihood().count());
      same(
          KalmanSmoother.smooth(sequential).smoothed(),
          ParallelKalman.smooth(parallel, pool, blocks).smoothed());
    }
  }

  private static void same(Moments expected, Moments found) {
    assertArrayEquals(expected.mean, found.mean, 1e-9);
    assertArrayEquals(expected.covariance, found.covariance, 1e-9);
  }

  /**
   * A = (I - K H) F, b = b_u + K e₀, C = (I - K H) Q, η = F'H'S⁻¹e₀, J = F'H'S⁻¹HF with S = H Q H'
   * + R, K = Q H'S⁻¹; two of them combine by T = A₂ (I + C₁J₂)⁻¹ and U = A₁'(I + J₂C₁)⁻¹.
   */
  @Test
  void aBlockIsTheCombinationOfThePublishedElements() {
    Randomness random = Randomness.of(17);
    LinearSystem system = RandomSystems.varying(3, 2, 0, 6, random);
    Observations seen = RandomSystems.seen(6, 2, 0, 0, random);
    SimpleMatrix[] all = element(system, seen, 1);
    for (int t = 2; t < 6; t++) all = combine(all, element(system, seen, t));
    FilterBlock block = new FilterBlock(system, seen, 1, 6);
    assertArrayEquals(all[0].getDDRM().data, block.a, 1e-10);
    assertArrayEquals(all[1].getDDRM().data, block.b, 1e-10);
    assertArrayEquals(all[2].getDDRM().data, block.c, 1e-10);
    assertArrayEquals(all[3].getDDRM().data, block.eta, 1e-10);
    assertArrayEquals(all[4].getDDRM().data, block.j, 1e-10);
  }

  private static SimpleMatrix[] element(LinearSystem system, Observations seen, int t) {
    SimpleMatrix f = JointGaussian.at(system, SystemPart.TRANSITION, t - 1);
    SimpleMatrix q = JointGaussian.at(system, SystemPart.TRANSITION_NOISE, t - 1);
    SimpleMatrix offset = JointGaussian.at(system, SystemPart.TRANSITION_OFFSET, t - 1);
    SimpleMatrix h = JointGaussian.at(system, SystemPart.EMISSION, t);
    SimpleMatrix s =
        h.mult(q).mult(h.transpose()).plus(JointGaussian.at(system, SystemPart.EMISSION_NOISE, t));
    SimpleMatrix gain = q.mult(h.transpose()).mult(s.invert());
    SimpleMatrix rest = SimpleMatrix.identity(3).minus(gain.mult(h));
    SimpleMatrix x = new SimpleMatrix(new double[][] {{seen.value(t, 0)}, {seen.value(t, 1)}});
    SimpleMatrix e =
        x.minus(JointGaussian.at(system, SystemPart.EMISSION_OFFSET, t)).minus(h.mult(offset));
    SimpleMatrix through = f.transpose().mult(h.transpose()).mult(s.invert());
    return new SimpleMatrix[] {
      rest.mult(f),
      offset.plus(gain.mult(e)),
      rest.mult(q),
      through.mult(e),
      through.mult(h).mult(f)
    };
  }

  private static SimpleMatrix[] combine(SimpleMatrix[] one, SimpleMatrix[] two) {
    SimpleMatrix eye = SimpleMatrix.identity(3);
    SimpleMatrix t = two[0].mult(eye.plus(one[2].mult(two[4])).invert());
    SimpleMatrix u = one[0].transpose().mult(eye.plus(two[4].mult(one[2])).invert());
    return new SimpleMatrix[] {
      t.mult(one[0]),
      t.mult(one[1].plus(one[2].mult(two[3]))).plus(two[1]),
      t.mult(one[2]).mult(two[0].transpose()).plus(two[2]),
      u.mult(two[3].minus(two[4].mult(one[1]))).plus(one[3]),
      u.mult(two[4]).mult(one[0]).plus(one[4])
    };
  }
}
