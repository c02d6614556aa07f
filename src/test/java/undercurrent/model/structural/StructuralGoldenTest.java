package undercurrent.model.structural;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.model.linear.Emitted;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.Innovations;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.MaximumLikelihood;
import undercurrent.model.linear.Moments;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.SystemPart;

/** Maxima that R's arima and statsmodels give for series everybody knows. */
final class StructuralGoldenTest {
  private static final double NATS = 0.01;

  /** ARIMA with a constant, as R has it where nothing is differenced. */
  private static StructuralModel withMean(ArimaOrder order) {
    return StructuralModel.of(new Constant(), new Arima(order)).withoutIrregular();
  }

  private static MaximumLikelihood holds(double wanted, StructuralModel model, Observations seen) {
    MaximumLikelihood search = Classics.maximum(model, seen);
    assertEquals(wanted, search.logLikelihood().value(), NATS);
    return search;
  }

  @Test
  void lakeHuronIsAnAutoregressionAboutALine() {
    double[] level = Classics.series("/classics/lake_huron.csv");
    double[][] year = new double[level.length][1];
    for (int t = 0; t < year.length; t++) year[t][0] = 1875 + t - 1920;
    StructuralModel model =
        StructuralModel.of(new Constant(), Regression.on("year"), Arima.autoregression(2))
            .withoutIrregular();
    holds(-101.198, model, Observations.ofChannel(level).withInputs(year));
  }

  @Test
  void luteinizingHormone() {
    Observations lh = Observations.ofChannel(Classics.series("/classics/lh.csv"));
    holds(-29.379, withMean(ArimaOrder.of(1, 0, 0)), lh);
    holds(-27.092, withMean(ArimaOrder.of(3, 0, 0)), lh);
  }

  @Test
  void lynxAndSunspots() {
    double[] lynx = Classics.series("/classics/lynx.csv");
    Observations logLynx = Observations.ofChannel(Arrays.stream(lynx).map(Math::log10).toArray());
    StructuralModel model = withMean(ArimaOrder.of(2, 0, 0));
    double[] found = model.natural(holds(6.5047, model, logLynx).theta());
    assertEquals(1.3776, found[1], 1e-4);
    assertEquals(-.7399, found[2], 1e-4);
    Observations sunspots = Observations.ofChannel(Classics.series("/classics/sunspot_year.csv"));
    found = model.natural(holds(-1222.1906, model, sunspots).theta());
    assertEquals(1.3886, found[1], 1e-4);
    assertEquals(-.6906, found[2], 1e-4);
  }

  @Test
  void accidentalDeathsAreAnAirlineModel() {
    double[] deaths = Classics.series("/classics/us_acc_deaths.csv");
    airline(-425.440, deaths);
  }

  @Test
  void airlinePassengersAreTheAirlineModel() {
    double[] passengers = Classics.passengers();
    double[] found = airline(244.6995, Arrays.stream(passengers).map(Math::log).toArray());
    assertEquals(-.4018, found[0], 1e-4);
    assertEquals(-.5569, found[1], 1e-4);
    assertEquals(.001348, found[2], 2e-6);
  }

  /** By diffuse states and by differenced data. */
  private static double[] airline(double wanted, double[] values) {
    ArimaOrder order = ArimaOrder.airline(12);
    StructuralModel model = StructuralModel.of(new Arima(order)).withoutIrregular();
    double[] theta = holds(wanted, model, Observations.ofChannel(values)).theta();
    StructuralModel differences =
        StructuralModel.of(new Arima(order.ofDifferences())).withoutIrregular();
    Observations differenced = Observations.ofChannel(order.differencing().of(values));
    assertEquals(
        KalmanFilter.logLikelihood(model.system(theta, 0), Observations.ofChannel(values)).value(),
        KalmanFilter.logLikelihood(differences.system(theta, 0), differenced).value(),
        1e-6);
    holds(wanted, differences, differenced);
    return model.natural(theta);
  }

  /**
   * What R's arima itself computes: a variance of 10⁶ σ² for the past values, terms above 10⁴ σ²
   * dropped, σ² from the rest, and the log-likelihood as if of T-13 values.
   */
  @ParameterizedTest
  @CsvSource({
    "/samples/02_air_passengers.csv, true, 244.6995, 5e-5",
    "/classics/us_acc_deaths.csv, false, -425.440, 5e-4"
  })
  void airlineModelsAsRCountsThem(
      String resource, boolean logarithms, double wanted, double tolerance) {
    double[] values = Classics.series(resource);
    Observations seen = Observations.ofChannel(logarithms ? Transform.LOG.forward(values) : values);
    StructuralModel model =
        StructuralModel.of(new Arima(ArimaOrder.airline(12))).withoutIrregular();
    MaximumLikelihood search = Classics.maximum(model, seen);
    double variance = model.natural(search.theta())[2];
    LinearSystem system = search.system(0);
    int n = system.latentSize();
    double[][] start = new double[n][n];
    double[] stationary = system.part(SystemPart.INITIAL_COVARIANCE).at(0);
    for (int i = 0; i < n; i++) {
      System.arraycopy(stationary, i * n, start[i], 0, n);
      if (i >= n - 13) start[i][i] = 1e6 * variance;
    }
    FilterResult filter = KalmanFilter.filter(system.startingAt(new double[n], start), seen);
    double[][] innovations = Innovations.of(filter).standardised();
    Moments expected = Emitted.predicted(filter);
    double squares = 0;
    double logs = 0;
    int count = 0;
    for (int t = 0; t < values.length; t++) {
      double relative = expected.variance(t, 0) / variance;
      if (relative >= 1e4) continue;
      squares += innovations[t][0] * innovations[t][0] * variance;
      logs += Math.log(relative);
      count++;
    }
    double perValue = Math.log(squares / count) + logs / count + 1 + Math.log(2 * Math.PI);
    assertEquals(wanted, -0.5 * (values.length - 13) * perValue, tolerance);
  }

  @Test
  void airlinePassengersAsBasicStructuralModel() {
    double[] log = Arrays.stream(Classics.passengers()).map(Math::log).toArray();
    Observations seen = Observations.ofChannel(log);
    StructuralModel model = StructuralModel.of(new LocalLinearTrend(), new DummySeasonal(12));
    MaximumLikelihood search = Classics.maximum(model, seen);
    assertEquals(
        217.4203,
        KalmanFilter.filter(search.system(0), seen).logLikelihoodWithAllConstants().value(),
        NATS);
  }
}
