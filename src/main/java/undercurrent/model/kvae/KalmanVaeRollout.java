package undercurrent.model.kvae;

import java.util.Arrays;
import undercurrent.model.EmittedRows;
import undercurrent.model.Rollout;
import undercurrent.model.deep.RecordedEmission;
import undercurrent.model.linear.SystemPart;

/**
 * The generative half beyond what was seen. Its filter goes on without observations, so that the
 * recurrent layer reads Hₜ mₜ, with mₜ the mean of the filter, and not what a path has drawn; a
 * path draws zₜ and aₜ by the matrices that follow. What is drawn at a step is [zₜ, aₜ].
 */
public final class KalmanVaeRollout implements Rollout {
  private final KalmanVae model;
  private final int rows;
  private final int n;
  private final int m;
  private final StateLayout layout;
  private final MixingStep mixing;
  private final RecordedEmission emission;
  private final int width;
  private final float[] read;

  public KalmanVaeRollout(KalmanVae model, int rows) {
    this.model = model;
    this.rows = rows;
    n = model.stateSize();
    m = model.latentSize();
    layout = StateLayout.of(model);
    mixing = new MixingStep(model, rows);
    int size = model.observationSize();
    width = m + model.referenceSize();
    emission = new RecordedEmission(model.parameters(), model.emission(), rows, width, size);
    read = new float[rows * width];
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int latentSize() {
    return n + m;
  }

  @Override
  public int stateSize() {
    return layout.size();
  }

  @Override
  public boolean readsInputs() {
    return model.sides().inputs() > 0;
  }

  @Override
  public boolean readsObservations() {
    return false;
  }

  @Override
  public void start(Step first, float[] noise, float[] state) {
    layout.start(state, rows);
    move(first, noise, state, true);
  }

  @Override
  public void step(Step next, float[] noise, float[] state) {
    move(next, noise, state, false);
  }

  private void move(Step next, float[] noise, float[] state, boolean isFirst) {
    Modes modes = model.modes();
    SystemPart spread = isFirst ? SystemPart.INITIAL_COVARIANCE : SystemPart.TRANSITION_NOISE;
    double[] stateSd = modes.deviations(spread);
    double[] encodingSd = modes.deviations(SystemPart.EMISSION_NOISE);
    for (int row = 0; row < rows; row++) {
      mixing.put(row, state, layout.read(row), layout.memory(row));
    }
    mixing.forward();
    for (int row = 0; row < rows; row++) {
      mixing.memory(row, state, layout.memory(row));
      double[] weights = mixing.weights(row);
      int z = row * layout.size();
      int normals = row * (n + m);
      if (!isFirst) {
        double[] f = modes.mixed(SystemPart.TRANSITION, weights);
        double[] b = modes.mixed(SystemPart.TRANSITION_INPUT, weights);
        transfer(f, b, next, state, z);
        transfer(f, b, next, state, layout.mean(row));
      }
      for (int i = 0; i < n; i++) state[z + i] += (float) (stateSd[i] * noise[normals + i]);
      double[] h = modes.mixed(SystemPart.EMISSION, weights);
      emit(h, state, z, layout.encoding(row));
      emit(h, state, layout.mean(row), layout.read(row));
      for (int i = 0; i < m; i++) {
        state[layout.encoding(row) + i] += (float) (encodingSd[i] * noise[normals + n + i]);
      }
    }
  }

  /** F z + B u in the place of z. */
  private void transfer(double[] f, double[] b, Step next, float[] state, int at) {
    int inputs = b.length / n;
    float[] before = Arrays.copyOfRange(state, at, at + n);
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) sum += f[i * n + j] * before[j];
      for (int j = 0; j < inputs; j++) sum += b[i * inputs + j] * next.inputs()[j];
      state[at + i] = (float) sum;
    }
  }

  /** H z. */
  private void emit(double[] h, float[] state, int from, int to) {
    for (int i = 0; i < m; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) sum += h[i * n + j] * state[from + j];
      state[to + i] = (float) sum;
    }
  }

  @Override
  public EmittedRows emit(float[] state) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(state, layout.encoding(row), read, row * width, m);
      System.arraycopy(state, layout.frame(row), read, row * width + m, width - m);
    }
    return emission.emit(read);
  }
}
