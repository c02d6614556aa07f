package undercurrent.model.known;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import undercurrent.model.ModelWords;
import undercurrent.series.SeriesSet;

/**
 * A kind of known equations, and which data are theirs.
 *
 * @param name of the kind, inside a sentence
 * @param channels how many observed channels it explains
 * @param channelWords which those are, in the language that is read
 * @param inSeconds whether its time is in seconds, so that dates do not fit
 * @param isTyped whether a person typed the equations, and with them the names that follow
 * @param states what the numbers of the state are called
 * @param parameters what is learned of the equations beside the noise
 * @param system the equations for a data set
 */
public record KnownDynamics(
    String name,
    int channels,
    Supplier<String> channelWords,
    boolean inSeconds,
    boolean isTyped,
    List<String> states,
    List<String> parameters,
    Function<SeriesSet, KnownSystem> system) {
  public KnownDynamics {
    states = List.copyOf(states);
    parameters = List.copyOf(parameters);
  }

  /** Equations of which the noise alone is learned. */
  public KnownDynamics(
      String name,
      int channels,
      Supplier<String> channelWords,
      boolean inSeconds,
      List<String> states,
      Function<SeriesSet, KnownSystem> system) {
    this(name, channels, channelWords, inSeconds, false, states, List.of(), system);
  }

  /** Refuses data that the equations do not explain. */
  void requireFit(SeriesSet set) {
    int observed = set.observedChannels().length;
    if (set.isTrack()) {
      throw new IllegalArgumentException(ModelWords.of("knownDynamics.track", set.name(), name));
    }
    if (observed != channels) {
      throw new IllegalArgumentException(
          ModelWords.of(
              observed == 1 ? "knownDynamics.one" : "knownDynamics.more",
              set.name(),
              observed,
              name,
              channelWords.get()));
    }
    if (set.time().isDate() && inSeconds) {
      throw new IllegalArgumentException(
          ModelWords.of(
              set.time().hasDays() ? "knownDynamics.dates" : "knownDynamics.clock",
              set.name(),
              name));
    }
  }
}
