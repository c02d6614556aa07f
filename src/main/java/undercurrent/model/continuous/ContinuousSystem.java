package undercurrent.model.continuous;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import undercurrent.model.ModelWords;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Varying;

/**
 * A linear state in continuous time, immutable: dz = A z dt + L dW, with W [s] a Brownian motion of
 * spectral density Qc, the covariance it gains in a unit of time (Särkkä and Solin 2019, 6). The
 * first state is the stationary one, or where there is none exactly diffuse.
 */
public final class ContinuousSystem {
  private final double[][] a;
  private final double[][] spread;
  private final DoubleFunction<Discretisation> discretisation;
  private final double[][] stationary;
  private final double[][] diffuse;

  /** With the covariance of the first state and the directions in which it is diffuse [n][q]. */
  private ContinuousSystem(
      double[][] a,
      double[][] spread,
      double[][] stationary,
      double[][] diffuse,
      DoubleFunction<Discretisation> discretisation) {
    this.a = a;
    this.spread = spread;
    this.stationary = stationary;
    this.diffuse = diffuse;
    this.discretisation = discretisation;
  }

  /** A [n][n], L [n][s], Qc [s][s] symmetric and positive semi-definite. */
  public static ContinuousSystem of(double[][] a, double[][] l, double[][] qc) {
    int n = a.length;
    if (n == 0 || qc.length == 0) {
      throw new IllegalArgumentException(ModelWords.of("continuousSystem.empty"));
    }
    SizeChecks.of("A", a, n, n);
    SizeChecks.of("L", l, n, qc.length);
    SizeChecks.of("Qc", qc, qc.length, qc.length);
    refuseNoCovariance(qc);
    double[][] drift = new double[n][];
    for (int i = 0; i < n; i++) drift[i] = a[i].clone();
    double[][] spread = spread(l, qc);
    StationaryMoments stationary = new StationaryMoments(drift);
    boolean isStationary = stationary.isStationary();
    return new ContinuousSystem(
        drift,
        spread,
        isStationary ? stationary.covariance(spread) : new double[n][n],
        isStationary ? new double[n][0] : Matrix.identity(n).toRows(),
        new VanLoan(drift, spread)::over);
  }

  private static void refuseNoCovariance(double[][] qc) {
    double rounding = 1e-9 * DenseAlgebra.norm(Matrix.of(qc));
    for (int i = 0; i < qc.length; i++) {
      for (int j = 0; j < i; j++) {
        if (Math.abs(qc[i][j] - qc[j][i]) > rounding) {
          throw new IllegalArgumentException(
              ModelWords.of("continuousSystem.asymmetric", qc[i][j], i + 1, j + 1, qc[j][i]));
        }
      }
    }
    double least = -DenseAlgebra.largestRealPart(Matrix.of(qc).symmetrised().times(-1));
    if (least < -rounding) {
      throw new IllegalArgumentException(ModelWords.of("continuousSystem.indefinite", least));
    }
  }

  /** S = L Qc L'. */
  private static double[][] spread(double[][] l, double[][] qc) {
    Matrix noise = Matrix.of(l);
    return noise.times(Matrix.of(qc)).timesTransposed(noise).symmetrised().toRows();
  }

  /**
   * This state and another, independent one below it: a sum of processes, or several at once. Each
   * is taken over a time on its own.
   */
  public ContinuousSystem and(ContinuousSystem other) {
    return new ContinuousSystem(
        DenseAlgebra.below(a, other.a),
        DenseAlgebra.below(spread, other.spread),
        DenseAlgebra.below(stationary, other.stationary),
        DenseAlgebra.below(diffuse, other.diffuse),
        time -> discretisation.apply(time).and(other.discretisation.apply(time)));
  }

  /** n, the size of the state. */
  public int latentSize() {
    return a.length;
  }

  /** A [n][n], to be read only. */
  double[][] drift() {
    return a;
  }

  /** S = L Qc L' [n][n], to be read only. */
  double[][] spread() {
    return spread;
  }

  /** Whether there is a covariance that no longer changes. */
  public boolean isStationary() {
    return diffuse[0].length == 0;
  }

  /** The covariance P [n][n] that no longer changes: A P + P A' + L Qc L' = 0. */
  public double[][] stationaryCovariance() {
    if (!isStationary()) {
      throw new IllegalStateException(
          "The model is not stationary: A has an eigenvalue whose real part is not below 0.");
    }
    return DenseAlgebra.below(stationary, new double[0][0]);
  }

  /** F and Q over a time of at least 0, exactly. */
  public Discretisation over(double time) {
    if (!(time >= 0) || time == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(ModelWords.of("continuousSystem.time", time));
    }
    return discretisation.apply(time);
  }

  /**
   * The linear system at the times of T rows, seen through H [m][n] with noise R [m][m]. For rows
   * with a noise of their own see {@link undercurrent.model.linear.Observations#withNoise}; for
   * another start {@link LinearSystem#startingAt}.
   */
  public LinearSystem at(RowTimes times, double[][] h, double[][] r) {
    Map<Double, double[][]> known = new HashMap<>();
    int gaps = Math.max(1, times.count() - 1);
    double[][] f = new double[gaps][];
    double[][] q = new double[gaps][];
    for (int t = 0; t < gaps; t++) {
      double gap = times.count() == 1 ? 0 : times.gap(t);
      double[][] both = known.get(gap);
      if (both == null) {
        both = overGap(gap, t);
        known.put(gap, both);
      }
      f[t] = both[0];
      q[t] = both[1];
    }
    int n = latentSize();
    return LinearSystem.of(
            Varying.each(n, n, f), Varying.each(n, n, q), Varying.constant(h), Varying.constant(r))
        .startingDiffuse(new double[n], stationary, diffuse);
  }

  private double[][] overGap(double gap, int t) {
    try {
      Discretisation passage = over(gap);
      return new double[][] {flat(passage.f()), flat(passage.q())};
    } catch (IllegalArgumentException tooLong) {
      throw new IllegalArgumentException(
          ModelWords.of(
              "continuousSystem.betweenRows", t + 1, t + 2, String.valueOf(tooLong.getMessage())),
          tooLong);
    }
  }

  private static double[] flat(double[][] matrix) {
    int n = matrix.length;
    double[] flat = new double[n * n];
    for (int i = 0; i < n; i++) System.arraycopy(matrix[i], 0, flat, i * n, n);
    return flat;
  }
}
