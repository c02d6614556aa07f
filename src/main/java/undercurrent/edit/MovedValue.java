package undercurrent.edit;

import java.util.Optional;
import undercurrent.series.Channel;
import undercurrent.series.NumberWords;
import undercurrent.series.SeriesSet;

/**
 * One observation that has another value.
 *
 * @param series index in the set
 * @param row from 0
 * @param channel index in the set's channels; an observed one
 * @param value in the unit of the channel
 */
public record MovedValue(int series, int row, int channel, double value) implements Edit {
  private static final double POLE = 90;
  private static final double ROUND = 360;

  /** The nearest value that a channel can have: counts are whole, degrees end at the poles. */
  public static double nearest(Channel channel, double wanted) {
    return switch (channel.kind()) {
      case REAL, PIXEL -> wanted;
      case BINARY -> wanted < 0.5 ? 0 : 1;
      case COUNT -> Math.max(0, Math.rint(wanted));
      case LATITUDE -> Math.clamp(wanted, -POLE, POLE);
      case LONGITUDE -> Math.clamp(wanted, -ROUND, ROUND);
    };
  }

  @Override
  public SeriesSet on(SeriesSet set) {
    Places.requireRows(set, series, row, row + 1);
    Places.requireObserved(set, channel);
    if (!Double.isFinite(value) || nearest(set.channels().get(channel), value) != value) {
      throw new IllegalArgumentException(
          EditWords.of(
              "movedValue.impossible", set.channels().get(channel).name(), NumberWords.of(value)));
    }
    return ChangedRows.in(
        set,
        series,
        (t, values) -> {
          if (t != row) return false;
          values[channel] = value;
          return true;
        });
  }

  @Override
  public String words(SeriesSet set) {
    return EditWords.of(
        "moved",
        set.channels().get(channel).name(),
        row + 1,
        set.series().get(series).name(),
        EditWords.number(value));
  }

  @Override
  public Optional<Edit> with(Edit later) {
    return later instanceof MovedValue other
            && other.series == series
            && other.row == row
            && other.channel == channel
        ? Optional.of(later)
        : Optional.empty();
  }
}
