package undercurrent.math;

/**
 * A named stream of random numbers: the same seed and names give the same numbers on every machine,
 * whatever else has been drawn. The generator is SplitMix64 (Steele, Lea and Flood 2014).
 */
public final class Randomness {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private final long origin;
  private long state;
  private double spare;
  private boolean hasSpare;

  private Randomness(long origin) {
    this.origin = origin;
    this.state = origin;
  }

  /** The root of all streams of an experiment. */
  public static Randomness of(long seed) {
    return new Randomness(mix(seed + GOLDEN));
  }

  /** An independent stream for one purpose; does not depend on what was drawn from this one. */
  public Randomness named(String purpose) {
    long hash = origin;
    for (int i = 0; i < purpose.length(); i++) hash = mix(hash ^ (purpose.charAt(i) + GOLDEN));
    return new Randomness(mix(hash + GOLDEN));
  }

  /** An independent stream for one number of a row of purposes, such as a training step. */
  public Randomness at(long index) {
    return new Randomness(startAt(index));
  }

  /** The same stream from its start. */
  public Randomness copy() {
    return new Randomness(origin);
  }

  /** Goes to where {@link #at} of the same number starts; makes nothing. */
  public void moveTo(long index) {
    state = startAt(index);
    hasSpare = false;
  }

  private long startAt(long index) {
    return mix(mix(origin ^ GOLDEN) + mix(index + 1));
  }

  /** 64 random bits. */
  public long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  public double uniform() {
    return (bits() >>> 11) * 0x1p-53;
  }

  /** Uniform in [low, high). */
  public double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** A whole number in 0 … bound-1. */
  public int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** Standard normal, by the polar method of Marsaglia with {@link StrictMath}. */
  public double normal() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    double u;
    double v;
    double s;
    do {
      u = 2 * uniform() - 1;
      v = 2 * uniform() - 1;
      s = u * u + v * v;
    } while (s >= 1 || s == 0);
    double scale = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
    spare = v * scale;
    hasSpare = true;
    return u * scale;
  }

  /**
   * Fills part of an array with standard normals, two from 64 bits by the method of Box and Muller
   * (1958), in single precision for speed: |n| ≤ 6.7.
   */
  public void normals(float[] array, int from, int count) {
    for (int i = from; i < from + count; i += 2) {
      long bits = bits();
      // u in (0, 1], and an eighth of a turn with its octant
      float u = Math.fma((int) (bits >>> 33), 0x1p-31f, 0x1p-32f);
      float radius = (float) Math.sqrt(-2f * Functions.logOfNormal(u));
      int angle = (int) bits;
      array[i] = radius * Functions.cosineOfTurn(angle);
      if (i + 1 < from + count) array[i + 1] = radius * Functions.sineOfTurn(angle);
    }
  }

  /** The numbers 0 … count-1 in random order. */
  public int[] permutation(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = below(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
