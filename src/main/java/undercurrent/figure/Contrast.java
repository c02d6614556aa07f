package undercurrent.figure;

/** How well one colour is seen on another (Web Content Accessibility Guidelines 2.2). */
public final class Contrast {
  /** Words need at least so much. */
  public static final double WORDS = 4.5;

  /** Large words and everything that is drawn need at least so much. */
  public static final double SHAPES = 3;

  private Contrast() {}

  /** From 1, the same colour, to 21, black on white. */
  public static double ratio(int rgb, int other) {
    double light = Math.max(luminance(rgb), luminance(other));
    double dark = Math.min(luminance(rgb), luminance(other));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double c = (channel & 0xFF) / 255.0;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
