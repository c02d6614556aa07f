package undercurrent.model.deep;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/**
 * Latent overshooting (Hafner et al., "Learning Latent Dynamics for Planning from Pixels", ICML
 * 2019) of depth D: q(zₜ|·) is compared with what the transition expects from 1, 2 … D steps
 * before,
 *
 * <pre>
 *   KLₜ = mean over d = 1 … min(t, D) of KL(q(zₜ|·) ‖ p(zₜ|z̃ₜ₋₁)),    z̃ₜ₋₁ drawn with d − 1 steps
 * </pre>
 *
 * where with d = 1 z̃ is the sample of q and each deeper one is drawn from the expectation of the
 * depth before it. No gradient is stopped.
 */
final class Overshooting {
  private final Tape tape;
  private final Transition transition;
  private final int depth;
  private final List<Value> noises = new ArrayList<>();

  Overshooting(Tape tape, Transition transition, int depth) {
    this.tape = tape;
    this.transition = transition;
    this.depth = depth;
  }

  /** The KL between q and what is expected of its rows {@code from …}. */
  @FunctionalInterface
  interface Kl {
    void record(Normal p, int from, Value out);
  }

  /**
   * Records the KL of each step.
   *
   * @param first p(z₁), {@code [B × Z]}
   * @param next p(zₜ|zₜ₋₁) from the sample of q at t = 2 … T
   * @param one the KL of depth 1, {@code [T·B × Z]}
   * @param context {@code [T·B × C]}
   * @param kl records KL(q(zₜ|·) ‖ p)
   */
  Value record(Normal first, Normal next, Value one, Value context, Kl kl) {
    if (depth < 2) return one;
    int rows = one.rows();
    int batch = first.mean().rows();
    Value noise = tape.input(rows, one.columns());
    noises.add(noise);
    Value sum = one;
    Normal reach = next;
    for (int d = 1; d < depth; d++) {
      // Step t is reached from what was expected of step t − 1, for t > d.
      int from = d * batch;
      int count = rows - from;
      Value z = tape.block(count, one.columns());
      if (d == 1) {
        draw(first, noise.rows(0, batch), z.rows(0, batch));
        if (count > batch)
          draw(next, noise.rows(batch, count - batch), z.rows(batch, count - batch));
      } else {
        draw(reach, noise.rows(from - batch, count), z);
      }
      reach = transition.record(tape, z, context.rows(from, count));
      Value terms = tape.block(rows, one.columns());
      kl.record(reach, from, terms.rows(from, count));
      sum = tape.add(sum, terms);
    }
    return tape.multiply(sum, shares(rows, batch));
  }

  /** Records a draw from as many of the first rows as {@code out} has. */
  private void draw(Normal from, Value noise, Value out) {
    int count = out.rows();
    tape.sample(from.mean().rows(0, count), from.sd().rows(0, count), noise, out);
  }

  /** 1 / min(t, D) of each row, t from 1 on. */
  private Value shares(int rows, int batch) {
    Value shares = tape.input(rows, 1);
    for (int row = 0; row < rows; row++) {
      shares.set(row, 0, 1.0 / Math.min(row / batch + 1, depth));
    }
    return shares;
  }

  /** The standard normals of z̃, {@code [T·B × Z]}; none without overshooting. */
  List<Value> noises() {
    return noises;
  }

  /** Draws them. */
  void noise(Randomness randomness) {
    for (int i = 0; i < noises.size(); i++) {
      Value noise = noises.get(i);
      randomness.normals(noise.data(), 0, noise.size());
    }
  }
}
