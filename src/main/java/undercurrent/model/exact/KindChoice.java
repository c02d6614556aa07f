package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Randomness;
import undercurrent.model.ModelKind;
import undercurrent.model.ModelSettings;
import undercurrent.model.structural.Arima;
import undercurrent.model.structural.ArimaOrder;
import undercurrent.model.structural.Component;
import undercurrent.model.structural.DummySeasonal;
import undercurrent.model.structural.LocalLevel;
import undercurrent.model.structural.LocalLinearTrend;
import undercurrent.model.structural.StructuralModel;
import undercurrent.model.structural.TrigonometricSeasonal;
import undercurrent.series.SeriesSet;
import undercurrent.series.TimeAxis;

/** Makes the system that settings ask for. */
record KindChoice(ModelSettings settings, SeriesSet set) {
  private static final int LONG_SEASON = 24;
  private static final int WAVES = 4;

  /** Refuses data that the kind does not explain. */
  void requireFit(Transforms transforms) {
    if (set.noiseChannels().length > 0) {
      if (settings.kind() == ModelKind.LINEAR) {
        throw new IllegalArgumentException(
            "A LINEAR model learns one measurement noise for all rows and '%s' has a column of it; set 'kind' to LEVEL, TREND, SEASONAL or MATERN, or leave that column out."
                .formatted(set.name()));
      }
      if (!transforms.isIdentity()) {
        throw new IllegalArgumentException(
            "The measurement noise of '%s' is that of its values and not of their transform; set 'transform' to NONE."
                .formatted(set.name()));
      }
    }
    if (set.isTrack() && settings.kind() != ModelKind.TREND) {
      throw new IllegalArgumentException(
          "'%s' is a track and a %s model does not know positions on the Earth; set 'kind' to TREND, which is constant velocity there, or to DEEP_MARKOV."
              .formatted(set.name(), settings.kind()));
    }
  }

  /** A system that is to be learned from the training part. */
  SystemKind of(Rows rows, List<SystemKind.Learned> training, Randomness randomness) {
    TimeAxis axis = set.time();
    String timeUnit = axis.isDate() ? "d" : axis.unit();
    int size = set.observedChannels().length;
    if (settings.kind() == ModelKind.LINEAR) {
      return new AnySystem(settings.latentSize(), size, training, randomness);
    }
    List<SystemKind> channels = new ArrayList<>();
    for (int d = 0; d < size; d++) {
      if (rows instanceof TrackRows track && track.isCoordinate(d)) {
        channels.add(
            track.firstCoordinate() < d
                ? channels.get(track.firstCoordinate())
                : new TrackSystem(of(training, track.coordinates()), track.scale(d), timeUnit));
      } else {
        channels.add(one(of(training, d), timeUnit));
      }
    }
    return size == 1 ? channels.getFirst() : new IndependentChannels(channels);
  }

  /** Some channels alone. */
  private static List<SystemKind.Learned> of(List<SystemKind.Learned> training, int... places) {
    return training.stream()
        .map(l -> new SystemKind.Learned(l.times(), l.seen().channels(places)))
        .toList();
  }

  /** A model of one channel. */
  private SystemKind one(List<SystemKind.Learned> training, String timeUnit) {
    return switch (settings.kind()) {
      case LEVEL -> components(training, StructuralModel.of(new LocalLevel()));
      case TREND -> components(training, StructuralModel.of(new LocalLinearTrend()));
      case SEASONAL ->
          components(
              training, StructuralModel.of(new LocalLinearTrend(), season(settings.season())));
      case AIRLINE ->
          components(
              training,
              StructuralModel.of(new Arima(ArimaOrder.airline(settings.season())))
                  .withoutIrregular());
      case MATERN -> new KernelSystem(training, timeUnit);
      default ->
          throw new IllegalArgumentException(
              "A %s model is not of one channel.".formatted(settings.kind()));
    };
  }

  /** A short season step by step; a long one by its slow waves, or its state would be huge. */
  private static Component season(int period) {
    return period <= LONG_SEASON
        ? new DummySeasonal(period)
        : new TrigonometricSeasonal(period, WAVES, true);
  }

  private static SystemKind components(List<SystemKind.Learned> training, StructuralModel model) {
    return new ComponentSystem(model, training);
  }
}
