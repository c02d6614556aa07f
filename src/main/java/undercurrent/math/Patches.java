package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.load;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Rows of the matrix P(x) of a convolution: one row a small pixel, which holds the large pixels
 * that it sees, row by row, and of each its channels. They are laid out for a few rows at a time,
 * which then are in a near cache. What a small pixel sees of one row of the large frame lies
 * together there and here, and is one copy. Copies are short: with vectors they reach beyond their
 * end, over what the next one overwrites, or what is put back. Work space: one object a tape.
 */
final class Patches {
  private static final int FEW = 8;

  /** Rows at a time. */
  static final int BLOCK = 128;

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

  /** Whether what is added is so short that a vector would wait for the one before it. */
  private final boolean isShort;

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
    isShort = kernel * channels <= FEW;
    data = new float[BLOCK * width + Lanes.MOST];
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

  /** Sets the first rows to zero. */
  void clear(int rows) {
    Arrays.fill(data, 0, rows * width, 0f);
  }

  /** data = rows {@code from …} of P(frames). */
  void layOut(float[] frames, int offset, int from, int rows) {
    int pixel = from % smallPixels;
    int first = offset + from / smallPixels * frame;
    for (int to = 0; to < rows * width; to += width) {
      if (reachesFar(first, frames)) Vectors.layOut(this, frames, first, pixel, to);
      else copy(frames, first, pixel, to);
      if (++pixel == smallPixels) {
        pixel = 0;
        first += frame;
      }
    }
  }

  /** frames += rows {@code from …} of P′(data), the adjoint of P. */
  void addBack(int from, int rows, float[] frames, int offset) {
    int pixel = from % smallPixels;
    int first = offset + from / smallPixels * frame;
    for (int at = 0; at < rows * width; at += width) {
      if (!isShort && reachesFar(first, frames)) Vectors.addBack(this, frames, first, pixel, at);
      else add(frames, first, pixel, at);
      if (++pixel == smallPixels) {
        pixel = 0;
        first += frame;
      }
    }
  }

  /** Whether vectors may reach beyond a frame. */
  private boolean reachesFar(int first, float[] frames) {
    return Lanes.on() && first + frame + Lanes.MOST <= frames.length;
  }

  private void copy(float[] frames, int first, int pixel, int to) {
    if (!isWhole[pixel]) Arrays.fill(data, to, to + width, 0f);
    for (int run = pixel * kernel; run < (pixel + 1) * kernel; run++) {
      System.arraycopy(frames, first + there[run], data, to + here[run], count[run]);
    }
  }

  private void add(float[] frames, int first, int pixel, int at) {
    for (int run = pixel * kernel; run < (pixel + 1) * kernel; run++) {
      add(data, at + here[run], frames, first + there[run], count[run]);
    }
  }

  /** Four at a time, for there are few of them. */
  private static void add(float[] in, int from, float[] out, int to, int n) {
    int i = 0;
    for (; i + 4 <= n; i += 4) {
      out[to + i] += in[from + i];
      out[to + i + 1] += in[from + i + 1];
      out[to + i + 2] += in[from + i + 2];
      out[to + i + 3] += in[from + i + 3];
    }
    for (; i < n; i++) out[to + i] += in[from + i];
  }

  private static final class Vectors {
    static void layOut(Patches p, float[] frames, int first, int pixel, int to) {
      int line = p.width / p.kernel;
      int from = to;
      if (p.isWhole[pixel]) {
        for (int run = pixel * p.kernel; run < (pixel + 1) * p.kernel; run++, from += line) {
          int source = first + p.there[run];
          for (int i = 0; i < line; i += LANES) {
            load(frames, source + i).intoArray(p.data, from + i);
          }
        }
        return;
      }
      FloatVector zeros = VectorFunctions.all(0f);
      for (int run = pixel * p.kernel; run < (pixel + 1) * p.kernel; run++, from += line) {
        // Of a row outside the frame all is zero.
        int begin = p.count[run] == 0 ? from : to + p.here[run];
        int end = begin + p.count[run];
        for (int z = from; z < begin; z += LANES) zeros.intoArray(p.data, z);
        int shift = first + p.there[run] - begin;
        for (int i = begin; i < end; i += LANES) load(frames, shift + i).intoArray(p.data, i);
        for (int z = end; z < from + line; z += LANES) zeros.intoArray(p.data, z);
      }
    }

    static void addBack(Patches p, float[] frames, int first, int pixel, int at) {
      for (int run = pixel * p.kernel; run < (pixel + 1) * p.kernel; run++) {
        int to = first + p.there[run];
        int from = at + p.here[run];
        int count = p.count[run];
        FloatVector behind = load(frames, to + count);
        for (int i = 0; i < count; i += LANES) {
          VectorFunctions.add(frames, to + i, load(p.data, from + i));
        }
        behind.intoArray(frames, to + count);
      }
    }
  }
}
