package undercurrent.edit;

import java.util.Optional;
import undercurrent.math.Randomness;
import undercurrent.series.SeriesSet;

/**
 * Normal noise that is added to every observation of the channels that are real numbers. The draws
 * depend on the seed alone, so that a higher level is the same noise, enlarged.
 *
 * @param level its standard deviation, in deviations of each channel; at least 0
 * @param seed of the draws
 */
public record AddedNoise(double level, long seed) implements Edit {
  /** Refuses a level that is no number. */
  public AddedNoise {
    Places.requireLevel(level);
  }

  @Override
  public SeriesSet on(SeriesSet set) {
    if (isNothing()) return set;
    double[] unit = Spreads.of(set);
    return ChangedRows.drawn(
        set,
        Randomness.of(seed).named("added noise"),
        (own, row) -> {
          for (int d = 0; d < row.length; d++) {
            double draw = own.normal();
            if (unit[d] > 0) row[d] += level * unit[d] * draw;
          }
          return true;
        });
  }

  @Override
  public String words(SeriesSet set) {
    return EditWords.of("noise", EditWords.percent(level), Long.toString(seed));
  }

  @Override
  public Optional<Edit> with(Edit later) {
    return later instanceof AddedNoise ? Optional.of(later) : Optional.empty();
  }

  @Override
  public boolean isLevel() {
    return true;
  }

  @Override
  public boolean isNothing() {
    return level == 0;
  }
}
