package undercurrent.model.structural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.math.Randomness;
import undercurrent.model.linear.Emitted;
import undercurrent.model.linear.JointGaussian;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.KalmanSmoother;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Moments;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.SmootherResult;

/**
 * Components stacked, against the whole joint Gaussian, each other and what they must add up to.
 */
final class StructuralModelTest {
  private static final int STEPS = 24;

  private static double[][] rows(int steps, int columns, Randomness random) {
    double[][] rows = new double[steps][columns];
    for (double[] row : rows) for (int j = 0; j < columns; j++) row[j] = random.normal();
    return rows;
  }

  private static Observations seen(Randomness random) {
    double[] values = new double[STEPS];
    for (int t = 0; t < STEPS; t++) values[t] = t < 9 || t > 11 ? 3 * random.normal() : Double.NaN;
    return Observations.ofChannel(values);
  }

  /** A model with a part of every kind. */
  private static StructuralModel everything() {
    return StructuralModel.of(
        new LocalLinearTrend(),
        new TrigonometricSeasonal(5),
        new Cycle(2, 20),
        Regression.on("heat", "rain"),
        Arima.autoregression(2),
        new Cycle(2, 20));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theLikelihoodIsThatOfTheJointGaussian(int seed) {
    Randomness random = Randomness.of(seed);
    StructuralModel model = everything();
    Observations seen = seen(random).withInputs(rows(STEPS, 2, random));
    double[] theta = rows(1, model.size(), random)[0];
    LinearSystem system = model.system(theta, 0);
    assertEquals(6, system.diffuseSize());
    assertEquals(
        new JointGaussian(system, seen).logLikelihood(),
        KalmanFilter.logLikelihood(system, seen).value(),
        1e-7);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anArimaProcessWithGapsAndInputsIsAJointGaussianToo(int seed) {
    Randomness random = Randomness.of(30 + seed);
    Arima arima = new Arima(ArimaOrder.of(1, 1, 1).withSeason(1, seed - 1, 1, 3));
    StructuralModel model = StructuralModel.of(arima, Regression.on("heat"));
    Observations seen = seen(random).withInputs(rows(STEPS, 1, random));
    LinearSystem system = model.system(rows(1, model.size(), random)[0], 0);
    assertEquals(
        new JointGaussian(system, seen).logLikelihood(),
        KalmanFilter.logLikelihood(system, seen).value(),
        1e-7);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 7, 12})
  void aSeasonWithoutNoiseComesAgainAndSumsToZero(int period) {
    Randomness random = Randomness.of(period);
    for (Component season :
        List.of(
            new DummySeasonal(period, false),
            new TrigonometricSeasonal(period, period / 2, false))) {
      Block block = season.block(new double[0]);
      assertEquals(period - 1, block.size());
      double[] state = rows(1, period - 1, random)[0];
      double[] drawn = new double[2 * period];
      for (int t = 0; t < drawn.length; t++) {
        drawn[t] = product(block.emission().at(0), state);
        double[] before = state;
        state = Arrays.stream(block.transition()).mapToDouble(f -> product(f, before)).toArray();
      }
      assertEquals(0, Arrays.stream(drawn, 3, 3 + period).sum(), 1e-12);
      assertArrayEquals(
          Arrays.copyOf(drawn, period), Arrays.copyOfRange(drawn, period, 2 * period), 1e-12);
    }
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
    return sum;
  }

  /** Both kinds of season can draw every season, so without noise they are one model. */
  @Test
  void aFixedSeasonIsTheSameInDummiesAndInWaves() {
    Observations seen = seen(Randomness.of(9));
    double[][] found = new double[2][STEPS];
    for (int i = 0; i < 2; i++) {
      Component season =
          i == 0 ? new DummySeasonal(6, false) : new TrigonometricSeasonal(6, 3, false);
      StructuralModel model = StructuralModel.of(new LocalLevel(), season);
      double[] theta = model.theta(0.3, 2);
      SmootherResult smoother = KalmanSmoother.smooth(model.system(theta, 0), seen);
      Moments observed = Emitted.smoothed(smoother);
      for (int t = 0; t < STEPS; t++) {
        found[i][t] = observed.mean(t, 0) - smoother.smoothed().mean(t, 0);
      }
    }
    assertArrayEquals(found[0], found[1], 1e-8);
  }

  @Test
  void theNileIsALocalLevel() {
    Observations nile = Observations.ofChannel(Classics.series("/samples/01_nile.csv"));
    StructuralModel model = StructuralModel.of(new LocalLevel());
    var search = Classics.maximum(model, nile);
    assertEquals(-632.5456, search.logLikelihood().value(), 1e-4);
    assertEquals("level variance", search.parameters().get(0).name());
    assertEquals(1469.1, search.parameters().get(0).value(), 0.5);
    assertEquals(15098.5, search.parameters().get(1).value(), 0.5);
    StructuralModel ima = StructuralModel.of(new Arima(ArimaOrder.of(0, 1, 1))).withoutIrregular();
    assertEquals(-632.5456, Classics.maximum(ima, nile).logLikelihood().value(), 1e-4);
  }

  @Test
  void quantitiesHaveNamesUnitsAndAWayBack() {
    StructuralModel model =
        StructuralModel.of(
            new LocalLinearTrend(),
            new Cycle(4, 40),
            new Constant(),
            Regression.on("heat"),
            new Arima(ArimaOrder.of(2, 1, 1).withSeason(1, 0, 1, 4)));
    assertEquals(
        List.of(
            "level variance",
            "slope variance",
            "cycle variance",
            "cycle damping",
            "cycle period",
            "constant",
            "effect of heat",
            "ar1",
            "ar2",
            "ma1",
            "sar1",
            "sma1",
            "innovation variance",
            "irregular variance"),
        model.names());
    assertEquals("steps", model.units().get(4));
    assertEquals("x²", model.units().getLast());
    double[] natural = {2, .1, 3, .8, 11, -5, 7, .9, -.5, -.4, .3, .6, 4, 9};
    assertArrayEquals(natural, model.natural(model.theta(natural)), 1e-9);
  }

  private static void says(String sentence, Executable what) {
    assertEquals(sentence, assertThrows(IllegalArgumentException.class, what).getMessage());
  }

  @Test
  void whatIsNoModelIsRefused() {
    says("A season needs a period of at least 2 steps; here it is 1.", () -> new DummySeasonal(1));
    says(
        "A season of 12 steps has 1 to 6 harmonics; here they are 7.",
        () -> new TrigonometricSeasonal(12, 7, true));
    says(
        "A cycle needs periods from at least 2 steps to more than that; here from 5.0 to 4.0.",
        () -> new Cycle(5, 4));
    says(
        "The season of an ARIMA process needs a period of at least 2 steps; here it is 1.",
        () -> new ArimaOrder(0, 1, 1, 0, 1, 1, 1));
    StructuralModel level = StructuralModel.of(new LocalLevel());
    says("The model has 2 parameters and got 1.", () -> level.system(new double[1], 0));
    says(
        "The level variance cannot be -1.0; give a value inside its range.",
        () -> level.theta(-1, 1));
    says(
        "The ar coefficients have a root on or inside the unit circle; make them smaller.",
        () -> StructuralModel.of(Arima.autoregression(1)).theta(1.2, 1, 1));
    StructuralModel constant = StructuralModel.of(new Constant());
    says(
        "The model has no state; add a component such as a level or an autoregression.",
        () -> constant.system(new double[2], 0));
    says(
        "There are 0 inputs u and the system has 1 (the columns of B and D).",
        () ->
            KalmanFilter.filter(
                StructuralModel.of(new LocalLevel(), Regression.on("heat"))
                    .system(new double[3], 0),
                Observations.ofChannel(1, 2)));
  }
}
