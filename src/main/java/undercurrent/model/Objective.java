package undercurrent.model;

import java.util.Arrays;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.series.Sequence;

/**
 * The evidence lower bound of a batch, recorded on a tape (Krishnan et al. 2017, equation 5):
 *
 * <pre>
 *   ELBO = Σₜ E_q[log p(xₜ|zₜ)] − KL(q(z₁|·) ‖ p(z₁)) − Σₜ E_q[KL(q(zₜ|·) ‖ p(zₜ|zₜ₋₁))]
 * </pre>
 *
 * with one sample of q and closed-form KL. Rows are time-major: step t of sequence b is row t·B +
 * b. Use: {@link #clear}, {@link #put} each sequence, {@link #noise}, {@link #forward}, read, and
 * for learning {@link #backward}.
 */
public final class Objective {
  private final Tape tape;
  private final int steps;
  private final int batch;
  private final int size;
  private final Value x;
  private final Value mask;
  private final Value seen;
  private final Value active;
  private final Value noise;
  private final InferenceNetwork.Drawn drawn;
  private final Normal first;
  private final Normal next;
  private final Value logLikelihood;
  private final Value kl;
  private final double[] klPerDimension;
  private double reconstruction;
  private long realSteps;

  Objective(
      Tape tape,
      int steps,
      int batch,
      int size,
      int latentSize,
      Prior prior,
      Transition transition,
      Emission emission,
      InferenceNetwork network) {
    this.tape = tape;
    this.steps = steps;
    this.batch = batch;
    this.size = size;
    int rows = steps * batch;
    x = tape.input(rows, size);
    mask = tape.input(rows, size);
    seen = tape.input(rows, 2 * size);
    active = tape.input(rows, 1);
    noise = tape.input(rows, latentSize);
    klPerDimension = new double[latentSize];
    drawn = network.record(tape, seen, active, noise, steps);
    kl = tape.block(rows, latentSize);
    first = prior.record(tape, batch);
    recordKl(first, 0, batch);
    // All transitions at once: what the KL needs of them does not depend on the recursion.
    int later = rows - batch;
    next = later == 0 ? first : transition.record(tape, drawn.z().rows(0, later));
    if (later > 0) recordKl(next, batch, later);
    logLikelihood = emission.record(tape, drawn.z()).logLikelihood(tape, x, mask);
  }

  private void recordKl(Normal p, int from, int count) {
    tape.gaussianKl(
        drawn.normal().mean().rows(from, count),
        drawn.normal().sd().rows(from, count),
        p.mean(),
        p.sd(),
        kl.rows(from, count));
  }

  /** How many sequences fit. */
  public int batch() {
    return batch;
  }

  /** How many time steps fit. */
  public int steps() {
    return steps;
  }

  /** Empties all places; an empty place counts for nothing. */
  public void clear() {
    Arrays.fill(x.data(), 0);
    Arrays.fill(mask.data(), 0);
    Arrays.fill(seen.data(), 0);
    Arrays.fill(active.data(), 0);
    realSteps = 0;
  }

  /** Puts a sequence of at most {@link #steps()} steps at place {@code b}. */
  public void put(int b, Sequence sequence) {
    for (int t = 0; t < sequence.steps(); t++) {
      int row = t * batch + b;
      active.data()[row] = 1;
      for (int d = 0; d < size; d++) {
        float m = sequence.mask()[t * size + d];
        float value = sequence.values()[t * size + d] * m;
        x.data()[row * size + d] = value;
        mask.data()[row * size + d] = m;
        seen.data()[row * 2 * size + d] = value;
        seen.data()[row * 2 * size + size + d] = m;
      }
    }
    realSteps += sequence.steps();
  }

  /** Draws the noise of the sample. */
  public void noise(Randomness randomness) {
    randomness.normals(noise.data(), 0, noise.size());
  }

  /** Computes the terms; read them with the methods below. */
  public void forward() {
    tape.forward();
    reconstruction = 0;
    Arrays.fill(klPerDimension, 0);
    int z = klPerDimension.length;
    for (int row = 0; row < active.rows(); row++) {
      if (active.data()[row] == 0) continue;
      reconstruction += logLikelihood.data()[row];
      for (int d = 0; d < z; d++) klPerDimension[d] += kl.data()[row * z + d];
    }
  }

  /**
   * Fills {@link Tape#gradient()} with the gradient of (reconstruction − weight · KL) / real steps.
   */
  public void backward(double klWeight) {
    backward(klWeight, realSteps);
  }

  /**
   * The same of a part of a batch.
   *
   * @param steps real steps of the whole batch
   */
  public void backward(double klWeight, long steps) {
    tape.clearGradients();
    float share = 1f / Math.max(1, steps);
    float klShare = (float) -klWeight * share;
    int z = klPerDimension.length;
    for (int row = 0; row < active.rows(); row++) {
      float on = active.data()[row];
      logLikelihood.gradient()[row] = on * share;
      Arrays.fill(kl.gradient(), row * z, (row + 1) * z, on * klShare);
    }
    tape.backward();
  }

  /** Σ log p(xₜ|zₜ) over all real steps, nats. */
  public double reconstruction() {
    return reconstruction;
  }

  /** Σ KL over all real steps and dimensions, nats. */
  public double kl() {
    double sum = 0;
    for (double k : klPerDimension) sum += k;
    return sum;
  }

  /** Σ KL over all real steps of each latent dimension; reused by the next call. */
  public double[] klPerDimension() {
    return klPerDimension;
  }

  /** How many real time steps the batch has. */
  public long realSteps() {
    return realSteps;
  }

  public Tape tape() {
    return tape;
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

  /** log p(xₜ|zₜ), {@code [T·B × 1]}. */
  public Value logLikelihood() {
    return logLikelihood;
  }

  /** KL of each step and dimension, {@code [T·B × Z]}. */
  public Value klTerms() {
    return kl;
  }
}
