package undercurrent.model.switching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.Mixture;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.SystemPart;
import undercurrent.model.linear.Varying;

/**
 * What one iteration of EM needs to know of smoothed series, and the model that follows from it: a
 * regression of each regime's states on the states before, weighed by how likely the regime is; one
 * of each channel on the state; and how often one regime followed another.
 */
final class SwitchingSums {
  /** Added to the variances of motion and start, so that no direction is without noise. */
  private static final double MOTION_FLOOR = 1e-8;

  /** Added to those of the channels: a thousandth of a standard deviation. */
  private static final double CHANNEL_FLOOR = 1e-6;

  /** A step is added to each row of the counts, so that no regime is impossible for ever. */
  private static final double ADDED_STEPS = 1;

  private final SwitchingModel model;
  private final int n;
  private final ExpectedRegression[] motion;
  private final ExpectedRegression[] channels;
  private final double[][] counts;
  private final double[] first;
  private final List<Gaussian> starts = new ArrayList<>();

  SwitchingSums(SwitchingModel model) {
    this.model = model;
    LinearSystem system = model.regimes().getFirst().system();
    n = system.latentSize();
    int regimes = model.size();
    motion = new ExpectedRegression[regimes];
    channels = new ExpectedRegression[system.observedSize()];
    Arrays.setAll(motion, k -> new ExpectedRegression(n, n));
    Arrays.setAll(channels, d -> new ExpectedRegression(1, n));
    counts = new double[regimes][regimes];
    first = new double[regimes];
  }

  /** Adds a series [T][m], NaN where missing, that was filtered with the model. */
  void add(RegimeFiltering filtering, double[][] x) {
    List<RegimeEstimate> smoothed =
        filtering.smoothed(
            (j, k, weight, now, next, cross) -> {
              counts[j][k] += weight;
              if (weight > 0) motion[k].add(weight, next, now, cross);
            });
    for (int t = 0; t < x.length; t++) {
      Gaussian state = smoothed.get(t).state();
      for (int d = 0; d < channels.length; d++) {
        if (!Double.isNaN(x[t][d])) channels[d].add(1, new double[] {x[t][d]}, state);
      }
    }
    starts.add(smoothed.getFirst().state());
    double[] shares = smoothed.getFirst().probabilities();
    for (int k = 0; k < first.length; k++) first[k] += shares[k];
  }

  /** The model that explains the sums best. */
  SwitchingModel model() {
    List<LinearSystem> regimes = new ArrayList<>();
    for (int k = 0; k < motion.length; k++) {
      regimes.add(started(emitting(moving(model.regimes().get(k).system(), motion[k]))));
    }
    double[][] transition = new double[counts.length][];
    for (int j = 0; j < counts.length; j++) transition[j] = shares(counts[j]);
    return SwitchingModel.of(regimes, shares(first), transition);
  }

  private static double[] shares(double[] counts) {
    double sum = Arrays.stream(counts).sum() + ADDED_STEPS;
    return Arrays.stream(counts).map(c -> (c + ADDED_STEPS / counts.length) / sum).toArray();
  }

  /** A regime that hardly ever was at work keeps what it had. */
  private LinearSystem moving(LinearSystem system, ExpectedRegression steps) {
    if (steps.weight() < 2 * (n + 1)) return system;
    ExpectedRegression.Fitted fitted = steps.fitted(MOTION_FLOOR);
    return system
        .with(SystemPart.TRANSITION, fitted.a())
        .with(SystemPart.TRANSITION_OFFSET, Varying.constant(n, 1, fitted.b()))
        .with(SystemPart.TRANSITION_NOISE, fitted.noise());
  }

  /** All regimes are seen alike. */
  private LinearSystem emitting(LinearSystem system) {
    int m = channels.length;
    double[][] h = new double[m][];
    double[] offset = new double[m];
    double[][] noise = new double[m][m];
    for (int d = 0; d < m; d++) {
      ExpectedRegression.Fitted fitted = channels[d].fitted(CHANNEL_FLOOR);
      h[d] = fitted.a()[0];
      offset[d] = fitted.b()[0];
      noise[d][d] = fitted.noise()[0][0];
    }
    return system
        .with(SystemPart.EMISSION, h)
        .with(SystemPart.EMISSION_OFFSET, Varying.constant(m, 1, offset))
        .with(SystemPart.EMISSION_NOISE, noise);
  }

  private LinearSystem started(LinearSystem system) {
    double[] equal = new double[starts.size()];
    Arrays.fill(equal, 1.0 / equal.length);
    Gaussian start = new Mixture(equal, starts).collapsed();
    Matrix covariance = start.covariance().matrix().plus(Matrix.identity(n).times(MOTION_FLOOR));
    return system.startingAt(start.mean(), covariance.toRows());
  }
}
