package undercurrent.math;

/**
 * Records predictions of paired states in continuous time; see {@link PairedPrediction}. All steps
 * of a tape share its buffers.
 */
public final class PairedDynamics {
  private final Tape tape;
  private final PairedMoments moments;

  /**
   * @param pairs n, of a state
   */
  public PairedDynamics(Tape tape, int pairs) {
    this.tape = tape;
    moments = new PairedMoments(pairs);
  }

  /**
   * Records what is expected of each state after a time, in dz = A z dt + dw.
   *
   * @param drift A of each state, {@code [B × 2n·2n]} row-major
   * @param density the spectral density of w, which is independent in all numbers of a state,
   *     {@code [1 × 2n]}
   * @param state mean, upper and lower variances, covariances within pairs, {@code [B × 5n]}
   * @param gaps the times, at least 0, {@code [B × 1]}; no gradient is taken by them
   * @param out where they go, as the state
   */
  public Value predict(Value drift, Value density, Value state, Value gaps, Value out) {
    return tape.add(new PairedPrediction(drift, density, state, gaps, moments, out)).out();
  }
}
