package undercurrent.series;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a file writes its dates where that is not ISO 8601: as half years, as the day numbers of a
 * spreadsheet, or as times of day without a date. What is written by the program is written so too.
 *
 * @param text as documents keep it: a pattern of times of day such as {@code HH:mm}, a half year
 *     such as {@code YH#}, {@code excel-days}, or nothing for ISO 8601
 */
public record StampForm(String text) {
  /** Dates and moments in UTC, {@code 2020-01-01T00:00:00Z}. */
  public static final StampForm ISO = new StampForm("");

  private static final int LOOKED_AT = 2000;
  private static final String EXCEL_DAYS = "excel-days";
  private static final Pattern HALF_YEAR =
      Pattern.compile("[Yy][-/:_. ']?[HhSs]#|[HhSs]#[-/:_. ']?[Yy]|#[HhSs][-/:_. ']?[Yy]");
  private static final List<String> CLOCKS =
      List.of(
          "HH:mm",
          "H:mm",
          "HH:mm:ss",
          "H:mm:ss",
          "HH:mm:ss.S",
          "HH:mm:ss.SS",
          "HH:mm:ss.SSS",
          "h:mm a",
          "hh:mm a",
          "h:mm:ss a",
          "hh:mm:ss a");

  /**
   * @throws IllegalArgumentException when it is none of them
   */
  public StampForm {
    boolean isKnown =
        text.isEmpty()
            || text.equals(EXCEL_DAYS)
            || CLOCKS.contains(text)
            || HALF_YEAR.matcher(text).matches();
    if (!isKnown) throw new IllegalArgumentException("There is no form of times '" + text + "'.");
  }

  /** That of the cells of a column. */
  static StampForm of(Draft draft, Column column) {
    List<String> cells =
        draft.table().rows().stream()
            .map(row -> row[column.index()])
            .filter(cell -> !Cells.isMissing(cell))
            .limit(LOOKED_AT)
            .toList();
    return switch (draft.timeForm()) {
      case EXCEL_DAYS -> new StampForm(EXCEL_DAYS);
      case TIME_OF_DAY -> new StampForm(clock(cells));
      case HALF_YEAR ->
          cells.stream().findFirst().flatMap(HalfYears::template).map(StampForm::new).orElse(ISO);
      default -> ISO;
    };
  }

  /** The pattern that all cells are written in, or else one to the minute or the millisecond. */
  private static String clock(List<String> cells) {
    return CLOCKS.stream()
        .filter(p -> cells.stream().allMatch(c -> clock(p, TimesOfDay.of(c)).equals(c)))
        .findFirst()
        .orElseGet(
            () -> cells.stream().allMatch(StampForm::hasWholeMinutes) ? "HH:mm" : "HH:mm:ss.SSS");
  }

  private static boolean hasWholeMinutes(String cell) {
    LocalDateTime moment = StampWords.date(TimesOfDay.of(cell));
    return moment.getSecond() == 0 && moment.getNano() == 0;
  }

  private static String clock(String pattern, double days) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(StampWords.date(days));
  }

  /** True when there are only times of day, so that no date is known. */
  public boolean isClock() {
    return CLOCKS.contains(text);
  }

  public boolean isIso() {
    return text.isEmpty();
  }

  /** A moment, in days since 1970. */
  public String of(double days) {
    if (text.isEmpty()) throw new IllegalStateException("This is written as ISO 8601.");
    if (text.equals(EXCEL_DAYS)) return ExcelDays.number(days);
    return isClock()
        ? clock(text, days)
        : HalfYears.written(text, StampWords.date(days).toLocalDate());
  }
}
