package undercurrent.picture;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import undercurrent.figure.Figure;

/** Writes figures as PNG, without a screen. */
public final class PngWriter {
  private PngWriter() {}

  /**
   * Writes a picture of {@code width·scale × height·scale} pixels.
   *
   * @param width of the layout, as on a screen
   * @param scale 2 gives the same layout with twice as many pixels
   */
  public static void write(
      Figure figure, int width, int height, boolean dark, double scale, Path file) {
    throw new UnsupportedOperationException(file.toString());
  }

  /** The same picture in memory. */
  public static BufferedImage image(
      Figure figure, int width, int height, boolean dark, double scale) {
    return new BufferedImage(
        (int) Math.round(width * scale),
        (int) Math.round(height * scale),
        BufferedImage.TYPE_INT_RGB);
  }
}
