package undercurrent.model.kvae;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.ConvolutionLayer;
import undercurrent.math.FrameGeometry;
import undercurrent.math.Initial;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.series.FrameShape;

/**
 * Convolutions with ReLU from [x·m, m] of a frame to the numbers of a small one. Where there is no
 * channel, such as on land, both are zero.
 */
final class FrameEncoder {
  private final FrameShape shape;
  private final FrameLevels levels;
  private final List<ConvolutionLayer> layers = new ArrayList<>();
  private final int units;

  /** With freshly drawn weights. */
  FrameEncoder(
      Parameters parameters, FrameShape shape, FrameLevels levels, int filters, Randomness random) {
    this.shape = shape;
    this.levels = levels;
    int in = 2 * shape.channels();
    for (int level = 1; level <= levels.count(); level++) {
      int out = FrameLevels.filters(filters, level);
      FrameGeometry geometry = levels.down().get(level - 1);
      String name = "encoder.frame" + level;
      ConvolutionLayer layer = ConvolutionLayer.plain(parameters, name, geometry, in, out, random);
      Initial.times(parameters, layer.weight(), Math.sqrt(2));
      if (level == 1) startWithoutMasks(parameters, layer.weight());
      layers.add(layer);
      in = out;
    }
    units = levels.down().getLast().smallPixels() * in;
  }

  /** Masks are the same nearly everywhere, and would say more than the frames at the start. */
  private void startWithoutMasks(Parameters parameters, Parameters.Entry weight) {
    int channels = shape.channels();
    for (int row = 0; row < weight.rows(); row++) {
      if (row % (2 * channels) < channels) continue;
      for (int column = 0; column < weight.columns(); column++) {
        parameters.set(weight, row * weight.columns() + column, 0);
      }
    }
  }

  /** Numbers of the small frame. */
  int units() {
    return units;
  }

  /**
   * Records them.
   *
   * @param seen [x·m, m], {@code [rows × 2D]}
   */
  Value record(Tape tape, Value seen) {
    int rows = seen.rows();
    Value placed = tape.select(seen, shape.columnsWithMasks());
    Value frames = placed.reshape(rows * levels.down().getFirst().pixels(), 2 * shape.channels());
    for (ConvolutionLayer layer : layers) frames = layer.recordRelu(tape, frames);
    return frames.reshape(rows, units);
  }
}
