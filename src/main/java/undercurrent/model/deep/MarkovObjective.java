package undercurrent.model.deep;

import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/**
 * The evidence lower bound of a deep Markov model (Krishnan et al. 2017, equation 5):
 *
 * <pre>
 *   ELBO = Σₜ E_q[log p(xₜ|zₜ)] − KL(q(z₁|·) ‖ p(z₁)) − Σₜ E_q[KL(q(zₜ|·) ‖ p(zₜ|zₜ₋₁))]
 * </pre>
 *
 * with one sample of q and closed-form KL.
 */
public final class MarkovObjective extends ElboObjective {
  private final InferenceNetwork.Drawn drawn;
  private final Normal first;
  private final Normal next;
  private final Value logLikelihood;
  private final Value kl;

  MarkovObjective(
      Tape tape,
      int steps,
      int batch,
      int size,
      int latentSize,
      Prior prior,
      Transition transition,
      Emission emission,
      InferenceNetwork network) {
    super(tape, steps, batch, size, latentSize);
    int rows = steps * batch;
    drawn = network.record(tape, seen(), active(), noise(), steps);
    kl = tape.block(rows, latentSize);
    first = prior.record(tape, batch);
    recordKl(first, 0, batch);
    // All transitions at once: what the KL needs of them does not depend on the recursion.
    int later = rows - batch;
    next = later == 0 ? first : transition.record(tape, drawn.z().rows(0, later));
    if (later > 0) recordKl(next, batch, later);
    logLikelihood = emission.record(tape, drawn.z()).logDensity(tape, x(), mask());
  }

  private void recordKl(Normal p, int from, int count) {
    tape()
        .gaussianKl(
            drawn.normal().mean().rows(from, count),
            drawn.normal().sd().rows(from, count),
            p.mean(),
            p.sd(),
            kl.rows(from, count));
  }

  /** q and the path drawn from it. */
  public InferenceNetwork.Drawn drawn() {
    return drawn;
  }

  /** p(z₁) of each sequence, {@code [B × Z]}. */
  public Normal first() {
    return first;
  }

  /** p(zₜ|zₜ₋₁) at t = 2 … T on the path drawn, {@code [(T−1)·B × Z]}. */
  public Normal next() {
    return next;
  }

  @Override
  public Value logLikelihood() {
    return logLikelihood;
  }

  @Override
  public Value klTerms() {
    return kl;
  }
}
