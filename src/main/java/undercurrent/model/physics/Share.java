package undercurrent.model.physics;

import undercurrent.math.Initial;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/** α, the share of the known part in what is mixed of it and a network. */
final class Share {
  private static final String NAME = "alpha";
  private final Parameters parameters;
  private final Parameters.Entry entry;

  /**
   * Adds it.
   *
   * @param start where it is
   * @param held whether it stays there
   */
  Share(Parameters parameters, double start, boolean held) {
    this.parameters = parameters;
    entry = parameters.add(NAME, 1, 1);
    Initial.fill(parameters, entry, start);
    if (held) parameters.hold(NAME);
  }

  /** As it is now. */
  double value() {
    return parameters.get(entry, 0);
  }

  /** Records α known + (1 − α) network. */
  Value mix(Tape tape, Value known, Value network) {
    Value part = tape.multiply(tape.subtract(known, network), tape.parameter(entry));
    return tape.add(network, part);
  }
}
