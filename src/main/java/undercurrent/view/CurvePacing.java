package undercurrent.view;

import undercurrent.training.Curve;

/**
 * When a training curve is drawn anew: when it has another end, and while it grows not more often
 * than that a person sees something more, as drawing takes time from the training.
 */
final class CurvePacing {
  private static final long EVERY = 400_000_000L;

  private int shownEpoch = -1;
  private long shownAt = System.nanoTime() - EVERY;

  /** Nothing is shown any more. */
  void forget() {
    shownEpoch = -1;
  }

  /** True when a curve is to be drawn now, which then counts as shown. */
  boolean isDue(Curve curve, boolean grows) {
    long now = System.nanoTime();
    if (curve.isEmpty() || (grows && now - shownAt < EVERY)) return false;
    int last = curve.getLast().epoch();
    if (last == shownEpoch) return false;
    shownEpoch = last;
    shownAt = now;
    return true;
  }
}
