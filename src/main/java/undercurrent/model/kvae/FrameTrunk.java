package undercurrent.model.kvae;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.ConvolutionLayer;
import undercurrent.math.FrameGeometry;
import undercurrent.math.Initial;
import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.deep.Readout;
import undercurrent.model.deep.Trunk;
import undercurrent.series.FrameShape;

/**
 * The decoder of frames: two layers from an encoding to a small frame, then transposed
 * convolutions, all with ReLU, whose weights begin with the spread of He et al. (2015). Each head
 * of a distribution is a last transposed convolution, whose bias is that of all pixels.
 */
final class FrameTrunk implements Trunk {
  private final FrameShape shape;
  private final FrameLevels levels;
  private final Linear hidden;
  private final Linear small;
  private final List<ConvolutionLayer> layers = new ArrayList<>();
  private final int lastFilters;

  /**
   * With freshly drawn weights.
   *
   * @param size m, of an encoding
   * @param hiddenUnits of the first layer
   * @param filters channels of the frames before the last layer
   */
  FrameTrunk(
      Parameters parameters,
      FrameShape shape,
      FrameLevels levels,
      int size,
      int hiddenUnits,
      int filters,
      Randomness random) {
    this.shape = shape;
    this.levels = levels;
    int channels = FrameLevels.filters(filters, levels.count());
    int units = levels.up().getFirst().smallPixels() * channels;
    hidden = new Linear(parameters, "emission.hidden", size, hiddenUnits, random);
    small = new Linear(parameters, "emission.small", hiddenUnits, units, random);
    Initial.times(parameters, hidden.weight(), Math.sqrt(6));
    Initial.times(parameters, small.weight(), Math.sqrt(6));
    for (int level = levels.count(); level > 1; level--) {
      FrameGeometry geometry = levels.up().get(levels.count() - level);
      int out = FrameLevels.filters(filters, level - 1);
      String name = "emission.frame" + level;
      ConvolutionLayer layer =
          ConvolutionLayer.transposed(parameters, name, geometry, channels, out, random);
      Initial.times(parameters, layer.weight(), Math.sqrt(2));
      layers.add(layer);
      channels = out;
    }
    lastFilters = channels;
  }

  @Override
  public int units() {
    return last().smallPixels() * lastFilters;
  }

  private FrameGeometry last() {
    return levels.up().getLast();
  }

  @Override
  public Value record(Tape tape, Value a) {
    int rows = a.rows();
    Value frames = small.recordRelu(tape, hidden.recordRelu(tape, a));
    int pixels = levels.up().getFirst().smallPixels();
    frames = frames.reshape(rows * pixels, frames.columns() / pixels);
    for (ConvolutionLayer layer : layers) frames = layer.recordRelu(tape, frames);
    return frames.reshape(rows, units());
  }

  @Override
  public Readout readout(Parameters parameters, String name, int size, Randomness random) {
    return new FrameReadout(parameters, last(parameters, name, shape.channels(), random));
  }

  /** A last layer from {@link #record} to whole frames of some channels. */
  ConvolutionLayer last(Parameters parameters, String name, int channels, Randomness random) {
    return ConvolutionLayer.transposed(parameters, name, last(), lastFilters, channels, random);
  }

  /** What {@link #record} gave, as frames that a last layer reads. */
  Value frames(Value trunk) {
    return trunk.reshape(trunk.rows() * last().smallPixels(), lastFilters);
  }

  /** Of whole frames, one a row, the observed channels. */
  Value observed(Tape tape, Value whole) {
    return shape.places().isEmpty() ? whole : tape.select(whole, shape.observedPlaces());
  }

  FrameShape shape() {
    return shape;
  }

  /** From the frames before the last layer to the observed channels. */
  private final class FrameReadout implements Readout {
    private final Parameters parameters;
    private final ConvolutionLayer layer;

    FrameReadout(Parameters parameters, ConvolutionLayer layer) {
      this.parameters = parameters;
      this.layer = layer;
    }

    @Override
    public Value record(Tape tape, Value trunk) {
      int rows = trunk.rows();
      Value whole = layer.record(tape, frames(trunk)).reshape(rows, shape.placeCount());
      return observed(tape, whole);
    }

    @Override
    public void startAt(double... first) {
      double[] means = shape.means(first);
      for (int c = 0; c < means.length; c++) parameters.set(layer.bias(), c, means[c]);
    }
  }
}
