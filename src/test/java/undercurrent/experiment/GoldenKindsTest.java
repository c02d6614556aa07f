package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.inference.Estimate;
import undercurrent.model.exact.ExactFit;
import undercurrent.series.SeriesSet;

/** Maxima that R and statsmodels give for series everybody knows, by settings of the program. */
final class GoldenKindsTest {
  private static final double NATS = 0.01;

  private static SeriesSet classic(String name) {
    return Fits.whole(Fits.read(Fits.text("/classics/" + name + ".csv")));
  }

  /** R: arima(x, order, seasonal), with its mean where nothing is differenced. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lh            | 1,0,0 | 0,0,0 | -29.379
          lh            | 3,0,0 | 0,0,0 | -27.092
          sunspot_year  | 2,0,0 | 0,0,0 | -1222.1906
          us_acc_deaths | 0,1,1 | 0,1,1 | -425.440
          """)
  void arimaHasTheMaximumOfR(String name, String order, String seasonal, double wanted) {
    SeriesSet set = classic(name);
    Run run = Fits.fitted(set, "kind", "arima", "order", order, "seasonalOrder", seasonal);
    assertEquals(wanted, Fits.fit(run).logLikelihood().value(), NATS);
  }

  @Test
  void sunspotsHaveTheCoefficientsOfR() {
    Run run = Fits.fitted(classic("sunspot_year"), "kind", "arima", "order", "2,0,0");
    ExactFit fit = Fits.fit(run);
    assertEquals(1.3886, Fits.quantity(fit, "ar1").value(), 1e-4);
    assertEquals(-.6906, Fits.quantity(fit, "ar2").value(), 1e-4);
  }

  /** log10 is the natural logarithm in another unit. */
  @Test
  void lynxInLogarithms() {
    SeriesSet lynx = classic("lynx");
    Run run = Fits.fitted(lynx, "kind", "arima", "order", "2,0,0", "transform", "log");
    ExactFit fit = Fits.fit(run);
    double unit = lynx.series().getFirst().length() * Math.log(Math.log(10));
    assertEquals(6.5047, fit.transformed().value() + unit, NATS);
    assertEquals(1.3776, Fits.quantity(fit, "ar1").value(), 1e-4);
    assertEquals(-.7399, Fits.quantity(fit, "ar2").value(), 1e-4);
  }

  @ParameterizedTest
  @CsvSource({"airline", "arima"})
  void airlinePassengersAreTheAirlineModel(String kind) {
    SeriesSet set = Fits.whole(Fits.sample("02_air_passengers"));
    Run run =
        Fits.fitted(
            set,
            "kind",
            kind,
            "transform",
            "log",
            "order",
            "0, 1, 1",
            "seasonalOrder",
            "0,1,1",
            "season",
            12);
    ExactFit fit = Fits.fit(run);
    assertEquals(244.6995, fit.transformed().value(), NATS);
    assertEquals(-.4018, Fits.quantity(fit, "ma1").value(), 1e-4);
    assertEquals(-.5569, Fits.quantity(fit, "sma1").value(), 1e-4);
    assertEquals(.001348, Fits.quantity(fit, "innovation variance").value(), 2e-6);
  }

  /** statsmodels counts -½ log 2π for the thirteen values that only fix the start. */
  @Test
  void airlinePassengersAsBasicStructuralModel() {
    SeriesSet set = Fits.whole(Fits.sample("02_air_passengers"));
    ExactFit fit = Fits.fit(Fits.fitted(set, "kind", "seasonal", "season", 12, "transform", "log"));
    assertEquals(13, fit.diffuse());
    assertEquals(217.4203, fit.transformed().value() - 6.5 * Math.log(2 * Math.PI), NATS);
  }

  /** R: arima(LakeHuron, c(2, 0, 0), xreg = time(LakeHuron) - 1920). */
  @Test
  void lakeHuronIsAnAutoregressionAboutALine() {
    String text = Fits.text("/classics/lake_huron.csv");
    String table =
        text.lines()
            .skip(1)
            .map(line -> line.split(","))
            .map(
                c ->
                    String.format(
                        Locale.ROOT, "%s,%s,%d", c[0], c[1], Integer.parseInt(c[0]) - 1920))
            .collect(Collectors.joining("\n", "time,level_feet,u_year\n", "\n"));
    SeriesSet set = Fits.whole(Fits.read(table));
    ExactFit fit = Fits.fit(Fits.fitted(set, "kind", "arima", "order", "2,0,0"));
    assertEquals(-101.198, fit.logLikelihood().value(), NATS);
    // R: intercept 579.0993 in 1920, and we tell it at the mean of the years, 1923.5
    assertEquals(579.0993 - 3.5 * .0216, Fits.quantity(fit, "constant").value(), 2e-3);
    // R: ar1 1.0048 (.0976), ar2 -.2913 (.1004), xreg -.0216 (.0081), sigma^2 .4566
    assertEquals(1.0048, Fits.quantity(fit, "ar1").value(), 2e-3);
    assertEquals(-.2913, Fits.quantity(fit, "ar2").value(), 2e-3);
    assertEquals(.1004, Fits.quantity(fit, "ar2").standardError(), 2e-3);
    assertEquals(-.0216, Fits.quantity(fit, "effect of u_year").value(), 2e-4);
    assertEquals(.0081, Fits.quantity(fit, "effect of u_year").standardError(), 2e-4);
    assertEquals(.4566, Fits.quantity(fit, "innovation variance").value(), 2e-3);
  }

  /** All twelve-step seasons are drawn by eleven dummy states or by all their waves. */
  @Test
  void bothFormsOfASeasonThatStaysDrawTheSame() {
    StringBuilder table = new StringBuilder("t,x\n");
    for (int t = 0; t < 96; t++) {
      double x = 0.05 * t + 3 * Math.sin(t * Math.PI / 6) + (t % 12 == 3 ? 2 : 0);
      table.append(String.format(Locale.ROOT, "%d,%.6f%n", t, x + 0.3 * Math.sin(17.0 * t * t)));
    }
    SeriesSet set = Fits.whole(Fits.read(table.toString()));
    Run dummy = Fits.fitted(set, "kind", "seasonal", "season", 12, "seasonForm", "dummy");
    Run waves = Fits.fitted(set, "kind", "seasonal", "season", 12, "seasonForm", "trigonometric");
    Estimate one = dummy.estimator().smoothed(0);
    Estimate other = waves.estimator().smoothed(0);
    for (int t = 0; t < 96; t++) {
      assertEquals(one.observation().mean().at(t, 0), other.observation().mean().at(t, 0), 0.02);
    }
    assertEquals(one.latentNames(), other.latentNames());
    double[] first = dummy.estimator().smoothed(0).observation().mean().row(0);
    assertTrue(Arrays.stream(first).allMatch(Double::isFinite));
  }
}
