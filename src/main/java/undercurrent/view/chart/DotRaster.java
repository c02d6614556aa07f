package undercurrent.view.chart;

import java.nio.IntBuffer;
import java.util.Arrays;
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

  /** The side of a square of pixels that is turned at once. */
  private static final int SQUARE = 16;

  /** Places of a dot within a pixel, across and down, that are told apart. */
  private static final int PLACES = 4;

  private final int width;
  private final int height;
  private final double scale;

  /** How much of each pixel, as a byte without sign; column by column, for bars are upright. */
  private final byte[] covered;

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
    this.covered = new byte[this.width * this.height];
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
      stamp[i] = share(edge - Math.hypot(i / side - reach - x, i % side - reach - y));
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
    int first = Math.max(0, (int) Math.floor(top));
    int last = Math.min(height - 1, (int) Math.floor(bottom));
    if (last < first) return;
    int right = Math.min(width, (int) Math.round(scale * ring[2]));
    for (int x = Math.max(0, (int) Math.round(scale * ring[0])); x < right; x++) {
      cover(x, first, Math.min(bottom, first + 1) - Math.max(top, first));
      if (last == first) continue;
      Arrays.fill(covered, x * height + first + 1, x * height + last, (byte) OPAQUE);
      cover(x, last, Math.min(bottom, last + 1) - last);
    }
  }

  private void cover(int x, int y, double share) {
    cover(x * height + y, share(share));
  }

  private void cover(int at, int value) {
    if (value > Byte.toUnsignedInt(covered[at])) covered[at] = (byte) value;
  }

  void dot(double x, double y) {
    int column = (int) Math.floor(scale * x);
    int row = (int) Math.floor(scale * y);
    int across = (int) (PLACES * (scale * x - column));
    int down = (int) (PLACES * (scale * y - row));
    int[] stamp = stamps[down * PLACES + across];
    int side = 2 * reach + 1;
    int top = Math.max(0, row - reach);
    int bottom = Math.min(height - 1, row + reach);
    int right = Math.min(width - 1, column + reach);
    for (int i = Math.max(0, column - reach); i <= right; i++) {
      int from = (i - column + reach) * side - row + reach;
      for (int j = top; j <= bottom; j++) cover(i * height + j, stamp[from + j]);
    }
  }

  /** The picture of what has been added until now. */
  Image image(Colour colour) {
    int[] shades = new int[OPAQUE + 1];
    for (int a = 0; a <= OPAQUE; a++) shades[a] = shade(colour, a * colour.opacity() / OPAQUE);
    int[] pixels = new int[covered.length];
    // In squares, so that what lies beside one another in either order stays near.
    for (int left = 0; left < width; left += SQUARE) {
      for (int top = 0; top < height; top += SQUARE) square(left, top, shades, pixels);
    }
    return new WritableImage(
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
  }

  private void square(int left, int top, int[] shades, int[] pixels) {
    int right = Math.min(width, left + SQUARE);
    int bottom = Math.min(height, top + SQUARE);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        pixels[y * width + x] = shades[Byte.toUnsignedInt(covered[x * height + y])];
      }
    }
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
