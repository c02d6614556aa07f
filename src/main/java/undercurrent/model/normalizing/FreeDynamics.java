package undercurrent.model.normalizing;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Initial;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.SystemPart;

/**
 * One state of all channels with learned matrices F and H, independent noise of every number of the
 * state and of every channel, and an offset of every channel.
 */
final class FreeDynamics implements BaseDynamics {
  private static final double FIRST_STATE_NOISE = 0.1;
  private static final double FIRST_NOISE = 0.2;

  private final Parameters parameters;
  private final int channels;
  private final int size;
  private final Parameters.Entry transition;
  private final Parameters.Entry emission;
  private final Parameters.Entry offset;
  private final Parameters.Entry logStateNoise;
  private final Parameters.Entry logNoise;
  private final Parameters.Entry firstMean;
  private final Parameters.Entry logFirstVariance;

  FreeDynamics(Parameters parameters, int channels, int size, Randomness random) {
    this.parameters = parameters;
    this.channels = channels;
    this.size = size;
    transition = parameters.add("dynamics.f", size, size);
    emission = parameters.add("dynamics.h", channels, size);
    offset = parameters.add("dynamics.d", 1, channels);
    logStateNoise = parameters.add("dynamics.log_q", 1, size);
    logNoise = parameters.add("dynamics.log_r", channels, 1);
    firstMean = parameters.add("dynamics.first_mean", 1, size);
    logFirstVariance = parameters.add("dynamics.log_first_variance", 1, size);
    Initial.uniform(parameters, emission, 1, random.named(emission.name()));
    Initial.fill(parameters, logStateNoise, StrictMath.log(FIRST_STATE_NOISE));
    Initial.fill(parameters, logNoise, StrictMath.log(FIRST_NOISE));
    turn();
  }

  /** Pairs of the state turn a little at each step, by an angle of their own. */
  private void turn() {
    for (int i = 0; i < size; i++) {
      int other = i ^ 1;
      double angle = other < size ? 0.2 * (1 + i / 2) : 0;
      parameters.set(transition, i * size + i, 0.98 * StrictMath.cos(angle));
      if (other < size) {
        parameters.set(
            transition, i * size + other, 0.98 * StrictMath.sin(other < i ? -angle : angle));
      }
    }
  }

  @Override
  public Value record(Tape tape, Value y, Value mask, int steps) {
    Value noise = tape.exp(tape.parameter(logNoise));
    List<Value> h = new ArrayList<>();
    List<Value> r = new ArrayList<>();
    for (int d = 0; d < channels; d++) {
      h.add(tape.parameter(emission).rows(d, 1));
      r.add(noise.rows(d, 1));
    }
    KalmanLikelihood filter =
        new KalmanLikelihood(
            size,
            tape.parameter(transition).reshape(1, size * size),
            h,
            tape.exp(tape.parameter(logStateNoise)),
            r,
            tape.parameter(firstMean),
            KalmanLikelihood.diagonal(tape, tape.exp(tape.parameter(logFirstVariance))));
    return filter.record(tape, tape.subtract(y, tape.parameter(offset)), mask, steps);
  }

  @Override
  public LinearSystem system() {
    double[][] f = new double[size][size];
    double[][] q = new double[size][size];
    double[][] p = new double[size][size];
    double[] m = new double[size];
    double[][] h = new double[channels][size];
    double[][] r = new double[channels][channels];
    double[][] d = new double[channels][1];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) f[i][j] = parameters.get(transition, i * size + j);
      q[i][i] = StrictMath.exp(parameters.get(logStateNoise, i));
      p[i][i] = StrictMath.exp(parameters.get(logFirstVariance, i));
      m[i] = parameters.get(firstMean, i);
    }
    for (int c = 0; c < channels; c++) {
      for (int j = 0; j < size; j++) h[c][j] = parameters.get(emission, c * size + j);
      r[c][c] = StrictMath.exp(parameters.get(logNoise, c));
      d[c][0] = parameters.get(offset, c);
    }
    return LinearSystem.of(f, q, h, r).with(SystemPart.EMISSION_OFFSET, d).startingAt(m, p);
  }

  @Override
  public int latentSize() {
    return size;
  }

  @Override
  public String latentName(int i) {
    return "z" + (i + 1);
  }
}
