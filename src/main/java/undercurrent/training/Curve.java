package undercurrent.training;

import java.util.AbstractList;
import java.util.List;

/**
 * The points of a training so far; immutable, and cheap to extend: a longer curve shares the array
 * of the shorter one.
 */
public final class Curve extends AbstractList<CurvePoint> {
  private final Criterion criterion;
  private final CurvePoint[] points;
  private final int size;

  private Curve(Criterion criterion, CurvePoint[] points, int size) {
    this.criterion = criterion;
    this.points = points;
    this.size = size;
  }

  /** A curve without a point. */
  public static Curve empty(Criterion criterion) {
    return new Curve(criterion, new CurvePoint[16], 0);
  }

  public static Curve of(Criterion criterion, List<CurvePoint> points) {
    return new Curve(criterion, points.toArray(CurvePoint[]::new), points.size());
  }

  /** What its points are values of. */
  public Criterion criterion() {
    return criterion;
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
    return new Curve(criterion, room, size + 1);
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
