package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A long path of any direction without the points that lie where the last one that is left lies; in
 * parts, for one that crosses itself thousands of times takes long to fill in.
 */
final class Thinning {
  /** Numbers of a path that is worth it. */
  private static final int LONG = 2000;

  /** Numbers of a part. */
  private static final int PART = 400;

  /** Pixels. */
  private static final double SEEN = 0.3;

  private Thinning() {}

  /** The path itself when it is short; x, y in turns. Each part begins where the last one ends. */
  static List<double[]> of(double[] path) {
    if (path.length <= LONG) return List.of(path);
    double[] kept = new double[path.length];
    int size = 0;
    for (int i = 0; i < path.length; i += 2) {
      boolean isNew =
          size == 0 || Math.hypot(path[i] - kept[size - 2], path[i + 1] - kept[size - 1]) > SEEN;
      if (!isNew && i < path.length - 2) continue;
      kept[size++] = path[i];
      kept[size++] = path[i + 1];
    }
    List<double[]> parts = new ArrayList<>();
    for (int from = 0; from < size - 2; from += PART) {
      parts.add(Arrays.copyOfRange(kept, from, Math.min(size, from + PART + 2)));
    }
    return parts;
  }
}
