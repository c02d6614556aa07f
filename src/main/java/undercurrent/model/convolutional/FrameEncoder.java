package undercurrent.model.convolutional;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.ConvolutionLayer;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * From what is observed of a frame to a frame of the size of a state: convolutions with ReLU of
 * [x·m, m], each of which halves the sides and after the first doubles the channels.
 */
final class FrameEncoder {
  private final List<ConvolutionLayer> layers = new ArrayList<>();
  private final int[] columns;
  private final int pixels;
  private final int seen;
  private final int channels;

  /**
   * @param channels of the first layer
   */
  FrameEncoder(Parameters parameters, FrameSizes sizes, int channels, Randomness random) {
    columns = sizes.shape().columnsWithMasks();
    pixels = sizes.shape().height() * sizes.shape().width();
    seen = 2 * sizes.shape().channels();
    int in = seen;
    int out = channels;
    for (int i = 0; i < sizes.layers(); i++) {
      String name = "network.encoder" + (i + 1);
      layers.add(ConvolutionLayer.plain(parameters, name, sizes.down(i), in, out, random));
      in = out;
      out *= 2;
    }
    this.channels = in;
  }

  /** Numbers at a pixel of what it gives. */
  int channels() {
    return channels;
  }

  /**
   * Records it.
   *
   * @param rows [x·m, m], {@code [rows × 2D]}
   * @return {@code [rows·pixels × channels]}, the pixels of a state
   */
  Value record(Tape tape, Value rows) {
    Value frames = tape.select(rows, columns).reshape(rows.rows() * pixels, seen);
    for (ConvolutionLayer layer : layers) frames = layer.recordRelu(tape, frames);
    return frames;
  }
}
