package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.SPECIES;
import static undercurrent.math.VectorFunctions.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

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

  /** Work space for as many pairs as a vector has lanes, made with the first of them. */
  private int[] quarters = new int[0];

  private float[] cosines = new float[0];
  private float[] sines = new float[0];

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
    int done = Lanes.on() ? Vectors.normals(this, array, from, count) : 0;
    for (int i = from + done; i < from + count; i += 2) {
      long bits = bits();
      float radius = (float) Math.sqrt(-2f * Functions.logOfNormal(fraction(bits)));
      int angle = (int) bits;
      array[i] = radius * Functions.cosineOfTurn(angle);
      if (i + 1 < from + count) array[i + 1] = radius * Functions.sineOfTurn(angle);
    }
  }

  /** u in (0, 1]; an eighth of a turn with its octant is in the other half of the bits. */
  private static float fraction(long bits) {
    return Math.fma((int) (bits >>> 33), 0x1p-31f, 0x1p-32f);
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

  private static final class Vectors {
    private static final VectorSpecies<Integer> WHOLE = SPECIES.withLanes(int.class);

    /** The same for whole vectors of pairs; says how many numbers. */
    static int normals(Randomness r, float[] array, int from, int count) {
      int whole = count - count % (2 * LANES);
      if (whole > 0 && r.cosines.length == 0) {
        r.quarters = new int[LANES];
        r.cosines = new float[LANES];
        r.sines = new float[LANES];
      }
      int[] quarters = r.quarters;
      float[] cosines = r.cosines;
      float[] sines = r.sines;
      for (int i = from; i < from + whole; i += 2 * LANES) {
        for (int lane = 0; lane < LANES; lane++) {
          long bits = r.bits();
          int turns = (int) bits;
          int quarter = Functions.quarter(turns);
          cosines[lane] = fraction(bits);
          sines[lane] = Functions.rest(turns, quarter);
          quarters[lane] = quarter;
        }
        radius(cosines);
        circle(quarters, cosines, sines);
        for (int lane = 0; lane < LANES; lane++) {
          array[i + 2 * lane] = cosines[lane];
          array[i + 2 * lane + 1] = sines[lane];
        }
      }
      return whole;
    }

    private static void radius(float[] fractions) {
      VectorFunctions.logOfNormal(load(fractions, 0)).mul(-2f).sqrt().intoArray(fractions, 0);
    }

    private static void circle(int[] quarters, float[] cosines, float[] sines) {
      FloatVector radius = load(cosines, 0);
      IntVector quarter = IntVector.fromArray(WHOLE, quarters, 0);
      FloatVector x = load(sines, 0);
      FloatVector s = x.mul(x);
      IntVector sine = VectorFunctions.sineNearZero(x, s).reinterpretAsInts();
      IntVector cosine = VectorFunctions.cosineNearZero(s).reinterpretAsInts();
      VectorMask<Integer> odd = quarter.and(1).compare(VectorOperators.NE, 0);
      // The second bit of the quarter, and of the next one, is the sign.
      IntVector first = quarter.and(2).lanewise(VectorOperators.LSHL, 30);
      IntVector second = quarter.add(1).and(2).lanewise(VectorOperators.LSHL, 30);
      sine.blend(cosine, odd)
          .lanewise(VectorOperators.XOR, first)
          .reinterpretAsFloats()
          .mul(radius)
          .intoArray(sines, 0);
      cosine
          .blend(sine, odd)
          .lanewise(VectorOperators.XOR, second)
          .reinterpretAsFloats()
          .mul(radius)
          .intoArray(cosines, 0);
    }
  }
}
