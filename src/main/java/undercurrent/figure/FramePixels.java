package undercurrent.figure;

import undercurrent.series.FrameShape;

/**
 * Turns frames of a film or a field into coloured pixels, with a scale that all eyes can tell
 * apart: grey for pictures from 0 to 1, blue to vermilion around 0 for numbers of both signs,
 * viridis for all others. Colours stay as they are. What has no value, such as land, has the colour
 * of the grid.
 *
 * @param low the number at the lower end of the scale
 * @param high the number at its upper end
 */
public record FramePixels(FrameShape shape, double low, double high, boolean dark) {
  private static final int COLOURS = 3;
  private static final int WHITE = 255;
  private static final int OPAQUE = 0xFF000000;

  /**
   * The pixels of one frame.
   *
   * @param frame {@code [height · width · channels]}, NaN where there is no value
   * @return {@code [height · width]}, {@code 0xAARRGGBB}, row 0 at the top
   */
  public int[] pixels(double[] frame) {
    int[] pixels = new int[shape.height() * shape.width()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = OPAQUE | (shape.channels() == COLOURS ? colour(frame, i) : scaled(frame, i));
    }
    return pixels;
  }

  private static int colour(double[] frame, int pixel) {
    int rgb = 0;
    for (int c = 0; c < COLOURS; c++) rgb = rgb << 8 | level(frame[pixel * COLOURS + c]);
    return rgb;
  }

  /** Of several numbers a pixel that are no colours, the first. */
  private int scaled(double[] frame, int pixel) {
    return rgb(frame[pixel * shape.channels()]);
  }

  /** The colour of one number, {@code 0xRRGGBB}. */
  public int rgb(double value) {
    if (Double.isNaN(value)) return Palette.of(dark).grid();
    if (isGrey()) return level(value) * 0x010101;
    if (isSigned()) {
      return Palette.of(dark).diverging(value / Math.max(-low, high));
    }
    return Palette.sequential(high > low ? (value - low) / (high - low) : 0);
  }

  private static int level(double share) {
    return (int) Math.round(WHITE * Math.clamp(share, 0, 1));
  }

  /** True when frames are coloured pictures, which no scale explains. */
  public boolean isColour() {
    return shape.channels() == COLOURS;
  }

  /** True when numbers of both signs are shown around 0. */
  public boolean isSigned() {
    return low < 0 && high > 0;
  }

  /** True when frames are pictures from black to white. */
  public boolean isGrey() {
    return low >= 0 && high <= 1 && shape.grid().isEmpty();
  }
}
