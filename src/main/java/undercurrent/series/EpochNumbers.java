package undercurrent.series;

import java.util.Optional;

/**
 * A first column of numbers without a telling name that count seconds or milliseconds since 1970.
 */
final class EpochNumbers {
  /** From 1999 to 2036, so that few other numbers lie there. */
  private static final double FIRST = 9.3e8;

  private static final double LAST = 2.1e9;
  private static final double THOUSAND = 1000;

  private EpochNumbers() {}

  /** The form of whole numbers of that size that grow all the way and are no identifiers. */
  static Optional<TimeForm> form(Column column) {
    boolean isPossible =
        column.index() == 0
            && column.isWhole()
            && !SeriesGuess.isIdentifier(column)
            && TimeGuess.grows(column);
    if (!isPossible) return Optional.empty();
    if (column.isWithin(FIRST, LAST)) return Optional.of(TimeForm.EPOCH_SECONDS);
    return column.isWithin(FIRST * THOUSAND, LAST * THOUSAND)
        ? Optional.of(TimeForm.EPOCH_MILLISECONDS)
        : Optional.empty();
  }
}
