package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What is left of far more dots than a plot has columns of pixels: in each column those that lie so
 * close that nothing is seen between them are a bar with a dot at either end. No dot is put more
 * than half a pixel beside its place.
 *
 * @param dots ends of bars, and what stands alone; x, y in turns
 * @param bars rings, one pixel wide, none over another
 */
record PointThinning(double[] dots, double[][] bars) {
  private static final int FEW = 4;

  /** Rows for each pixel of the height. */
  private static final int FINE = 4;

  /** Whether there are so many dots that their own shapes are not seen any more. */
  static boolean isOne(double[] dots, Box plot) {
    return dots.length > 2 * FEW * (plot.width() + 1);
  }

  static PointThinning of(double[] dots, double radius) {
    int left = Integer.MAX_VALUE;
    int right = Integer.MIN_VALUE;
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < dots.length; i += 2) {
      left = Math.min(left, column(dots[i]));
      right = Math.max(right, column(dots[i]));
      top = Math.min(top, dots[i + 1]);
      bottom = Math.max(bottom, dots[i + 1]);
    }
    int height = (int) (FINE * (bottom - top)) + 1;
    int words = (height + Long.SIZE - 1) / Long.SIZE;
    long[] inked = new long[(right - left + 1) * words];
    for (int i = 0; i < dots.length; i += 2) {
      int row = (int) (FINE * (dots[i + 1] - top));
      inked[(column(dots[i]) - left) * words + row / Long.SIZE] |= 1L << row;
    }
    Builder builder = new Builder(left, top, radius);
    for (int c = 0; c <= right - left; c++) {
      builder.column(BitSet.valueOf(Arrays.copyOfRange(inked, c * words, (c + 1) * words)), c);
    }
    return builder.heap();
  }

  private static int column(double x) {
    return (int) Math.floor(x);
  }

  private static final class Builder {
    private final int left;
    private final double top;
    private final double gap;
    private final List<double[]> bars = new ArrayList<>();
    private double[] dots = new double[64];
    private int size;

    Builder(int left, double top, double radius) {
      this.left = left;
      this.top = top;
      this.gap = FINE * radius;
    }

    /** Rows that are inked in one column. */
    void column(BitSet rows, int column) {
      for (int row = rows.nextSetBit(0); row >= 0; ) {
        int first = row;
        int last = row;
        row = rows.nextSetBit(row + 1);
        for (; row >= 0 && row - last <= gap; row = rows.nextSetBit(row + 1)) last = row;
        bar(left + column, top + (first + 0.5) / FINE, top + (last + 0.5) / FINE);
      }
    }

    private void bar(int x, double low, double high) {
      dot(x, low);
      if (high == low) return;
      dot(x, high);
      bars.add(new double[] {x, low, x + 1, low, x + 1, high, x, high});
    }

    private void dot(int x, double y) {
      if (size == dots.length) dots = Arrays.copyOf(dots, 2 * size);
      dots[size++] = x + 0.5;
      dots[size++] = y;
    }

    PointThinning heap() {
      return new PointThinning(Arrays.copyOf(dots, size), bars.toArray(double[][]::new));
    }
  }
}
