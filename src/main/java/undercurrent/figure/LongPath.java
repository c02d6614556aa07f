package undercurrent.figure;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A path of far more points than can be told apart in a plane: of each block of points that follow
 * one another it is drawn through those that lie farthest to the left, right, top and bottom, so
 * that no turn of it is lost. Blocks are the smaller, the less of the path is in sight; where few
 * points are, all of them are drawn.
 */
final class LongPath {
  /** In sight; four points of each are drawn. */
  private static final int BLOCKS = 2_500;

  /** So many points in sight are drawn as they are. */
  private static final int FEW = 4 * BLOCKS;

  private static final int GAP = -1;

  private final Mark.Path path;
  private final Levels x;
  private final Levels y;

  /** Looks at all points. */
  LongPath(Mark.Path path) {
    this.path = path;
    x = Levels.of(path.x());
    y = Levels.of(path.y());
  }

  /** Whether it is one path without gaps. */
  static boolean isOne(Mark.Path path) {
    return Arrays.stream(path.x()).allMatch(Double::isFinite)
        && Arrays.stream(path.y()).allMatch(Double::isFinite);
  }

  /** The path as it is drawn between two places of the horizontal axis. */
  Mark within(Range shown) {
    int length = path.x().length;
    int inside = 0;
    for (double place : path.x()) if (side(place, shown) == 0) inside++;
    if (inside <= FEW) return through(inSight(all(), shown));
    double fewest = BLOCKS * (length / (double) inside);
    int[] places =
        x.blocks(0, length, fewest)
            .flatMap(a -> y.blocks(0, length, fewest).map(b -> union(a.ends(), b.ends())))
            .map(farthest -> union(farthest, new int[] {0, length - 1}))
            .orElseGet(this::all);
    return through(inSight(places, shown));
  }

  private int[] all() {
    return IntStream.range(0, path.x().length).toArray();
  }

  /** Of two rising rows, each number once. */
  private static int[] union(int[] a, int[] b) {
    int[] both = new int[a.length + b.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      boolean isFirst = j == b.length || (i < a.length && a[i] <= b[j]);
      int next = isFirst ? a[i++] : b[j++];
      if (size == 0 || both[size - 1] != next) both[size++] = next;
    }
    return Arrays.copyOf(both, size);
  }

  /** Without stretches on one side of what is shown; both ends of the path stay. */
  private int[] inSight(int[] places, Range shown) {
    int[] seen = new int[2 * places.length];
    int size = 0;
    for (int k = 0; k < places.length; k++) {
      boolean isEnd = k == 0 || k == places.length - 1;
      boolean isSeen =
          isEnd
              || crosses(places[k - 1], places[k], shown)
              || crosses(places[k], places[k + 1], shown);
      if (isSeen) seen[size++] = places[k];
      else if (seen[size - 1] != GAP) seen[size++] = GAP;
    }
    return Arrays.copyOf(seen, size);
  }

  private boolean crosses(int from, int to, Range shown) {
    int side = side(path.x()[from], shown);
    return side == 0 || side != side(path.x()[to], shown);
  }

  private static int side(double place, Range shown) {
    return place < shown.min() ? -1 : place > shown.max() ? 1 : 0;
  }

  private Mark through(int[] places) {
    double[] across = new double[places.length];
    double[] up = new double[places.length];
    double[] colour = new double[places.length];
    int[] groups = new int[path.groups().isEmpty() ? 0 : places.length];
    for (int k = 0; k < places.length; k++) {
      int at = places[k] == GAP ? places[k - 1] : places[k];
      across[k] = places[k] == GAP ? Double.NaN : path.x()[at];
      up[k] = places[k] == GAP ? Double.NaN : path.y()[at];
      colour[k] = path.colour()[at];
      if (groups.length > 0) groups[k] = path.groups().of()[at];
    }
    return new Mark.Path(
        path.legend(),
        across,
        up,
        colour,
        path.colourAxis(),
        new Mark.Groups(path.groups().names(), groups));
  }
}
