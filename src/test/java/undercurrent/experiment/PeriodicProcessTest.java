package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.BesideOthers;
import undercurrent.inference.Estimate;
import undercurrent.math.Randomness;
import undercurrent.model.exact.ExactFit;
import undercurrent.model.exact.FittedQuantity;
import undercurrent.model.linear.Parameter;
import undercurrent.series.SeriesSet;

/** Processes with a period: the oscillator, and waves of one period. */
@BesideOthers
final class PeriodicProcessTest {
  /** x'' = -ω² x - c x' + w, drawn in small steps: 2π/ω = 7 and 2/c = 20. */
  private static SeriesSet swinging(int rows) {
    Randomness random = Randomness.of(5);
    double omega = 2 * Math.PI / 7;
    double x = 1;
    double v = 0;
    double h = 0.002;
    StringBuilder table = new StringBuilder("time_s,x\n");
    double time = 0;
    for (int i = 0; i < rows; i++) {
      double gap = 0.2 + random.uniform();
      for (int s = 0; s < gap / h; s++) {
        v += h * (-omega * omega * x - 0.1 * v) + 0.4 * Math.sqrt(h) * random.normal();
        x += h * v;
        time += h;
      }
      table.append(String.format(Locale.ROOT, "%.5f,%.5f%n", time, x + 0.2 * random.normal()));
    }
    return Fits.whole(Fits.read(table.toString()));
  }

  @Test
  void anOscillatorFindsItsPeriodAndHowLongASwingLasts() {
    Run run = Fits.fitted(swinging(700), "kind", "continuous", "process", "oscillator");
    ExactFit fit = Fits.fit(run);
    // variance q / (2 c ω²)
    double variance = 0.16 / (2 * 0.1 * Math.pow(2 * Math.PI / 7, 2));
    near(7, Fits.quantity(fit, "period"));
    near(20, Fits.quantity(fit, "decay time"));
    near(variance, Fits.quantity(fit, "variance"));
    near(0.04, Fits.quantity(fit, "measurement noise"));
    Estimate smoothed = run.estimator().smoothed(0);
    assertEquals(List.of("position", "velocity"), smoothed.latentNames());
    Estimate ahead = run.estimator().forecast(0, 700, 200);
    // It forgets its phase, and ends in its stationary distribution.
    double last = width(ahead, 199);
    double stationary =
        2
            * 1.6449
            * Math.sqrt(
                Fits.quantity(fit, "variance").value()
                    + Fits.quantity(fit, "measurement noise").value());
    assertEquals(stationary, last, 0.01 * stationary);
    assertTrue(width(ahead, 0) < last / 2);
  }

  /** A star that is seen a few times a night, whose brightness has a period of .284 days. */
  @ParameterizedTest
  @CsvSource({"1, 0.284", "2, 0.284", "3, 0.42", "4, 1.73"})
  void aPeriodicLightCurveAtUnevenTimesFindsItsPeriod(int seed, double period) {
    Run run =
        Fits.fitted(lightCurve(seed, period, 40), "kind", "continuous", "process", "oscillator");
    double found = Fits.quantity(Fits.fit(run), "period").value();
    assertEquals(period, found, 0.01 * period, run.trainer().curve().getLast().toString());
  }

  /** Two waves explain what one leaves: the noise is .02² only with the second harmonic. */
  @Test
  void wavesOfOnePeriodExplainAShapeThatIsNoSine() {
    SeriesSet set = lightCurve(3, 0.42, 20);
    ExactFit shape =
        Fits.fit(Fits.fitted(set, "kind", "continuous", "process", "periodic", "waves", 2));
    assertEquals(0.42, Fits.quantity(shape, "period").value(), 0.0042);
    assertEquals(0.0004, Fits.quantity(shape, "measurement noise").value(), 0.00013);
    // The shape repeats for ever, which is where the range of the decay time ends.
    assertEquals(Parameter.Place.UPPER_BOUND, Fits.quantity(shape, "decay time").place());
    assertTrue(
        shape.notes(n -> n).getFirst().contains("on a bound of 'decay time'"),
        () -> shape.notes(n -> n).toString());
  }

  private static SeriesSet lightCurve(int seed, double period, int nights) {
    Randomness random = Randomness.of(seed).named("light curve");
    StringBuilder table = new StringBuilder("t,magnitude\n");
    for (int night = 0; night < nights; night++) {
      double time = night + 0.05 * random.uniform();
      for (int i = 0; i < 4; i++) {
        time += 0.02 + 0.08 * random.uniform();
        double phase = 2 * Math.PI * time / period;
        double light = 12 + 0.2 * Math.sin(phase) + 0.05 * Math.sin(2 * phase + 1);
        table.append(
            String.format(Locale.ROOT, "%.6f,%.5f%n", time, light + 0.02 * random.normal()));
      }
    }
    return Fits.whole(Fits.read(table.toString()));
  }

  private static double width(Estimate estimate, int row) {
    return estimate.observation().upper().at(row, 0) - estimate.observation().lower().at(row, 0);
  }

  private static void near(double truth, FittedQuantity found) {
    assertTrue(found.standardError() < 0.5 * truth, found.toString());
    assertEquals(truth, found.value(), 3 * found.standardError(), found.name());
  }
}
