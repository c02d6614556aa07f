package undercurrent.model.kvae;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import undercurrent.math.Initial;
import undercurrent.math.KalmanModes;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.SystemPart;
import undercurrent.model.linear.Varying;

/**
 * The linear model that the modes make: F, H and B of each, and the variances that they share. F of
 * the first mode starts as the identity and the others turn a little, one faster than the other, so
 * that modes differ from the start; H starts small and at random, the larger the less the first
 * state varies, and B at zero.
 */
final class Modes {
  private static final double FIRST_EMISSION = 0.05;

  /** The variance of the first state that this belongs to. */
  private static final double USUAL_VARIANCE = 20;

  private final Parameters parameters;
  private final int modes;
  private final int states;
  private final int size;
  private final int inputs;
  private final Parameters.Entry transition;
  private final Parameters.Entry emission;
  private final Optional<Parameters.Entry> input;
  private final Variance stateNoise;
  private final Variance noise;
  private final Variance firstVariance;

  /** With freshly drawn weights. */
  Modes(Parameters parameters, KalmanVaeSettings settings, int inputs, Randomness random) {
    this.parameters = parameters;
    this.inputs = inputs;
    modes = settings.modes();
    states = settings.latentSize();
    size = settings.encodingSize();
    transition = parameters.add("modes.f", modes, states * states);
    emission = parameters.add("modes.h", modes, size * states);
    input =
        inputs == 0
            ? Optional.empty()
            : Optional.of(parameters.add("modes.b", modes, states * inputs));
    turn(settings.firstTurn());
    Randomness drawn = random.named(emission.name());
    KalmanVaeSettings.LinearNoise start = settings.linearNoise();
    double spread = FIRST_EMISSION * Math.sqrt(USUAL_VARIANCE / start.firstVariance());
    for (int i = 0; i < emission.size(); i++) {
      parameters.set(emission, i, spread * drawn.normal());
    }
    boolean isLearned = start.learnedNoise();
    stateNoise = new Variance("modes.log_q", states, start.stateVariance(), isLearned);
    noise = new Variance("modes.log_r", size, start.encodingVariance(), isLearned);
    firstVariance = new Variance("modes.log_p", states, start.firstVariance(), isLearned);
  }

  /** Mode k turns each pair of the state by k times an angle; the first is the identity. */
  private void turn(double angle) {
    for (int k = 0; k < modes; k++) {
      double cos = StrictMath.cos(k * angle);
      double sin = StrictMath.sin(k * angle);
      for (int i = 0; i < states; i++) {
        int other = i ^ 1;
        int row = (k * states + i) * states;
        parameters.set(transition, row + i, other < states ? cos : 1);
        if (other < states) parameters.set(transition, row + other, other < i ? sin : -sin);
      }
    }
  }

  /** Variances of some numbers: given, or learned by their logarithms. */
  private final class Variance {
    private final int count;
    private final float given;
    private final Optional<Parameters.Entry> logs;

    Variance(String name, int count, double start, boolean isLearned) {
      this.count = count;
      given = (float) start;
      logs = isLearned ? Optional.of(parameters.add(name, 1, count)) : Optional.empty();
      logs.ifPresent(entry -> Initial.fill(parameters, entry, StrictMath.log(start)));
    }

    Value record(Tape tape) {
      if (logs.isPresent()) return tape.exp(tape.parameter(logs.get()));
      Value value = tape.input(1, count);
      for (int i = 0; i < count; i++) value.set(0, i, given);
      return value;
    }

    /** As they are now. */
    double[] values() {
      double[] values = new double[count];
      Arrays.fill(values, given);
      logs.ifPresent(entry -> Arrays.setAll(values, i -> StrictMath.exp(parameters.get(entry, i))));
      return values;
    }

    double[][] diagonal() {
      return Matrix.diagonal(values()).toRows();
    }
  }

  /** K. */
  int count() {
    return modes;
  }

  /** n. */
  int states() {
    return states;
  }

  /** m. */
  int size() {
    return size;
  }

  /** Its filter on a tape. */
  KalmanModes filter(Tape tape, int steps, int rows) {
    KalmanModes.Matrices matrices =
        new KalmanModes.Matrices(
            tape.parameter(transition),
            tape.parameter(emission),
            input.map(tape::parameter).orElseGet(() -> tape.input(modes, 0)),
            stateNoise.record(tape),
            noise.record(tape),
            firstVariance.record(tape));
    return tape.kalmanModes(matrices, steps, rows);
  }

  /** The mixture of F, {@code [n·n]}, H, {@code [m·n]}, or B, {@code [n·U]}, by some weights. */
  double[] mixed(SystemPart part, double[] weights) {
    if (part == SystemPart.TRANSITION_INPUT && input.isEmpty()) return new double[0];
    Parameters.Entry entry =
        switch (part) {
          case TRANSITION -> transition;
          case EMISSION -> emission;
          case TRANSITION_INPUT -> input.orElseThrow();
          default -> throw new IllegalArgumentException("not mixed: " + part);
        };
    double[] sum = new double[entry.columns()];
    for (int k = 0; k < modes; k++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weights[k] * parameters.get(entry, k * sum.length + i);
      }
    }
    return sum;
  }

  /** The roots of q, of r, or of the variances of the first state. */
  double[] deviations(SystemPart part) {
    Variance variance =
        switch (part) {
          case TRANSITION_NOISE -> stateNoise;
          case EMISSION_NOISE -> noise;
          case INITIAL_COVARIANCE -> firstVariance;
          default -> throw new IllegalArgumentException("no variance: " + part);
        };
    return Arrays.stream(variance.values()).map(Math::sqrt).toArray();
  }

  /**
   * The linear system of the encodings of a series, with the weights as they are now.
   *
   * @param weights αₜ of each step, {@code [T][K]}
   * @param known uₜ of each step, {@code [T][U]}
   */
  LinearSystem system(double[][] weights, double[][] known) {
    List<double[][]> f = new ArrayList<>();
    List<double[][]> h = new ArrayList<>();
    List<double[][]> b = new ArrayList<>();
    for (int t = 0; t < weights.length; t++) {
      // What leads from t to t + 1 has the weights of t + 1.
      int next = Math.min(t + 1, weights.length - 1);
      f.add(table(mixed(SystemPart.TRANSITION, weights[next]), states, states));
      h.add(table(mixed(SystemPart.EMISSION, weights[t]), size, states));
      b.add(offset(mixed(SystemPart.TRANSITION_INPUT, weights[next]), known[next]));
    }
    return LinearSystem.of(
            Varying.each(f),
            Varying.constant(stateNoise.diagonal()),
            Varying.each(h),
            Varying.constant(noise.diagonal()))
        .with(SystemPart.TRANSITION_OFFSET, Varying.each(b))
        .startingAt(new double[states], firstVariance.diagonal());
  }

  /** B u, as a column. */
  private double[][] offset(double[] b, double[] u) {
    double[][] column = new double[states][1];
    for (int i = 0; i < states; i++) {
      for (int j = 0; j < inputs; j++) column[i][0] += b[i * inputs + j] * u[j];
    }
    return column;
  }

  private static double[][] table(double[] flat, int rows, int columns) {
    return Matrix.of(rows, columns, flat).toRows();
  }
}
