package undercurrent.figure;

/** An upright rectangle on a page; y grows downwards. */
public record Box(double x, double y, double width, double height) {
  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  double middle() {
    return x + width / 2;
  }

  boolean overlaps(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  boolean holds(Box other) {
    return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
  }

  /** Corners as alternating x, y. */
  double[] ring() {
    return new double[] {x, y, right(), y, right(), bottom(), x, bottom()};
  }
}
