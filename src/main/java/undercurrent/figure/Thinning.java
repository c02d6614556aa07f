package undercurrent.figure;

import java.util.Arrays;

/**
 * A long path of any direction without the points that lie where the last one that is left lies.
 */
final class Thinning {
  /** Numbers of a path that is worth it. */
  private static final int LONG = 2000;

  /** Pixels. */
  private static final double SEEN = 0.3;

  private Thinning() {}

  /** The path itself when it is short; x, y in turns. */
  static double[] of(double[] path) {
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
}
