package undercurrent.model.physics;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.deep.Transition;

/**
 * p(zₜ|zₜ₋₁) of chains side by side; each follows its own states alone.
 *
 * @param size Z, of each chain
 */
record GuidedTransition(List<Chain> chains, int size) implements Transition {
  @Override
  public Normal record(Tape tape, Value z, Value context) {
    if (chains.size() == 1) return chains.getFirst().next(tape, z, context);
    List<Value> means = new ArrayList<>();
    List<Value> deviations = new ArrayList<>();
    for (int c = 0; c < chains.size(); c++) {
      Normal next = chains.get(c).next(tape, tape.columns(z, c * size, size), context);
      means.add(next.mean());
      deviations.add(next.sd());
    }
    return new Normal(tape.join(means), tape.join(deviations));
  }
}
