package undercurrent.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Set;

/** Dates as spreadsheets count them, in days since 1899-12-30: 43831 is 2020-01-01. */
final class ExcelDays {
  /** Of 1970-01-01. */
  private static final int EPOCH = 25_569;

  /** From 1954 to 2050; later numbers are rather modified Julian dates. */
  private static final double FIRST = 20_000;

  private static final double LAST = 55_000;
  private static final double SECONDS_A_DAY = 86_400;
  private static final double MILLISECONDS_A_DAY = 86_400_000;

  /** A spreadsheet shows 15 digits. */
  private static final int DECIMALS = 10;

  private static final Set<String> DATES = Set.of("date", "dates", "datetime", "datum", "fecha");

  private ExcelDays() {}

  /** True for numbers of that size under a heading that says they are dates. */
  static boolean areIn(Column column) {
    return column.isNumber()
        && column.isWithin(FIRST, LAST)
        && Arrays.stream(UnitName.words(column.name())).anyMatch(DATES::contains);
  }

  /**
   * Days since 1970 of a cell: a whole second where its decimals allow it, else the nearest
   * millisecond.
   */
  static double time(String cell, double number) {
    int sign = Math.max(cell.lastIndexOf('.'), cell.lastIndexOf(','));
    double rounding = 0.5 * Math.pow(10, sign < 0 ? 0 : sign + 1 - cell.length());
    double second = Math.rint(number * SECONDS_A_DAY) / SECONDS_A_DAY;
    return (Math.abs(second - number) <= rounding
            ? second
            : Math.rint(number * MILLISECONDS_A_DAY) / MILLISECONDS_A_DAY)
        - EPOCH;
  }

  /** The number of a time. */
  static String number(double time) {
    return new BigDecimal(time + EPOCH)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
