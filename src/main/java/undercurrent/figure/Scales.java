package undercurrent.figure;

/** Where values lie on the page. */
record Scales(Extent extent, Box plot) {
  /** Far enough outside of any page, near enough for every program that reads pictures. */
  private static final double FAR = 10_000;

  double x(double value) {
    double fraction = (value - extent.x().min()) / extent.x().span();
    return Math.clamp(plot.x() + fraction * plot.width(), -FAR, FAR);
  }

  double y(double value) {
    double fraction = (value - extent.y().min()) / extent.y().span();
    return Math.clamp(plot.bottom() - fraction * plot.height(), -FAR, FAR);
  }
}
