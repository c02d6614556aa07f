package undercurrent.model.linear;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The family of all systems that share a template's other parts: free matrices entry by entry, free
 * covariances as L L' with the logarithm of L's diagonal, or as logarithms of variances alone.
 */
public final class FreeParts implements Family {
  private final LinearSystem template;
  private final Set<SystemPart> free;
  private final Set<SystemPart> diagonal;
  private final int size;

  /** {@code diagonal}: the free covariances that have no correlations. */
  public FreeParts(LinearSystem template, Set<SystemPart> free, Set<SystemPart> diagonal) {
    this.template = template;
    this.free = free.isEmpty() ? EnumSet.noneOf(SystemPart.class) : EnumSet.copyOf(free);
    this.diagonal =
        diagonal.isEmpty() ? EnumSet.noneOf(SystemPart.class) : EnumSet.copyOf(diagonal);
    int count = 0;
    for (SystemPart part : this.free) {
      Checks.learnable(template, part);
      count += count(part);
    }
    size = count;
  }

  @Override
  public int size() {
    return size;
  }

  /** The template's own θ; its free covariances must be positive definite. */
  public double[] start() {
    double[] theta = new double[size];
    int at = 0;
    for (SystemPart part : free) {
      double[] values = template.part(part).at(0);
      if (part.isCovariance()) fromCovariance(part, values, theta, at);
      else System.arraycopy(values, 0, theta, at, values.length);
      at += count(part);
    }
    return theta;
  }

  @Override
  public LinearSystem system(double[] theta, int series) {
    LinearSystem system = template;
    int at = 0;
    for (SystemPart part : free) {
      Varying old = template.part(part);
      double[] values =
          part.isCovariance()
              ? covariance(part, theta, at)
              : java.util.Arrays.copyOfRange(theta, at, at + count(part));
      system = system.with(part, Varying.constant(old.rows(), old.columns(), values));
      at += count(part);
    }
    return system;
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (SystemPart part : free) {
      Varying matrix = template.part(part);
      for (int i = 0; i < matrix.rows(); i++) {
        for (int j = 0; j < matrix.columns(); j++) {
          if (!isCounted(part, i, j)) continue;
          boolean single = matrix.rows() * matrix.columns() == 1;
          names.add(
              single
                  ? part.letter()
                  : String.format(Locale.ROOT, "%s[%d,%d]", part.letter(), i + 1, j + 1));
        }
      }
    }
    return names;
  }

  /** The entries of the matrices; of covariances those on and below the diagonal. */
  @Override
  public double[] natural(double[] theta) {
    double[] natural = new double[size];
    int to = 0;
    int at = 0;
    for (SystemPart part : free) {
      Varying matrix = template.part(part);
      if (!part.isCovariance()) {
        System.arraycopy(theta, at, natural, to, count(part));
      } else {
        double[] values = covariance(part, theta, at);
        int next = to;
        for (int i = 0; i < matrix.rows(); i++) {
          for (int j = 0; j <= i; j++) {
            if (isCounted(part, i, j)) natural[next++] = values[i * matrix.rows() + j];
          }
        }
      }
      to += count(part);
      at += count(part);
    }
    return natural;
  }

  /** Not worked out: a system that is known is the template itself. */
  @Override
  public double[] theta(double... natural) {
    throw new UnsupportedOperationException("The θ of given matrices are those of start().");
  }

  private int count(SystemPart part) {
    Varying matrix = template.part(part);
    int n = matrix.rows();
    if (!part.isCovariance()) return n * matrix.columns();
    return diagonal.contains(part) ? n : n * (n + 1) / 2;
  }

  private boolean isCounted(SystemPart part, int i, int j) {
    return !part.isCovariance() || (diagonal.contains(part) ? i == j : j <= i);
  }

  /** L L', row by row on and below the diagonal from {@code at}. */
  private double[] covariance(SystemPart part, double[] theta, int at) {
    int n = template.part(part).rows();
    double[] lower = new double[n * n];
    int next = at;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        if (!isCounted(part, i, j)) continue;
        lower[i * n + j] = i == j ? Math.exp(theta[next]) : theta[next];
        next++;
      }
    }
    double[] values = new double[n * n];
    Matrices.outer(lower, values, n);
    return values;
  }

  private void fromCovariance(SystemPart part, double[] values, double[] theta, int at) {
    int n = template.part(part).rows();
    double[] lower = new double[n * n];
    double[] kept = values.clone();
    if (diagonal.contains(part)) {
      for (int i = 0; i < n * n; i++) if (i / n != i % n) kept[i] = 0;
    }
    Matrices.factor(part.letter(), 0, kept, 0, lower, n);
    int next = at;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        if (!isCounted(part, i, j)) continue;
        if (i == j && !(lower[i * n + i] > 0)) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "%s must start positive definite to be learned; row %d has no variance of its"
                      + " own.",
                  part.letter(),
                  i + 1));
        }
        theta[next++] = i == j ? Math.log(lower[i * n + i]) : lower[i * n + j];
      }
    }
  }
}
