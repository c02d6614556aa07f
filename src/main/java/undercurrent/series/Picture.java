package undercurrent.series;

/**
 * One picture as numbers from 0 (black) to 1 (white).
 *
 * @param channels 1 = grey, 3 = red, green and blue
 * @param values {@code [height · width · channels]}, NaN where the picture is transparent
 */
record Picture(int height, int width, int channels, float[] values) {
  private static final int COLOURS = 3;

  /** The weights of the three colours in grey (ITU-R BT.601). */
  private static final double[] LUMA = {0.299, 0.587, 0.114};

  /**
   * A picture of colours, in grey when all its pixels are.
   *
   * @param rgb {@code [height · width · 3]}
   */
  static Picture of(int height, int width, float[] rgb) {
    for (int i = 0; i < rgb.length; i += COLOURS) {
      boolean isGrey = rgb[i] == rgb[i + 1] && rgb[i] == rgb[i + 2];
      if (!isGrey && !Float.isNaN(rgb[i])) return new Picture(height, width, COLOURS, rgb);
    }
    float[] grey = new float[height * width];
    for (int i = 0; i < grey.length; i++) grey[i] = rgb[COLOURS * i];
    return new Picture(height, width, 1, grey);
  }

  /** From opaque and transparent pixels, {@code 0xAARRGGBB}. */
  static Picture of(int height, int width, int[] argb) {
    float[] rgb = new float[COLOURS * argb.length];
    for (int i = 0; i < argb.length; i++) {
      boolean isTransparent = argb[i] >>> 24 == 0;
      for (int c = 0; c < COLOURS; c++) {
        rgb[COLOURS * i + c] =
            isTransparent ? Float.NaN : (argb[i] >> (8 * (COLOURS - 1 - c)) & 0xFF) / 255f;
      }
    }
    return of(height, width, rgb);
  }

  /** The same in grey. */
  Picture grey() {
    if (channels == 1) return this;
    float[] grey = new float[height * width];
    for (int i = 0; i < grey.length; i++) {
      double sum = 0;
      for (int c = 0; c < COLOURS; c++) sum += LUMA[c] * values[COLOURS * i + c];
      grey[i] = (float) sum;
    }
    return new Picture(height, width, 1, grey);
  }

  /** The same with three equal colours. */
  Picture coloured() {
    if (channels == COLOURS) return this;
    float[] rgb = new float[COLOURS * values.length];
    for (int i = 0; i < rgb.length; i++) rgb[i] = values[i / COLOURS];
    return new Picture(height, width, COLOURS, rgb);
  }

  /** How many pixels are transparent. */
  int transparent() {
    int count = 0;
    for (int i = 0; i < values.length; i += channels) if (Float.isNaN(values[i])) count++;
    return count;
  }
}
