package undercurrent.math;

import java.util.Arrays;

/**
 * What is expected of states after a time, in dz = A z dt + dw, by {@link MomentFlow}. A state is n
 * pairs: number i and number n + i have variances u and l and a covariance s, and all other
 * covariances are taken as 0, before and after:
 *
 * <pre>
 *   m' = Φ m      P = Φ Σ Φ' + Q,  Σ = [diag u  diag s; diag s  diag l]      u', l', s' from P
 * </pre>
 *
 * A row that cannot be computed is NaN; what has grown beyond {@value #LARGEST} stays there.
 *
 * @param drift A of each row, {@code [B × 2n·2n]} row-major
 * @param density the spectral density of w, {@code [1 × 2n]}
 * @param state {@code [B × 5n]}: m, u, l, s
 * @param gaps {@code [B × 1]}, at least 0; without a gradient
 * @param out as the state
 */
record PairedPrediction(
    Value drift, Value density, Value state, Value gaps, PairedMoments moments, Value out)
    implements Operation {
  static final float LARGEST = 1e15f;

  @Override
  public void forward() {
    for (int row = 0; row < out.rows; row++) {
      if (!moments.load(drift, density, state, row, gaps.data[gaps.offset + row])) {
        int at = out.offset + row * out.columns;
        Arrays.fill(out.data, at, at + out.columns, Float.NaN);
        continue;
      }
      moments.store(out, row);
    }
  }

  @Override
  public void backward() {
    for (int row = 0; row < out.rows; row++) {
      if (!moments.load(drift, density, state, row, gaps.data[gaps.offset + row])) continue;
      moments.backward(out, row);
      moments.addTo(drift, density, state, row);
    }
  }
}
