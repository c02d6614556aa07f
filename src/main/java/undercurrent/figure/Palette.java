package undercurrent.figure;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The colours of one theme, as {@code 0xRRGGBB}: what a figure's {@link Ink}s look like on paper
 * and on a dark screen. After Okabe and Ito (2008); orange and sky are darker here on white, so
 * that a thin line still has a contrast of 3.
 */
public final class Palette {
  public static final Palette LIGHT =
      new Palette(
          new int[] {0xFFFFFF, 0x1F2328, 0x4D5662, 0xE4E8ED, 0x9AA4B0},
          Map.of(
              Ink.DATA, 0x59636E,
              Ink.TRUTH, 0x0B0F14,
              Ink.BLUE, 0x0072B2,
              Ink.ORANGE, 0xB97A00,
              Ink.GREEN, 0x008A64,
              Ink.PURPLE, 0xB0568A,
              Ink.SKY, 0x2A8FC9,
              Ink.VERMILION, 0xC85200,
              Ink.MUTED, 0x7B8490));

  public static final Palette DARK =
      new Palette(
          new int[] {0x14181E, 0xECF1F6, 0xB4BECA, 0x2A313A, 0x5A6673},
          Map.of(
              Ink.DATA, 0xB7C1CC,
              Ink.TRUTH, 0xFFFFFF,
              Ink.BLUE, 0x58B0EA,
              Ink.ORANGE, 0xF0B030,
              Ink.GREEN, 0x2CC49A,
              Ink.PURPLE, 0xE39AC4,
              Ink.SKY, 0x86CDF5,
              Ink.VERMILION, 0xF58A4B,
              Ink.MUTED, 0x8B95A1));

  /** Viridis (Smith and van der Walt 2015): from violet to yellow, even for all eyes. */
  private static final int[] ALONG = {
    0x440154, 0x482173, 0x433E85, 0x38588C, 0x2D708E, 0x25858E, 0x1E9B8A, 0x2BB07F, 0x51C56A,
    0x85D54A, 0xC2DF23, 0xFDE725
  };

  private static final double STEP = 0.05;
  private final int[] surface;
  private final Map<Ink, Integer> inks;

  private Palette(int[] surface, Map<Ink, Integer> inks) {
    this.surface = surface;
    this.inks = Map.copyOf(inks);
  }

  public static Palette of(boolean dark) {
    return dark ? DARK : LIGHT;
  }

  /** The shades of the dark theme by those of the light one with the same meaning. */
  static Map<Integer, Integer> darkShades() {
    Map<Integer, Integer> shades = new TreeMap<>();
    for (int i = 0; i < LIGHT.surface.length; i++) shades.put(LIGHT.surface[i], DARK.surface[i]);
    for (Ink ink : Ink.values()) shades.put(LIGHT.of(ink), DARK.of(ink));
    return shades;
  }

  public int background() {
    return surface[0];
  }

  /** Titles, axis labels, legends. */
  public int text() {
    return surface[1];
  }

  /** Numbers along the axes. */
  public int quietText() {
    return surface[2];
  }

  public int grid() {
    return surface[3];
  }

  /** The lines of the axes. */
  public int frame() {
    return surface[4];
  }

  public int of(Ink ink) {
    return Objects.requireNonNull(inks.get(ink));
  }

  /**
   * The colour along a {@link Mark.Path}: never so near to the background that it is lost there.
   *
   * @param fraction 0 = start, 1 = end
   */
  public int along(double fraction) {
    double within = Math.clamp(fraction, 0, 1);
    return sequential(this == DARK ? 0.3 + 0.7 * within : 0.82 * within);
  }

  /**
   * The colour of a share of a range, with all colours of the scale.
   *
   * @param share 0 = violet, 1 = yellow
   */
  static int sequential(double share) {
    double place = Math.clamp(share, 0, 1) * (ALONG.length - 1);
    int left = Math.min((int) place, ALONG.length - 2);
    return mixed(ALONG[left], ALONG[left + 1], place - left);
  }

  /**
   * The colour of a signed share: blue down to -1, the background at 0, vermilion up to 1.
   *
   * @param share -1 … 1
   */
  public int diverging(double share) {
    Ink end = share < 0 ? Ink.BLUE : Ink.VERMILION;
    return mixed(background(), of(end), Math.clamp(Math.abs(share), 0, 1));
  }

  /** Words in the colour of an ink, nearer to the colour of texts where they could not be read. */
  public int words(Ink ink) {
    for (double share = 0; share < 1; share += STEP) {
      int rgb = mixed(of(ink), text(), share);
      if (Contrast.ratio(rgb, background()) >= Contrast.WORDS) return rgb;
    }
    return text();
  }

  /** The letters that are read best on a colour: those of texts, or the background's. */
  int on(int rgb) {
    double light = Math.abs(luminance(rgb) - luminance(text()));
    return light >= Math.abs(luminance(rgb) - luminance(background())) ? text() : background();
  }

  /** How light a colour looks, about as the square root of its luminance. */
  private static double luminance(int rgb) {
    return (0.3 * (rgb >> 16 & 0xFF) + 0.59 * (rgb >> 8 & 0xFF) + 0.11 * (rgb & 0xFF)) / 0xFF;
  }

  /** A colour between two others, channel by channel. */
  static int mixed(int from, int to, double fraction) {
    int result = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = from >> shift & 0xFF;
      int b = to >> shift & 0xFF;
      result |= (int) Math.round(a + fraction * (b - a)) << shift;
    }
    return result;
  }
}
