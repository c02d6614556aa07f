package undercurrent.view.chart;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import undercurrent.figure.Colour;

/**
 * Thousands of dots and bars as one picture: each of them alone would take the screen as long as a
 * letter does. The edges of dots are soft, as those of shapes are.
 */
final class DotRaster {
  private static final int OPAQUE = 255;

  /** Places of a dot within a pixel, across and down, that are told apart. */
  private static final int PLACES = 4;

  private final int width;
  private final int height;
  private final double scale;
  private final int[] covered;

  /** How far a dot goes from the pixel of its middle. */
  private final int reach;

  /** How much of each pixel around is covered, by the place of the middle. */
  private final int[][] stamps = new int[PLACES * PLACES][];

  /**
   * Empty.
   *
   * @param scale pixels of the screen for one of the layout
   * @param radius of dots, in the layout
   */
  DotRaster(double width, double height, double scale, double radius) {
    this.width = Math.max(1, (int) Math.ceil(width * scale));
    this.height = Math.max(1, (int) Math.ceil(height * scale));
    this.scale = scale;
    this.covered = new int[this.width * this.height];
    this.reach = (int) Math.ceil(scale * radius + 0.5);
    for (int place = 0; place < stamps.length; place++) {
      int row = place / PLACES;
      double x = (place % PLACES + 0.5) / PLACES - 0.5;
      double y = (row + 0.5) / PLACES - 0.5;
      stamps[place] = stamp(x, y, scale * radius + 0.5);
    }
  }

  private int[] stamp(double x, double y, double edge) {
    int side = 2 * reach + 1;
    int[] stamp = new int[side * side];
    for (int i = 0; i < stamp.length; i++) {
      stamp[i] = share(edge - Math.hypot(i % side - reach - x, i / side - reach - y));
    }
    return stamp;
  }

  private static int share(double covered) {
    return (int) Math.clamp(OPAQUE * covered, 0, OPAQUE);
  }

  /** An upright bar: a ring whose first and third corners lie opposite. */
  void bar(double[] ring) {
    double top = scale * Math.min(ring[1], ring[5]);
    double bottom = scale * Math.max(ring[1], ring[5]);
    int right = Math.min(width, (int) Math.round(scale * ring[2]));
    int last = Math.min(height - 1, (int) Math.floor(bottom));
    for (int y = Math.max(0, (int) Math.floor(top)); y <= last; y++) {
      int value = share(Math.min(bottom, y + 1) - Math.max(top, y));
      for (int x = Math.max(0, (int) Math.round(scale * ring[0])); x < right; x++) {
        int at = y * width + x;
        covered[at] = Math.max(covered[at], value);
      }
    }
  }

  void dot(double x, double y) {
    int column = (int) Math.floor(scale * x);
    int row = (int) Math.floor(scale * y);
    int across = (int) (PLACES * (scale * x - column));
    int down = (int) (PLACES * (scale * y - row));
    int[] stamp = stamps[down * PLACES + across];
    int side = 2 * reach + 1;
    int left = Math.max(0, column - reach);
    int right = Math.min(width - 1, column + reach);
    int bottom = Math.min(height - 1, row + reach);
    for (int j = Math.max(0, row - reach); j <= bottom; j++) {
      int from = (j - row + reach) * side - column + reach;
      for (int i = left; i <= right; i++) {
        int at = j * width + i;
        covered[at] = Math.max(covered[at], stamp[from + i]);
      }
    }
  }

  /** The picture; nothing can be added any more. */
  Image image(Colour colour) {
    int[] shades = new int[OPAQUE + 1];
    for (int a = 0; a <= OPAQUE; a++) shades[a] = shade(colour, a * colour.opacity() / OPAQUE);
    for (int i = 0; i < covered.length; i++) covered[i] = shades[covered[i]];
    return new WritableImage(
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(covered), PixelFormat.getIntArgbPreInstance()));
  }

  /** Each part multiplied by the opacity. */
  private static int shade(Colour colour, double opacity) {
    int shade = (int) Math.round(OPAQUE * opacity);
    for (int shift = 16; shift >= 0; shift -= 8) {
      shade = shade << 8 | (int) Math.round((colour.rgb() >> shift & OPAQUE) * opacity);
    }
    return shade;
  }
}
