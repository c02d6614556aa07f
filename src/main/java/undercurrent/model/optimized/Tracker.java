package undercurrent.model.optimized;

import java.util.List;
import undercurrent.model.ModelWords;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Matrix;

/**
 * What an optimised filter does not learn: zₜ = F zₜ₋₁ + N(0, Q), xₜ = H zₜ + N(0, R), and a start
 * at the first observation, z₁ = H⁺ x₁, with covariance P₁. Filtering begins at the second.
 *
 * @param f F [n][n]
 * @param h H [m][n]
 * @param startVariance of every dimension: P₁ is so many times the identity
 */
public record Tracker(Matrix f, Matrix h, double startVariance) {
  public Tracker {
    if (f.rows() != f.columns() || h.columns() != f.rows()) {
      throw new IllegalArgumentException(
          ModelWords.of("tracker.sizes", f.rows(), f.columns(), h.rows(), h.columns()));
    }
  }

  /** Position and velocity in the plane, of which the position is seen; P₁ = 1000 I. */
  public static Tracker constantVelocity() {
    return new Tracker(
        Matrix.of(4, 4, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1),
        Matrix.of(2, 4, 1, 0, 0, 0, 0, 1, 0, 0),
        1000);
  }

  /** n. */
  public int latentSize() {
    return f.rows();
  }

  /** m. */
  public int observedSize() {
    return h.rows();
  }

  /** H⁺ x₁ with H⁺ = H' (H H')⁻¹: what is not seen starts at zero. */
  double[] start(double[] first) {
    Matrix inverse = Covariance.of("H H'", h.timesTransposed(h)).dividing(h.transposed());
    return inverse.times(first);
  }

  /** Refuses series of other sizes. */
  void require(List<LabelledSeries> series) {
    for (int i = 0; i < series.size(); i++) {
      int states = series.get(i).states()[0].length;
      int seen = series.get(i).observations()[0].length;
      if (states != latentSize() || seen != observedSize()) {
        throw new IllegalArgumentException(
            ModelWords.of("tracker.series", i + 1, states, seen, latentSize(), observedSize()));
      }
    }
  }
}
