package undercurrent.series;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Locale;

/** Writes a time as the cells of a time column do. */
record StampWords(TimeForm form, boolean hasOffset, long origin) {
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
  private static final double SECONDS_A_DAY = 86_400;

  static StampWords of(Draft draft, Column time) {
    String first = draft.table().rows().getFirst()[time.index()];
    return new StampWords(draft.timeForm(), TimeCells.hasOffset(first), draft.origin());
  }

  String of(double time) {
    return switch (form) {
      case ROW_NUMBER, NUMBER, YEAR -> digits(time, origin);
      case EPOCH_SECONDS -> digits(Math.rint(time * SECONDS_A_DAY), 0);
      case EPOCH_MILLISECONDS -> digits(Math.rint(time * 1000 * SECONDS_A_DAY), 0);
      case QUARTER ->
          String.format(
              Locale.ROOT,
              "%d-Q%d",
              date(time).getYear(),
              date(time).get(IsoFields.QUARTER_OF_YEAR));
      case HALF_YEAR -> HalfYears.written("YH#", date(time).toLocalDate());
      case EXCEL_DAYS -> ExcelDays.number(time);
      case TIME_OF_DAY -> written(time, date(time).getSecond() == 0 ? "HH:mm" : "HH:mm:ss");
      case MONTH -> written(time, "uuuu-MM");
      case WEEK ->
          String.format(
              Locale.ROOT,
              "%d-W%02d",
              date(time).get(WeekFields.ISO.weekBasedYear()),
              date(time).get(WeekFields.ISO.weekOfWeekBasedYear()));
      case YEAR_MONTH_DAY, DAY_MONTH_YEAR, MONTH_DAY_YEAR -> moment(time);
    };
  }

  /** The same for numbers that are dates. */
  String ofDate(double time) {
    return switch (form) {
      case EPOCH_SECONDS, EPOCH_MILLISECONDS, EXCEL_DAYS -> moment(time);
      default -> of(time);
    };
  }

  private String moment(double time) {
    LocalDateTime moment = date(time);
    String zone = hasOffset ? " UTC" : "";
    if (moment.toLocalTime().toSecondOfDay() == 0) return written(time, "uuuu-MM-dd");
    return written(time, moment.getSecond() == 0 ? "uuuu-MM-dd HH:mm" : "uuuu-MM-dd HH:mm:ss")
        + zone;
  }

  private static String digits(double number, long origin) {
    return new BigDecimal(Double.toString(number))
        .add(BigDecimal.valueOf(origin))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String written(double time, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(date(time));
  }

  /** The moment of so many days since 1970, to the nearest millisecond. */
  static LocalDateTime date(double days) {
    return EPOCH.plus(Math.round(days * 1000 * SECONDS_A_DAY), ChronoUnit.MILLIS);
  }
}
