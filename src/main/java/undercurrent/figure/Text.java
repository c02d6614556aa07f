package undercurrent.figure;

import undercurrent.text.Visible;

/**
 * One line of text on a page.
 *
 * @param x where its anchor stands
 * @param y of its base line; when turned, the base line is vertical at x and y is its anchor
 * @param size of the letters in pixels
 * @param turned true when it is read from below to above
 */
public record Text(
    String text,
    double x,
    double y,
    double size,
    boolean bold,
    Anchor anchor,
    boolean turned,
    int rgb) {
  /** What of a text stands at its place. */
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** What is not seen is written out before it is measured. */
  public Text {
    text = Visible.of(text);
  }

  private static final double ABOVE = 0.78;

  public double width() {
    return Lettering.width(text, size, bold);
  }

  /** From the place of the anchor to the start of the text, along the base line; not positive. */
  public double offset() {
    return switch (anchor) {
      case START -> 0;
      case MIDDLE -> -width() / 2;
      case END -> -width();
    };
  }

  /** The room that it takes. */
  Box box() {
    return turned
        ? new Box(x - ABOVE * size, y - width() - offset(), size, width())
        : new Box(x + offset(), y - ABOVE * size, width(), size);
  }
}
