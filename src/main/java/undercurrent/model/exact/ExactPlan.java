package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import undercurrent.math.Randomness;
import undercurrent.model.ModelWords;
import undercurrent.model.exact.ExactForm.InContinuousTime;
import undercurrent.model.exact.ExactForm.Joint;
import undercurrent.model.exact.ExactForm.Sum;
import undercurrent.series.SeriesSet;

/**
 * Which linear-Gaussian model an {@link ExactModel} is.
 *
 * @param name of the kind, inside a sentence
 * @param period over which the automatic transform compares the variation, in steps
 * @param season steps of a season, 1 where the kind has none
 * @param fixed values that are given and not learned, as {@link GivenValues} reads them
 */
public record ExactPlan(
    String name, ExactForm form, TransformKind transform, int period, int season, String fixed) {
  /** A period for kinds without a season: a year of months. */
  public static final int USUAL_PERIOD = 12;

  /** Of a kind without a season. */
  public ExactPlan(String name, ExactForm form, TransformKind transform) {
    this(name, form, transform, USUAL_PERIOD, 1);
  }

  /** With all parameters learned. */
  public ExactPlan(String name, ExactForm form, TransformKind transform, int period, int season) {
    this(name, form, transform, period, season, "");
  }

  /** The same with values that are given and not learned. */
  public ExactPlan fixing(String values) {
    return new ExactPlan(name, form, transform, period, season, values);
  }

  /** Whether a person can give its values; a system within another model has no setting. */
  boolean takesValues() {
    return takesInputs();
  }

  /** A system within another model takes none. */
  boolean takesInputs() {
    return !(form instanceof Joint joint) || joint.takesInputs();
  }

  /** Refuses data that the kind does not explain. */
  void requireFit(SeriesSet set, Transforms transforms) {
    if (set.noiseChannels().length > 0) {
      if (form instanceof Joint) {
        throw new IllegalArgumentException(
            ModelWords.of("exactPlan.noiseColumn", name, set.name()));
      }
      if (!transforms.isIdentity()) {
        throw new IllegalArgumentException(ModelWords.of("exactPlan.transformedNoise", set.name()));
      }
    }
    if (set.isTrack() && set.inputChannels().length > 0) {
      throw new IllegalArgumentException(
          ModelWords.of(
              "exactPlan.trackInputs",
              set.name(),
              set.channels().get(set.inputChannels()[0]).name()));
    }
    boolean isVelocity = form instanceof Sum sum && sum.isVelocity();
    if (set.isTrack() && !isVelocity && !(form instanceof InContinuousTime)) {
      throw new IllegalArgumentException(ModelWords.of("exactPlan.track", set.name(), name));
    }
  }

  /** The training part, series by series. */
  interface Training {
    /** Some channels of it. */
    List<SystemKind.Learned> of(int... places);
  }

  /** A system that is to be learned from the training part. */
  SystemKind system(
      SeriesSet set, Rows rows, Effects effects, Training training, Randomness random) {
    String timeUnit = set.time().unitWords();
    GivenValues given = GivenValues.of(fixed);
    SystemKind system = system(set, rows, effects, training, random, given, timeUnit);
    given.requireUsed(name);
    return system;
  }

  private SystemKind system(
      SeriesSet set,
      Rows rows,
      Effects effects,
      Training training,
      Randomness random,
      GivenValues given,
      String timeUnit) {
    int size = set.observedChannels().length;
    if (form instanceof Joint joint) {
      List<SystemKind.Learned> all = training.of(IntStream.range(0, size).toArray());
      int latent = joint.latentSize();
      return given.fitting(
          () ->
              new EmSystem(
                  latent, all, effects, random, new GivenMatrices(given, rows, latent, size)));
    }
    List<SystemKind> channels = new ArrayList<>();
    for (int d = 0; d < size; d++) {
      if (rows instanceof TrackRows track && track.isCoordinate(d)) {
        boolean isSecond = track.firstCoordinate() < d;
        channels.add(
            isSecond
                ? channels.get(track.firstCoordinate())
                : holding(
                    coordinate(track, training.of(track.coordinates()), d, timeUnit),
                    given,
                    new ChannelUnits("", 0, 1)));
      } else {
        String channel = set.channels().get(set.observedChannels()[d]).name();
        channels.add(
            holding(
                channel(set.name(), training.of(d), effects, timeUnit),
                given,
                new ChannelUnits(size == 1 ? "" : channel, rows.centre(d), rows.scale(d))));
      }
    }
    return size == 1 ? channels.getFirst() : new IndependentChannels(channels);
  }

  private static SystemKind holding(
      LikelihoodSystem system, GivenValues given, ChannelUnits units) {
    system.hold(given, units);
    return system;
  }

  /** A model of north and east. */
  private LikelihoodSystem coordinate(
      TrackRows track, List<SystemKind.Learned> training, int place, String timeUnit) {
    return form instanceof InContinuousTime process
        ? new TrackProcessSystem(process.process(), training, track.scale(place), timeUnit)
        : new TrackSystem(training, track.scale(place), timeUnit);
  }

  /** A model of one channel. */
  private LikelihoodSystem channel(
      String set, List<SystemKind.Learned> training, Effects effects, String timeUnit) {
    int rows = training.stream().mapToInt(l -> l.seen().steps()).max().orElse(0);
    return switch (form) {
      case InContinuousTime process ->
          new ProcessSystem(process.process(), training, effects, timeUnit);
      case Sum sum -> new ComponentSystem(sum.model().of(set, rows), training, effects);
      case Joint joint ->
          throw new IllegalStateException("%s is of all channels.".formatted(joint));
    };
  }
}
