package undercurrent.kind;

import java.util.List;
import java.util.stream.Stream;
import undercurrent.model.deep.Likelihood;
import undercurrent.series.SeriesSet;
import undercurrent.series.Support;
import undercurrent.settings.Settings;

/**
 * A likelihood that suits a set, and why.
 *
 * @param likelihood as it is written in {@code --set likelihood=…}
 * @param why one sentence
 */
public record Offer(String likelihood, String why) {
  /** Those for values such as the set has, closest first. */
  public static List<Offer> of(SeriesSet set) {
    Support support = Support.of(set);
    int channels = set.observedChannels().length;
    return Stream.of(Likelihood.values())
        .filter(likelihood -> likelihood.suits(support, channels))
        .map(l -> new Offer(Settings.text(l), KindWords.of("likelihood." + l)))
        .toList();
  }
}
