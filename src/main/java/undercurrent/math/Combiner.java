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
    int rows = all.rows - count;
    Value w = tape.parameter(state.weight());
    Value b = tape.parameter(state.bias());
    CombinerSteps.Product turn = product(tape, all.rows(0, count), w, b);
    // One product of two heads side by side. Backwards the spreads come first, as in separate ones.
    int units = w.columns;
    Value both = tape.block(1 + units, 2 * noise.columns);
    beside(tape, spread, both, 0);
    beside(tape, mean, both, noise.columns);
    CombinerSteps.Product heads =
        product(tape, tape.input(count, units), both.rows(1, units), both.rows(0, 1));
    Value z = all.rows(rows, count);
    tape.add(new CombinerSteps(rows, turn, List.copyOf(states), heads, floor, noise, mu, sd, z));
  }

  /** Copies bias and weight, whose rows follow it: what begins with a bias has room behind it. */
  private static void beside(Tape tape, Linear head, Value both, int to) {
    int size = head.bias().columns();
    tape.copy(tape.parameter(head.bias()), 0, both.rows(0, 1), to, size);
    tape.copy(tape.parameter(head.weight()), 0, both.rows(1, both.rows - 1), to, size);
  }

  private static CombinerSteps.Product product(Tape tape, Value a, Value w, Value b) {
    Value out = tape.gates(a.rows, w.columns);
    Weight weight = tape.weight(w);
    tape.weightGradient(a, w, b, out);
    return new CombinerSteps.Product(a, weight, b, out, tape.products);
  }
}
