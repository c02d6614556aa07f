package undercurrent.math;

import java.util.List;

/**
 * What the states of a path are drawn by in a structured inference network (Krishnan et al. 2017),
 * one step after the other. With hₜ of n − 1 recurrent layers:
 *
 * <pre>
 *   c  = (tanh(W zₜ₋₁ + b) + Σ hₜ) / n
 *   zₜ = μ + sd ⊙ ε      μ = W_m c + b_m      sd = softplus(W_s c + b_s) + floor
 * </pre>
 *
 * All steps are one operation, with the bits that separate ones have.
 *
 * @param state W and b
 * @param mean W_m and b_m
 * @param spread W_s and b_s
 */
public record Combiner(Linear state, Linear mean, Linear spread, float floor) {
  /**
   * Records all steps.
   *
   * @param states h of each recurrent layer, {@code [T·B × H]}
   * @param noise ε, {@code [T·R × Z]}; R = B, or with B = 1 any number of paths
   * @param all z₀, which is given, and z₁ … z_T, which are drawn, {@code [(T + 1)·R × Z]}
   * @param mu where the means go, {@code [T·R × Z]}
   * @param sd where the standard deviations go, {@code [T·R × Z]}
   */
  public void record(Tape tape, List<Value> states, Value noise, Value all, Value mu, Value sd) {
    int count = noise.rows;
    Value w = tape.parameter(state.weight());
    Value b = tape.parameter(state.bias());
    StepProduct turn = StepProduct.of(tape, all.rows(0, count), tape.weight(w), b);
    Value c = tape.input(count, w.columns);
    DrawSteps draws = DrawSteps.of(tape, c, mean, spread, floor, noise, all, mu, sd);
    tape.add(new CombinerSteps(turn, List.copyOf(states), c, draws));
  }
}
