package undercurrent.figure;

/**
 * How large letters and lines are on a page, so that a slide and a thumbnail are both readable.
 *
 * @param font size of ordinary letters in pixels
 * @param bare true for thumbnails: nothing but the marks
 * @param weight how much thicker than usual lines are
 */
record Sizes(double font, boolean bare, double weight) {
  private static final double ORDINARY_FONT = 12;
  private static final double ORDINARY_AREA = 800.0 * 500;

  static Sizes of(double width, double height) {
    double scale = Math.clamp(Math.sqrt(Math.sqrt(width * height / ORDINARY_AREA)), 0.85, 2);
    return new Sizes(ORDINARY_FONT * scale, width < 300 || height < 200, 1);
  }

  double title() {
    return 1.3 * font;
  }

  double tick() {
    return 0.94 * font;
  }

  double padding() {
    return bare ? 3 : 1.1 * font;
  }

  /** Width of an ordinary line, in proportion to the letters. */
  double line() {
    return bare ? 1.2 : 0.15 * font * weight;
  }
}
