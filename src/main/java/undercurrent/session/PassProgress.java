package undercurrent.session;

import undercurrent.math.Progress;

/**
 * How far something is that makes several passes over series: it is thought to take as many rows as
 * the last time, and the first time some passes.
 */
public final class PassProgress implements Progress {
  private static final int USUAL = 8;

  /** It is over when that is said, not before. */
  private static final double ALMOST = 0.99;

  private long expected;
  private long passed;
  private long now;
  private long length = 1;

  /** It begins anew. */
  public void begin() {
    expected = passed;
    passed = 0;
    now = 0;
  }

  @Override
  public void at(long done, long of) {
    if (of == 0) return;
    length = of;
    passed += done < of ? 0 : of;
    now = done < of ? done : 0;
  }

  /** Between 0 and 1. */
  public double share() {
    double rows = expected > 0 ? expected : USUAL * length;
    return Math.min(ALMOST, (passed + now) / rows);
  }
}
