package undercurrent.math;

import java.util.Arrays;

/**
 * Rows of the matrix P(x) of a convolution: one row a small pixel, which holds the large pixels
 * that it sees, row by row, and of each its channels. They are laid out for a few rows at a time,
 * which then are in a near cache. What a small pixel sees of one row of the large frame lies
 * together there and here, and is one copy. Work space: one object a tape.
 */
final class Patches {
  /** Rows at a time. */
  static final int BLOCK = 128;

  /** Fewer numbers than this are added one by one: a call would take longer. */
  private static final int FEW = 16;

  private final int kernel;
  private final int smallPixels;
  private final int frame;
  private final int width;

  /** Of each small pixel and kernel row: where the copy begins here, there, and how long it is. */
  private final int[] here;

  private final int[] there;
  private final int[] count;

  /** Whether all that a small pixel sees is inside the frame. */
  private final boolean[] isWhole;

  private final float[] data;

  Patches(FrameGeometry geometry, int channels) {
    kernel = geometry.kernel();
    smallPixels = geometry.smallPixels();
    frame = geometry.pixels() * channels;
    width = geometry.patch() * channels;
    here = new int[smallPixels * kernel];
    there = new int[here.length];
    count = new int[here.length];
    isWhole = new boolean[smallPixels];
    for (int pixel = 0; pixel < smallPixels; pixel++) {
      isWhole[pixel] = true;
      for (int row = 0; row < kernel; row++) lineUp(geometry, channels, pixel, row);
    }
    data = new float[BLOCK * width];
  }

  private void lineUp(FrameGeometry geometry, int channels, int pixel, int row) {
    int run = pixel * kernel + row;
    for (int place = row * kernel; place < (row + 1) * kernel; place++) {
      int seen = geometry.pixel(pixel, place);
      if (seen < 0) {
        isWhole[pixel] = false;
        continue;
      }
      if (count[run] == 0) {
        here[run] = place * channels;
        there[run] = seen * channels;
      }
      count[run] += channels;
    }
  }

  /** The rows, {@code [BLOCK × kernel²·channels]}; not a copy. */
  float[] data() {
    return data;
  }

  /** Numbers of a row. */
  int width() {
    return width;
  }

  /** Sets the first rows to zero. */
  void clear(int rows) {
    Arrays.fill(data, 0, rows * width, 0f);
  }

  /** data = rows {@code from …} of P(frames). */
  void layOut(float[] frames, int offset, int from, int rows) {
    int pixel = from % smallPixels;
    int first = offset + from / smallPixels * frame;
    for (int to = 0; to < rows * width; to += width) {
      if (!isWhole[pixel]) Arrays.fill(data, to, to + width, 0f);
      for (int run = pixel * kernel; run < (pixel + 1) * kernel; run++) {
        System.arraycopy(frames, first + there[run], data, to + here[run], count[run]);
      }
      if (++pixel == smallPixels) {
        pixel = 0;
        first += frame;
      }
    }
  }

  private static void add(float[] in, int from, float[] out, int to, int n) {
    if (n >= FEW) Loops.add(out, to, in, from, out, to, n);
    else for (int i = 0; i < n; i++) out[to + i] += in[from + i];
  }

  /** frames += rows {@code from …} of P′(data), the adjoint of P. */
  void addBack(int from, int rows, float[] frames, int offset) {
    int pixel = from % smallPixels;
    int first = offset + from / smallPixels * frame;
    for (int at = 0; at < rows * width; at += width) {
      for (int run = pixel * kernel; run < (pixel + 1) * kernel; run++) {
        int to = first + there[run];
        add(data, at + here[run], frames, to, count[run]);
      }
      if (++pixel == smallPixels) {
        pixel = 0;
        first += frame;
      }
    }
  }
}
