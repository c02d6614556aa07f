package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.model.ModelWords;
import undercurrent.model.linear.Observations;
import undercurrent.series.Channel;
import undercurrent.series.KnownInputs;
import undercurrent.series.LinearDependence;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * The inputs of a set, standardised on its training part. They are known at every row; beyond the
 * last row of a series they stay as they were there.
 */
final class InputRows {
  private final SeriesSet set;
  private final int[] channels;
  private final double[] mean;
  private final double[] scale;

  /**
   * Of a set.
   *
   * @param isUsed whether the model has effects of inputs; without, there are none
   * @throws IllegalArgumentException when an input is missing somewhere, never changes where it is
   *     learned from, or depends on others there
   */
  InputRows(SeriesSet set, boolean isUsed) {
    this.set = set;
    channels = isUsed ? set.inputChannels() : new int[0];
    mean = new double[channels.length];
    scale = new double[channels.length];
    LinearDependence dependence = new LinearDependence();
    KnownInputs.require(set);
    for (int j = 0; j < channels.length; j++) {
      double[] values = training(channels[j]);
      double centre = Arrays.stream(values).average().orElse(0);
      double square =
          Arrays.stream(values).map(u -> (u - centre) * (u - centre)).average().orElse(0);
      mean[j] = centre;
      scale[j] = Math.sqrt(square);
      // What varies only by rounding is constant.
      if (scale[j] <= 1e-12 * Math.abs(centre)) throw constant(channels[j]);
      dependence
          .add(set.channels().get(channels[j]).name(), values)
          .ifPresent(
              found -> {
                throw dependent(found);
              });
    }
  }

  private static IllegalArgumentException dependent(LinearDependence.Found found) {
    return new IllegalArgumentException(
        ModelWords.of("inputRows.dependent", found.name(), found.words(), found.name()));
  }

  private IllegalArgumentException constant(int channel) {
    return new IllegalArgumentException(
        ModelWords.of("inputRows.constant", set.channels().get(channel).name(), set.name()));
  }

  private double[] training(int channel) {
    List<double[]> parts = new ArrayList<>();
    for (int s = 0; s < set.series().size(); s++) {
      double[] values = set.series().get(s).channel(channel);
      parts.add(Arrays.copyOf(values, set.split().end(Part.TRAINING, s, values.length)));
    }
    return parts.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /** What the inputs are called and measured in. */
  Effects effects() {
    List<Channel> all = Arrays.stream(channels).mapToObj(c -> set.channels().get(c)).toList();
    return new Effects(
        all.stream().map(Channel::name).toList(), all.stream().map(Channel::unit).toList(), scale);
  }

  /** Observations of the first rows of a series, and beyond its end, with the inputs u there. */
  Observations with(Observations seen, int series) {
    return channels.length == 0 ? seen : seen.withInputs(of(series, seen.steps()));
  }

  private double[][] of(int series, int rows) {
    Series source = set.series().get(series);
    double[][] inputs = new double[rows][channels.length];
    for (int t = 0; t < rows; t++) {
      double[] row = source.row(Math.min(t, source.length() - 1));
      for (int j = 0; j < channels.length; j++) {
        inputs[t][j] = (row[channels[j]] - mean[j]) / scale[j];
      }
    }
    return inputs;
  }
}
