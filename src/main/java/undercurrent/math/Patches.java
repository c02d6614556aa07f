package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.load;

import jdk.incubator.vector.FloatVector;

/**
 * Rows of the matrix P(x) of a convolution: one row a small pixel, which holds the large pixels
 * that it sees, row by row, and of each its channels. They are laid out for a few rows at a time,
 * which then are in a near cache: of a frame with a border of zeros, so that every small pixel sees
 * as much. What a small pixel sees of one row of the large frame lies together there and here, and
 * is one copy. Copies are short: with vectors they reach beyond their end, over what the next one
 * overwrites, or what is put back. Work space: one object a tape.
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

  /** Whether what is added is so short that a vector would wait for the one before it. */
  private final boolean isShort;

  private final float[] data;

  /** A large frame with its border. */
  private final float[] bordered;

  private final FrameGeometry geometry;
  private final int channels;

  /** From a row of it to the next. */
  private final int step;

  Patches(FrameGeometry geometry, int channels) {
    this.geometry = geometry;
    this.channels = channels;
    kernel = geometry.kernel();
    smallPixels = geometry.smallPixels();
    frame = geometry.pixels() * channels;
    width = geometry.patch() * channels;
    here = new int[smallPixels * kernel];
    there = new int[here.length];
    count = new int[here.length];
    for (int pixel = 0; pixel < smallPixels; pixel++) {
      for (int row = 0; row < kernel; row++) lineUp(pixel, row);
    }
    isShort = kernel * channels <= FEW;
    data = Products.space(BLOCK * width);
    step = ((geometry.smallWidth() - 1) * geometry.stride() + kernel) * channels;
    int height = (geometry.smallHeight() - 1) * geometry.stride() + kernel;
    bordered = Products.space(height * step);
  }

  private void lineUp(int pixel, int row) {
    int run = pixel * kernel + row;
    for (int place = row * kernel; place < (row + 1) * kernel; place++) {
      int seen = geometry.pixel(pixel, place);
      if (seen < 0) continue;
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

  /** data = rows {@code from …} of P(frames). */
  void layOut(float[] frames, int offset, int from, int rows) {
    int across = geometry.smallWidth();
    int to = 0;
    for (int row = from; row < from + rows; ) {
      int pixel = row % smallPixels;
      int end = Math.min(smallPixels, pixel + from + rows - row);
      row += end - pixel;
      int line = pixel / across;
      border(frames, offset + (row - 1) / smallPixels * frame, line, (end - 1) / across);
      // As many pixels of a line as are wanted, line by line.
      while (pixel < end) {
        int count = Math.min(end, (line + 1) * across) - pixel;
        int first = line * geometry.stride() * step + pixel % across * geometry.stride() * channels;
        if (Lanes.on()) Vectors.layOut(this, first, count, to);
        else copy(first, count, to);
        pixel += count;
        to += count * width;
        line++;
      }
    }
  }

  /** Copies what some lines of small pixels see of a frame. */
  private void border(float[] frames, int first, int line, int last) {
    int padding = geometry.padding();
    int begin = Math.max(0, line * geometry.stride() - padding);
    int end = Math.min(geometry.height(), last * geometry.stride() - padding + kernel);
    int row = geometry.width() * channels;
    int count = Math.min(row, step - padding * channels);
    for (int y = begin; y < end; y++) {
      int to = (y + padding) * step + padding * channels;
      System.arraycopy(frames, first + y * row, bordered, to, count);
    }
  }

  private void copy(int first, int count, int to) {
    int line = width / kernel;
    int source = first;
    for (int at = to; at < to + count * width; source += geometry.stride() * channels) {
      for (int row = 0; row < kernel; row++, at += line) {
        System.arraycopy(bordered, source + row * step, data, at, line);
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
    static void layOut(Patches p, int first, int count, int to) {
      float[] from = p.bordered;
      float[] out = p.data;
      int line = p.width / p.kernel;
      int next = p.geometry.stride() * p.channels;
      int end = to + count * p.width;
      int source = first;
      for (int at = to; at < end; source += next) {
        for (int row = 0; row < p.kernel; row++, at += line) {
          int begin = source + row * p.step;
          for (int i = 0; i < line; i += LANES) load(from, begin + i).intoArray(out, at + i);
        }
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
