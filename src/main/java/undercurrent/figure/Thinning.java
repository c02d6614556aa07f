package undercurrent.figure;

import java.util.Arrays;

/**
 * What is left of a line with far more points than the paper has columns of pixels: of each column
 * the first point, the lowest, the highest and the last, in their order. It covers the same pixels.
 */
final class Thinning {
  private static final int KEPT = 4;

  /** Numbers of a path that is worth it. */
  private static final int LONG = 2000;

  /** Pixels. */
  private static final double SEEN = 0.3;

  private Thinning() {}

  /** The line itself when it is short, or does not run from left to right; x, y in turns. */
  static double[] of(double[] line) {
    int count = line.length / 2;
    if (count < 2 || count <= KEPT * (Math.abs(line[line.length - 2] - line[0]) + 1)) return line;
    double[] kept = new double[line.length];
    int size = 0;
    int from = 0;
    for (int i = 1; i <= count; i++) {
      if (i < count && line[2 * i] < line[2 * i - 2]) return line;
      if (i < count && Math.floor(line[2 * i]) == Math.floor(line[2 * from])) continue;
      size = column(line, from, i, kept, size);
      from = i;
    }
    return Arrays.copyOf(kept, size);
  }

  /** A path of any direction without the points that lie where the last one that is left lies. */
  static double[] ofPath(double[] path) {
    if (path.length <= LONG) return path;
    double[] kept = new double[path.length];
    int size = 0;
    for (int i = 0; i < path.length; i += 2) {
      boolean isNew =
          size == 0 || Math.hypot(path[i] - kept[size - 2], path[i + 1] - kept[size - 1]) > SEEN;
      if (!isNew && i < path.length - 2) continue;
      kept[size++] = path[i];
      kept[size++] = path[i + 1];
    }
    return Arrays.copyOf(kept, size);
  }

  private static int column(double[] line, int from, int to, double[] kept, int size) {
    int lowest = from;
    int highest = from;
    for (int i = from; i < to; i++) {
      if (line[2 * i + 1] < line[2 * lowest + 1]) lowest = i;
      if (line[2 * i + 1] > line[2 * highest + 1]) highest = i;
    }
    int[] wanted = {from, Math.min(lowest, highest), Math.max(lowest, highest), to - 1};
    int last = -1;
    int end = size;
    for (int i : wanted) {
      if (i == last) continue;
      kept[end++] = line[2 * i];
      kept[end++] = line[2 * i + 1];
      last = i;
    }
    return end;
  }
}
