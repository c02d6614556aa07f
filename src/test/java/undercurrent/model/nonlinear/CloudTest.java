package undercurrent.model.nonlinear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.Cloud;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.LogWeights;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.PointCloud;

/** What is done to many states at once is what is done to each. */
final class CloudTest {
  /** More than a block of a Runge–Kutta step or of draws holds, and no multiple of one. */
  private static final int COUNT = 301;

  /** With the size of the state. */
  static List<Arguments> arrows() {
    return List.of(
        arguments(2, ExampleModels.pendulum().transition(1)),
        arguments(2, KnownModels.PENDULUM.every(0.1, 1, 0.3).transition(1)),
        arguments(2, ExampleModels.pendulum().emission(0)),
        arguments(2, ExampleModels.vanDerPol(0.1).transition(1)),
        arguments(2, ExampleModels.vanDerPol(0.1).emission(0)),
        arguments(3, ExampleModels.lorenz63(0.1).transition(1)),
        arguments(3, ExampleModels.lorenz63(0.1).emission(0)),
        arguments(1, ExampleModels.growth().transition(3)),
        arguments(1, ExampleModels.growth().emission(3)),
        arguments(1, ExampleModels.sineDrift().transition(1)),
        arguments(3, LinearExample.MODEL.transition(1)),
        arguments(3, LinearExample.MODEL.emission(1)),
        arguments(3, LinearExample.MODEL.into(0)),
        arguments(4, ExampleModels.laserRadar().emission(1)));
  }

  @ParameterizedTest
  @MethodSource("arrows")
  void meansAndDensitiesAreThoseOfEachState(int n, ConditionalGaussian arrow) {
    double[] states = new double[COUNT * n];
    Randomness random = Randomness.of(1);
    for (int i = 0; i < states.length; i++) states[i] = 3 * random.normal();
    int m = arrow.noise(Cloud.at(states, COUNT, 0)).size();
    double[] means = new double[COUNT * m];
    arrow.means(states, COUNT, means);
    double[] value = Arrays.copyOfRange(means, m, 2 * m);
    value[0] += 0.1;
    double[] densities = Cloud.logDensities(arrow, value, states, COUNT);
    for (int i = 0; i < COUNT; i++) {
      double[] z = Cloud.at(states, COUNT, i);
      assertArrayEquals(arrow.mean(z), Cloud.at(means, COUNT, i), 1e-13);
      double expected = arrow.logDensity(value, z);
      assertEquals(expected, densities[i], 1e-12 * Math.abs(expected));
    }
  }

  @Test
  void drawsHaveTheNoiseOfTheArrow() {
    ConditionalGaussian arrow = LinearExample.MODEL.transition(1);
    double[] states = new double[3 * 100_000];
    double[] drawn = Cloud.drawn(arrow, states, 100_000, Randomness.of(2));
    PointCloud cloud = PointCloud.of(drawn, 100_000);
    assertArrayEquals(arrow.mean(new double[3]), cloud.mean(), 0.008);
    Matrix q = arrow.noise(new double[3]).matrix();
    Matrix found = cloud.covariance();
    for (int i = 0; i < 3; i++) {
      // a variance of 0.4 has a standard error of 0.4 √(2/10⁵) = 0.002
      assertArrayEquals(q.column(i), found.column(i), 0.008);
    }
  }

  @Test
  void noiseThatDependsOnTheStateIsDrawnForEach() {
    ConditionalGaussian turn = new ConstantTurn(1, 4, 0);
    int count = 40_000;
    double[] states = new double[count * 5];
    // Half of them head along x, half along y.
    for (int i = 0; i < count; i++) states[i * 5 + 3] = i % 2 * Math.PI / 2;
    double[] drawn = Cloud.drawn(turn, states, count, Randomness.of(3));
    double[] squares = new double[4];
    for (int i = 0; i < count; i++) {
      for (int d = 0; d < 2; d++) {
        squares[2 * (i % 2) + d] += 2 * Math.pow(drawn[i * 5 + d], 2) / count;
      }
    }
    // (σ dt²/2)² = 1 along the heading, and nothing across
    assertArrayEquals(new double[] {1, 0, 0, 1}, squares, 0.04);
  }

  @Test
  void momentsOfWeightedPointsAreThoseOfTheirSums() {
    double[] states = {1, 2, 3, -1, 0, 4, 2, 2, -3, 1};
    double[] weights = {0.1, 0.3, 0.2, 0.25, 0.15};
    PointCloud cloud = new PointCloud(states, weights);
    double[] mean = new double[2];
    double[][] second = new double[2][2];
    for (int i = 0; i < 5; i++) {
      for (int a = 0; a < 2; a++) {
        mean[a] += weights[i] * states[2 * i + a];
        for (int b = 0; b < 2; b++) {
          second[a][b] += weights[i] * states[2 * i + a] * states[2 * i + b];
        }
      }
    }
    assertArrayEquals(mean, cloud.mean(), 1e-15);
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 2; b++) {
        double expected = second[a][b] - mean[a] * mean[b];
        assertEquals(expected, cloud.covariance().at(a, b), 1e-14);
        assertEquals(expected, cloud.covarianceWith(states.clone()).at(a, b), 1e-14);
      }
    }
  }

  /** Near, so that particles are soon accepted, and far, so that all have to be weighed. */
  @ParameterizedTest
  @ValueSource(doubles = {2, 9, 30})
  void aParticleIsDrawnBackwardsByItsWeightTimesItsDensity(double after) {
    int count = 50;
    double[] states = new double[count];
    double[] weights = new double[count];
    Randomness random = Randomness.of(4);
    for (int i = 0; i < count; i++) {
      states[i] = 4 * random.normal();
      weights[i] = random.uniform();
    }
    double total = Arrays.stream(weights).sum();
    for (int i = 0; i < count; i++) weights[i] /= total;
    ConditionalGaussian transition = ExampleModels.growth().transition(5);
    double[] expected = new double[count];
    for (int i = 0; i < count; i++) {
      expected[i] =
          Math.log(weights[i])
              + transition.logDensity(new double[] {after}, new double[] {states[i]});
    }
    LogWeights.normalise(expected);
    BackwardDraw draw = new BackwardDraw(new PointCloud(states, weights), transition);
    int draws = 40_000;
    double[] found = new double[count];
    for (int k = 0; k < draws; k++) found[draw.before(new double[] {after}, random)]++;
    double chiSquare = 0;
    int cells = 0;
    for (int i = 0; i < count; i++) {
      double mean = expected[i] * draws;
      if (mean < 5) continue;
      chiSquare += Math.pow(found[i] - mean, 2) / mean;
      cells++;
    }
    assertTrue(chiSquare < cells + 4 * Math.sqrt(2.0 * cells), chiSquare + " of " + cells);
  }

  @Test
  void logLikelihoodsAloneAreThoseOfTheFilter() {
    double[][] x = LinearExample.series(30);
    double[] alone = new EnsembleFilter(40).logLikelihoods(LinearExample.MODEL, x, random());
    assertArrayEquals(
        new EnsembleFilter(40).filter(LinearExample.MODEL, x, random()).logLikelihoods(), alone);
    for (Proposal proposal : List.of(Proposal.BOOTSTRAP, Proposal.GUIDED)) {
      ProposalFilter filter = new ProposalFilter(40, proposal);
      double sum = Arrays.stream(filter.logLikelihoods(LinearExample.MODEL, x, random())).sum();
      assertEquals(filter.filter(LinearExample.MODEL, x, random()).logLikelihood(), sum, 1e-12);
    }
  }

  private static Randomness random() {
    return Randomness.of(9);
  }
}
