package undercurrent.model.deep;

import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.Normal;

/**
 * The evidence lower bound of a deep Markov model (Krishnan et al. 2017, equation 5):
 *
 * <pre>
 *   ELBO = Σₜ E_q[log p(xₜ|zₜ)] − KL(q(z₁|·) ‖ p(z₁)) − Σₜ E_q[KL(q(zₜ|·) ‖ p(zₜ|zₜ₋₁))]
 * </pre>
 *
 * with one sample of q and closed-form KL, or {@link SampledKl} where q has a flow. A model that is
 * trained with {@link Overshooting} has its mean KL in place of the last; on a tape without
 * gradients the bound is as above.
 */
public final class MarkovObjective extends ElboObjective {
  private final InferenceNetwork.Drawn drawn;
  private final Normal first;
  private final Normal next;
  private final EmissionDensity emission;
  private final Value logLikelihood;
  private final Overshooting overshooting;
  private final Value kl;

  MarkovObjective(DeepMarkovModel model, Tape tape, int steps, int batch) {
    super(tape, steps, batch, model.sides(), model.latentSize());
    int rows = steps * batch;
    drawn = model.network().record(tape, new Evidence(seen(), context(), active(), noise(), steps));
    Value z = drawn.z();
    Value one = tape.block(rows, model.latentSize());
    first = model.prior().record(tape, context().rows(0, batch));
    recordKl(first, 0, one.rows(0, batch));
    // All transitions at once: what the KL needs of them does not depend on the recursion.
    int later = rows - batch;
    if (later > 0) {
      next = model.transition().record(tape, z.rows(0, later), context().rows(batch, later));
      recordKl(next, batch, one.rows(batch, later));
    } else {
      next = first;
    }
    int depth = tape.isDifferentiable() ? Math.min(model.overshooting(), steps) : 1;
    overshooting = new Overshooting(tape, model.transition(), depth);
    kl = overshooting.record(first, next, one, context(), this::recordKl);
    emission = model.emission().record(tape, SideInputs.join(tape, z, context()));
    logLikelihood = emission.logDensity(tape, x(), mask());
  }

  private void recordKl(Normal p, int from, Value out) {
    if (drawn.logScales().isPresent()) {
      recordSampledKl(p, from, out);
      return;
    }
    int count = out.rows();
    Normal all = drawn.normal();
    Normal q = new Normal(all.mean().rows(from, count), all.sd().rows(from, count));
    tape().gaussianKl(q.mean(), q.sd(), p.mean(), p.sd(), out);
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
  protected Normal posterior() {
    return drawn.normal();
  }

  @Override
  protected Value path() {
    return drawn.z();
  }

  @Override
  protected Normal prior(int t) {
    if (t == 0) return first;
    int from = (t - 1) * batch();
    return new Normal(rows(next.mean(), from), rows(next.sd(), from));
  }

  private Value rows(Value all, int from) {
    return all.rows() == 1 ? all : all.rows(from, batch());
  }

  @Override
  protected EmissionDensity emission() {
    return emission;
  }

  /** What is sampled by overshooting. */
  Overshooting overshooting() {
    return overshooting;
  }

  @Override
  protected void moreNoise(Randomness randomness) {
    overshooting.noise(randomness);
  }

  @Override
  protected Value recordSampledKl() {
    Value out = tape().block(drawn.z().rows(), drawn.z().columns());
    int batch = batch();
    recordSampledKl(first, 0, out.rows(0, batch));
    int later = out.rows() - batch;
    if (later > 0) recordSampledKl(next, batch, out.rows(batch, later));
    return out;
  }

  private void recordSampledKl(Normal p, int from, Value out) {
    int count = out.rows();
    Normal all = drawn.normal();
    Normal q = new Normal(all.mean().rows(from, count), all.sd().rows(from, count));
    Value scales =
        drawn
            .logScales()
            .map(s -> s.rows(from, count))
            .orElseGet(() -> tape().input(count, out.columns()));
    Value z = drawn.z().rows(from, count);
    SampledKl.record(tape(), q, noise().rows(from, count), scales, z, p, out);
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
