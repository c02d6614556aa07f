package undercurrent.figure;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where a long row of numbers is least and largest, over blocks of 8, 16, 32 … points: found once,
 * so that any stretch of the row can be drawn from as many blocks as the paper has room for. It
 * takes about two bytes for each point.
 */
final class Levels {
  /** Points of a block of the finest level. */
  private static final int BLOCK = 8;

  /** Blocks of the coarsest level, or somewhat more. */
  private static final int FEWEST = 512;

  /** The block has no finite number. */
  private static final int NONE = -1;

  private final double[] values;

  /** By level and block, the indexes of the least and the largest number. */
  private final int[][] low;

  private final int[][] high;

  private Levels(double[] values, int[][] low, int[][] high) {
    this.values = values;
    this.low = low;
    this.high = high;
  }

  static Levels of(double[] values) {
    int depth = 1;
    while (values.length >> depth >= FEWEST * BLOCK) depth++;
    int[][] low = new int[depth][];
    int[][] high = new int[depth][];
    Levels levels = new Levels(values, low, high);
    levels.finest();
    for (int level = 1; level < depth; level++) levels.merge(level);
    return levels;
  }

  private void finest() {
    int count = (values.length + BLOCK - 1) / BLOCK;
    low[0] = new int[count];
    high[0] = new int[count];
    for (int b = 0; b < count; b++) {
      int least = NONE;
      int largest = NONE;
      int end = Math.min(values.length, (b + 1) * BLOCK);
      for (int i = b * BLOCK; i < end; i++) {
        if (!Double.isFinite(values[i])) continue;
        if (least < 0 || values[i] < values[least]) least = i;
        if (largest < 0 || values[i] > values[largest]) largest = i;
      }
      low[0][b] = least;
      high[0][b] = largest;
    }
  }

  private void merge(int level) {
    int[] finerLow = low[level - 1];
    int[] finerHigh = high[level - 1];
    int count = (finerLow.length + 1) / 2;
    low[level] = new int[count];
    high[level] = new int[count];
    for (int b = 0; b < count; b++) {
      int other = Math.min(2 * b + 1, finerLow.length - 1);
      low[level][b] = better(finerLow[2 * b], finerLow[other], 1);
      high[level][b] = better(finerHigh[2 * b], finerHigh[other], -1);
    }
  }

  /** The index of the smaller number, or with sign −1 of the larger one. */
  private int better(int first, int second, int sign) {
    if (first < 0 || second < 0) return Math.max(first, second);
    return sign * values[second] < sign * values[first] ? second : first;
  }

  /**
   * The points from … to-1 in blocks of the coarsest level that has so many of them; empty where
   * there are so few points that all of them can be drawn.
   */
  Optional<Blocks> blocks(int from, int to, double fewest) {
    int level = -1;
    while (level + 1 < low.length && (to - from) / (double) size(level + 1) >= fewest) level++;
    return level < 0 ? Optional.empty() : Optional.of(new Blocks(this, level, from, to));
  }

  private static int size(int level) {
    return BLOCK << level;
  }

  /** The blocks of one level that have the points from … to-1. */
  record Blocks(Levels levels, int level, int from, int to) {
    int count() {
      return (to - 1) / size(level) - from / size(level) + 1;
    }

    private int block(int i) {
      return from / size(level) + i;
    }

    /** The index of the first point of a block. */
    int first(int i) {
      return block(i) * size(level);
    }

    /** The index of the last point of a block. */
    int last(int i) {
      return Math.min(levels.values.length, (block(i) + 1) * size(level)) - 1;
    }

    /** The least number of a block; NaN when it has none. */
    double least(int i) {
      int at = levels.low[level][block(i)];
      return at < 0 ? Double.NaN : levels.values[at];
    }

    /** The largest number of a block; NaN when it has none. */
    double largest(int i) {
      int at = levels.high[level][block(i)];
      return at < 0 ? Double.NaN : levels.values[at];
    }

    /**
     * The indexes of the points by which a line is drawn as far as it goes: of each block its least
     * and its largest, in their order, and −1 where it has none.
     */
    int[] ends() {
      int[] ends = new int[2 * count()];
      int size = 0;
      for (int i = 0; i < count(); i++) {
        int least = levels.low[level][block(i)];
        int largest = levels.high[level][block(i)];
        ends[size++] = Math.min(least, largest);
        if (least != largest) ends[size++] = Math.max(least, largest);
      }
      return Arrays.copyOf(ends, size);
    }
  }
}
