package undercurrent.model.known;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import undercurrent.series.SeriesSet;

/**
 * A kind of known equations, and which data are theirs.
 *
 * @param name of the kind, inside a sentence
 * @param channels how many observed channels it explains
 * @param channelWords which those are
 * @param inSeconds whether its time is in seconds, so that dates do not fit
 * @param states what the numbers of the state are called
 * @param parameters what is learned of the equations beside the noise
 * @param system the equations for a data set
 */
public record KnownDynamics(
    String name,
    int channels,
    String channelWords,
    boolean inSeconds,
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
      String channelWords,
      boolean inSeconds,
      List<String> states,
      Function<SeriesSet, KnownSystem> system) {
    this(name, channels, channelWords, inSeconds, states, List.of(), system);
  }

  /** Refuses data that the equations do not explain. */
  void requireFit(SeriesSet set) {
    int observed = set.observedChannels().length;
    if (set.isTrack()) {
      throw new IllegalArgumentException(
          "'%s' is a track on the Earth, of which a %s model knows nothing; set 'kind' to deep, or give its columns another kind."
              .formatted(set.name(), name));
    }
    if (observed != channels) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'%s' has %d observed channel%s and a %s model wants %s; give those columns the use"
                  + " 'observed', or choose another 'kind'.",
              set.name(),
              observed,
              observed == 1 ? "" : "s",
              name,
              channelWords));
    }
    if (set.time().isDate() && inSeconds) {
      throw new IllegalArgumentException(
          "'%s' has %s and a %s model counts seconds; give it a column of times in seconds, or choose another 'kind'."
              .formatted(set.name(), set.time().hasDays() ? "dates" : "times of day", name));
    }
  }
}
