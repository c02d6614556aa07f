package undercurrent.training;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The points of a training so far; immutable, and cheap to extend: a longer curve shares the array
 * of the shorter one. A curve that would get more than {@link #MOST} points loses every second one,
 * but for the best ones and the last, so that memory stays bounded however long a training is.
 */
public final class Curve extends AbstractList<CurvePoint> {
  /** Points that a growing curve has at most. */
  public static final int MOST = 16_384;

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
    if (size >= MOST) return thinned().and(point);
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

  private Curve thinned() {
    int bestTraining = best(CurvePoint::elbo);
    int bestValidation = best(CurvePoint::validationElbo);
    List<CurvePoint> kept = new ArrayList<>(size / 2 + 3);
    for (int i = 0; i < size; i++) {
      boolean marked = i == bestTraining || i == bestValidation || i == size - 1;
      if (i % 2 == 0 || marked) kept.add(points[i]);
    }
    return of(criterion, kept);
  }

  /** The index of the largest finite value; −1 when there is none. */
  private int best(ToDoubleFunction<CurvePoint> value) {
    int best = -1;
    for (int i = 0; i < size; i++) {
      double v = value.applyAsDouble(points[i]);
      if (!Double.isFinite(v)) continue;
      if (best < 0 || v > value.applyAsDouble(points[best])) best = i;
    }
    return best;
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
