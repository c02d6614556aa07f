package undercurrent.command;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import undercurrent.report.CsvTable;
import undercurrent.series.TimeAxis;

/** Writes times in files: exact, and the same on every machine. */
final class FileNumbers {
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
  private static final double MILLISECONDS_A_DAY = 86_400_000;
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendLiteral('Z')
          .toFormatter(java.util.Locale.ROOT);

  private FileNumbers() {}

  /** A number without an exponent, so that a person finds the stamp of the file again. */
  private static String digits(TimeAxis axis, double time) {
    double size = Math.abs(time);
    if (!Double.isFinite(time)) return CsvTable.cell(time);
    boolean isUsual = size == 0 || (size >= 1e-3 && size < 1e7);
    return isUsual && axis.origin() == 0 ? CsvTable.cell(time) : axis.digits(time);
  }

  /**
   * A time as a number, as an ISO 8601 date and time in UTC, to the millisecond, or as the file
   * writes what is neither.
   */
  static String time(TimeAxis axis, double time) {
    if (!axis.isDate()) return digits(axis, time);
    if (!axis.stamps().isIso()) return axis.stamps().of(time);
    long milliseconds = Math.round(time * MILLISECONDS_A_DAY);
    return EPOCH.plus(milliseconds, ChronoUnit.MILLIS).format(DATE);
  }
}
