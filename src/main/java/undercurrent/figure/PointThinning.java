package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
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

  /** Whether there are so many dots that their own shapes are not seen any more. */
  static boolean isOne(double[] dots, Box plot) {
    return dots.length > 2 * FEW * (plot.width() + 1);
  }

  static PointThinning of(double[] dots, double radius) {
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (int i = 0; i < dots.length; i += 2) {
      first = Math.min(first, column(dots[i]));
      last = Math.max(last, column(dots[i]));
    }
    int[] ends = new int[last - first + 2];
    for (int i = 0; i < dots.length; i += 2) ends[column(dots[i]) - first + 1]++;
    for (int c = 1; c < ends.length; c++) ends[c] += ends[c - 1];
    double[] heights = new double[dots.length / 2];
    int[] next = ends.clone();
    for (int i = 0; i < dots.length; i += 2) {
      heights[next[column(dots[i]) - first]++] = dots[i + 1];
    }
    Builder builder = new Builder(heights, radius);
    for (int c = 0; c + 1 < ends.length; c++) builder.column(first + c, ends[c], ends[c + 1]);
    return builder.heap();
  }

  private static int column(double x) {
    return (int) Math.floor(x);
  }

  private static final class Builder {
    private final double[] heights;
    private final double gap;
    private final List<double[]> bars = new ArrayList<>();
    private double[] dots = new double[64];
    private int size;

    Builder(double[] heights, double gap) {
      this.heights = heights;
      this.gap = gap;
    }

    /** Of the heights from … to-1. */
    void column(int left, int from, int to) {
      Arrays.sort(heights, from, to);
      for (int i = from; i < to; ) {
        double low = heights[i];
        double high = low;
        for (i++; i < to && heights[i] - high <= gap; i++) high = heights[i];
        dot(left, low);
        if (high == low) continue;
        dot(left, high);
        bars.add(new double[] {left, low, left + 1, low, left + 1, high, left, high});
      }
    }

    private void dot(int left, double y) {
      if (size == dots.length) dots = Arrays.copyOf(dots, 2 * size);
      dots[size++] = left + 0.5;
      dots[size++] = y;
    }

    PointThinning heap() {
      return new PointThinning(Arrays.copyOf(dots, size), bars.toArray(double[][]::new));
    }
  }
}
