package undercurrent.edit;

import java.util.Optional;
import undercurrent.series.SeriesSet;

/** One change of a set by hand; immutable, and applied without changing the set. */
public sealed interface Edit permits HiddenStretch, MovedValue, AddedNoise, AddedOutliers {
  /**
   * The set with the change.
   *
   * @throws IllegalArgumentException one sentence, when it names a row or channel that is not there
   */
  SeriesSet on(SeriesSet set);

  /** What was changed, in a few words that stand in a sentence. */
  String words(SeriesSet set);

  /**
   * This edit together with a later one, where both are one change: a value that is moved on, a
   * level that is set again. Empty where they are two.
   */
  Optional<Edit> with(Edit later);

  /** Whether there is at most one of its kind, wherever it stands among the others. */
  default boolean isLevel() {
    return false;
  }

  /** Whether it leaves every set as it is. */
  default boolean isNothing() {
    return false;
  }
}
