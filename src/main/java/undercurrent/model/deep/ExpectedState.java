package undercurrent.model.deep;

import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/** What the generative half expects of a step before it is observed, for networks that read it. */
record ExpectedState(Prior prior, Transition transition) {
  /**
   * Records p(zₜ|zₜ₋₁), at the first step p(z₁).
   *
   * @param z the path so far, {@code [T·R × Z]}
   */
  Normal record(Tape tape, Evidence evidence, Value z, int t) {
    Value context = evidence.at(tape, evidence.context(), t);
    if (t == 0) return prior.record(tape, context);
    int rows = evidence.paths();
    return transition.record(tape, z.rows((t - 1) * rows, rows), context);
  }
}
