package undercurrent.model.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.Cholesky;

/** Residuals, forecasts and draws. */
final class DiagnosticsTest {
  /** Durbin and Koopman (2012), 2.12, at the maximum likelihood estimate. */
  @Test
  void theNilesResidualsAreThoseOfDurbinAndKoopman() {
    FilterResult filter = KalmanFilter.filter(Golden.nileLevel().startingDiffuse(), Golden.nile());
    double[] residuals = Innovations.of(filter).of(0);
    assertEquals(99, residuals.length);
    assertEquals(-.03, ResidualTest.skewness(residuals), .005);
    assertEquals(3.09, ResidualTest.kurtosis(residuals), .005);
    assertEquals(8.84, ResidualTest.ljungBox(residuals, 9, 0).statistic(), .005);
    assertEquals(.05, ResidualTest.jarqueBera(residuals).statistic(), .005);
    assertEquals(.61, ResidualTest.heteroskedasticity(residuals).statistic(), .005);
  }

  /** Table values of χ² and F (R's pchisq and pf). */
  @Test
  void tailProbabilities() {
    assertEquals(0.05, Distributions.chiSquaredAbove(3.841458820694124, 1), 1e-12);
    assertEquals(0.05, Distributions.chiSquaredAbove(16.91897760462045, 9), 1e-12);
    assertEquals(Math.exp(-1.5), Distributions.chiSquaredAbove(3, 2), 1e-14);
    assertEquals(0.5, Distributions.fAbove(1, 33, 33), 1e-12);
    // F(2, 2) has P(F > x) = 1 / (1 + x); F(1, b) is the square of Student's t
    assertEquals(0.25, Distributions.fAbove(3, 2, 2), 1e-14);
    assertEquals(0.05, Distributions.fAbove(2.2281388519649385 * 2.2281388519649385, 1, 10), 1e-10);
    assertEquals(Math.log(24), Distributions.logGamma(5), 1e-13);
  }

  @Test
  void standardisedInnovationsAreWhitenedByTheCholeskyFactorOfTheirCovariance() {
    Randomness random = Randomness.of(3);
    LinearSystem system = RandomSystems.varying(3, 3, 1, 6, random);
    Observations seen = RandomSystems.seen(6, 3, 1, 0, random);
    FilterResult filter = KalmanFilter.filter(system, seen);
    Moments predicted = Emitted.predicted(filter);
    double[][] standardised = Innovations.of(filter).standardised();
    for (int t = 0; t < 6; t++) {
      double[] l = new double[9];
      assertEquals(-1, Cholesky.factor(predicted.covariance, t * 9, l, 3, 1e-14));
      for (int i = 0; i < 3; i++) {
        double sum = predicted.mean(t, i);
        for (int j = 0; j <= i; j++) sum += l[i * 3 + j] * standardised[t][j];
        assertEquals(seen.value(t, i), sum, 1e-10);
      }
    }
  }

  @Test
  void aForecastIsTheJointGaussianBeyondTheEnd() {
    Randomness random = Randomness.of(4);
    LinearSystem system = RandomSystems.varying(3, 2, 1, 12, random);
    Observations whole = RandomSystems.seen(12, 2, 1, 0.1, random).without(8, 12);
    double[][] future = new double[4][];
    for (int s = 0; s < 4; s++) future[s] = new double[] {whole.inputs()[8 + s]};
    double[][] values = new double[8][2];
    double[][] inputs = new double[8][1];
    for (int t = 0; t < 8; t++) {
      for (int i = 0; i < 2; i++) values[t][i] = whole.value(t, i);
      inputs[t][0] = whole.inputs()[t];
    }
    Forecast forecast = Forecast.of(system, Observations.of(values).withInputs(inputs), future);
    SimpleMatrix[] joint = new JointGaussian(system, whole).given(12);
    for (int s = 0; s < 4; s++) {
      for (int i = 0; i < 3; i++) {
        int row = (8 + s) * 3 + i;
        assertEquals(joint[0].get(row), forecast.stateMean(s, i), 1e-10);
        assertEquals(joint[1].get(row, row), forecast.stateVariance(s, i), 1e-10);
      }
    }
  }

  @Test
  void theNilesForecasts() {
    Forecast forecast = Forecast.of(Golden.nileLevel().startingDiffuse(), Golden.nile(), 10);
    assertEquals(798.37029261, forecast.mean(9), 1e-8);
    assertEquals(20600.2579, forecast.variance(0), 6e-5);
    assertEquals(33822.1579, forecast.variance(9), 6e-5);
  }

  @Test
  void drawsOfTheStatesHaveTheSmoothedMomentsAcrossTime() {
    Randomness random = Randomness.of(5);
    LinearSystem system =
        RandomSystems.constant(2, 1, 1, random)
            .startingDiffuse(
                new double[2], new double[][] {{1, 0}, {0, 0}}, new double[][] {{0}, {1}});
    Observations seen = RandomSystems.seen(5, 1, 0, 0, random).without(2, 3);
    SmootherResult smoother = KalmanSmoother.smooth(system, seen);
    SimpleMatrix[] joint = new JointGaussian(system, seen).given(5);
    int draws = 20_000;
    SimpleMatrix sum = new SimpleMatrix(10, 1);
    SimpleMatrix squares = new SimpleMatrix(10, 10);
    for (int d = 0; d < draws; d++) {
      double[][] states = Simulation.givenSeries(smoother, random.at(d));
      SimpleMatrix z = new SimpleMatrix(10, 1);
      for (int i = 0; i < 10; i++) z.set(i, 0, states[i / 2][i % 2] - joint[0].get(i));
      sum = sum.plus(z);
      squares = squares.plus(z.mult(z.transpose()));
    }
    for (int i = 0; i < 10; i++) {
      double sd = Math.sqrt(joint[1].get(i, i));
      assertEquals(0, sum.get(i) / draws, 5 * sd / Math.sqrt(draws));
      for (int j = 0; j < 10; j++) {
        double scale = sd * Math.sqrt(joint[1].get(j, j));
        assertEquals(joint[1].get(i, j), squares.get(i, j) / draws, 7 * scale / Math.sqrt(draws));
      }
    }
  }

  /** Krishnan et al. 2017: z₁ ~ N(0, 1), zₜ ~ N(zₜ₋₁ + .05, 10), xₜ ~ N(.5 zₜ, 20). */
  @Test
  void syntheticNineIsTrackedAsWellAsItCanBe() {
    LinearSystem system =
        LinearSystem.of(
                new double[][] {{1}},
                new double[][] {{10}},
                new double[][] {{.5}},
                new double[][] {{20}})
            .with(SystemPart.TRANSITION_OFFSET, new double[][] {{.05}})
            .startingAt(new double[] {0}, new double[][] {{1}});
    Randomness random = Randomness.of(9);
    Observations like = Observations.ofChannel(new double[25]);
    int series = 20_000;
    double filtered = 0;
    double smoothed = 0;
    double logLikelihood = 0;
    for (int s = 0; s < series; s++) {
      Simulation draw = Simulation.of(system, like, random.at(s));
      SmootherResult result = KalmanSmoother.smooth(system, draw.observations());
      logLikelihood += result.filter().logLikelihood().value();
      for (int t = 0; t < 25; t++) {
        double z = draw.states()[t][0];
        filtered += Math.pow(result.filter().filtered().mean(t, 0) - z, 2);
        smoothed += Math.pow(result.smoothed().mean(t, 0) - z, 2);
      }
    }
    assertEquals(4.6465, Math.sqrt(filtered / (25.0 * series)), .01);
    assertEquals(3.6980, Math.sqrt(smoothed / (25.0 * series)), .01);
    assertEquals(-3.0758, logLikelihood / (25.0 * series), .002);
    // and exactly: the root of the mean variance
    SmootherResult any = KalmanSmoother.smooth(system, like);
    double exactFilter = 0;
    double exactSmoother = 0;
    for (int t = 0; t < 25; t++) {
      exactFilter += any.filter().filtered().variance(t, 0) / 25;
      exactSmoother += any.smoothed().variance(t, 0) / 25;
    }
    assertEquals(4.6465, Math.sqrt(exactFilter), 5e-5);
    assertEquals(3.6980, Math.sqrt(exactSmoother), 5e-5);
    double expected = 0;
    Moments predicted = Emitted.predicted(any.filter());
    for (int t = 0; t < 25; t++) {
      expected -= .5 * (Math.log(2 * Math.PI * predicted.variance(t, 0)) + 1) / 25;
    }
    assertEquals(-3.0758, expected, 5e-5);
  }
}
