package undercurrent.figure;

/**
 * What a picture is drawn with: paper of one kind. Points are alternating x, y in pixels from the
 * top left corner.
 */
public interface Pen {
  /** What is drawn until the next {@link #unclip} is seen only inside the box. */
  void clip(Box box);

  void unclip();

  /** Fills rings in one go by the even-odd rule. */
  void area(double[][] rings, Colour colour);

  /**
   * A line through points, with round ends.
   *
   * @param dashes lengths of dash and gap, empty = solid
   */
  void line(double[] points, Colour colour, double width, double... dashes);

  /** Filled circles. */
  void dots(double[] points, double radius, Colour colour);

  /**
   * Very many dots, of which those that lie over one another are upright bars.
   *
   * @param bars rings, one pixel wide, of which none is over another
   */
  default void heap(double[][] bars, double[] dots, double radius, Colour colour) {
    area(bars, colour);
    dots(dots, radius, colour);
  }

  /**
   * A picture whose pixels stay rectangles when they are enlarged.
   *
   * @param pixels {@code [height · width]}, {@code 0xAARRGGBB} with full opacity, row 0 at the top
   */
  void image(Box box, int width, int height, int[] pixels);

  void text(Text text);
}
