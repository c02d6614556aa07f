package undercurrent.math;

import java.util.List;
import java.util.Optional;

/**
 * What the states of a path are drawn by where they are read again, one step after the other (Girin
 * et al. 2021). With rₜ of parts beside each other:
 *
 * <pre>
 *   a  = tanh(W rₜ + b)
 *   zₜ = μ + sd ⊙ ε     μ = W_m a + b_m     sd = softplus(W_s a + b_s) + floor
 * </pre>
 *
 * All steps are one operation, with the bits that separate ones have.
 *
 * @param hidden W and b
 * @param mean W_m and b_m
 * @param spread W_s and b_s
 */
public record PathHead(Linear hidden, Linear mean, Linear spread, float floor) {
  /**
   * Parts of what a layer reads, of which one depends on the states that are drawn.
   *
   * @param parts from left to right, of all steps, each {@code [T·R × n]}
   * @param late the place of the one that depends on them: a layer's states, or zₜ or zₜ₋₁
   */
  public record Reads(List<Value> parts, int late) {
    public Reads {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Records all steps.
   *
   * @param reads r
   * @param memory the layer whose states are read, if it reads zₜ or zₜ₋₁ itself
   * @param isAfter whether that reads zₜ, and its states before that step are in r
   * @param noise ε, {@code [T·R × Z]}
   * @param all z₀, which is given, and z₁ … z_T, which are drawn, {@code [(T + 1)·R × Z]}
   * @param mu where the means go, {@code [T·R × Z]}
   * @param sd where the standard deviations go, {@code [T·R × Z]}
   */
  public void record(
      Tape tape,
      Reads reads,
      Optional<Lstm.Memory> memory,
      boolean isAfter,
      Value noise,
      Value all,
      Value mu,
      Value sd) {
    Value a = tape.block(noise.rows, hidden.bias().columns());
    int rows = all.rows - noise.rows;
    StepSum turn = StepSum.of(tape, hidden, reads, a, rows);
    DrawSteps draws = DrawSteps.of(tape, a, mean, spread, floor, noise, all, mu, sd);
    Weight ofLate = tape.backwards(turn.ofLate());
    float[] toLate = Products.space(rows * ofLate.value().rows);
    Optional<MemorySteps> layer = memory.map(Lstm.Memory::steps);
    tape.add(new PathSteps(turn, ofLate, toLate, draws, layer, isAfter));
  }
}
