package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Randomness;
import undercurrent.model.ModelKind;
import undercurrent.model.ModelSettings;
import undercurrent.model.structural.Arima;
import undercurrent.model.structural.ArimaOrder;
import undercurrent.model.structural.Component;
import undercurrent.model.structural.Constant;
import undercurrent.model.structural.Cycle;
import undercurrent.model.structural.DummySeasonal;
import undercurrent.model.structural.LocalLevel;
import undercurrent.model.structural.LocalLinearTrend;
import undercurrent.model.structural.StructuralModel;
import undercurrent.model.structural.TrigonometricSeasonal;
import undercurrent.series.SeriesSet;

/** Makes the system that settings ask for. */
record KindChoice(ModelSettings settings, SeriesSet set) {
  private static final int LONG_SEASON = 24;
  private static final int WAVES = 4;

  /** Refuses data that the kind does not explain. */
  void requireFit(Transforms transforms) {
    if (set.noiseChannels().length > 0) {
      if (settings.kind() == ModelKind.LINEAR) {
        throw new IllegalArgumentException(
            "A LINEAR model learns one measurement noise for all rows and '%s' has a column of it; set 'kind' to LEVEL, TREND, SEASONAL or CONTINUOUS, or leave that column out."
                .formatted(set.name()));
      }
      if (!transforms.isIdentity()) {
        throw new IllegalArgumentException(
            "The measurement noise of '%s' is that of its values and not of their transform; set 'transform' to NONE."
                .formatted(set.name()));
      }
    }
    if (set.isTrack() && set.inputChannels().length > 0) {
      throw new IllegalArgumentException(
          "'%s' is a track and constant velocity takes no inputs; leave the column '%s' out."
              .formatted(set.name(), set.channels().get(set.inputChannels()[0]).name()));
    }
    if (set.isTrack() && settings.kind() != ModelKind.TREND) {
      throw new IllegalArgumentException(
          "'%s' is a track and a %s model does not know positions on the Earth; set 'kind' to TREND, which is constant velocity there, or to DEEP_MARKOV."
              .formatted(set.name(), settings.kind()));
    }
  }

  /** A system that is to be learned from the training part. */
  SystemKind of(Rows rows, Effects effects, List<SystemKind.Learned> training, Randomness random) {
    int size = set.observedChannels().length;
    if (settings.kind() == ModelKind.LINEAR) {
      return new AnySystem(settings.latentSize(), size, training, effects, random);
    }
    List<SystemKind> channels = new ArrayList<>();
    for (int d = 0; d < size; d++) {
      if (rows instanceof TrackRows track && track.isCoordinate(d)) {
        channels.add(
            track.firstCoordinate() < d
                ? channels.get(track.firstCoordinate())
                : new TrackSystem(of(training, track.coordinates()), track.scale(d), timeUnit()));
      } else {
        channels.add(one(of(training, d), effects));
      }
    }
    return size == 1 ? channels.getFirst() : new IndependentChannels(channels);
  }

  private String timeUnit() {
    return set.time().isDate() ? "d" : set.time().unit();
  }

  /** Some channels alone. */
  private static List<SystemKind.Learned> of(List<SystemKind.Learned> training, int... places) {
    return training.stream()
        .map(l -> new SystemKind.Learned(l.times(), l.seen().channels(places)))
        .toList();
  }

  /** A model of one channel. */
  private SystemKind one(List<SystemKind.Learned> training, Effects effects) {
    return settings.kind() == ModelKind.CONTINUOUS
        ? new ProcessSystem(settings.process(), training, effects, timeUnit())
        : new ComponentSystem(components(longest(training)), training, effects);
  }

  private static int longest(List<SystemKind.Learned> training) {
    return training.stream().mapToInt(l -> l.seen().steps()).max().orElse(0);
  }

  private StructuralModel components(int rows) {
    return switch (settings.kind()) {
      case LEVEL -> sum(rows, new LocalLevel());
      case TREND -> sum(rows, new LocalLinearTrend());
      case SEASONAL -> sum(rows, new LocalLinearTrend(), season(settings.season()));
      case AIRLINE -> arima(ArimaOrder.airline(settings.season()));
      case ARIMA ->
          arima(ArimaOrder.of(settings.order(), settings.seasonalOrder(), settings.season()));
      default ->
          throw new IllegalArgumentException(
              "A %s model is not of one channel.".formatted(settings.kind()));
    };
  }

  /** Like R's, with a mean where nothing is differenced. */
  private static StructuralModel arima(ArimaOrder order) {
    Arima process = new Arima(order);
    boolean isStationary = order.differencing().lost() == 0;
    StructuralModel model =
        isStationary ? StructuralModel.of(new Constant(), process) : StructuralModel.of(process);
    return model.withoutIrregular();
  }

  /** With the cycle and the autoregression that are asked for. */
  private StructuralModel sum(int rows, Component... components) {
    List<Component> all = new ArrayList<>(List.of(components));
    if (settings.cycle()) all.add(cycle(rows));
    if (settings.autoregression() > 0) all.add(Arima.autoregression(settings.autoregression()));
    return StructuralModel.of(all.toArray(Component[]::new));
  }

  /** Longer than a season, and seen at least twice. */
  private Cycle cycle(int rows) {
    double shortest = settings.hasSeason() ? 1.5 * settings.season() : 2;
    if (rows / 2.0 > shortest) return new Cycle(shortest, rows / 2.0);
    throw new IllegalArgumentException(
        "'%s' has %d rows to learn from, too few for a cycle of at least %s; set 'cycle' to false."
            .formatted(set.name(), rows, shortest));
  }

  private Component season(int period) {
    boolean isLong = period > LONG_SEASON;
    return switch (settings.seasonForm()) {
      case DUMMY -> new DummySeasonal(period);
      case TRIGONOMETRIC -> new TrigonometricSeasonal(period);
      case AUTOMATIC ->
          // A long one step by step would be a huge state.
          isLong ? new TrigonometricSeasonal(period, WAVES, true) : new DummySeasonal(period);
    };
  }
}
