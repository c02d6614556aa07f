package undercurrent.figure;

import java.util.stream.Stream;

/** What stands beside an axis: its label, with the unit in brackets. */
public final class AxisText {
  private AxisText() {}

  /** One line. */
  public static String words(Axis axis) {
    if (axis.unit().isEmpty() || axis.unit().equals(axis.label())) return axis.label();
    return axis.label().isEmpty() ? axis.unit() : axis.label() + " (" + axis.unit() + ")";
  }

  /**
   * One line that has room: where the whole has none, without the unit, and then without what
   * follows a comma.
   *
   * @param fontSize of the letters, in the unit of the room
   */
  private static String fitting(Axis axis, double fontSize, double room) {
    String whole = words(axis);
    int comma = axis.label().indexOf(',');
    return Stream.of(whole, axis.label(), comma < 0 ? whole : axis.label().substring(0, comma))
        .filter(words -> !words.isEmpty() && Lettering.width(words, fontSize, false) <= room)
        .findFirst()
        .orElseGet(() -> Lettering.fitted(whole, fontSize, false, room));
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
    String words = fitting(axis, sizes.font(), room);
    return new Text(words, x, y, sizes.font(), false, Text.Anchor.MIDDLE, turned, rgb);
  }
}
