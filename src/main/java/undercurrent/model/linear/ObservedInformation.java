package undercurrent.model.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CovarianceOps_DDRM;

/**
 * Standard errors: the inverse of minus the Hessian at the maximum, by central differences of the
 * exact gradient, carried to the natural quantities by the delta method.
 */
final class ObservedInformation {
  private static final double STEP = 1e-4;

  /** So little curved, a θ is not known to within 100. */
  private static final double FLAT = 1e-4;

  /** A θ of this size is at the end of its range. */
  private static final double FAR = 40;

  /** So near, a value of the order of 1 is that of the end. */
  private static final double NEAR = 1e-3;

  private ObservedInformation() {}

  static List<Parameter> parameters(Family family, Likelihood likelihood, double[] theta) {
    int p = theta.length;
    double[] natural = family.natural(theta);
    double[][] slopes = new double[p][natural.length];
    int[] ends = new int[p];
    DMatrixRMaj covariance = new DMatrixRMaj(p, p);
    double[] above = new double[p];
    double[] below = new double[p];
    for (int j = 0; j < p; j++) {
      double h = STEP * Math.max(1, Math.abs(theta[j]));
      double[] moved = theta.clone();
      moved[j] = theta[j] + h;
      Optional<double[]> high = natural(family, likelihood, moved, above);
      moved[j] = theta[j] - h;
      Optional<double[]> low = natural(family, likelihood, moved, below);
      if (high.isEmpty() || low.isEmpty()) {
        // Beside a maximum at the end of what there is, no curvature is known.
        ends[j] = high.isEmpty() ? 1 : -1;
        continue;
      }
      for (int i = 0; i < p; i++) covariance.add(i, j, -(above[i] - below[i]) / (4 * h));
      for (int i = 0; i < p; i++) covariance.add(j, i, -(above[i] - below[i]) / (4 * h));
      for (int q = 0; q < natural.length; q++) {
        slopes[j][q] = (high.get()[q] - low.get()[q]) / (2 * h);
      }
    }
    boolean[] held = held(covariance);
    boolean curved = p > 0 && CovarianceOps_DDRM.invert(covariance);
    for (int i = 0; i < p; i++) if (held[i]) covariance.set(i, i, 0);
    List<Parameter> parameters = new ArrayList<>();
    for (int q = 0; q < natural.length; q++) {
      double variance = 0;
      for (int i = 0; i < p; i++) {
        for (int j = 0; j < p; j++) variance += slopes[i][q] * covariance.get(i, j) * slopes[j][q];
      }
      double error = curved && variance > 0 ? Math.sqrt(variance) : Double.NaN;
      parameters.add(new Parameter(family.names().get(q), natural[q], error));
    }
    for (int i = 0; i < p; i++) {
      if (!held[i]) continue;
      int q = family.quantity(i);
      parameters.set(q, parameters.get(q).at(place(family, theta, natural, i, ends[i])));
    }
    return parameters;
  }

  /** The natural parameters at θ, and the gradient there; empty where θ gives no system. */
  private static Optional<double[]> natural(
      Family family, Likelihood likelihood, double[] theta, double[] gradient) {
    try {
      likelihood.at(theta, gradient);
      return Optional.of(family.natural(theta));
    } catch (IllegalArgumentException noSystem) {
      return Optional.empty();
    }
  }

  /** Of a parameter that the log-likelihood does not feel: which end of its range is here. */
  private static Parameter.Place place(
      Family family, double[] theta, double[] natural, int i, int end) {
    if (end < 0) return Parameter.Place.LOWER_BOUND;
    if (end > 0) return Parameter.Place.UPPER_BOUND;
    if (isEnd(family, theta, natural, i, -FAR)) return Parameter.Place.LOWER_BOUND;
    if (isEnd(family, theta, natural, i, FAR)) return Parameter.Place.UPPER_BOUND;
    return Parameter.Place.UNDETERMINED;
  }

  /** Whether nothing that a person knows changes when θᵢ goes to an end. */
  private static boolean isEnd(Family family, double[] theta, double[] natural, int i, double end) {
    double[] moved = theta.clone();
    moved[i] = end;
    double[] there = family.natural(moved);
    for (int q = 0; q < there.length; q++) {
      if (!(Math.abs(there[q] - natural[q]) <= NEAR * Math.max(1, Math.abs(there[q])))) {
        return false;
      }
    }
    return true;
  }

  /**
   * What the log-likelihood does not feel, as the logarithm of a variance that has become zero, is
   * held where it is, so that the others keep their errors: it gets none of its own.
   */
  private static boolean[] held(DMatrixRMaj information) {
    boolean[] held = new boolean[information.numRows];
    for (int i = 0; i < held.length; i++) {
      held[i] = Math.abs(information.get(i, i)) < FLAT;
      for (int j = 0; held[i] && j < held.length; j++) {
        information.set(i, j, i == j ? 1 : 0);
        information.set(j, i, i == j ? 1 : 0);
      }
    }
    return held;
  }
}
