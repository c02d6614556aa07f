package undercurrent.model.recurrent;

import java.util.List;
import undercurrent.math.PairedDynamics;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * The filter of a continuous recurrent unit on a tape, of several sequences at once. Between two
 * rows a state moves by dz = A z dt + dw, where A is a mixture of matrices by the filtered mean m:
 *
 * <pre>
 *   α = softmax(W m + b)      A = Σₖ αₖ Aₖ      m⁻ = Φ m      Σ⁻ = Φ Σ Φ' + Q, in its four diagonals
 *   s = u + r      q = u/s      k = c/s      e = y − m⁻ of the observed half
 *   m ← m⁻ + (q e, k e)      u ← u − q u      l ← l − k c      c ← c − q c
 * </pre>
 *
 * with u, l the variances of the observed half and of the memory, and c the covariance of each
 * number with its memory.
 *
 * @param matrices Aₖ, {@code [K × 2n·2n]}
 * @param weight of the shares, {@code [2n × K]}
 * @param bias of the shares, {@code [1 × K]}
 * @param density of the noise w, {@code [1 × 2n]}
 */
record UnitFilter(PairedStates states, Value matrices, Value weight, Value bias, Value density) {
  /**
   * What is known of each step, {@code [T·B × 5n]}.
   *
   * @param predicted after the rows before
   * @param filtered after the row itself
   */
  record Steps(Value predicted, Value filtered) {}

  /**
   * Latent observations, time-major.
   *
   * @param y {@code [T·B × n]}
   * @param variance r, {@code [T·B × n]} or one row for all
   * @param seen 1 = seen, {@code [T·B × n]}
   */
  record Latent(Value y, Value variance, Value seen) {}

  /**
   * Records it.
   *
   * @param start what is known before the first gap, {@code [B × 5n]}
   * @param gaps the time before each row, {@code [T·B × 1]}
   */
  Steps record(Tape tape, Value start, Latent latent, Value gaps) {
    int batch = start.rows();
    int rows = gaps.rows();
    PairedDynamics dynamics = new PairedDynamics(tape, states.pairs());
    Value predicted = tape.block(rows, states.size());
    Value filtered = tape.block(rows, states.size());
    Value unseen = tape.subtract(tape.constant(1), latent.seen());
    Value before = start;
    for (int from = 0; from < rows; from += batch) {
      Value shares = tape.softmax(tape.affine(states.mean(tape, before), weight, bias));
      Value drift = tape.product(shares, matrices);
      Value prior = predicted.rows(from, batch);
      dynamics.predict(drift, density, before, gaps.rows(from, batch), prior);
      Value variance = latent.variance();
      Value r = variance.rows() == 1 ? variance : variance.rows(from, batch);
      before = filtered.rows(from, batch);
      update(
          tape,
          prior,
          new Latent(latent.y().rows(from, batch), r, latent.seen().rows(from, batch)),
          unseen.rows(from, batch),
          before);
    }
    return new Steps(predicted, filtered);
  }

  /** Records how one row changes what is known. */
  private void update(Tape tape, Value prior, Latent row, Value unseen, Value out) {
    Value observed = states.observedMean(tape, prior);
    Value side = states.side(tape, prior);
    Value upper = states.upper(tape, prior);
    Value total = tape.add(upper, row.variance());
    Value gain = tape.multiply(tape.divide(upper, total), row.seen());
    Value memoryGain = tape.multiply(tape.divide(side, total), row.seen());
    // 1 − q, without the difference of two numbers that are nearly the same
    Value kept = tape.multiply(tape.divide(row.variance(), total), row.seen());
    kept = tape.add(kept, unseen);
    Value error = tape.subtract(row.y(), observed);
    Value lower = states.lower(tape, prior);
    states.write(
        tape,
        List.of(
            tape.add(observed, tape.multiply(gain, error)),
            tape.add(states.memoryMean(tape, prior), tape.multiply(memoryGain, error)),
            tape.multiply(kept, upper),
            tape.subtract(lower, tape.multiply(memoryGain, side)),
            tape.multiply(kept, side)),
        out);
  }
}
