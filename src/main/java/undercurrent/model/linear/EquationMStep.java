package undercurrent.model.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import undercurrent.model.ModelWords;

/**
 * The M-step for one equation, of the transition or of the emission: g = W x + noise, with the free
 * ones of (matrix, input, offset) in W and what the fixed ones explain taken off g.
 */
final class EquationMStep {
  private final SystemPart matrix;
  private final SystemPart input;
  private final SystemPart offset;
  private final SystemPart noise;
  private final Set<SystemPart> free;
  private final Set<SystemPart> diagonal;
  private final int p;
  private final int n;
  private final int k;
  private final boolean matrixFree;
  private final RegressionMoments regression;
  private final double[] g;
  private final double[] x;
  private final double[] covG;
  private final double[] covGx;
  private final double[] work;

  private EquationMStep(
      LinearSystem system, SystemPart[] parts, Set<SystemPart> free, Set<SystemPart> diagonal) {
    matrix = parts[0];
    input = parts[1];
    offset = parts[2];
    noise = parts[3];
    this.free = free;
    this.diagonal = diagonal;
    p = system.part(matrix).rows();
    n = system.latentSize();
    k = system.inputSize();
    matrixFree = free.contains(matrix);
    int q = (matrixFree ? n : 0) + (free.contains(input) ? k : 0) + (free.contains(offset) ? 1 : 0);
    boolean coefficients = q > 0;
    if (coefficients && !system.part(noise).isConstant()) {
      throw new IllegalArgumentException(
          ModelWords.of("equationMStep.varying", noise.letter(), names()));
    }
    regression = new RegressionMoments(p, q);
    g = new double[p];
    x = new double[q];
    covG = new double[p * p];
    covGx = new double[p * n];
    work = new double[p * Math.max(n, p)];
  }

  static EquationMStep transition(
      LinearSystem system, Set<SystemPart> free, Set<SystemPart> diagonal) {
    SystemPart[] parts = {
      SystemPart.TRANSITION,
      SystemPart.TRANSITION_INPUT,
      SystemPart.TRANSITION_OFFSET,
      SystemPart.TRANSITION_NOISE
    };
    return new EquationMStep(system, parts, free, diagonal);
  }

  static EquationMStep emission(
      LinearSystem system, Set<SystemPart> free, Set<SystemPart> diagonal) {
    SystemPart[] parts = {
      SystemPart.EMISSION,
      SystemPart.EMISSION_INPUT,
      SystemPart.EMISSION_OFFSET,
      SystemPart.EMISSION_NOISE
    };
    return new EquationMStep(system, parts, free, diagonal);
  }

  boolean isFree() {
    return matrixFree || free.contains(input) || free.contains(offset) || free.contains(noise);
  }

  private String names() {
    List<String> names = new ArrayList<>();
    for (SystemPart part : new SystemPart[] {matrix, input, offset}) {
      if (free.contains(part)) names.add(part.letter());
    }
    return String.join(", ", names);
  }

  void clear() {
    regression.clear();
  }

  /**
   * Takes in step t. The target y [p] has the given mean and covariance and Cov(y, z) [p][n]; z has
   * its own; u starts at {@code from} in {@code inputs}. The arrays are left as they are.
   */
  void add(
      LinearSystem system,
      int t,
      double[] mean,
      double[] covariance,
      double[] cross,
      double[] z,
      double[] covZ,
      double[] inputs) {
    System.arraycopy(mean, 0, g, 0, p);
    System.arraycopy(covariance, 0, covG, 0, p * p);
    System.arraycopy(cross, 0, covGx, 0, p * n);
    int at = 0;
    if (matrixFree) {
      System.arraycopy(z, 0, x, 0, n);
      at = n;
    } else {
      takeOff(system.part(matrix).at(t), cross, z, covZ);
    }
    double[] b = system.part(input).at(t);
    if (free.contains(input)) {
      System.arraycopy(inputs, t * k, x, at, k);
      at += k;
    } else {
      for (int i = 0; i < p; i++) g[i] -= Matrices.dot(b, i * k, inputs, t * k, k);
    }
    if (free.contains(offset)) x[at] = 1;
    else for (int i = 0; i < p; i++) g[i] -= system.part(offset).at(t)[i];
    regression.add(g, x, covG, covGx, covZ, matrixFree ? n : 0);
  }

  /** g = y - A z: Cov = Cov(y) - A Cov(z, y) - Cov(y, z) A' + A Cov(z) A'. */
  private void takeOff(double[] a, double[] cross, double[] z, double[] covZ) {
    for (int i = 0; i < p; i++) g[i] -= Matrices.dot(a, i * n, z, 0, n);
    Matrices.product(a, 0, covZ, 0, work, p, n, n);
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        covG[i * p + j] +=
            Matrices.dot(work, i * n, a, j * n, n)
                - Matrices.dot(a, i * n, cross, j * n, n)
                - Matrices.dot(cross, i * n, a, j * n, n);
      }
    }
  }

  /** The system with this equation's free parts learned. */
  LinearSystem learned(LinearSystem system) {
    if (!isFree() || regression.count() == 0) return system;
    double[] w = regression.coefficients(names());
    LinearSystem changed = system;
    int at = 0;
    int q = p == 0 ? 0 : w.length / p;
    for (SystemPart part : new SystemPart[] {matrix, input, offset}) {
      if (!free.contains(part)) continue;
      int width = system.part(part).columns();
      double[] values = new double[p * width];
      for (int i = 0; i < p; i++) System.arraycopy(w, i * q + at, values, i * width, width);
      changed = changed.with(part, Varying.constant(p, width, values));
      at += width;
    }
    if (!free.contains(noise)) return changed;
    double[] v = regression.noise(w);
    if (diagonal.contains(noise)) {
      double[] kept = v.clone();
      Arrays.fill(v, 0);
      for (int i = 0; i < p; i++) v[i * p + i] = kept[i * p + i];
    }
    return changed.with(noise, Varying.constant(p, p, v));
  }
}
