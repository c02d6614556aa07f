package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import undercurrent.BesideOthers;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.model.Conditioning;
import undercurrent.model.EmittedRows;
import undercurrent.model.Rollout;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.model.deep.NetworkKind;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.Preparation;
import undercurrent.series.Sequence;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.Support;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;

@BesideOthers
final class EstimatorTest {
  private static final int STEPS = 24;

  private static DeepMarkovModel model(NetworkKind network) {
    DeepSettings settings = Settings.with(DeepSettings.defaults(), "hiddenUnits", 8);
    settings = Settings.with(settings, "network", network);
    return DeepMarkovModel.of(settings, ChannelStatistics.plain(new double[2], Support.REAL), 7);
  }

  /** A model whose observations tell much of its state: a filter that is wrong shows at once. */
  private static DeepMarkovModel telling(DeepMarkovModel model) {
    for (Parameters.Entry entry : model.parameters().entries()) {
      if (!entry.name().startsWith("emission.mean")) continue;
      for (int i = 0; i < entry.size(); i++) model.parameters().data()[entry.offset() + i] *= 8;
    }
    return model;
  }

  /** Series drawn from a model, their latent states, and a data set that leaves units alone. */
  private record Drawn(Dataset data, double[][][] latent) {}

  private static Drawn drawn(DeepMarkovModel model, int count, double missing) {
    Rollout rollout = model.rollout(1);
    int z = model.latentSize();
    int size = model.observationSize();
    float[] none = new float[size];
    Rollout.Step nothing = new Rollout.Step(new float[0], 1, none, none);
    Randomness random = Randomness.of(11).named("drawn");
    List<Series> series = new ArrayList<>();
    double[][][] latent = new double[count][STEPS][z];
    for (int s = 0; s < count; s++) {
      double[][] values = new double[STEPS][size];
      float[] state = new float[z];
      for (int t = 0; t < STEPS; t++) {
        float[] noise = new float[z];
        for (int i = 0; i < z; i++) noise[i] = (float) random.normal();
        if (t == 0) rollout.start(nothing, noise, state);
        else rollout.step(nothing, noise, state);
        for (int i = 0; i < z; i++) latent[s][t][i] = state[i];
        EmittedRows emitted = rollout.emit(state);
        for (int d = 0; d < size; d++) {
          double value = emitted.mean()[d] + emitted.sd()[d] * random.normal();
          values[t][d] = random.uniform() < missing ? Double.NaN : value;
        }
      }
      series.add(new Series("s" + s, IntStream.range(0, STEPS).asDoubleStream().toArray(), values));
    }
    return new Drawn(dataset(series, size), latent);
  }

  private static Dataset dataset(List<Series> series, int size) {
    List<Channel> channels =
        IntStream.range(0, size)
            .mapToObj(d -> new Channel("x" + d, "", Channel.Kind.REAL, Channel.Role.OBSERVED))
            .toList();
    SeriesSet set =
        new SeriesSet(
            "drawn",
            channels,
            new TimeAxis("time step", "", false, true),
            series,
            new Split(series.stream().map(s -> Part.TEST).toList(), 0, 0));
    Preparation plain = new Plain(set, size);
    List<Sequence> whole =
        IntStream.range(0, series.size()).mapToObj(s -> plain.apply(s, 0, STEPS)).toList();
    return new Dataset(set, plain, whole, List.of(), whole, whole);
  }

  /** Leaves the units alone. */
  private record Plain(SeriesSet set, int observationSize) implements Preparation {
    @Override
    public Preparation on(SeriesSet others) {
      return new Plain(others, observationSize);
    }

    @Override
    public Sequence apply(int series, int from, int to) {
      float[] values = new float[(to - from) * observationSize];
      float[] mask = new float[values.length];
      for (int i = 0; i < values.length; i++) {
        double value =
            set.series().get(series).values()[from + i / observationSize][i % observationSize];
        mask[i] = Double.isNaN(value) ? 0 : 1;
        values[i] = Double.isNaN(value) ? 0 : (float) value;
      }
      return new Sequence(series, from, to - from, values, mask);
    }

    @Override
    public double[][] restore(int series, int from, double[][] rows, boolean chained) {
      return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public double scale(int place) {
      return 1;
    }

    @Override
    public double shift(int place) {
      return 0;
    }

    @Override
    public double logScale() {
      return 0;
    }
  }

  private static double coverage(Band band, double[][] truth, int first) {
    long inside = 0;
    long count = 0;
    for (int n = 0; n < band.mean().length(); n++) {
      for (int i = 0; i < band.mean().columns(); i++) {
        double value = truth[first + n][i];
        if (Double.isNaN(value)) continue;
        count++;
        if (value >= band.lower().at(n, i) && value <= band.upper().at(n, i)) inside++;
      }
    }
    return (double) inside / count;
  }

  @Test
  void bandsCoverTheirLevelOnDataFromTheModelItself() {
    DeepMarkovModel model = telling(model(NetworkKind.STRUCTURED_PAST));
    int count = 150;
    Drawn drawn = drawn(model, count, 0.1);
    Estimator estimator = new SamplingEstimator(model, drawn.data(), 1).paths(200);
    double[] mean = new double[5];
    double before = 0;
    double after = 0;
    for (int s = 0; s < count; s++) {
      double[][] x = drawn.data().source().series().get(s).values();
      double[][] z = drawn.latent()[s];
      Estimator.Online online = estimator.online(s);
      Estimate forecast = estimator.forecast(s, STEPS / 2, STEPS / 2);
      before += width(online.predicted().latent());
      after += width(online.filtered().latent());
      mean[0] += coverage(online.predicted().observation(), x, 0) / count;
      mean[1] += coverage(online.filtered().latent(), z, 0) / count;
      mean[2] += coverage(forecast.observation(), x, STEPS / 2) / count;
      mean[3] += coverage(forecast.latent(), z, STEPS / 2) / count;
      mean[4] += coverage(estimator.smoothed(s).latent(), z, 0) / count;
    }
    for (double share : mean) assertEquals(0.9, share, 0.03, Arrays.toString(mean));
    assertTrue(after < 0.9 * before, after + " against " + before);
  }

  private static double width(Band band) {
    double sum = 0;
    for (int t = 0; t < band.mean().length(); t++) {
      for (int i = 0; i < band.mean().columns(); i++)
        sum += band.upper().at(t, i) - band.lower().at(t, i);
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource(NetworkKind.class)
  void aFilteredMeanDoesNotMoveWhenALaterObservationChanges(NetworkKind kind) {
    DeepMarkovModel model = model(kind);
    Drawn drawn = drawn(model, 1, 0);
    Series original = drawn.data().source().series().getFirst();
    double[][] values =
        Arrays.stream(original.values()).map(double[]::clone).toArray(double[][]::new);
    values[15][0] += 2;
    Dataset changed = dataset(List.of(new Series("s0", original.times(), values)), 2);
    Estimator before = new SamplingEstimator(model, drawn.data(), 1);
    Estimator after = new SamplingEstimator(model, changed, 1);
    double[][] a = before.filtered(0).observation().mean().all();
    double[][] b = after.filtered(0).observation().mean().all();
    for (int t = 0; t < 15; t++) assertArrayEquals(a[t], b[t], "step " + t);
    assertFalse(Arrays.equals(a[15], b[15]));
    double[][] c = before.forecast(0, 15, 5).observation().mean().all();
    double[][] d = after.forecast(0, 15, 5).observation().mean().all();
    for (int h = 0; h < 5; h++) assertArrayEquals(c[h], d[h], "horizon " + h);
  }

  @ParameterizedTest
  @EnumSource(NetworkKind.class)
  void everyEstimateSaysWhatItHasSeen(NetworkKind kind) {
    DeepMarkovModel model = model(kind);
    Estimator estimator = new SamplingEstimator(model, drawn(model, 1, 0).data(), 1).paths(50);
    assertEquals(Conditioning.FILTERED, estimator.filtered(0).conditioning());
    assertEquals(Conditioning.PREDICTED, estimator.predicted(0).conditioning());
    Estimate smoothed = estimator.smoothed(0);
    assertEquals(Conditioning.SMOOTHED, smoothed.conditioning());
    boolean network = model.conditioning() == Conditioning.SMOOTHED;
    assertEquals(network ? "inference network" : "particle filter", smoothed.method());
    Estimate forecast = estimator.forecast(0, STEPS, 10);
    assertEquals(Conditioning.FORECAST, forecast.conditioning());
    assertEquals(STEPS + 9, forecast.times()[9]);
    assertTrue(Double.isNaN(forecast.crps().at(0, 0)));
  }

  @Test
  void theSameQuestionGivesTheSameNumbers() {
    DeepMarkovModel model = model(NetworkKind.STRUCTURED_FUTURE);
    Dataset data = drawn(model, 2, 0.2).data();
    Estimator first = new SamplingEstimator(model, data, 5);
    Estimator second = new SamplingEstimator(model, data, 5);
    second.smoothed(1);
    second.forecast(0, 3, 4);
    assertArrayEquals(
        first.filtered(1).observation().upper().all(),
        second.filtered(1).observation().upper().all());
    assertArrayEquals(
        first.forecast(1, 10, 9).observation().lower().all(),
        second.forecast(1, 10, 9).observation().lower().all());
  }

  @Test
  void aForecastFromNothingIsThePriorsOwnFuture() {
    DeepMarkovModel model = model(NetworkKind.STRUCTURED_PAST);
    Estimator estimator = new SamplingEstimator(model, drawn(model, 1, 0).data(), 1).paths(2000);
    Rollout rollout = model.rollout(1);
    Rollout.Step nothing = new Rollout.Step(new float[0], 0, new float[2], new float[2]);
    float[] mean = new float[model.latentSize()];
    float[] above = new float[model.latentSize()];
    float[] one = new float[model.latentSize()];
    Arrays.fill(one, 1f);
    rollout.start(nothing, new float[model.latentSize()], mean);
    rollout.start(nothing, one, above);
    Estimate forecast = estimator.forecast(0, 0, 3);
    for (int i = 0; i < model.latentSize(); i++) {
      assertEquals(mean[i], forecast.latent().mean().at(0, i), 0.1);
      assertEquals(
          2 * 1.6449 * (above[i] - mean[i]),
          forecast.latent().upper().at(0, i) - forecast.latent().lower().at(0, i),
          0.25);
    }
  }

  @Test
  void aWiderLevelGivesAWiderBand() {
    DeepMarkovModel model = model(NetworkKind.STRUCTURED_FUTURE);
    Dataset data = drawn(model, 1, 0).data();
    Band half = new SamplingEstimator(model, data, 1).level(0.5).smoothed(0).observation();
    Band most = new SamplingEstimator(model, data, 1).level(0.99).smoothed(0).observation();
    for (int t = 0; t < STEPS; t++) {
      assertTrue(most.upper().at(t, 0) > half.upper().at(t, 0));
      assertTrue(most.lower().at(t, 0) < half.lower().at(t, 0));
    }
  }
}
