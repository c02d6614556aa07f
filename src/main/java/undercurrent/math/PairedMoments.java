package undercurrent.math;

import java.util.Arrays;

/**
 * The moments of one row of a {@link PairedPrediction} and their gradients, in double precision,
 * with buffers that are made once.
 */
final class PairedMoments {
  private final int pairs;
  private final int size;
  private final MomentFlow flow;
  private final double[] a;
  private final double[] density;
  private final double[] state;
  private final double[] next;
  private final double[] dPhi;
  private final double[] dNoise;
  private final double[] dA;
  private final double[] dDensity;
  private final double[] dState;

  /** Φ times what is seen of a covariance, or ∂P + ∂P' times Φ. */
  private final double[] product;

  /**
   * @param pairs n
   */
  PairedMoments(int pairs) {
    this.pairs = pairs;
    size = 2 * pairs;
    flow = new MomentFlow(size);
    a = new double[size * size];
    density = new double[size];
    state = new double[5 * pairs];
    next = new double[5 * pairs];
    dPhi = new double[size * size];
    dNoise = new double[size * size];
    dA = new double[size * size];
    dDensity = new double[size];
    dState = new double[5 * pairs];
    product = new double[size * size];
  }

  /** Reads a row and computes Φ and Q; false where that cannot be done. */
  boolean load(Value drift, Value spectral, Value states, int row, double gap) {
    read(drift, row, a);
    read(spectral, 0, density);
    read(states, row, state);
    return flow.over(a, density, gap);
  }

  private static void read(Value from, int row, double[] to) {
    int at = from.offset + row * from.columns;
    for (int i = 0; i < to.length; i++) to[i] = from.data[at + i];
  }

  private int upper(int i) {
    return size + i;
  }

  private int lower(int i) {
    return size + pairs + i;
  }

  private int side(int i) {
    return size + 2 * pairs + i;
  }

  private void compute() {
    double[] phi = flow.phi();
    double[] q = flow.noise();
    for (int r = 0; r < size; r++) {
      double mean = 0;
      for (int c = 0; c < size; c++) mean += phi[r * size + c] * state[c];
      next[r] = mean;
    }
    timesCovariance(phi, product);
    for (int i = 0; i < pairs; i++) {
      int j = i + pairs;
      next[upper(i)] = q[i * size + i] + dot(product, i, phi, i);
      next[lower(i)] = q[j * size + j] + dot(product, j, phi, j);
      next[side(i)] = q[i * size + j] + dot(product, i, phi, j);
    }
  }

  /** out = m Σ. */
  private void timesCovariance(double[] m, double[] out) {
    for (int r = 0; r < size; r++) {
      for (int i = 0; i < pairs; i++) {
        double first = m[r * size + i];
        double second = m[r * size + pairs + i];
        out[r * size + i] = first * state[upper(i)] + second * state[side(i)];
        out[r * size + pairs + i] = first * state[side(i)] + second * state[lower(i)];
      }
    }
  }

  private double dot(double[] x, int row, double[] y, int other) {
    double sum = 0;
    for (int c = 0; c < size; c++) sum += x[row * size + c] * y[other * size + c];
    return sum;
  }

  /** Writes what is expected of the row that was read. */
  void store(Value out, int row) {
    compute();
    int at = out.offset + row * out.columns;
    for (int i = 0; i < next.length; i++) {
      // A variance that is nothing but rounding is none.
      boolean isVariance = i >= size && i < 2 * size;
      double least = isVariance ? 0 : -PairedPrediction.LARGEST;
      out.data[at + i] = (float) Math.clamp(next[i], least, PairedPrediction.LARGEST);
    }
  }

  /** Computes the gradients by all that was read, from that of a row of the output. */
  void backward(Value out, int row) {
    double[] phi = flow.phi();
    int at = out.offset + row * out.columns;
    Arrays.fill(dA, 0);
    Arrays.fill(dDensity, 0);
    Arrays.fill(dNoise, 0);
    for (int i = 0; i < pairs; i++) {
      int j = i + pairs;
      double du = out.grad[at + upper(i)];
      double dl = out.grad[at + lower(i)];
      double ds = out.grad[at + side(i)];
      dNoise[i * size + i] = du;
      dNoise[j * size + j] = dl;
      dNoise[i * size + j] = ds / 2;
      dNoise[j * size + i] = ds / 2;
      // (∂P + ∂P') Φ
      for (int c = 0; c < size; c++) {
        product[i * size + c] = 2 * du * phi[i * size + c] + ds * phi[j * size + c];
        product[j * size + c] = 2 * dl * phi[j * size + c] + ds * phi[i * size + c];
      }
    }
    timesCovariance(product, dPhi);
    Arrays.fill(dState, 0);
    for (int r = 0; r < size; r++) {
      double dMean = out.grad[at + r];
      for (int c = 0; c < size; c++) {
        dPhi[r * size + c] += dMean * state[c];
        dState[c] += dMean * phi[r * size + c];
      }
      for (int i = 0; i < pairs; i++) {
        double first = phi[r * size + i];
        double second = phi[r * size + pairs + i];
        dState[upper(i)] += first * product[r * size + i] / 2;
        dState[lower(i)] += second * product[r * size + pairs + i] / 2;
        dState[side(i)] += first * product[r * size + pairs + i];
      }
    }
    flow.backward(a, dPhi, dNoise, dA, dDensity);
  }

  /** Adds the gradients to those of what was read. */
  void addTo(Value drift, Value spectral, Value states, int row) {
    add(dA, drift, row);
    add(dDensity, spectral, 0);
    add(dState, states, row);
  }

  private static void add(double[] gradient, Value to, int row) {
    if (!to.hasGradient()) return;
    int at = to.offset + row * to.columns;
    for (int i = 0; i < gradient.length; i++) to.grad[at + i] += (float) gradient[i];
  }
}
