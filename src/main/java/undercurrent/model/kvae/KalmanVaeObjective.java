package undercurrent.model.kvae;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import undercurrent.math.KalmanModes;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.Normal;
import undercurrent.model.PathTrace;
import undercurrent.model.deep.ElboObjective;
import undercurrent.series.Sequence;

/**
 * The bound of a {@link KalmanVae} with one draw of each aₜ. Its KL is that of the draw, log
 * q(aₜ|xₜ) − log p(aₜ|a₁:ₜ₋₁), number by number of aₜ.
 */
final class KalmanVaeObjective extends ElboObjective {
  private final Normal q;
  private final KalmanModes filter;
  private final EmissionDensity emission;
  private final Value logLikelihood;
  private final Value kl;
  private final Optional<Mixing.Steps> mixing;
  private final double uniformShare;

  /** Of each row of the batch the one that is its reference frame. */
  private final int[] references;

  KalmanVaeObjective(KalmanVae model, Tape tape, int steps, int batch) {
    super(tape, steps, batch, model.sides(), model.latentSize());
    int rows = steps * batch;
    uniformShare = model.uniformShare();
    boolean hasInputs = context().columns() > 0;
    int read = 2 * model.observationSize();
    q = model.maps().encode(tape, hasInputs ? tape.columns(seen(), 0, read) : seen());
    Value drawn = tape.sample(q.mean(), q.sd(), noise(), tape.block(rows, model.latentSize()));
    filter = model.modes().filter(tape, steps, batch);
    mixing = model.mixing().map(layer -> layer.steps(tape, steps, batch, active()));
    Value one = tape.input(batch, 1);
    Arrays.fill(one.data(), 1f);
    for (int t = 0; t < steps; t++) {
      int from = t * batch;
      Value weights = mixing.isEmpty() ? one : recordWeights(mixing.get(), t);
      filter.record(
          t,
          weights,
          drawn.rows(from, batch),
          context().rows(from, batch),
          observed().rows(from, batch),
          t == steps - 1);
    }
    references = new int[rows];
    emission = model.emission().record(tape, read(model));
    logLikelihood = emission.logDensity(tape, x(), mask());
    kl = recordKl();
  }

  /** What the emission reads: aₜ, and the reference frame where it displaces one. */
  private Value read(KalmanVae model) {
    int size = model.referenceSize();
    if (size == 0) return filter.read();
    Value frames = tape().columns(tape().gather(seen(), references), 0, size);
    return tape().join(List.of(filter.read(), frames));
  }

  @Override
  protected void placed(int b, Sequence sequence) {
    int row = ReferenceFrame.step(sequence) * batch() + b;
    for (int t = 0; t < steps(); t++) references[t * batch() + b] = row;
  }

  private Value recordWeights(Mixing.Steps layer, int t) {
    if (t == 0) return layer.recordFirst();
    return layer.record(t, filter.read().rows((t - 1) * batch(), batch()));
  }

  // log q(a) = −½ log 2π − ½ ε² − log σ
  private Value recordKl() {
    Tape tape = tape();
    Value half = tape.multiply(tape.square(noise()), tape.constant(0.5));
    Value constant = tape.constant(0.5 * StrictMath.log(2 * Math.PI));
    Value negative = tape.add(tape.add(half, constant), tape.log(q.sd()));
    return tape.negate(tape.add(tape.multiply(negative, observed()), filter.logDensity()));
  }

  /** At first the modes learn together with the maps, all with the same weight. */
  @Override
  public void progress(double done) {
    // Called at each step, and a lambda that holds the share would be allocated at each.
    if (mixing.isPresent()) mixing.get().open(done >= uniformShare);
  }

  @Override
  public Value logLikelihood() {
    return logLikelihood;
  }

  @Override
  public Value klTerms() {
    return kl;
  }

  @Override
  protected Value recordSampledKl() {
    return kl;
  }

  @Override
  protected Normal posterior() {
    return q;
  }

  @Override
  protected Value path() {
    return filter.read();
  }

  /** Of each number of aₜ given those before it. */
  @Override
  protected Normal prior(int t) {
    int from = t * batch();
    return new Normal(
        filter.conditionalMean().rows(from, batch()), filter.conditionalSd().rows(from, batch()));
  }

  @Override
  protected PathTrace.Letters letters() {
    return PathTrace.Letters.ENCODING;
  }

  @Override
  protected EmissionDensity emission() {
    return emission;
  }

  /** The filter itself, for what it keeps in double precision. */
  KalmanModes filter() {
    return filter;
  }

  /** q(aₜ|xₜ), {@code [T·B × m]}. */
  Normal encoded() {
    return q;
  }
}
