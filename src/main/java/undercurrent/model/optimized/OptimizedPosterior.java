package undercurrent.model.optimized;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import undercurrent.model.Conditioning;
import undercurrent.model.exact.ChannelGroup;
import undercurrent.model.exact.LinearPosterior;
import undercurrent.model.exact.ShownState;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.SystemPart;
import undercurrent.model.linear.Varying;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;

/**
 * An optimised filter as a linear system: states in the file's units, observations standardised as
 * every model sees them.
 */
final class OptimizedPosterior implements LinearPosterior {
  private static final int OF_ALL = -1;
  private final OptimizedFit fit;
  private final Dataset data;
  private final StateChannels channels;
  private final Tracker tracker;
  private final double[] mean;
  private final double[] scale;

  OptimizedPosterior(OptimizedFit fit, Dataset data, StateChannels channels, Tracker tracker) {
    this.fit = fit;
    this.data = data;
    this.channels = channels;
    this.tracker = tracker;
    int m = tracker.observedSize();
    mean = data.preparation().restore(0, 0, new double[1][m], false)[0];
    scale = new double[m];
    for (int d = 0; d < m; d++) scale[d] = data.preparation().scale(d);
  }

  @Override
  public Dataset dataset() {
    return data;
  }

  /** The first row makes the start and is then not seen again. */
  @Override
  public List<FilterResult> filters(int series, int seen, int unseen) {
    double[][] x = new double[seen + unseen][mean.length];
    for (int t = 0; t < x.length; t++) {
      boolean isSeen = t > 0 && t < seen;
      double[] row = isSeen ? channels.observation(series, t) : mean;
      for (int d = 0; d < mean.length; d++) {
        x[t][d] = isSeen ? (row[d] - mean[d]) / scale[d] : Double.NaN;
      }
    }
    return List.of(KalmanFilter.filter(system(series), Observations.of(x)));
  }

  @Override
  public LinearSystem system(int series, int rows) {
    return system(series);
  }

  private LinearSystem system(int series) {
    OptimizedFit.Candidate own = fit.own();
    int m = mean.length;
    double[][] h = tracker.h().toRows();
    double[][] r = own.scaled().r().toRows();
    double[] offset = new double[m];
    for (int i = 0; i < m; i++) {
      offset[i] = -mean[i] / scale[i];
      for (int j = 0; j < h[i].length; j++) h[i][j] /= scale[i];
      for (int j = 0; j < m; j++) r[i][j] /= scale[i] * scale[j];
    }
    double variance = tracker.startVariance() * own.factor();
    return LinearSystem.of(tracker.f().toRows(), own.scaled().q().toRows(), h, r)
        .with(SystemPart.EMISSION_OFFSET, Varying.constant(m, 1, offset))
        .startingAt(
            tracker.start(channels.observation(series, 0)),
            Matrix.identity(tracker.latentSize()).times(variance).toRows());
  }

  @Override
  public boolean startsAtFirstRow() {
    return true;
  }

  @Override
  public double[] logLikelihoods(List<FilterResult> filters, int series) {
    return FilterResult.logLikelihoods(filters);
  }

  @Override
  public double[][][] restore(Conditioning conditioning, int series, int from, double[][][] band) {
    return Arrays.stream(band)
        .map(rows -> comparable(series, from, rows))
        .toArray(double[][][]::new);
  }

  @Override
  public double[][] comparable(int series, int from, double[][] values) {
    return data.preparation().restore(series, from, values, false);
  }

  @Override
  public double observed(int series, int row, int place) {
    int length = data.source().series().get(series).length();
    return row < length ? channels.observation(series, row)[place] : Double.NaN;
  }

  /** Its dimensions are channels of the file. */
  @Override
  public List<ChannelGroup> groups() {
    List<ShownState> shown = new ArrayList<>();
    for (Channel channel : channels.list()) {
      double[] weights = new double[tracker.latentSize()];
      weights[shown.size()] = 1;
      shown.add(new ShownState(channel.name(), OF_ALL, weights, channel.unit(), 0, 1));
    }
    return List.of(new ChannelGroup(IntStream.range(0, mean.length).toArray(), shown));
  }

  @Override
  public double scale(int place) {
    return scale[place];
  }

  @Override
  public double centre(int place) {
    return mean[place];
  }

  @Override
  public double nothing(int place) {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public boolean isNoisy(int place) {
    return true;
  }
}
