package undercurrent.model.exact;

import java.util.Arrays;
import undercurrent.model.Conditioning;
import undercurrent.model.linear.Observations;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;
import undercurrent.series.Series;

/** Values standardised on the training part, after a transform if one is set. */
final class ValueRows implements Rows {
  private static final double NOTHING = 20;
  private final Dataset original;
  private final Dataset data;
  private final Transforms transforms;
  private final boolean isUnchanged;
  private final int[] channels;
  private final OwnNoise noise;
  private final InputRows inputs;

  ValueRows(Dataset original, Transforms transforms, boolean usesInputs) {
    this.original = original;
    this.transforms = transforms;
    isUnchanged = transforms.isIdentity();
    data = isUnchanged ? original : Dataset.of(transforms.forward(), 0);
    channels = original.source().observedChannels();
    noise = new OwnNoise(original.source());
    inputs = new InputRows(original.source(), usesInputs);
  }

  /** What the inputs are called and measured in. */
  Effects effects() {
    return inputs.effects();
  }

  /** NaN where missing. */
  private double value(int series, int row, int place) {
    Sequence whole = data.whole().get(series);
    int at = row * channels.length + place;
    return whole.mask()[at] == 0 ? Double.NaN : whole.values()[at];
  }

  @Override
  public Observations observations(int series, int seen, int unseen, int... places) {
    Observations alone =
        Observations.of(
            seen + unseen,
            places.length,
            (t, d) -> t < seen ? value(series, t, places[d]) : Double.NaN);
    Observations observations = inputs.with(alone, series);
    if (!noise.isGiven()) return observations;
    return observations.withNoise(
        noise.variances(series, seen + unseen, places, (place, row) -> scale(place)));
  }

  @Override
  public double scale(int place) {
    return data.preparation().scale(place);
  }

  @Override
  public double centre(int place) {
    return data.preparation().restore(0, 0, new double[1][channels.length], false)[0][place];
  }

  @Override
  public double logJacobian(int series, int row, int place) {
    return transforms.logJacobian(place, observed(series, row, place));
  }

  @Override
  public double towardsDeep(int series, int row, int place) {
    if (isUnchanged) return 0;
    return Math.log(original.preparation().scale(place))
        - Math.log(scale(place))
        + logJacobian(series, row, place);
  }

  @Override
  public double nothing(int place) {
    return NOTHING;
  }

  @Override
  public double[][] comparable(int series, int from, double[][] rows) {
    double[][] restored = data.preparation().restore(series, from, rows, false);
    transforms.inverse(restored);
    return restored;
  }

  @Override
  public double observed(int series, int row, int place) {
    Series one = original.source().series().get(series);
    return row < one.length() ? one.value(row, channels[place]) : Double.NaN;
  }

  @Override
  public double[][][] restore(Conditioning conditioning, int series, int from, double[][][] band) {
    return Arrays.stream(band).map(b -> comparable(series, from, b)).toArray(double[][][]::new);
  }
}
