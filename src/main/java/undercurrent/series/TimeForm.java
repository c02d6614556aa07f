package undercurrent.series;

/** How the cells of a time column are written. */
public enum TimeForm {
  /** There is no time column: rows are counted 0, 1, 2 … */
  ROW_NUMBER(false),
  /** Plain numbers. */
  NUMBER(false),
  /** Whole years such as 1871, kept as numbers. */
  YEAR(false),
  /** {@code 1959-Q1}, {@code 1959Q1}, {@code Q1 1959}, {@code 1959:1}, {@code Q1_59}. */
  QUARTER(true),
  /** {@code 2001H1}, {@code H1 2001}, {@code 1H01}, {@code 2001-S1}. */
  HALF_YEAR(true),
  /** {@code 1949-01}, {@code 1949M01}, {@code 194901}, {@code 1949 Jan}, {@code Jan-49}. */
  MONTH(true),
  /** {@code 1949-W07}. */
  WEEK(true),
  /**
   * {@code 1958-03-29}, {@code 1958/03/29}, {@code 1958-Mar-29}, each also with a time of day and
   * an offset; {@code 19580329}, and with the day of the year {@code 1958-088}, {@code 1958088}.
   */
  YEAR_MONTH_DAY(true),
  /**
   * {@code 29.3.1958}, {@code 29/03/1958}, {@code 29-Mar-1958}, {@code 29/3/58}, each also with a
   * time of day.
   */
  DAY_MONTH_YEAR(true),
  /** {@code 3/29/1958}, {@code March 29, 1958}, {@code 3/29/58}, each also with a time of day. */
  MONTH_DAY_YEAR(true),
  /** Seconds since 1970-01-01T00:00Z. */
  EPOCH_SECONDS(true),
  /** Milliseconds since 1970-01-01T00:00Z. */
  EPOCH_MILLISECONDS(true),
  /** Days since 1899-12-30, as spreadsheets count them: 43831 is 2020-01-01. */
  EXCEL_DAYS(true),
  /** {@code 09:10}, {@code 9:10:30 AM}; there is no date, and days are counted from the first. */
  TIME_OF_DAY(true);

  private final boolean isDate;

  TimeForm(boolean isDate) {
    this.isDate = isDate;
  }

  /** True when the times become days since 1970-01-01T00:00Z. */
  public boolean isDate() {
    return isDate;
  }

  /** True when the days are known, and not only the times of day. */
  boolean hasDays() {
    return isDate && this != TIME_OF_DAY;
  }
}
