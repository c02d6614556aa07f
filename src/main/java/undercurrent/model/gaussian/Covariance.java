package undercurrent.model.gaussian;

import org.jspecify.annotations.Nullable;
import undercurrent.math.Randomness;
import undercurrent.model.ModelWords;
import undercurrent.series.NumberWords;

/**
 * A covariance matrix Σ = L L' with its lower Cholesky factor, computed at its first use. It may be
 * singular (a direction without noise) as long as no density is evaluated.
 */
public final class Covariance {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  /** A pivot below this share of its diagonal is no noise at all. */
  private static final double NOTHING = 1e-13;

  /** Vectors that are drawn at once: few enough to stay in the fastest cache. */
  private static final int BLOCK = 128;

  private final String name;
  private final Matrix matrix;
  private @Nullable Matrix factor;
  private boolean singular;

  /** -½ (k log 2π + log|Σ|). */
  private double logPeak;

  private Covariance(String name, Matrix matrix) {
    this.name = name;
    this.matrix = matrix;
  }

  /**
   * @param name as in an error message, such as "Q" or "S"
   * @param matrix symmetric; only its lower half is read
   */
  public static Covariance of(String name, Matrix matrix) {
    if (matrix.rows() != matrix.columns()) {
      throw new IllegalArgumentException(
          ModelWords.of("covariance.square", name, matrix.rows(), matrix.columns()));
    }
    return new Covariance(name, matrix);
  }

  public static Covariance diagonal(String name, double... variances) {
    return of(name, Matrix.diagonal(variances));
  }

  public Matrix matrix() {
    return matrix;
  }

  public int size() {
    return matrix.rows();
  }

  /** L, lower triangular; the column of a direction without noise is zero. */
  public Matrix factor() {
    if (factor == null) factor = cholesky();
    return factor;
  }

  private Matrix cholesky() {
    int n = size();
    double[] l = new double[n * n];
    double[] values = matrix.values();
    int bad = Cholesky.factor(values, 0, l, n, NOTHING * n);
    if (bad >= 0) {
      throw new IllegalArgumentException(
          ModelWords.of(
              "covariance.pivot",
              name,
              bad + 1,
              NumberWords.format("%.3g", Cholesky.pivot(values, 0, l, n, bad))));
    }
    logPeak = 0;
    for (int j = 0; j < n; j++) {
      logPeak -= 0.5 * (LOG_TWO_PI + StrictMath.log(Cholesky.pivot(values, 0, l, n, j)));
      singular |= l[j * n + j] == 0;
    }
    return Matrix.of(n, n, l);
  }

  /** Whether there is a direction without noise. */
  public boolean isSingular() {
    var unused = factor();
    return singular;
  }

  /** The factor of a covariance that has a density. */
  private Matrix invertibleFactor() {
    Matrix l = factor();
    if (singular) {
      throw new IllegalArgumentException(ModelWords.of("covariance.singular", name));
    }
    return l;
  }

  /** L⁻¹ v, by forward substitution: standard normal if v ~ N(0, Σ). */
  public double[] whitened(double[] v) {
    double[] out = v.clone();
    whiten(invertibleFactor(), out);
    return out;
  }

  private static void whiten(Matrix l, double[] v) {
    for (int i = 0; i < v.length; i++) {
      for (int k = 0; k < i; k++) v[i] -= l.at(i, k) * v[k];
      v[i] /= l.at(i, i);
    }
  }

  /** C L'⁻¹ for C [n][size], of which W W' = C Σ⁻¹ C'. */
  public Matrix whitenedRows(Matrix c) {
    double[][] rows = c.toRows();
    for (double[] row : rows) whiten(invertibleFactor(), row);
    return Matrix.of(rows);
  }

  /** C Σ⁻¹ for C [n][size]. */
  public Matrix dividing(Matrix c) {
    Matrix l = invertibleFactor();
    double[][] rows = whitenedRows(c).toRows();
    for (double[] row : rows) {
      for (int i = row.length - 1; i >= 0; i--) {
        for (int k = i + 1; k < row.length; k++) row[i] -= l.at(k, i) * row[k];
        row[i] /= l.at(i, i);
      }
    }
    return Matrix.of(rows);
  }

  /** log N(v; 0, Σ), in nats. */
  public double logDensity(double[] v) {
    // -½ (k log 2π + log|Σ| + v' Σ⁻¹ v)
    double square = 0;
    for (double w : whitened(v)) square += w * w;
    return logPeak - 0.5 * square;
  }

  /** The highest that a log density gets, in nats. */
  public double logPeak() {
    invertibleFactor();
    return logPeak;
  }

  /**
   * log N(v; 0, Σ) of some vectors that lie one after another.
   *
   * @param vectors v [N·size], whitened on the way
   * @param out [N], in nats
   */
  void logDensities(double[] vectors, int from, int count, double[] out) {
    Matrix l = invertibleFactor();
    int n = size();
    for (int p = from; p < from + count; p++) {
      double square = 0;
      for (int i = 0; i < n; i++) {
        double w = vectors[p * n + i];
        for (int k = 0; k < i; k++) w -= l.at(i, k) * vectors[p * n + k];
        w /= l.at(i, i);
        vectors[p * n + i] = w;
        square += w * w;
      }
      out[p] = logPeak - 0.5 * square;
    }
  }

  /** Adds a draw from N(0, Σ) to each of the vectors [N·size] that lie one after another. */
  public void addDraws(double[] vectors, int count, Randomness random) {
    addDraws(vectors, 0, count, random);
  }

  /** The same for some of them. */
  void addDraws(double[] vectors, int from, int count, Randomness random) {
    Matrix l = factor();
    int n = size();
    float[] e = new float[Math.min(count, BLOCK) * n];
    for (int p = from; p < from + count; p += BLOCK) {
      int some = Math.min(BLOCK, from + count - p);
      random.normals(e, 0, some * n);
      for (int i = 0; i < n; i++) {
        for (int k = 0; k <= i; k++) {
          Vectors.add(vectors, p * n + i, some, n, l.at(i, k), e, k);
        }
      }
    }
  }

  /** A draw from N(0, Σ). */
  public double[] draw(Randomness random) {
    return factor().times(standardNormals(size(), random));
  }

  /** A draw from N(0, I). */
  public static double[] standardNormals(int size, Randomness random) {
    double[] e = new double[size];
    for (int i = 0; i < size; i++) e[i] = random.normal();
    return e;
  }

  /** The covariance of some components. */
  public Covariance part(int[] places) {
    return places.length == size() ? this : of(name, matrix.part(places, places));
  }
}
