package undercurrent.model.convolutional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import undercurrent.math.ConvolutionLayer;
import undercurrent.math.FrameGeometry;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.deep.Readout;
import undercurrent.model.deep.Trunk;

/**
 * The hidden layers of an emission of frames: a convolution of the state, and transposed
 * convolutions that double the sides, all with ReLU; the last doubling is the readout's. Where
 * nothing is doubled there are two convolutions of the state.
 */
final class FrameTrunk implements Trunk {
  private static final String NAME = "emission.hidden";
  private final FrameSizes sizes;
  private final int channels;
  private final List<ConvolutionLayer> layers = new ArrayList<>();

  /**
   * @param in channels of a state
   * @param channels of the layers
   */
  FrameTrunk(Parameters parameters, FrameSizes sizes, int in, int channels, Randomness random) {
    this.sizes = sizes;
    this.channels = channels;
    FrameGeometry same = sizes.same();
    layers.add(ConvolutionLayer.plain(parameters, NAME + 1, same, in, channels, random));
    if (sizes.halvings() == 0) {
      layers.add(ConvolutionLayer.plain(parameters, NAME + 2, same, channels, channels, random));
    }
    for (int i = 1; i < sizes.halvings(); i++) {
      String name = NAME + (i + 1);
      FrameGeometry up = sizes.up(i);
      layers.add(ConvolutionLayer.transposed(parameters, name, up, channels, channels, random));
    }
  }

  /** Pixels of what it gives. */
  private int pixels() {
    return sizes.latentPixels() << (2 * (sizes.layers() - 1));
  }

  @Override
  public int units() {
    return pixels() * channels;
  }

  @Override
  public Value record(Tape tape, Value z) {
    int pixels = sizes.latentPixels();
    Value frames = z.reshape(z.rows() * pixels, z.columns() / pixels);
    for (ConvolutionLayer layer : layers) frames = layer.recordRelu(tape, frames);
    return frames.reshape(z.rows(), units());
  }

  @Override
  public Readout readout(Parameters parameters, String name, int size, Randomness random) {
    int out = sizes.shape().channels();
    ConvolutionLayer layer =
        sizes.halvings() == 0
            ? ConvolutionLayer.plain(parameters, name, sizes.same(), channels, out, random)
            : ConvolutionLayer.transposed(
                parameters, name, sizes.up(sizes.halvings()), channels, out, random);
    return new OfFrames(parameters, layer);
  }

  /** One bias for each channel of a pixel. */
  private final class OfFrames implements Readout {
    private final Parameters parameters;
    private final ConvolutionLayer layer;
    private final int[] columns = sizes.observed();
    private final boolean isWhole;

    private OfFrames(Parameters parameters, ConvolutionLayer layer) {
      this.parameters = parameters;
      this.layer = layer;
      isWhole = Arrays.equals(columns, IntStream.range(0, sizes.emitted()).toArray());
    }

    @Override
    public Value record(Tape tape, Value trunk) {
      Value pixels = trunk.reshape(trunk.rows() * pixels(), channels);
      Value frames = layer.record(tape, pixels).reshape(trunk.rows(), sizes.emitted());
      return isWhole ? frames : tape.select(frames, columns);
    }

    @Override
    public void startAt(double... numbers) {
      double[] means = sizes.shape().means(numbers);
      for (int c = 0; c < means.length; c++) parameters.set(layer.bias(), c, means[c]);
    }
  }
}
