package undercurrent.math;

import org.jspecify.annotations.Nullable;

/**
 * Whether the loops run in vectors now. They do where this launch has the Vector API, unless {@code
 * -Dundercurrent.scalar=true} is set or {@link VectorLoops#warmUp} has them compiled at this
 * moment. Where they do not, every operation does all its elements in its scalar loop instead of
 * the last few; the bits are the same, so the answer may change at any time.
 */
final class Lanes {
  static final boolean PRESENT = !Boolean.getBoolean("undercurrent.scalar") && VectorModule.load();

  /** No machine's vector holds more numbers. */
  static final int MOST = 64;

  /** The thread for which alone they are on; null = all. */
  private static volatile @Nullable Thread alone;

  private Lanes() {}

  static boolean on() {
    Thread one = alone;
    return PRESENT && (one == null || one == Thread.currentThread());
  }

  static void alone(@Nullable Thread thread) {
    alone = thread;
  }
}
