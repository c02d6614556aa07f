package undercurrent.model.dynamical;

import java.util.Arrays;
import java.util.List;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.Normal;
import undercurrent.model.deep.ElboObjective;
import undercurrent.model.deep.SampledKl;
import undercurrent.model.deep.SideInputs;
import undercurrent.model.dynamical.Part.Variable;

/**
 * Σₜ E_q[log p(xₜ|·) − KL(q(zₜ|·) ‖ p(zₜ|·))] − KL(q(w|x₁:ₜ) ‖ N(0, I)) with one sample of q; the
 * latter stands at the first step, in the places behind those of z.
 */
final class DynamicalObjective extends ElboObjective {
  private final int stateSize;
  private final int staticSize;
  private final Recording recording;
  private final Normal standard;
  private final Normal q;
  private final Normal prior;
  private final Value path;
  private final EmissionDensity emission;
  private final Value logLikelihood;
  private final Value kl;
  private final Normal ownPrior;
  private final double ownShare;
  private final Value own;
  private final Value kept;
  private double done;

  DynamicalObjective(DynamicalVae model, Tape tape, int steps, int batch) {
    super(tape, steps, batch, SideInputs.none(model.observationSize()), model.latentSize());
    stateSize = model.stateSize();
    staticSize = model.staticSize();
    recording = new Recording(model, tape, seen(), active(), noise(), steps);
    // The bound of a model that is looked at is that of what was observed.
    boolean isFed = tape.isDifferentiable() && model.structure().readsObservations();
    ownShare = isFed ? model.ownShare() : 0;
    own = tape.input(ownShare > 0 ? steps * batch : 0, 1);
    kept = tape.input(own.rows(), 1);
    if (ownShare > 0) recording.feedOwn(own, kept);
    ownPrior = recording.recordPrior();
    standard = new Normal(tape.block(batch, staticSize), tape.block(batch, staticSize));
    Arrays.fill(standard.sd().data(), 1f);
    kl = recordKl();
    q = withStatic(recording.q(), recording.ends());
    prior = withStatic(ownPrior, recording.ends());
    setFirst(prior.mean(), standard.mean());
    setFirst(prior.sd(), standard.sd());
    path =
        staticSize == 0
            ? recording.value(Variable.STATE)
            : recording.join(List.of(Variable.STATE, Variable.STATIC));
    emission = model.emission().record(tape, recording.join(model.structure().emission()));
    logLikelihood = emission.logDensity(tape, x(), mask());
  }

  private Value recordKl() {
    Normal own = recording.q();
    int rows = own.mean().rows();
    Value terms = tape().block(rows, stateSize);
    tape().gaussianKl(own.mean(), own.sd(), ownPrior.mean(), ownPrior.sd(), terms);
    if (staticSize == 0) return terms;
    Normal ends = recording.ends();
    Value first = tape().block(batch(), staticSize);
    tape().gaussianKl(ends.mean(), ends.sd(), standard.mean(), standard.sd(), first);
    return atFirst(terms, first);
  }

  /** [all, first], of which the latter stands at the first step alone. */
  private Value atFirst(Value all, Value first) {
    Value out = tape().block(all.rows(), stateSize + staticSize);
    tape().copy(all, 0, out, 0, stateSize);
    tape().copy(first, 0, out.rows(0, batch()), stateSize, staticSize);
    return out;
  }

  private Normal withStatic(Normal own, Normal ends) {
    if (staticSize == 0) return own;
    return new Normal(
        tape().join(List.of(own.mean(), recording.atEachStep(ends.mean()))),
        tape().join(List.of(own.sd(), recording.atEachStep(ends.sd()))));
  }

  /** Behind the first step w is known, so that what is expected of it there is what q says. */
  private void setFirst(Value all, Value ofStatic) {
    if (staticSize > 0) tape().copy(ofStatic, 0, all.rows(0, batch()), stateSize, staticSize);
  }

  @Override
  protected Normal posterior() {
    return q;
  }

  @Override
  protected Value path() {
    return path;
  }

  @Override
  protected Value states() {
    return recording.value(Variable.STATE);
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
  public void progress(double share) {
    done = share;
  }

  /** w is drawn with the noise of the first step, which is that of all. */
  @Override
  protected void moreNoise(Randomness randomness) {
    float[] noise = noise().data();
    int width = noise().columns();
    int first = batch() * width;
    for (int at = first; at < noise.length; at += width) {
      System.arraycopy(noise, at % first + stateSize, noise, at + stateSize, staticSize);
    }
    double share = ownShare * Math.min(1, 2 * done);
    for (int row = 0; row < own.rows(); row++) {
      boolean isOwn = randomness.uniform() < share;
      own.set(row, 0, isOwn ? 1 : 0);
      kept.set(row, 0, isOwn ? 0 : 1);
    }
  }

  @Override
  protected Value recordSampledKl() {
    Value own = staticSize == 0 ? noise() : tape().columns(noise(), 0, stateSize);
    Value z = recording.value(Variable.STATE);
    Value terms = sampledKl(recording.q(), own, z, ownPrior);
    if (staticSize == 0) return terms;
    Value ofStatic = tape().columns(noise().rows(0, batch()), stateSize, staticSize);
    Value w = recording.value(Variable.STATIC).rows(0, batch());
    return atFirst(terms, sampledKl(recording.ends(), ofStatic, w, standard));
  }

  private Value sampledKl(Normal of, Value noise, Value drawn, Normal p) {
    Value out = tape().block(drawn.rows(), drawn.columns());
    Value none = tape().input(drawn.rows(), drawn.columns());
    SampledKl.record(tape(), of, noise, none, drawn, p, out);
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
