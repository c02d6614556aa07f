package undercurrent.math;

/**
 * Lets the vector loops be compiled on a thread of their own while everybody else goes on in the
 * scalar ones. A loop over vectors is some hundred times slower than the scalar one until it is
 * compiled, and a first training should not wait for that.
 */
public final class VectorLoops {
  private VectorLoops() {}

  /** True when this launch has them. */
  public static boolean isPresent() {
    return Lanes.PRESENT;
  }

  /**
   * Does the work with vectors, on this thread alone; afterwards all threads use them.
   *
   * @param work trains something again and again
   */
  public static void warmUp(Runnable work) {
    Lanes.alone(Thread.currentThread());
    try {
      work.run();
    } finally {
      Lanes.alone(null);
    }
  }
}
