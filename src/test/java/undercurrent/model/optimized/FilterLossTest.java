package undercurrent.model.optimized;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Observations;

final class FilterLossTest {
  private static final Tracker TRACKER = Tracker.constantVelocity();
  private static final CholeskyParameters PARAMETERS = new CholeskyParameters(4, 2);
  private static final List<LabelledSeries> TARGETS = Lidar.targets(4, 9);

  @ParameterizedTest
  @EnumSource
  void gradientsAreThoseOfCentralDifferences(TrainingObjective objective) {
    double[] theta = PARAMETERS.of(Noise.estimated(TRACKER, TARGETS));
    FilterLoss.Result exact = loss(objective, theta);
    double[] gradient = PARAMETERS.gradient(exact.gradient(), theta);
    assertEquals(13, gradient.length);
    for (int i = 0; i < theta.length; i++) {
      double h = 1e-5 * Math.max(1, Math.abs(theta[i]));
      double[] up = theta.clone();
      double[] down = theta.clone();
      up[i] += h;
      down[i] -= h;
      double slope = (loss(objective, up).value() - loss(objective, down).value()) / (2 * h);
      assertEquals(slope, gradient[i], 1e-6 * (Math.abs(slope) + 0.01 * exact.value()));
    }
  }

  private static FilterLoss.Result loss(TrainingObjective objective, double[] theta) {
    return FilterLoss.of(TRACKER, objective, PARAMETERS.noise(theta), TARGETS);
  }

  @Test
  void valuesAreThoseOfTheKalmanFilter() {
    Noise noise = Noise.estimated(TRACKER, TARGETS);
    double square = 0;
    double nats = 0;
    int steps = 0;
    for (LabelledSeries series : TARGETS) {
      FilterResult kalman = kalman(noise, series);
      nats -= kalman.logLikelihood().value();
      steps += series.steps() - 1;
      for (int t = 1; t < series.steps(); t++) {
        for (int i = 0; i < 2; i++) {
          square += Math.pow(kalman.filtered().mean(t, i) - series.states()[t][i], 2);
        }
      }
    }
    double[] theta = PARAMETERS.of(noise);
    assertEquals(square / steps, loss(TrainingObjective.STATE_ERROR, theta).value(), 1e-7);
    assertEquals(nats / steps, loss(TrainingObjective.LIKELIHOOD, theta).value(), 1e-9);
  }

  /** The first observation makes the start and is then not seen again. */
  private static FilterResult kalman(Noise noise, LabelledSeries series) {
    double[][] x = Arrays.copyOf(series.observations(), series.steps());
    double[] start = {x[0][0], x[0][1], 0, 0};
    x[0] = new double[] {Double.NaN, Double.NaN};
    LinearSystem system =
        LinearSystem.of(
                TRACKER.f().toRows(), noise.q().toRows(), TRACKER.h().toRows(), noise.r().toRows())
            .startingAt(start, Matrix.identity(4).times(1000).toRows());
    return KalmanFilter.filter(system, Observations.of(x));
  }

  @Test
  void numbersAndCovariancesBelongToEachOther() {
    Noise noise = Noise.estimated(TRACKER, TARGETS);
    Noise back = PARAMETERS.noise(PARAMETERS.of(noise));
    for (int i = 0; i < 16; i++) {
      assertEquals(noise.q().at(i / 4, i % 4), back.q().at(i / 4, i % 4), 1e-9);
    }
  }

  @Test
  void whatDoesNotFitIsSaid() {
    Tracker other = new Tracker(Matrix.identity(2), Matrix.identity(2), 1);
    Exception sizes =
        assertThrows(
            IllegalArgumentException.class,
            () -> Noise.estimated(other, List.of(TARGETS.getFirst())));
    assertEquals(
        "Series 1 has 4 state dimensions and 2 observed, and F and H have 2 and 2; choose F and H"
            + " of the series' sizes.",
        sizes.getMessage());
    Exception missing =
        assertThrows(
            IllegalArgumentException.class,
            () -> new LabelledSeries(new double[2][4], new double[][] {{1, 2}, {1, Double.NaN}}));
    assertEquals(
        "The observation at step 2 is missing; the optimised filter needs all of them.",
        missing.getMessage());
  }
}
