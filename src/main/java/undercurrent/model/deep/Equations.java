package undercurrent.model.deep;

import java.util.Optional;
import java.util.function.Function;

/**
 * Where prior, transition and emission come from: networks, or the equations of a system that is
 * known, in the units of the file. A new system is its file, a constant here and its words.
 */
public enum Equations {
  /** Learned networks. */
  NETWORKS(parts -> Optional.empty()),
  /** A random walk with a drift. */
  DRIFTING_WALK(parts -> Optional.of(DriftingWalk.boxes(parts))),
  /** A random walk with a sine in its drift. */
  SINE_DRIFT(parts -> Optional.of(SineDrift.boxes(parts))),
  /** Two states that act on each other, with two parameters that are learned. */
  COUPLED_PAIR(parts -> Optional.of(CoupledPair.boxes(parts))),
  /** Those that a person typed. */
  FORMULA(parts -> Optional.of(TypedSystem.boxes(parts)));

  /** A factory, which has no state. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<GivenParts, Optional<GivenBoxes>> boxes;

  Equations(Function<GivenParts, Optional<GivenBoxes>> boxes) {
    this.boxes = boxes;
  }

  /** The boxes of a known system; none where they are networks. */
  Optional<GivenBoxes> boxes(GivenParts parts) {
    return boxes.apply(parts);
  }
}
