package undercurrent.model.dynamical;

import java.util.List;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.Normal;
import undercurrent.model.deep.ElboObjective;
import undercurrent.model.deep.SampledKl;
import undercurrent.model.deep.SideInputs;

/** Σₜ E_q[log p(xₜ|zₜ, hₜ) − KL(q(zₜ|x₁:ₜ) ‖ p(zₜ|hₜ))] with one sample of q. */
final class VrnnObjective extends ElboObjective {
  private final EmissionDensity emission;
  private final Value logLikelihood;
  private final Value kl;
  private final Vrnn.Path path;
  private final Normal prior;

  VrnnObjective(Vrnn model, Tape tape, int steps, int batch) {
    super(tape, steps, batch, SideInputs.none(model.observationSize()), model.latentSize());
    path = model.recordPath(tape, seen(), active(), noise(), steps);
    prior = model.prior().record(tape, path.h());
    Normal q = path.q();
    Value terms = tape.block(steps * batch, model.latentSize());
    kl = tape.gaussianKl(q.mean(), q.sd(), prior.mean(), prior.sd(), terms);
    Value read = tape.join(List.of(path.z(), path.h()));
    emission = model.emission().record(tape, read);
    logLikelihood = emission.logDensity(tape, x(), mask());
  }

  @Override
  protected Normal posterior() {
    return path.q();
  }

  @Override
  protected Value path() {
    return path.z();
  }

  @Override
  protected Normal prior(int t) {
    int from = t * batch();
    return new Normal(prior.mean().rows(from, batch()), prior.sd().rows(from, batch()));
  }

  @Override
  protected EmissionDensity emission() {
    return emission;
  }

  @Override
  protected Value recordSampledKl() {
    Value z = path.z();
    Value out = tape().block(z.rows(), z.columns());
    Value none = tape().input(z.rows(), z.columns());
    SampledKl.record(tape(), path.q(), noise(), none, z, prior, out);
    return out;
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
