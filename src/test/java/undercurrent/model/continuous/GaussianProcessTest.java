package undercurrent.model.continuous;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import undercurrent.math.Randomness;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.Forecast;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.KalmanSmoother;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Moments;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.Varying;

/** The Kalman filter at irregular times is Gaussian-process regression. */
final class GaussianProcessTest {
  private static final double[] TIMES = {0, .13, .5, .52, 1.1, 2, 2.05, 3.7};
  private static final double[] VALUES = {.2, .5, .1, .15, -.6, -.9, -1.1, .4};

  private static FilterResult filter(Kernel kernel, double lengthscale) {
    LinearSystem system =
        kernel
            .system(lengthscale, 1.3)
            .at(RowTimes.of(TIMES), kernel.emission(), new double[][] {{.05}});
    return KalmanFilter.filter(system, Observations.ofChannel(VALUES));
  }

  @Test
  void theNumbersComputedElsewhere() {
    FilterResult smooth = filter(Kernel.MATERN_32, .8);
    assertEquals(-5.3035684626, smooth.logLikelihood().value(), 1e-9);
    assertEquals(.3798316226, smooth.filtered().mean(7, 0), 1e-9);
    assertEquals(.0481177723, smooth.filtered().variance(7, 0), 1e-9);
    assertEquals(-6.6704592146, filter(Kernel.MATERN_12, .7).logLikelihood().value(), 1e-9);
  }

  /** 60 times with bursts and long gaps, a noise of its own for every row, and 41 times between. */
  @ParameterizedTest
  @EnumSource
  void everyPosteriorIsThatOfTheWholeMatrix(Kernel kernel) {
    Randomness random = Randomness.of(8);
    double[] all = new double[101];
    for (int t = 1; t < all.length; t++) {
      all[t] = all[t - 1] + Math.exp(2 * random.normal() - 2);
    }
    double[] values = new double[101];
    double[][] noise = new double[101][1];
    boolean[] seen = new boolean[101];
    for (int t = 0; t < all.length; t++) {
      seen[t] = (t % 5 != 1 && t % 5 != 3) || t == 1;
      values[t] = seen[t] ? Math.sin(all[t]) + 0.3 * random.normal() : Double.NaN;
      noise[t][0] = 0.01 + 0.2 * random.uniform();
    }
    LinearSystem system =
        kernel.system(1.4, .9).at(RowTimes.of(all), kernel.emission(), new double[][] {{1}});
    Observations observed = Observations.ofChannel(values).withNoise(Varying.each(1, 1, noise));
    FilterResult filter = KalmanFilter.filter(system, observed);
    Moments smoothed = KalmanSmoother.smooth(filter).smoothed();
    GaussianProcess dense = dense(kernel, all, values, noise, seen, 101);
    assertEquals(dense.logLikelihood(), filter.logLikelihood().value(), 1e-9);
    double[][] posterior = dense.at(all);
    for (int t = 0; t < all.length; t++) {
      assertEquals(posterior[0][t], smoothed.mean(t, 0), 1e-9, "mean of row " + t);
      assertEquals(posterior[1][t], smoothed.variance(t, 0), 1e-9, "variance of row " + t);
      if (t % 10 != 9) continue;
      double[][] past = dense(kernel, all, values, noise, seen, t + 1).at(new double[] {all[t]});
      assertEquals(past[0][0], filter.filtered().mean(t, 0), 1e-9);
      assertEquals(past[1][0], filter.filtered().variance(t, 0), 1e-9);
    }
  }

  private static GaussianProcess dense(
      Kernel kernel, double[] all, double[] y, double[][] r, boolean[] seen, int until) {
    double[][] kept = new double[3][until];
    int count = 0;
    for (int t = 0; t < until; t++) {
      if (!seen[t]) continue;
      kept[0][count] = all[t];
      kept[1][count] = y[t];
      kept[2][count++] = r[t][0];
    }
    for (int i = 0; i < 3; i++) kept[i] = Arrays.copyOf(kept[i], count);
    return new GaussianProcess(kernel, 1.4, .9, kept[0], kept[1], kept[2]);
  }

  /** The system may know more times than were seen: those to come. */
  @Test
  void forecastsAreExtrapolations() {
    double[] longer = Arrays.copyOf(TIMES, 10);
    longer[8] = 4.1;
    longer[9] = 9;
    Kernel kernel = Kernel.MATERN_52;
    double[][] r = {{.05}};
    LinearSystem system = kernel.system(.8, 1.3).at(RowTimes.of(longer), kernel.emission(), r);
    Forecast ahead = Forecast.of(system, Observations.ofChannel(VALUES), 2);
    double[] noise = new double[8];
    Arrays.fill(noise, .05);
    double[][] exact =
        new GaussianProcess(kernel, .8, 1.3, TIMES, VALUES, noise).at(new double[] {4.1, 9});
    for (int s = 0; s < 2; s++) {
      assertEquals(exact[0][s], ahead.stateMean(s, 0), 1e-9);
      assertEquals(exact[1][s], ahead.stateVariance(s, 0), 1e-9);
    }
  }

  @Test
  void aLineThroughUnevenTimesIsLeastSquaresWhereTheVelocityHardlyMoves() {
    // constant velocity with q → 0 and a diffuse start: the regression line
    double[][] h = {{1, 0}};
    LinearSystem system =
        Processes.constantVelocity(1e-14).at(RowTimes.of(TIMES), h, new double[][] {{.05}});
    FilterResult filter = KalmanFilter.filter(system, Observations.ofChannel(VALUES));
    double t1 = Arrays.stream(TIMES).average().orElseThrow();
    double y1 = Arrays.stream(VALUES).average().orElseThrow();
    double ty = 0;
    double tt = 0;
    for (int i = 0; i < 8; i++) {
      ty += (TIMES[i] - t1) * (VALUES[i] - y1);
      tt += (TIMES[i] - t1) * (TIMES[i] - t1);
    }
    assertEquals(ty / tt, filter.filtered().mean(7, 1), 1e-9);
    assertEquals(y1 + ty / tt * (3.7 - t1), filter.filtered().mean(7, 0), 1e-9);
    assertEquals(.05 / tt, filter.filtered().variance(7, 1), 1e-9);
  }
}
