package undercurrent.model.convolutional;

import java.util.Optional;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.deep.Transition;

/**
 * A transition of states whose layers read them as frames.
 *
 * @param inner of rows that are pixels
 * @param pixels of a state
 */
record FrameTransition(Transition inner, int pixels) implements Transition {
  @Override
  public Normal record(Tape tape, Value z, Value context) {
    Value rows = pixels(z, pixels);
    return states(inner.record(tape, rows, tape.input(rows.rows(), 0)), pixels);
  }

  @Override
  public Optional<Value> recordGate(Tape tape, Value z, Value context) {
    Value rows = pixels(z, pixels);
    return inner
        .recordGate(tape, rows, tape.input(rows.rows(), 0))
        .map(gate -> states(gate, pixels));
  }

  /** Rows of states as rows of their pixels. */
  static Value pixels(Value states, int pixels) {
    return states.reshape(states.rows() * pixels, states.columns() / pixels);
  }

  /** Rows of pixels as rows of states. */
  static Value states(Value rows, int pixels) {
    return rows.reshape(rows.rows() / pixels, rows.columns() * pixels);
  }

  static Normal states(Normal rows, int pixels) {
    return new Normal(states(rows.mean(), pixels), states(rows.sd(), pixels));
  }
}
