package undercurrent.model.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.series.RungeKutta;

/** Typed equations of the oscillator of van der Pol have its period and its amplitude. */
class VanDerPolPeriodTest {
  private static final double STEP = 1e-3;
  private static final int TRANSIENT = 60_000;

  @ParameterizedTest(name = "μ = {0}")
  @CsvSource({"1, 6.663287, 2.008620", "1.5, 7.096374, 2.015227", "5, 11.612231, 2.021508"})
  void periodAndAmplitudeAreTheKnownOnes(double mu, double period, double amplitude) {
    Formula formula =
        Formula.of("dx/dt = v; dv/dt = mu*(1 - x^2)*v - x; y = x; mu = %s".formatted(mu));
    Evaluator motion = formula.motion(formula.startValues(), 1).at(0, new double[0]);
    RungeKutta.Field field = (x, change) -> motion.values(x, 2, 1, change, 2);
    double[] state = RungeKutta.steps(field, new double[] {2, 0}, STEP, TRANSIENT);
    double first = Double.NaN;
    double last = Double.NaN;
    double highest = 0;
    for (int t = 0; Double.isNaN(last); t++) {
      double[] next = RungeKutta.steps(field, state, STEP, 1);
      if (state[0] < 0 && next[0] >= 0) {
        double crossing = t * STEP + crossing(field, state);
        if (Double.isNaN(first)) first = crossing;
        else last = crossing;
      }
      if (state[1] > 0 && next[1] <= 0) {
        double[] change = new double[2];
        field.at(next, change);
        // x + v²/(2 |a|) at the top, of the parabola through the step after it
        highest = Math.max(highest, next[0] + next[1] * next[1] / (2 * Math.abs(change[1])));
      }
      state = next;
    }
    assertEquals(period, last - first, 1e-5);
    assertEquals(amplitude, highest, 1e-5);
  }

  /** When x is 0 within a step, by halving. */
  private static double crossing(RungeKutta.Field field, double[] state) {
    double low = 0;
    double high = STEP;
    for (int i = 0; i < 40; i++) {
      double middle = (low + high) / 2;
      if (RungeKutta.steps(field, state, middle, 1)[0] < 0) low = middle;
      else high = middle;
    }
    return low;
  }
}
