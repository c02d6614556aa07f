package undercurrent.model.convolutional;

import undercurrent.math.FrameGeometry;
import undercurrent.model.ModelWords;
import undercurrent.series.FrameShape;

/**
 * The sizes of frames on the way from what is observed to the state and back. A halving of n pixels
 * gives ⌈n/2⌉; on the way back sides are doubled, and what then sticks out on the right and at the
 * bottom is cut off. So frames may have any size.
 *
 * @param shape of what is observed
 * @param kernel odd
 * @param halvings of both sides
 */
record FrameSizes(FrameShape shape, int kernel, int halvings) {
  /**
   * Checks that they fit.
   *
   * @throws IllegalArgumentException one sentence, when they do not
   */
  FrameSizes {
    if (kernel % 2 == 0) {
      throw new IllegalArgumentException(
          ModelWords.of("frameSizes.evenKernel", kernel, kernel + 1));
    }
    int longest = Math.max(shape.height(), shape.width());
    if (halvings > 0 && half(longest, halvings - 1) == 1) {
      throw new IllegalArgumentException(
          ModelWords.of("frameSizes.halvings", halvings, shape.words()));
    }
  }

  private static int half(int pixels, int times) {
    return (pixels + (1 << times) - 1) >> times;
  }

  /** Of a state, in pixels. */
  int latentHeight() {
    return half(shape.height(), halvings);
  }

  /** Of a state, in pixels. */
  int latentWidth() {
    return half(shape.width(), halvings);
  }

  /** Of a state. */
  int latentPixels() {
    return latentHeight() * latentWidth();
  }

  /** Layers of the encoder; one that keeps the size where nothing is halved. */
  int layers() {
    return Math.max(1, halvings);
  }

  /** A layer of frames of the size of a state. */
  FrameGeometry same() {
    return FrameGeometry.same(latentHeight(), latentWidth(), kernel);
  }

  /** Layer i of the encoder, from 0 on. */
  FrameGeometry down(int i) {
    if (halvings == 0) return same();
    int height = half(shape.height(), i);
    int width = half(shape.width(), i);
    return new FrameGeometry(height, width, kernel, 2, kernel / 2);
  }

  /** The layer of the emission that doubles for the i-th time, from 1 on. */
  FrameGeometry up(int i) {
    int height = latentHeight() << i;
    int width = latentWidth() << i;
    return new FrameGeometry(height, width, kernel + 1, 2, kernel / 2);
  }

  /** Of a frame as large as the emission makes it, the columns of the D observed values. */
  int[] observed() {
    int channels = shape.channels();
    int[] columns = new int[shape.size()];
    for (int d = 0; d < columns.length; d++) {
      int pixel = shape.place(d) / channels;
      int row = pixel / shape.width();
      int column = pixel % shape.width();
      int there = row * (latentWidth() << halvings) + column;
      columns[d] = there * channels + shape.component(d);
    }
    return columns;
  }

  /** Numbers of a frame as large as the emission makes it. */
  int emitted() {
    return (latentPixels() << (2 * halvings)) * shape.channels();
  }
}
