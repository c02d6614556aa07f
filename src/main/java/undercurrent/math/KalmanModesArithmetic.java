package undercurrent.math;

import static undercurrent.math.DoubleProducts.plus;
import static undercurrent.math.DoubleProducts.plusFlipA;
import static undercurrent.math.DoubleProducts.plusFlipB;

import java.util.Arrays;

/**
 * What {@link KalmanModesStep} computes for one row, with V = L⁻¹ H P⁻ and w = L⁻¹ (y − H m⁻):
 *
 * <pre>
 *   m⁻ = F m + B u      P⁻ = F P Fᵀ + diag q
 *   S = H P⁻ Hᵀ + diag r = L Lᵀ      m = m⁻ + Vᵀ w      P = P⁻ − Vᵀ V
 *   log p(yᵢ|·) = −½ log 2π − log Lᵢᵢ − ½ wᵢ²
 * </pre>
 *
 * Backwards, bars are gradients; that of a symmetric matrix is kept symmetric. The gradient through
 * the Cholesky factor is S̄ = ½ L⁻ᵀ (Φ + Φᵀ) L⁻¹ with Φ the lower triangle of Lᵀ L̄ and half its
 * diagonal (Murray, Differentiation of the Cholesky decomposition, 2016).
 */
final class KalmanModesArithmetic {
  private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);
  private final KalmanModes f;
  private final int n;
  private final int m;
  private final double[] transition;
  private final double[] emission;
  private final double[] input;
  private final double[] transitionGradient;
  private final double[] emissionGradient;
  private final double[] inputGradient;

  /** n × n each. */
  private final double[] square;

  private final double[] covarianceGradient;

  /** m × n each. */
  private final double[] wide;

  private final double[] gainGradient;

  /** m × m each. */
  private final double[] rootGradient;

  private final double[] small;

  /** n and m. */
  private final double[] meanGradient;

  private final double[] innovationGradient;

  KalmanModesArithmetic(KalmanModes filter) {
    f = filter;
    n = filter.states;
    m = filter.observed;
    transition = new double[n * n];
    emission = new double[m * n];
    input = new double[n * filter.inputs];
    transitionGradient = new double[n * n];
    emissionGradient = new double[m * n];
    inputGradient = new double[n * filter.inputs];
    square = new double[n * n];
    covarianceGradient = new double[n * n];
    wide = new double[m * n];
    gainGradient = new double[m * n];
    rootGradient = new double[m * m];
    small = new double[m * m];
    meanGradient = new double[n];
    innovationGradient = new double[m];
  }

  /** F, H and B of a row. */
  void mix(Value weights, int row) {
    mix(f.matrices.transition(), weights, row, transition);
    mix(f.matrices.emission(), weights, row, emission);
    mix(f.matrices.input(), weights, row, input);
  }

  private void mix(Value of, Value weights, int row, double[] out) {
    Arrays.fill(out, 0);
    for (int k = 0; k < f.modes; k++) {
      double weight = weights.data[weights.offset + row * f.modes + k];
      int from = of.offset + k * out.length;
      for (int i = 0; i < out.length; i++) out[i] += weight * of.data[from + i];
    }
  }

  /** m⁻ and P⁻. */
  void predict(int t, int row, Value u) {
    int at = t * f.rows + row;
    double[] p = f.predictedCovariance;
    Arrays.fill(f.predictedMean, at * n, (at + 1) * n, 0);
    Arrays.fill(p, at * n * n, (at + 1) * n * n, 0);
    Value diagonal = f.isFirst(t) ? f.matrices.firstVariance() : f.matrices.stateNoise();
    if (!f.isFirst(t)) {
      plus(1, transition, 0, f.mean, at * n, f.predictedMean, at * n, n, n, 1);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < f.inputs; j++) {
          double known = u.data[u.offset + row * f.inputs + j];
          f.predictedMean[at * n + i] += input[i * f.inputs + j] * known;
        }
      }
      Arrays.fill(square, 0);
      plus(1, transition, 0, f.covariance, at * n * n, square, 0, n, n, n);
      plusFlipB(1, square, 0, transition, 0, p, at * n * n, n, n, n);
      // Both halves are added in another order, and differ in their last bits.
      DoubleProducts.symmetrise(p, at * n * n, n);
    }
    for (int i = 0; i < n; i++) p[at * n * n + i * (n + 1)] += diagonal.data[diagonal.offset + i];
  }

  /** Where nothing was seen the moments stay, and what is expected is read. */
  void skip(int t, int row, KalmanModesStep step) {
    int at = t * f.rows + row;
    int after = at + f.rows;
    System.arraycopy(f.predictedMean, at * n, f.mean, after * n, n);
    System.arraycopy(f.predictedCovariance, at * n * n, f.covariance, after * n * n, n * n);
    factor(at);
    f.density[at] = 0;
    for (int i = 0; i < m; i++) {
      int to = row * m + i;
      step.logDensity().data[step.logDensity().offset + to] = 0;
      float expected = (float) expected(at, i);
      step.read().data[step.read().offset + to] = expected;
      step.conditionalMean().data[step.conditionalMean().offset + to] = expected;
      step.conditionalSd().data[step.conditionalSd().offset + to] =
          (float) f.root[at * m * m + i * (m + 1)];
    }
  }

  /** Number i of H m⁻. */
  private double expected(int at, int i) {
    double sum = 0;
    for (int j = 0; j < n; j++) sum += emission[i * n + j] * f.predictedMean[at * n + j];
    return sum;
  }

  /** H P⁻ to {@link KalmanModes#gain}, and L to {@link KalmanModes#root}; NaN without one. */
  private void factor(int at) {
    Arrays.fill(f.gain, at * m * n, (at + 1) * m * n, 0);
    plus(1, emission, 0, f.predictedCovariance, at * n * n, f.gain, at * m * n, m, n, n);
    Arrays.fill(small, 0);
    plusFlipB(1, f.gain, at * m * n, emission, 0, small, 0, m, n, m);
    Value noise = f.matrices.noise();
    for (int i = 0; i < m; i++) small[i * (m + 1)] += noise.data[noise.offset + i];
    DoubleProducts.cholesky(small, f.root, at * m * m, m);
  }

  /** w, V, the moments after the step and the densities. */
  void update(int t, int row, KalmanModesStep step) {
    int at = t * f.rows + row;
    int after = at + f.rows;
    factor(at);
    Value y = step.y();
    for (int i = 0; i < m; i++) {
      f.innovation[at * m + i] = y.data[y.offset + row * m + i] - expected(at, i);
    }
    DoubleProducts.solveLower(f.root, at * m * m, f.innovation, at * m, m, 1);
    DoubleProducts.solveLower(f.root, at * m * m, f.gain, at * m * n, m, n);
    System.arraycopy(f.predictedMean, at * n, f.mean, after * n, n);
    plusFlipA(1, f.gain, at * m * n, f.innovation, at * m, f.mean, after * n, n, m, 1);
    System.arraycopy(f.predictedCovariance, at * n * n, f.covariance, after * n * n, n * n);
    plusFlipA(-1, f.gain, at * m * n, f.gain, at * m * n, f.covariance, after * n * n, n, m, n);
    f.density[at] = 0;
    for (int i = 0; i < m; i++) {
      int to = row * m + i;
      double w = f.innovation[at * m + i];
      double sd = f.root[at * m * m + i * (m + 1)];
      double density = -HALF_LOG_TWO_PI - StrictMath.log(sd) - 0.5 * w * w;
      float value = y.data[y.offset + to];
      f.density[at] += density;
      step.logDensity().data[step.logDensity().offset + to] = (float) density;
      step.read().data[step.read().offset + to] = value;
      step.conditionalMean().data[step.conditionalMean().offset + to] = (float) (value - sd * w);
      step.conditionalSd().data[step.conditionalSd().offset + to] = (float) sd;
    }
  }

  /** Behind the last step nothing depends on the moments. */
  void clearGradients() {
    Arrays.fill(f.meanGradient, 0);
    Arrays.fill(f.covarianceGradient, 0);
  }

  /** Nothing depends on F, H and B of this step and row yet. */
  void clearMixed() {
    Arrays.fill(transitionGradient, 0);
    Arrays.fill(emissionGradient, 0);
    Arrays.fill(inputGradient, 0);
  }

  private void loadGradients(int row) {
    System.arraycopy(f.meanGradient, row * n, meanGradient, 0, n);
    System.arraycopy(f.covarianceGradient, row * n * n, covarianceGradient, 0, n * n);
  }

  void skipBackward(int t, int row, Value read) {
    int at = t * f.rows + row;
    loadGradients(row);
    for (int i = 0; i < m; i++) {
      expectedBackward(at, i, read.grad[read.offset + row * m + i]);
    }
  }

  /** Of number i of H m⁻. */
  private void expectedBackward(int at, int i, double gradient) {
    for (int j = 0; j < n; j++) {
      emissionGradient[i * n + j] += gradient * f.predictedMean[at * n + j];
      meanGradient[j] += gradient * emission[i * n + j];
    }
  }

  void updateBackward(int t, int row, KalmanModesStep step) {
    int at = t * f.rows + row;
    int root = at * m * m;
    loadGradients(row);
    // w̄ = −l̄ w + V m̄      V̄ = w m̄ᵀ − 2 V P̄
    plus(1, f.gain, at * m * n, meanGradient, 0, cleared(innovationGradient), 0, m, n, 1);
    plus(1, f.innovation, at * m, meanGradient, 0, cleared(gainGradient), 0, m, 1, n);
    plus(-2, f.gain, at * m * n, covarianceGradient, 0, gainGradient, 0, m, n, n);
    Value density = step.logDensity();
    for (int i = 0; i < m; i++) {
      double d = density.grad[density.offset + row * m + i];
      innovationGradient[i] -= d * f.innovation[at * m + i];
    }
    // Through the solves: what was right of L⁻¹, and L̄ = −(L⁻ᵀ X̄) Xᵀ.
    DoubleProducts.solveUpper(f.root, root, innovationGradient, 0, m, 1);
    DoubleProducts.solveUpper(f.root, root, gainGradient, 0, m, n);
    plusFlipB(-1, innovationGradient, 0, f.innovation, at * m, cleared(rootGradient), 0, m, 1, m);
    plusFlipB(-1, gainGradient, 0, f.gain, at * m * n, rootGradient, 0, m, n, m);
    for (int i = 0; i < m; i++) {
      double d = density.grad[density.offset + row * m + i];
      rootGradient[i * (m + 1)] -= d / f.root[root + i * (m + 1)];
    }
    // e = y − H m⁻
    for (int i = 0; i < m; i++) expectedBackward(at, i, -innovationGradient[i]);
    covarianceOfInnovation(root);
    Value noise = f.matrices.noise();
    for (int i = 0; i < m && noise.hasGradient(); i++) {
      noise.grad[noise.offset + i] += (float) small[i * (m + 1)];
    }
    // S = (H P⁻) Hᵀ + R
    double[] p = f.predictedCovariance;
    plus(1, emission, 0, p, at * n * n, cleared(wide), 0, m, n, n);
    plus(1, small, 0, wide, 0, emissionGradient, 0, m, m, n);
    plus(1, small, 0, emission, 0, gainGradient, 0, m, m, n);
    plus(1, gainGradient, 0, p, at * n * n, emissionGradient, 0, m, n, n);
    plusFlipA(1, emission, 0, gainGradient, 0, covarianceGradient, 0, n, m, n);
    DoubleProducts.symmetrise(covarianceGradient, 0, n);
    Value y = step.y();
    Value read = step.read();
    for (int i = 0; i < m && y.hasGradient(); i++) {
      int to = row * m + i;
      y.grad[y.offset + to] += (float) (innovationGradient[i] + read.grad[read.offset + to]);
    }
  }

  /** S̄ of L̄, to {@link #small}. */
  private void covarianceOfInnovation(int root) {
    plusFlipA(1, f.root, root, rootGradient, 0, cleared(small), 0, m, m, m);
    for (int i = 0; i < m; i++) {
      small[i * (m + 1)] *= 0.5;
      for (int j = i + 1; j < m; j++) small[i * m + j] = 0;
    }
    DoubleProducts.symmetrise(small, 0, m);
    DoubleProducts.solveUpper(f.root, root, small, 0, m, m);
    DoubleProducts.transpose(small, m);
    DoubleProducts.solveUpper(f.root, root, small, 0, m, m);
  }

  void predictBackward(int t, int row, Value u) {
    int at = t * f.rows + row;
    Value diagonal = f.isFirst(t) ? f.matrices.firstVariance() : f.matrices.stateNoise();
    for (int i = 0; i < n && diagonal.hasGradient(); i++) {
      diagonal.grad[diagonal.offset + i] += (float) covarianceGradient[i * (n + 1)];
    }
    Arrays.fill(f.meanGradient, row * n, (row + 1) * n, 0);
    Arrays.fill(f.covarianceGradient, row * n * n, (row + 1) * n * n, 0);
    if (f.isFirst(t)) return;
    // F̄ = m̄ mᵀ + 2 P̄ F P      and before the step m̄ = Fᵀ m̄, P̄ = Fᵀ P̄ F
    plus(1, meanGradient, 0, f.mean, at * n, transitionGradient, 0, n, 1, n);
    plus(1, covarianceGradient, 0, transition, 0, cleared(square), 0, n, n, n);
    plus(2, square, 0, f.covariance, at * n * n, transitionGradient, 0, n, n, n);
    plusFlipA(1, transition, 0, square, 0, f.covarianceGradient, row * n * n, n, n, n);
    DoubleProducts.symmetrise(f.covarianceGradient, row * n * n, n);
    plusFlipA(1, transition, 0, meanGradient, 0, f.meanGradient, row * n, n, n, 1);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < f.inputs; j++) {
        double known = u.data[u.offset + row * f.inputs + j];
        inputGradient[i * f.inputs + j] += meanGradient[i] * known;
      }
    }
  }

  /** To the matrices of each mode, and to the weights. */
  void mixBackward(Value weights, int row) {
    mixBackward(f.matrices.transition(), transitionGradient, weights, row);
    mixBackward(f.matrices.emission(), emissionGradient, weights, row);
    mixBackward(f.matrices.input(), inputGradient, weights, row);
  }

  private void mixBackward(Value of, double[] gradient, Value weights, int row) {
    for (int k = 0; k < f.modes; k++) {
      int at = weights.offset + row * f.modes + k;
      int from = of.offset + k * gradient.length;
      double weight = weights.data[at];
      double sum = 0;
      for (int i = 0; i < gradient.length; i++) {
        sum += gradient[i] * of.data[from + i];
        if (of.hasGradient()) of.grad[from + i] += (float) (weight * gradient[i]);
      }
      if (weights.hasGradient()) weights.grad[at] += (float) sum;
    }
  }

  private static double[] cleared(double[] a) {
    Arrays.fill(a, 0);
    return a;
  }
}
