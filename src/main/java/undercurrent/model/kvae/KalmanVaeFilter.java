package undercurrent.model.kvae;

import java.util.Arrays;
import undercurrent.math.KalmanModes;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.gaussian.Cholesky;
import undercurrent.series.Sequence;

/**
 * Draws encodings of one series, several paths at once and step by step: q(aₜ|xₜ) where something
 * was observed, and where nothing was, what the filter of the linear model expects. The weights of
 * the modes follow. A state of a path is laid out as {@link KalmanVaeRollout} has it.
 */
public final class KalmanVaeFilter {
  private final KalmanVae model;
  private final int paths;
  private final StateLayout layout;
  private final MixingStep mixing;
  private final Tape tape;
  private final Value seen;
  private final Value noise;
  private final Value weights;
  private final Value inputs;
  private final Value isSeen;
  private final Normal encoded;
  private final KalmanModes filter;
  private final float[] state;
  private float[] frame;
  private boolean isFirst = true;

  /** With the weights as they are at each step. */
  public KalmanVaeFilter(KalmanVae model, int paths) {
    this.model = model;
    this.paths = paths;
    layout = StateLayout.of(model);
    mixing = new MixingStep(model, paths);
    state = new float[paths * layout.size()];
    tape = new Tape(model.parameters(), false);
    int size = model.latentSize();
    seen = tape.input(1, 2 * model.observationSize());
    noise = tape.input(paths, size);
    weights = tape.input(paths, model.modeCount());
    inputs = tape.input(paths, model.sides().inputs());
    isSeen = tape.input(paths, 1);
    encoded = model.maps().encode(tape, seen);
    Value mean = tape.repeat(encoded.mean(), paths);
    Value sd = tape.repeat(encoded.sd(), paths);
    Value drawn = tape.sample(mean, sd, noise, tape.block(paths, size));
    filter = model.modes().filter(tape, 1, paths);
    filter.record(0, weights, drawn, inputs, isSeen, true);
    frame = new float[model.referenceSize()];
    start();
  }

  /** Before the first step of a series. */
  public void start() {
    isFirst = true;
    filter.restart();
    frame = new float[frame.length];
    layout.start(state, paths);
  }

  /**
   * Goes on by step t of a series, which may lie beyond its end.
   *
   * @param isShown whether the observation may be looked at
   */
  public void step(Sequence sequence, int t, boolean isShown, Randomness random) {
    random.normals(noise.data(), 0, noise.size());
    move(sequence, t, isShown);
  }

  /** The same with the mean of q(aₜ|xₜ) in the place of a draw. */
  public void stepByMean(Sequence sequence, int t, boolean isShown) {
    Arrays.fill(noise.data(), 0f);
    move(sequence, t, isShown);
  }

  private void move(Sequence sequence, int t, boolean isShown) {
    int size = model.observationSize();
    Arrays.fill(seen.data(), 0f);
    float any = 0;
    for (int d = 0; d < size && isShown && t < sequence.steps(); d++) {
      float m = sequence.mask()[t * size + d];
      seen.set(0, d, sequence.values()[t * size + d] * m);
      seen.set(0, size + d, m);
      if (m != 0) any = 1;
    }
    Arrays.fill(isSeen.data(), any);
    if (isShown && frame.length > 0) frame = ReferenceFrame.of(model, sequence);
    float[] known = sequence.inputsAt(t);
    for (int p = 0; p < paths; p++) {
      System.arraycopy(known, 0, inputs.data(), p * inputs.columns(), inputs.columns());
      mixing.put(p, state, layout.read(p), layout.memory(p));
    }
    mixing.forward();
    for (int p = 0; p < paths; p++) {
      double[] weight = mixing.weights(p);
      for (int k = 0; k < weight.length; k++) weights.set(p, k, weight[k]);
      mixing.memory(p, state, layout.memory(p));
    }
    if (!isFirst) filter.goOn();
    isFirst = false;
    tape.forward();
    for (int p = 0; p < paths; p++) {
      for (int i = 0; i < model.latentSize(); i++) {
        state[layout.read(p) + i] = filter.read().get(p, i);
      }
    }
  }

  /** Whether something was observed at the last step. */
  public boolean wasSeen() {
    return isSeen.get(0, 0) != 0;
  }

  /** αₜ of a path at the last step, {@code [K]}. */
  public double[] weights(int path) {
    return weights.row(path);
  }

  /** aₜ of a path at the last step, drawn or expected, {@code [m]}. */
  public double[] encoding(int path) {
    return filter.read().row(path);
  }

  /** The mean of q(aₜ|xₜ) at the last step, {@code [m]}. */
  public double[] encodedMean() {
    return encoded.mean().row(0);
  }

  /**
   * States for a {@link KalmanVaeRollout} to go on from, with zₜ drawn from the filter's Gaussian:
   * those of the paths again and again.
   *
   * @param states how many
   */
  public float[] states(int states, Randomness random) {
    int n = model.stateSize();
    float[] out = new float[states * layout.size()];
    double[] root = new double[n * n];
    double[] normals = new double[n];
    for (int s = 0; s < states; s++) {
      int p = s % paths;
      int at = s * layout.size();
      System.arraycopy(state, p * layout.size(), out, at, layout.size());
      root(p, root);
      for (int i = 0; i < n; i++) normals[i] = random.normal();
      for (int i = 0; i < n; i++) {
        double z = filter.mean(0, p, i);
        out[layout.mean(s) + i] = (float) z;
        for (int j = 0; j <= i; j++) z += root[i * n + j] * normals[j];
        out[at + i] = (float) z;
      }
      System.arraycopy(out, layout.read(s), out, at + n, model.latentSize());
      System.arraycopy(frame, 0, out, layout.frame(s), frame.length);
    }
    return out;
  }

  private void root(int path, double[] root) {
    int n = model.stateSize();
    double[] covariance = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) covariance[i * n + j] = filter.covariance(0, path, i, j);
    }
    Cholesky.factor(covariance, 0, root, n, 1e-12);
  }
}
