package undercurrent.model.structural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.math.Randomness;
import undercurrent.model.linear.Forecast;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.MaximumLikelihood;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.Parameter;
import undercurrent.model.linear.Simulation;

/** ARIMA processes against autocovariances on paper and the dense Gaussian they give. */
final class ArimaTest {
  private static double[] normal(int size, Randomness random) {
    return IntStream.range(0, size).mapToDouble(i -> random.normal()).toArray();
  }

  /** γₖ = h Fᵏ P1 h'. */
  private static double[] autocovariances(Component component, int lags, double... natural) {
    Block block = component.block(component.theta(natural));
    SimpleMatrix f = new SimpleMatrix(block.transition());
    SimpleMatrix h = new SimpleMatrix(new double[][] {block.emission().at(0)});
    SimpleMatrix moved = new SimpleMatrix(block.covariance()).mult(h.transpose());
    double[] gamma = new double[lags];
    for (int k = 0; k < lags; k++) {
      gamma[k] = h.dot(moved.transpose());
      moved = f.mult(moved);
    }
    return gamma;
  }

  @Test
  void anAutoregressionOfTwoStartsAsYuleAndWalkerSay() {
    double a = 1.3;
    double b = -0.6;
    double v = 2.5;
    double[] gamma = autocovariances(Arima.autoregression(2), 4, a, b, v);
    double variance = (1 - b) * v / ((1 + b) * ((1 - b) * (1 - b) - a * a));
    double one = a * variance / (1 - b);
    double two = a * one + b * variance;
    assertArrayEquals(new double[] {variance, one, two, a * two + b * one}, gamma, 1e-12);
  }

  @Test
  void oneOfEach() {
    double phi = 0.7;
    double theta = -0.4;
    double[] gamma = autocovariances(new Arima(ArimaOrder.of(1, 0, 1)), 3, phi, theta, 1);
    double variance = (1 + 2 * phi * theta + theta * theta) / (1 - phi * phi);
    double one = (1 + phi * theta) * (phi + theta) / (1 - phi * phi);
    assertArrayEquals(new double[] {variance, one, phi * one}, gamma, 1e-12);
  }

  @Test
  void theAirlineModelsDifferencesAreCorrelatedAtFiveLags() {
    double a = -0.4;
    double b = -0.55;
    Arima arima = new Arima(ArimaOrder.airline(12).ofDifferences());
    double[] gamma = autocovariances(arima, 16, a, b, 1);
    double[] wanted = new double[16];
    wanted[0] = (1 + a * a) * (1 + b * b);
    wanted[1] = a * (1 + b * b);
    wanted[11] = wanted[13] = a * b;
    wanted[12] = b * (1 + a * a);
    assertArrayEquals(wanted, gamma, 1e-12);
  }

  /** The sum of σ² ψⱼ ψⱼ₊ₖ, with ψ from the recursion of the process itself. */
  private static double[] byImpulses(double[] ar, double[] ma, double variance, int lags) {
    double[] psi = new double[4000];
    for (int j = 0; j < psi.length; j++) {
      psi[j] = j == 0 ? 1 : j <= ma.length ? ma[j - 1] : 0;
      for (int i = 1; i <= Math.min(j, ar.length); i++) psi[j] += ar[i - 1] * psi[j - i];
    }
    double[] gamma = new double[lags];
    for (int k = 0; k < lags; k++) {
      for (int j = 0; j + k < psi.length; j++) gamma[k] += variance * psi[j] * psi[j + k];
    }
    return gamma;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theLikelihoodIsThatOfTheDenseGaussian(int seed) {
    Randomness random = Randomness.of(seed);
    int p = seed % 3;
    int q = (seed + 1) % 3;
    Arima arima = new Arima(ArimaOrder.of(p, 0, q));
    double[] theta = Arrays.stream(normal(p + q + 1, random)).map(x -> 0.6 * x).toArray();
    double[] natural = arima.natural(theta);
    double[] gamma =
        byImpulses(
            Arrays.copyOf(natural, p), Arrays.copyOfRange(natural, p, p + q), natural[p + q], 14);
    double[] x = normal(14, random);
    SimpleMatrix covariance = new SimpleMatrix(12, 12);
    SimpleMatrix seen = new SimpleMatrix(12, 1);
    int[] there = {0, 1, 2, 3, 5, 6, 7, 8, 9, 11, 12, 13};
    for (int i = 0; i < 12; i++) {
      seen.set(i, 0, x[there[i]]);
      for (int j = 0; j < 12; j++) covariance.set(i, j, gamma[Math.abs(there[i] - there[j])]);
    }
    double wanted =
        -6 * Math.log(2 * Math.PI)
            - 0.5 * Math.log(covariance.determinant())
            - 0.5 * seen.dot(covariance.solve(seen));
    LinearSystem system = StructuralModel.of(arima).withoutIrregular().system(theta, 0);
    x[4] = x[10] = Double.NaN;
    assertEquals(
        wanted, KalmanFilter.logLikelihood(system, Observations.ofChannel(x)).value(), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void anyThetaIsStationaryAndComesBack(int seed) {
    double[] theta = normal(seed + 1, Randomness.of(40 + seed));
    double[] phi = Stationary.coefficients(theta);
    assertArrayEquals(theta, Stationary.theta(phi, "ar"), 1e-9);
    double[] past = normal(phi.length, Randomness.of(50 + seed));
    for (int t = 0; t < 20_000; t++) {
      double next = 0;
      for (int j = 0; j < phi.length; j++) next += phi[j] * past[j];
      System.arraycopy(past, 0, past, 1, past.length - 1);
      past[0] = next;
    }
    assertTrue(Math.abs(past[0]) < 1e-6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void diffuseStatesGiveTheLikelihoodOfTheDifferences(int seed) {
    Randomness random = Randomness.of(80 + seed);
    ArimaOrder order =
        switch (seed) {
          case 1 -> ArimaOrder.of(1, 2, 1);
          case 2 -> ArimaOrder.of(1, 1, 1).withSeason(1, 1, 1, 4);
          default -> ArimaOrder.of(0, 0, 2).withSeason(1, 2, 0, 3);
        };
    Arima arima = new Arima(order);
    double[] theta = normal(arima.quantities().size(), random);
    double[] values = normal(40, random);
    for (int t = 1; t < 40; t++) values[t] += values[t - 1];
    assertEquals(
        KalmanFilter.logLikelihood(
                StructuralModel.of(new Arima(order.ofDifferences()))
                    .withoutIrregular()
                    .system(theta, 0),
                Observations.ofChannel(order.differencing().of(values)))
            .value(),
        KalmanFilter.logLikelihood(
                StructuralModel.of(arima).withoutIrregular().system(theta, 0),
                Observations.ofChannel(values))
            .value(),
        1e-7);
  }

  @Test
  void differencesOfPolynomials() {
    double[] squares = IntStream.range(0, 9).mapToDouble(t -> t * t).toArray();
    assertArrayEquals(
        new double[] {2, 2, 2, 2, 2, 2, 2}, new Differencing(2, 0, 1).of(squares), 1e-12);
    assertArrayEquals(new double[] {8, 8, 8, 8}, new Differencing(1, 1, 4).of(squares), 1e-12);
    squares[4] = Double.NaN;
    double[] gap = new Differencing(1, 0, 1).of(squares);
    assertEquals(2, Arrays.stream(gap).filter(Double::isNaN).count());
  }

  /** What R's predict gives for arima(log(AirPassengers), c(0,1,1), seasonal = c(0,1,1)). */
  @Test
  void theYearAfterTheAirlinePassengers() {
    double[] log = Transform.LOG.forward(Classics.passengers());
    StructuralModel model =
        StructuralModel.of(new Arima(ArimaOrder.airline(12))).withoutIrregular();
    Observations seen = Observations.ofChannel(log);
    MaximumLikelihood search = Classics.maximum(model, seen);
    Forecast forecast = Forecast.of(search.system(0), seen, 12);
    double[] wanted = {
      6.110186, 6.053775, 6.171715, 6.199300, 6.232556, 6.368779,
      6.507294, 6.502906, 6.324698, 6.209008, 6.063487, 6.168025
    };
    for (int t = 0; t < 12; t++) {
      assertEquals(wanted[t], forecast.mean(t), 2e-5);
    }
  }

  @Test
  void aFadingWaveHasAFadingCosineAsAutocovariance() {
    double damping = 0.9;
    double period = 11;
    double[] gamma = autocovariances(new Cycle(2, 100), 30, 3, damping, period);
    double variance = 3 / (1 - damping * damping);
    for (int k = 0; k < 30; k++) {
      double wanted = variance * Math.pow(damping, k) * Math.cos(2 * Math.PI * k / period);
      assertEquals(wanted, gamma[k], 1e-11);
    }
  }

  /** What the model drew is found again, within the standard errors that the search gives. */
  @Test
  void aWaveThatWasDrawnIsFoundAgain() {
    StructuralModel model = StructuralModel.of(new Constant(), new Cycle(2, 200));
    double[] truth = {5, 3, 0.95, 11, 2};
    Observations like = Observations.ofChannel(new double[1500]);
    Observations drawn =
        Simulation.of(model.system(model.theta(truth), 0), like, Randomness.of(3)).observations();
    List<Parameter> found = Classics.maximum(model, drawn).parameters();
    for (int i = 0; i < truth.length; i++) {
      Parameter parameter = found.get(i);
      assertEquals(truth[i], parameter.value(), 3 * parameter.standardError(), parameter.name());
      assertTrue(parameter.standardError() < 0.2 * truth[i], parameter.name());
    }
  }
}
