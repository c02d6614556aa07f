package undercurrent.model.normalizing;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Initial;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.linear.BlockDiagonalSystem;
import undercurrent.model.linear.LinearSystem;

/**
 * A state of its own for each channel, all of the same form, with variances of their own. F and h
 * are given; learned are the variances, the noise and the first state.
 */
final class ChannelBlocks implements BaseDynamics {
  private static final double FIRST_NOISE = 0.2;
  private final Parameters parameters;
  private final int channels;
  private final BlockForm form;
  private final Parameters.Entry logStateNoise;
  private final Parameters.Entry logNoise;
  private final Parameters.Entry firstMean;
  private final Parameters.Entry logFirstVariance;

  ChannelBlocks(Parameters parameters, int channels, BlockForm form) {
    this.parameters = parameters;
    this.channels = channels;
    this.form = form;
    int n = form.size();
    logStateNoise = parameters.add("dynamics.log_q", channels, n);
    logNoise = parameters.add("dynamics.log_r", channels, 1);
    firstMean = parameters.add("dynamics.first_mean", channels, n);
    logFirstVariance = parameters.add("dynamics.log_first_variance", channels, n);
    Initial.fill(parameters, logNoise, StrictMath.log(FIRST_NOISE));
    for (int d = 0; d < channels; d++) {
      for (int i = 0; i < n; i++) {
        parameters.set(logStateNoise, d * n + i, StrictMath.log(form.stateNoise()[i]));
        parameters.set(logFirstVariance, d * n + i, StrictMath.log(form.firstVariance()[i]));
      }
    }
  }

  @Override
  public Value record(Tape tape, Value y, Value mask, int steps) {
    int n = form.size();
    Value transition = tape.input(1, n * n);
    Value emission = tape.input(1, n);
    for (int i = 0; i < n * n; i++) transition.set(0, i, form.transition()[i]);
    for (int i = 0; i < n; i++) emission.set(0, i, form.emission()[i]);
    KalmanLikelihood filter =
        new KalmanLikelihood(
            n,
            transition,
            List.of(emission),
            tape.exp(tape.parameter(logStateNoise)),
            List.of(tape.exp(tape.parameter(logNoise))),
            tape.parameter(firstMean),
            KalmanLikelihood.diagonal(tape, tape.exp(tape.parameter(logFirstVariance))));
    // A row of the filter is one channel of one sequence.
    Value each = filter.record(tape, y.reshape(y.size(), 1), mask.reshape(mask.size(), 1), steps);
    return each.reshape(y.rows(), y.columns());
  }

  @Override
  public LinearSystem system() {
    int n = form.size();
    List<LinearSystem> systems = new ArrayList<>();
    for (int d = 0; d < channels; d++) {
      double[][] f = new double[n][n];
      double[][] q = new double[n][n];
      double[][] h = {form.emission().clone()};
      double[][] p = new double[n][n];
      double[] m = new double[n];
      for (int i = 0; i < n; i++) {
        System.arraycopy(form.transition(), i * n, f[i], 0, n);
        q[i][i] = StrictMath.exp(parameters.get(logStateNoise, d * n + i));
        p[i][i] = StrictMath.exp(parameters.get(logFirstVariance, d * n + i));
        m[i] = parameters.get(firstMean, d * n + i);
      }
      double[][] r = {{StrictMath.exp(parameters.get(logNoise, d))}};
      systems.add(LinearSystem.of(f, q, h, r).startingAt(m, p));
    }
    return BlockDiagonalSystem.of(systems);
  }

  @Override
  public int latentSize() {
    return channels * form.size();
  }

  @Override
  public String latentName(int i) {
    return form.names().get(i % form.size());
  }
}
