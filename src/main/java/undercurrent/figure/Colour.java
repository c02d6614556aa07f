package undercurrent.figure;

/**
 * One colour of a picture.
 *
 * @param rgb {@code 0xRRGGBB}
 * @param opacity 0 = not seen, 1 = covers what is behind it
 */
public record Colour(int rgb, double opacity) {
  static Colour solid(int rgb) {
    return new Colour(rgb, 1);
  }
}
