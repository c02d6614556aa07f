package undercurrent.figure;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far a line with far more points than the paper has columns of pixels reaches in each column.
 * Filled, it covers the same pixels as the line, and is drawn in a fraction of the time.
 *
 * @param left the first column
 * @param low least y of each column, its ways to the next ones included
 * @param high largest y of each
 */
record Envelope(int left, double[] low, double[] high) {
  private static final int CROWD = 4;

  /** Of a line, x and y in turns; empty when it has few points, or does not run to the right. */
  static Optional<Envelope> of(double[] line) {
    int count = line.length / 2;
    if (count < 2 || count <= CROWD * (Math.abs(line[line.length - 2] - line[0]) + 1)) {
      return Optional.empty();
    }
    for (int i = 2; i < line.length; i += 2) {
      if (line[i] < line[i - 2]) return Optional.empty();
    }
    int left = column(line[0]);
    int columns = column(line[line.length - 2]) - left + 1;
    double[] low = new double[columns];
    double[] high = new double[columns];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < line.length; i += 2) {
      // The way from the point before belongs to all columns that it goes through.
      int from = column(line[Math.max(0, i - 2)]) - left;
      int to = column(line[i]) - left;
      for (int c = from; c <= to; c++) {
        double y = c == to ? line[i + 1] : at(line, i, left + c + 1);
        low[c] = Math.min(low[c], y);
        high[c] = Math.max(high[c], y);
        if (c == from) continue;
        double entered = at(line, i, left + c);
        low[c] = Math.min(low[c], entered);
        high[c] = Math.max(high[c], entered);
      }
    }
    return Optional.of(new Envelope(left, low, high));
  }

  /** y at x on the way to point i from the one before. */
  private static double at(double[] line, int i, double x) {
    double part = (x - line[i - 2]) / (line[i] - line[i - 2]);
    return line[i - 1] + part * (line[i + 1] - line[i - 1]);
  }

  private static int column(double x) {
    return (int) Math.floor(x);
  }

  /** Its outline: forth along the high ends, and back along the low ones. */
  double[] ring(double reach) {
    double[] ring = new double[8 * low.length];
    for (int c = 0; c < low.length; c++) {
      corner(ring, 4 * c, left + c, high[c] + reach);
      corner(ring, 4 * c + 2, left + c + 1, high[c] + reach);
      corner(ring, ring.length - 4 * c - 4, left + c + 1, low[c] - reach);
      corner(ring, ring.length - 4 * c - 2, left + c, low[c] - reach);
    }
    return ring;
  }

  private static void corner(double[] ring, int at, double x, double y) {
    ring[at] = x;
    ring[at + 1] = y;
  }
}
