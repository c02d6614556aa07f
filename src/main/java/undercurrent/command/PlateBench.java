package undercurrent.command;

import java.util.Optional;
import undercurrent.model.Trainable;
import undercurrent.model.convolutional.ConvolutionalModel;
import undercurrent.model.convolutional.ConvolutionalSettings;
import undercurrent.series.Dataset;
import undercurrent.series.FrameShape;

/**
 * The convolutional model, trained on noise.
 *
 * @param side of the frame, in pixels
 */
record PlateBench(int side) implements BenchSize.Bench {
  @Override
  public Trainable model(Dataset data, long seed) {
    return ConvolutionalModel.of(ConvolutionalSettings.defaults(), data, seed);
  }

  @Override
  public Dataset data(int series, int length) {
    FrameShape shape = new FrameShape(side, side, 1);
    return MarkovBench.noise(shape.size(), false, Optional.of(shape), series, length);
  }
}
