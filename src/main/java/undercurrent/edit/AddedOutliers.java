package undercurrent.edit;

import java.util.Optional;
import undercurrent.math.Randomness;
import undercurrent.series.SeriesSet;

/**
 * Some observations of the channels that are real numbers are thrown {@value #FAR} standard
 * deviations up or down. The draws depend on the seed alone: those that a small share throws are
 * among those that a larger one does.
 *
 * @param share of the values, from 0 to 1
 * @param seed of the draws
 */
public record AddedOutliers(double share, long seed) implements Edit {
  /** How far an outlier lies from where it was, in deviations of its channel. */
  static final double FAR = 4;

  /** Refuses a share that is none. */
  public AddedOutliers {
    Places.requireLevel(share);
  }

  @Override
  public SeriesSet on(SeriesSet set) {
    if (isNothing()) return set;
    double[] unit = Spreads.of(set);
    return ChangedRows.drawn(
        set,
        Randomness.of(seed).named("added outliers"),
        (own, row) -> {
          boolean any = false;
          for (int d = 0; d < row.length; d++) {
            boolean isThrown = own.uniform() < share && unit[d] > 0;
            double sign = own.uniform() < 0.5 ? -1 : 1;
            if (!isThrown) continue;
            row[d] += sign * FAR * unit[d];
            any = true;
          }
          return any;
        });
  }

  @Override
  public String words(SeriesSet set) {
    return EditWords.of("outliers", EditWords.percent(share), Long.toString(seed));
  }

  @Override
  public Optional<Edit> with(Edit later) {
    return later instanceof AddedOutliers ? Optional.of(later) : Optional.empty();
  }

  @Override
  public boolean isLevel() {
    return true;
  }

  @Override
  public boolean isNothing() {
    return share == 0;
  }
}
