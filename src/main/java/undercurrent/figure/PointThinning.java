package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

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

  /** The bits of an index within a word. */
  private static final int WORD = Integer.numberOfTrailingZeros(Long.SIZE);

  /** Rows for each pixel of the height. */
  private static final int FINE = 4;

  /**
   * Of points, those that are not finite or not in the plot left out; empty where there are so few
   * that their own shapes are seen.
   */
  static Optional<PointThinning> of(double[] x, double[] y, Scales scales, double radius) {
    Box plot = scales.plot();
    long few = (long) (FEW * (plot.width() + 1));
    if (x.length <= few) return Optional.empty();
    // What of a dot reaches into the plot is seen.
    int left = (int) Math.floor(plot.x() - radius);
    double top = plot.y() - radius;
    int width = (int) Math.ceil(plot.right() + radius) - left;
    int height = (int) Math.ceil(FINE * (plot.height() + 2 * radius)) + 1;
    int gap = (int) Math.clamp(FINE * radius, 1, Long.SIZE);
    int words = (height + gap) / Long.SIZE + 1;
    double across = plot.width() / scales.extent().x().span();
    double upwards = FINE * plot.height() / scales.extent().y().span();
    double start = plot.x() - left - across * scales.extent().x().min();
    double ground = FINE * (plot.bottom() - top) + upwards * scales.extent().y().min();
    long[] inked = new long[width * words];
    long count = 0;
    for (int i = 0; i < x.length; i++) {
      double column = start + across * x[i];
      double row = ground - upwards * y[i];
      // Neither is true of what is not a number.
      boolean isSeen = column >= 0 && column < width && row >= 0 && row < height;
      if (!isSeen) continue;
      int at = (int) row;
      inked[((int) column) * words + (at >> WORD)] |= 1L << at;
      count++;
    }
    if (count <= few) return Optional.empty();
    Builder builder = new Builder(left, top, gap);
    for (int c = 0; c < width; c++) {
      builder.column(Arrays.copyOfRange(inked, c * words, (c + 1) * words), c);
    }
    return Optional.of(builder.heap());
  }

  private static final class Builder {
    private final int left;
    private final double top;
    private final int gap;
    private final List<double[]> bars = new ArrayList<>();
    private double[] dots = new double[64];
    private int size;

    Builder(int left, double top, int gap) {
      this.left = left;
      this.top = top;
      this.gap = gap;
    }

    /** Rows that are inked in one column. */
    void column(long[] rows, int column) {
      // Each goes on to where the next one would be with a gap between them: these are one then.
      BitSet bars = BitSet.valueOf(stretched(rows, gap - 1));
      for (int first = bars.nextSetBit(0); first >= 0; ) {
        int end = bars.nextClearBit(first);
        bar(left + column, top + (first + 0.5) / FINE, top + (end - gap + 0.5) / FINE);
        first = bars.nextSetBit(end);
      }
    }

    /** Each bit, and so many after it. */
    private static long[] stretched(long[] rows, int more) {
      long[] result = rows.clone();
      for (int i = 0; i < rows.length; i++) {
        long before = i == 0 ? 0 : rows[i - 1];
        for (int k = 1; k <= more; k++) result[i] |= rows[i] << k | before >>> (Long.SIZE - k);
      }
      return result;
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
