package undercurrent.view;

import java.util.Optional;
import undercurrent.session.Snapshot.Beliefs;
import undercurrent.session.Viewpoint;

/**
 * Asks for estimates of what is looked at, one after the other: while somebody drags, each is
 * finished before the next is asked for, which is then the newest. A new request would end the one
 * before, and nothing would be seen until the mouse rests.
 */
final class LookPacing {
  /** What takes longer, in nanoseconds, is given up for something newer. */
  private static final long PATIENCE = 600_000_000L;

  private Optional<Viewpoint> asked = Optional.empty();
  private Optional<Viewpoint> waiting = Optional.empty();
  private long askedAt;

  /** Another session, which has been asked for nothing. */
  void begin() {
    asked = Optional.empty();
    waiting = Optional.empty();
  }

  /** Something else is looked at. */
  void want(Viewpoint wanted) {
    waiting = Optional.of(wanted);
  }

  /** The newest estimates have come. */
  void came(Optional<Beliefs> newest) {
    if (newest.map(Beliefs::watch).equals(asked)) asked = Optional.empty();
  }

  /** What is to be asked for now, if anything. */
  Optional<Viewpoint> due(long now) {
    if (asked.isPresent() && now - askedAt < PATIENCE) return Optional.empty();
    Optional<Viewpoint> next = waiting;
    waiting = Optional.empty();
    if (next.isPresent()) {
      asked = next;
      askedAt = now;
    }
    return next;
  }

  /** Whether something has not been asked for yet. */
  boolean isWaiting() {
    return waiting.isPresent();
  }
}
