package undercurrent.figure;

/** What stands beside an axis: its label, with the unit in brackets. */
public final class AxisText {
  private AxisText() {}

  /** One line. */
  public static String words(Axis axis) {
    if (axis.unit().isEmpty() || axis.unit().equals(axis.label())) return axis.label();
    return axis.label().isEmpty() ? axis.unit() : axis.label() + " (" + axis.unit() + ")";
  }

  /** Read from below to above, beside the middle of the plot. */
  static Text turned(Axis axis, double x, Box plot, Sizes sizes, int rgb) {
    return text(axis, x, plot.y() + plot.height() / 2, plot.height(), true, sizes, rgb);
  }

  /** Under the middle of the plot. */
  static Text level(Axis axis, double y, Box plot, Sizes sizes, int rgb) {
    return text(axis, plot.middle(), y, plot.width(), false, sizes, rgb);
  }

  private static Text text(
      Axis axis, double x, double y, double room, boolean turned, Sizes sizes, int rgb) {
    String words = Lettering.fitted(words(axis), sizes.font(), false, room);
    return new Text(words, x, y, sizes.font(), false, Text.Anchor.MIDDLE, turned, rgb);
  }
}
