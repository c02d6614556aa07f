package undercurrent.training;

import java.util.AbstractList;
import java.util.List;

/**
 * The points of a training so far; immutable, and cheap to extend: a longer curve shares the array
 * of the shorter one.
 */
public final class Curve extends AbstractList<CurvePoint> {
  public static final Curve EMPTY = new Curve(new CurvePoint[16], 0);
  private final CurvePoint[] points;
  private final int size;

  private Curve(CurvePoint[] points, int size) {
    this.points = points;
    this.size = size;
  }

  public static Curve of(List<CurvePoint> points) {
    return new Curve(points.toArray(CurvePoint[]::new), points.size());
  }

  /** This curve and one more point. */
  public Curve and(CurvePoint point) {
    CurvePoint[] room = points;
    synchronized (room) {
      // The place after the end is free unless this curve has been extended before.
      if (size == room.length || room[size] != null) {
        room = java.util.Arrays.copyOf(points, Math.max(16, 2 * size));
        java.util.Arrays.fill(room, size, room.length, null);
      }
      room[size] = point;
    }
    return new Curve(room, size + 1);
  }

  @Override
  public CurvePoint get(int index) {
    java.util.Objects.checkIndex(index, size);
    return points[index];
  }

  @Override
  public int size() {
    return size;
  }
}
