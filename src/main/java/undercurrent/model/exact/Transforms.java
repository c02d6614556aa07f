package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.model.ModelWords;
import undercurrent.model.structural.Transform;
import undercurrent.model.structural.TransformChoice;
import undercurrent.series.Channel;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/** The transform of each observed channel of a set, in their order. */
record Transforms(SeriesSet original, List<Transform> list) {
  private static final double[] SIMPLE = {1, 0.5, 0, -0.5, -1};

  /**
   * @param season for the automatic choice
   * @throws IllegalArgumentException when a channel that is to have logarithms is not positive
   */
  static Transforms of(SeriesSet set, TransformKind kind, int season) {
    List<Transform> list = new ArrayList<>();
    for (int channel : set.observedChannels()) list.add(of(set, channel, kind, season));
    return new Transforms(set, list);
  }

  private static Transform of(SeriesSet set, int channel, TransformKind kind, int season) {
    if (kind == TransformKind.NONE || isPlace(set.channels().get(channel))) {
      return Transform.IDENTITY;
    }
    if (kind == TransformKind.AUTOMATIC) return suggested(training(set, channel), season);
    for (Series series : set.series()) {
      for (int t = 0; t < series.length(); t++) {
        if (series.value(t, channel) <= 0) {
          throw new IllegalArgumentException(
              ModelWords.of(
                  "transforms.positive",
                  set.channels().get(channel).name(),
                  series.value(t, channel),
                  t + 1,
                  series.name()));
        }
      }
    }
    return Transform.LOG;
  }

  private static boolean isPlace(Channel channel) {
    return channel.kind() == Channel.Kind.LATITUDE || channel.kind() == Channel.Kind.LONGITUDE;
  }

  /** The values of the training part that are not missing. */
  private static double[] training(SeriesSet set, int channel) {
    List<double[]> parts = new ArrayList<>();
    for (int s = 0; s < set.series().size(); s++) {
      double[] values = set.series().get(s).channel(channel);
      parts.add(Arrays.copyOf(values, set.split().end(Part.TRAINING, s, values.length)));
    }
    return parts.stream().flatMapToDouble(Arrays::stream).filter(x -> !Double.isNaN(x)).toArray();
  }

  /** The simple λ nearest to the one that makes the variation constant. */
  private static Transform suggested(double[] values, int season) {
    boolean positive = Arrays.stream(values).allMatch(x -> x > 0);
    if (!positive || values.length < 2 * season) return Transform.IDENTITY;
    double lambda = TransformChoice.guerrero(values, season);
    double nearest = SIMPLE[0];
    for (double simple : SIMPLE) {
      if (Math.abs(simple - lambda) < Math.abs(nearest - lambda)) nearest = simple;
    }
    return new Transform(nearest);
  }

  /** The simple λ that suits the spread of the training part of an observed channel. */
  static double suggested(SeriesSet set, int place, int season) {
    int channel = set.observedChannels()[place];
    if (isPlace(set.channels().get(channel))) return 1;
    return suggested(training(set, channel), season).lambda();
  }

  boolean isIdentity() {
    return list.stream().allMatch(t -> t.lambda() == 1);
  }

  /** The set with its observed channels transformed. */
  SeriesSet forward() {
    if (isIdentity()) return original;
    int[] observed = original.observedChannels();
    List<Series> series = new ArrayList<>();
    for (Series one : original.series()) {
      double[][] values = Arrays.stream(one.values()).map(double[]::clone).toArray(double[][]::new);
      for (double[] row : values) {
        for (int d = 0; d < observed.length; d++) {
          row[observed[d]] = list.get(d).forward(row[observed[d]]);
        }
      }
      series.add(new Series(one.name(), one.times(), values));
    }
    return original.withSeries(series, original.split());
  }

  /** Rows of observed values back, in place. */
  void inverse(double[][] rows) {
    if (isIdentity()) return;
    for (double[] row : rows) {
      for (int d = 0; d < row.length; d++) row[d] = list.get(d).inverse(row[d]);
    }
  }

  /** log |dy/dx| of one value. */
  double logJacobian(int place, double x) {
    return list.get(place).logJacobian(x);
  }
}
