package undercurrent.figure;

/** The room around the plot. */
record Margins(double left, double right, double top, double bottom) {
  private static final double SMALLEST_PLOT = 20;

  Box plot(Box page) {
    double width = Math.max(SMALLEST_PLOT, page.width() - left - right);
    double height = Math.max(SMALLEST_PLOT, page.height() - top - bottom);
    return new Box(page.x() + left, page.y() + top, width, height);
  }
}
