package undercurrent.model.deep;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.Normal;
import undercurrent.model.PathObjective;
import undercurrent.model.PathTrace;
import undercurrent.model.Terms;
import undercurrent.series.Sequence;

/**
 * The evidence lower bound of a batch, with a sampled reconstruction and a KL in closed form for
 * each step and latent dimension. Which values these are is said by the subclass; here are the
 * places of the batch, the sums and the seeds of the gradient. Rows are time-major: step t of
 * sequence b is row t·B + b.
 */
public abstract class ElboObjective implements PathObjective {
  private final Tape tape;
  private final int steps;
  private final int batch;
  private final SideInputs sides;
  private final Value x;
  private final Value mask;
  private final Value seen;
  private final Value context;
  private final Value active;
  private final Value observed;
  private final Value noise;
  private final Terms terms;

  /** Which rows count. */
  private final boolean[] counted;

  private Optional<Value> sampledKl = Optional.empty();
  private List<Value> seeded = List.of();
  private long realSteps;

  /**
   * @param sides what is read of a step
   * @param latentSize Z
   */
  protected ElboObjective(Tape tape, int steps, int batch, SideInputs sides, int latentSize) {
    this.tape = tape;
    this.steps = steps;
    this.batch = batch;
    this.sides = sides;
    int size = sides.size();
    int rows = steps * batch;
    x = tape.input(rows, size);
    mask = tape.input(rows, size);
    seen = tape.input(rows, sides.seenSize());
    context = tape.input(rows, sides.contextSize());
    active = tape.input(rows, 1);
    observed = tape.input(rows, 1);
    noise = tape.input(rows, latentSize);
    terms = Terms.ofElbo(latentSize);
    counted = new boolean[rows];
  }

  /** log p(xₜ|·), {@code [T·B × 1]}. */
  public abstract Value logLikelihood();

  /** KL of each step and dimension, {@code [T·B × Z]}. */
  public abstract Value klTerms();

  /** Records log q(z) − log p(z) of the states that are drawn, {@code [T·B × Z]}. */
  protected abstract Value recordSampledKl();

  /** q of each step on the path drawn, {@code [T·B × Z]}. */
  protected abstract Normal posterior();

  /** The path drawn, {@code [T·B × Z]}. */
  protected abstract Value path();

  /** zₜ as they are sampled, {@code [T·B × Z]}. */
  protected Value states() {
    return path();
  }

  /** p(zₜ|·) of a step on the path drawn, one row for each sequence or one for all. */
  protected abstract Normal prior(int t);

  /** p(xₜ|·) of each step on the path drawn, {@code [T·B × D]}. */
  protected abstract EmissionDensity emission();

  /** What equations call what is drawn. */
  protected PathTrace.Letters letters() {
    return PathTrace.Letters.STATE;
  }

  @Override
  public final Optional<PathTrace> trace(int b, int t) {
    int row = t * batch + b;
    Normal prior = prior(t);
    int size = x.columns();
    double[][] emitted = new double[3][size];
    for (int d = 0; d < size; d++) {
      for (int k = 0; k < emitted.length; k++) emitted[k][d] = emission().draw(row, d, k - 1);
    }
    return Optional.of(
        new PathTrace(
            row(x, row),
            row(mask, row),
            row(posterior().mean(), row),
            row(posterior().sd(), row),
            row(noise, row),
            row(path(), row),
            row(prior.mean(), b),
            row(prior.sd(), b),
            emitted[1],
            emitted[0],
            emitted[2],
            logLikelihood().get(row, 0),
            row(klTerms(), row),
            letters()));
  }

  /** A row, or the one that counts for all. */
  private static double[] row(Value value, int row) {
    return value.row(value.rows() == 1 ? 0 : row);
  }

  /** Records the weights of paths too, before the first {@link #forward}. */
  public final PathObjective withWeights() {
    sampledKl = Optional.of(recordSampledKl());
    return this;
  }

  /** log q(z) − log p(z) of each number that was drawn, once {@link #withWeights} is called. */
  Value sampledKl() {
    return sampledKl.orElseThrow();
  }

  @Override
  public final double logWeight(int b) {
    double sum = 0;
    for (int t = 0; t < steps; t++) sum += logWeight(b, t);
    return sum;
  }

  @Override
  public final double logWeight(int b, int t) {
    int row = t * batch + b;
    if (active.data()[row] == 0) return 0;
    Value kl = sampledKl();
    double sum = logLikelihood().get(row, 0);
    for (int i = 0; i < kl.columns(); i++) sum -= kl.get(row, i);
    return sum;
  }

  @Override
  public final void adopt(int steps, int[] ancestors) {
    int width = noise.columns();
    float[] before = new float[batch * width];
    for (int t = 0; t < steps; t++) {
      int from = t * batch * width;
      System.arraycopy(noise.data(), from, before, 0, before.length);
      for (int b = 0; b < batch; b++) {
        System.arraycopy(before, ancestors[b] * width, noise.data(), from + b * width, width);
      }
    }
  }

  /** What was observed, 0 where missing, {@code [T·B × D]}. */
  protected final Value x() {
    return x;
  }

  /** 1 = observed, {@code [T·B × D]}. */
  protected final Value mask() {
    return mask;
  }

  /** [x·m, m, u], what networks read, {@code [T·B × (2D + U)]}. */
  protected final Value seen() {
    return seen;
  }

  /** What transition and emission read beside the state, {@code [T·B × C]}; C may be 0. */
  protected final Value context() {
    return context;
  }

  /** 1 = a real step, 0 = padding, {@code [T·B × 1]}. */
  protected final Value active() {
    return active;
  }

  /** 1 = a step at which something was observed, {@code [T·B × 1]}. */
  protected final Value observed() {
    return observed;
  }

  /** Standard normals, {@code [T·B × Z]}; drawn by {@link #noise(Randomness)}. */
  public final Value noise() {
    return noise;
  }

  @Override
  public final int batch() {
    return batch;
  }

  @Override
  public final int steps() {
    return steps;
  }

  @Override
  public final void clear() {
    Arrays.fill(x.data(), 0);
    Arrays.fill(mask.data(), 0);
    Arrays.fill(seen.data(), 0);
    Arrays.fill(context.data(), 0);
    Arrays.fill(active.data(), 0);
    Arrays.fill(observed.data(), 0);
    Arrays.fill(counted, false);
    realSteps = 0;
  }

  @Override
  public final void put(int b, Sequence sequence, int from, int to) {
    int size = sides.size();
    for (int t = 0; t < sequence.steps(); t++) {
      int row = t * batch + b;
      active.data()[row] = 1;
      counted[row] = t >= from && t < to;
      if (sequence.put(t, x.data(), mask.data(), row * size)) observed.data()[row] = 1;
      sides.fillSeen(sequence, t, seen.data(), row * sides.seenSize());
      sides.fillContext(sequence, t, context.data(), row * sides.contextSize());
    }
    realSteps += to - from;
    placed(b, sequence);
  }

  /** Called when a sequence was put at a place. */
  protected void placed(int b, Sequence sequence) {}

  @Override
  public final void noise(Randomness randomness) {
    randomness.normals(noise.data(), 0, noise.size());
    moreNoise(randomness);
    tape.drawDropouts(randomness);
  }

  /** Draws what else is sampled. */
  protected void moreNoise(Randomness randomness) {}

  @Override
  public final void forward() {
    tape.forward();
    terms.clear();
    double[] kl = terms.sums(1);
    int z = kl.length;
    double reconstruction = 0;
    for (int row = 0; row < counted.length; row++) {
      if (!counted[row]) continue;
      reconstruction += logLikelihood().data()[row];
      for (int d = 0; d < z; d++) kl[d] += klTerms().data()[row * z + d];
    }
    terms.sums(0)[0] = reconstruction;
  }

  @Override
  public final void backward(double klWeight, long steps) {
    if (seeded.isEmpty()) seeded = List.of(logLikelihood(), klTerms());
    tape.clearGradients(seeded);
    float share = 1f / Math.max(1, steps);
    float klShare = (float) -klWeight * share;
    int z = klTerms().columns();
    for (int row = 0; row < counted.length; row++) {
      float on = counted[row] ? 1 : 0;
      logLikelihood().gradient()[row] = on * share;
      Arrays.fill(klTerms().gradient(), row * z, (row + 1) * z, on * klShare);
    }
    tape.backward();
  }

  @Override
  public final Terms terms() {
    return terms;
  }

  @Override
  public final long realSteps() {
    return realSteps;
  }

  @Override
  public final Tape tape() {
    return tape;
  }
}
