package undercurrent.model.optimized;

import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Matrix;

/**
 * The gains of a Kalman filter with constant F, H, Q and R. They do not depend on what is seen, so
 * one sequence serves all series, and the way back through them is gone once a batch.
 *
 * <pre>
 *   P⁻ = F P F' + Q     S = H P⁻ H' + R     K = P⁻ H' S⁻¹
 *   P  = (I - K H) P⁻ (I - K H)' + K R K'
 * </pre>
 */
final class Gains {
  private final Tracker tracker;
  final Matrix[] gain;
  final Covariance[] innovation;

  /** K'. */
  final Matrix[] gainBack;

  /** I - K H. */
  final Matrix[] kept;

  Gains(Tracker tracker, Noise noise, int steps) {
    this.tracker = tracker;
    gain = new Matrix[steps];
    innovation = new Covariance[steps];
    gainBack = new Matrix[steps];
    kept = new Matrix[steps];
    Matrix f = tracker.f();
    Matrix h = tracker.h();
    Matrix identity = Matrix.identity(f.rows());
    Matrix p = identity.times(tracker.startVariance());
    for (int t = 1; t < steps; t++) {
      Matrix predicted = f.times(p).timesTransposed(f).plus(noise.q()).symmetrised();
      Matrix cross = predicted.timesTransposed(h);
      innovation[t] = Covariance.of("S", h.times(cross).plus(noise.r()).symmetrised());
      gain[t] = innovation[t].dividing(cross);
      gainBack[t] = gain[t].transposed();
      kept[t] = identity.minus(gain[t].times(h));
      p =
          kept[t]
              .times(predicted)
              .timesTransposed(kept[t])
              .plus(gain[t].times(noise.r()).timesTransposed(gain[t]))
              .symmetrised();
    }
  }

  /**
   * The gradient by Q and R, symmetric, from that by every K [n][m] and every S [m][m], symmetric.
   *
   * <pre>
   *   dK  = (I - K H) dP⁻ H' S⁻¹ - K dR S⁻¹     dS = H dP⁻ H' + dR     dP⁻ = F dP F' + dQ
   *   dP  = (I - K H) dP⁻ (I - K H)' + K dR K'  (K is the best gain: moving it does not change P)
   * </pre>
   */
  Noise gradient(Matrix[] byGain, Matrix[] byInnovation) {
    Matrix f = tracker.f();
    Matrix h = tracker.h();
    int n = f.rows();
    Matrix byQ = Matrix.identity(n).times(0);
    Matrix byR = Matrix.identity(h.rows()).times(0);
    Matrix byP = byQ;
    for (int t = gain.length - 1; t > 0; t--) {
      // K̄ S⁻¹, as S is symmetric
      Matrix throughGain = innovation[t].dividing(byGain[t]);
      Matrix back = kept[t].transposed();
      Matrix byPredicted =
          back.times(byP)
              .times(kept[t])
              .plus(back.times(throughGain).times(h).symmetrised())
              .plus(h.transposed().times(byInnovation[t]).times(h));
      byR =
          byR.plus(gainBack[t].times(byP).times(gain[t]))
              .minus(gainBack[t].times(throughGain).symmetrised())
              .plus(byInnovation[t]);
      byQ = byQ.plus(byPredicted);
      byP = f.transposed().times(byPredicted).times(f).symmetrised();
    }
    return new Noise(byQ, byR);
  }
}
