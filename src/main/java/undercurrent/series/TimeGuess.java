package undercurrent.series;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides which column is the time and how it is written, and reads it. */
final class TimeGuess {
  /** Names that mean time whatever the numbers are. */
  private static final Set<String> TIMES =
      Set.of(
          "time",
          "times",
          "date",
          "dates",
          "datetime",
          "timestamp",
          "year",
          "years",
          "epoch",
          "unixtime",
          "ds",
          "jahr",
          "datum",
          "zeit",
          "fecha",
          "ann\u00E9e");

  /** Short names that mean time when the numbers grow, before any counter of rows. */
  private static final Set<String> CLOCKS = Set.of("t", "elapsed");

  /** Names that mean time when the column comes first. */
  private static final Set<String> FIRST =
      Set.of("phase", "sec", "secs", "unix", "unix_time", "ts", "datenum");

  /** Julian dates of astronomy, alone or as in {@code JD_UTC}. */
  private static final Pattern JULIAN =
      Pattern.compile("(?:[bhmrt]|bt|bk)?jd(?:[_ .-].*)?", Pattern.CASE_INSENSITIVE);

  /** Names that mean time only when the numbers grow. */
  private static final Set<String> COUNTERS =
      Set.of(
          "step",
          "steps",
          "index",
          "idx",
          "frame",
          "day",
          "days",
          "week",
          "month",
          "quarter",
          "hour",
          "hours",
          "minute",
          "minutes",
          "second",
          "seconds",
          "n",
          "i",
          "tick",
          "sample",
          "period",
          "age",
          "row",
          "timestep");

  /** Forms of cells that are dates, in the order in which they are tried. */
  static final List<TimeForm> DATES =
      List.of(
          TimeForm.YEAR_MONTH_DAY,
          TimeForm.MONTH,
          TimeForm.QUARTER,
          TimeForm.HALF_YEAR,
          TimeForm.WEEK,
          TimeForm.DAY_MONTH_YEAR,
          TimeForm.MONTH_DAY_YEAR);

  private static final double MOST = 0.8;
  private static final double SOME = 0.5;
  private final Draft draft;
  private final Optional<TimeForm> wanted;

  private TimeGuess(Draft draft, Optional<TimeForm> wanted) {
    this.draft = draft;
    this.wanted = wanted;
  }

  static void decide(Draft draft, Optional<TimeForm> wanted) {
    if (wanted.equals(Optional.of(TimeForm.ROW_NUMBER))) return;
    TimeGuess guess = new TimeGuess(draft, wanted);
    guess.column().ifPresent(guess::read);
  }

  private Optional<Column> column() {
    Optional<Column> chosen = draft.first(ColumnUse.TIME);
    if (chosen.isPresent()) return chosen;
    List<Column> open = draft.open();
    return first(
            open, c -> c.isText() && dateForm(c).isPresent(), SeriesWords.of("timeGuess.dates"))
        .or(() -> first(open, c -> areTimesOfDay(c), SeriesWords.of("timeGuess.timesOfDay")))
        .or(
            () ->
                first(
                    open,
                    c -> c.isNumber() && isNamed(c, TIMES),
                    SeriesWords.of("timeGuess.named")))
        .or(() -> first(open, c -> isFirstNamed(c), SeriesWords.of("timeGuess.firstNamed")))
        .or(() -> first(open, c -> isGrowingX(c), SeriesWords.of("timeGuess.growingX")))
        .or(() -> first(open, c -> isCounter(c, open, CLOCKS), SeriesWords.of("timeGuess.clock")))
        .or(
            () ->
                first(open, c -> isCounter(c, open, COUNTERS), SeriesWords.of("timeGuess.counter")))
        .or(
            () ->
                first(
                    open,
                    c -> c.index() == 0 && !isAlone() && grows(c) && digitsForm(c).isPresent(),
                    SeriesWords.of("timeGuess.digits")))
        .or(
            () ->
                first(
                    open,
                    c -> !isAlone() && EpochNumbers.form(c).isPresent(),
                    SeriesWords.of("timeGuess.epoch")))
        .or(() -> first(open, c -> isFirstAndEven(c), SeriesWords.of("timeGuess.even")));
  }

  private Optional<Column> first(
      List<Column> open, java.util.function.Predicate<Column> test, String reason) {
    Optional<Column> found = open.stream().filter(test).findFirst();
    found.ifPresent(c -> draft.use(c, ColumnUse.TIME, reason));
    return found;
  }

  static boolean isNamed(Column column, Set<String> words) {
    String name = UnitName.of(column.name()).name().toLowerCase(Locale.ROOT);
    if (words.contains(name)) return true;
    if (words != TIMES) return false;
    for (String word : UnitName.words(column.name())) if (words.contains(word)) return true;
    return false;
  }

  /** True for a word that means time, whatever stands below it. */
  static boolean isTimeWord(String word) {
    return TIMES.contains(word) || CLOCKS.contains(word) || COUNTERS.contains(word);
  }

  private boolean isFirstNamed(Column column) {
    return column.index() == 0 && column.isNumber() && !isAlone() && isMeantFirst(column);
  }

  private static boolean isMeantFirst(Column column) {
    String name = UnitName.of(column.name()).name().toLowerCase(Locale.ROOT);
    return FIRST.contains(name) || isJulian(column);
  }

  /** True for days of the Julian count. */
  static boolean isJulian(Column column) {
    return JULIAN.matcher(column.name()).matches();
  }

  /** True for a name that means time, whatever the cells are. */
  static boolean isNamedTime(Column column) {
    return isNamed(column, TIMES) || isMeantFirst(column);
  }

  /** True for a name that means time where the numbers grow. */
  static boolean isNamedCounter(Column column) {
    return isNamed(column, CLOCKS) || isNamed(column, COUNTERS);
  }

  private boolean isGrowingX(Column column) {
    String name = UnitName.of(column.name()).name();
    return column.index() == 0 && name.equalsIgnoreCase("x") && !isAlone() && grows(column);
  }

  /** A counter grows all the way, or starts again with each series. */
  private boolean isCounter(Column column, List<Column> open, Set<String> names) {
    if (!column.isNumber() || !isNamed(column, names) || isAlone()) return false;
    double[] numbers = column.numbers();
    int grows = 0;
    int falls = 0;
    for (int row = 1; row < numbers.length; row++) {
      if (numbers[row] > numbers[row - 1]) grows++;
      if (numbers[row] < numbers[row - 1]) falls++;
    }
    boolean rises = grows >= MOST * (numbers.length - 1);
    // A month that runs 1 … 12 again and again is a season, not a time.
    boolean starts =
        falls == 0
            || draft.first(ColumnUse.SERIES).isPresent()
            || open.stream().anyMatch(SeriesGuess::isNamedLikeSeries);
    return numbers.length > 1 && ((rises && starts) || falls == numbers.length - 1);
  }

  /** The only column is what was measured. */
  private boolean isAlone() {
    return draft.columns().size() < 2;
  }

  private boolean isFirstAndEven(Column column) {
    if (draft.table().header() || column.index() != 0 || isAlone()) return false;
    double[] numbers = column.numbers();
    if (numbers.length < 3) return false;
    double step = numbers[1] - numbers[0];
    for (int row = 1; row < numbers.length; row++) {
      double difference = numbers[row] - numbers[row - 1] - step;
      if (!(step > 0) || !(Math.abs(difference) <= 1e-6 * step)) return false;
    }
    return true;
  }

  private void read(Column column) {
    TimeForm form = wanted.orElseGet(() -> form(column));
    int rows = draft.table().rows().size();
    double[] times = new double[rows];
    for (int row = 0; row < rows; row++) times[row] = parse(column, row, form);
    LongNumbers.relate(draft, column, form, times);
    TimeNotes.settleCenturies(draft, column, times);
    draft.time(form, times);
    if (wanted.isEmpty()) TimeNotes.add(draft, column);
  }

  private double parse(Column column, int row, TimeForm form) {
    return TimeCells.parse(draft.table().rows().get(row)[column.index()], form, draft.sign());
  }

  private TimeForm form(Column column) {
    if (column.isNumber()) return numberForm(column);
    return dateForm(column).orElse(areTimesOfDay(column) ? TimeForm.TIME_OF_DAY : TimeForm.NUMBER);
  }

  private TimeForm numberForm(Column column) {
    boolean isNamed = isNamed(column, TIMES) || (column.index() == 0 && isMeantFirst(column));
    Optional<TimeForm> digits = isJulian(column) ? Optional.empty() : digitsForm(column);
    if (digits.isPresent()) return digits.get();
    if (ExcelDays.areIn(column)) return TimeForm.EXCEL_DAYS;
    if (!isNamed) return EpochNumbers.form(column).orElse(TimeForm.NUMBER);
    if (!column.isWhole() || isJulian(column)) return TimeForm.NUMBER;
    if (column.isWithin(1500, 2200)) return TimeForm.YEAR;
    if (column.isWithin(1e8, 5e9)) return TimeForm.EPOCH_SECONDS;
    return column.isWithin(1e11, 5e12) ? TimeForm.EPOCH_MILLISECONDS : TimeForm.NUMBER;
  }

  /** True for three numbers or more that grow all the way. */
  static boolean grows(Column column) {
    double[] numbers = column.numbers();
    for (int row = 1; row < numbers.length; row++) {
      if (!(numbers[row] > numbers[row - 1])) return false;
    }
    return numbers.length > 2;
  }

  /** {@code 200101} and {@code 20010131}. */
  private Optional<TimeForm> digitsForm(Column column) {
    if (!column.isWhole()) return Optional.empty();
    TimeForm form = column.isWithin(150_001, 220_012) ? TimeForm.MONTH : TimeForm.YEAR_MONTH_DAY;
    boolean countsDays = isNamed(column, TIMES) && column.isWithin(1_500_001, 2_200_366);
    boolean isInRange =
        form == TimeForm.MONTH || countsDays || column.isWithin(15_000_101, 22_001_231);
    return isInRange && share(column, form) == 1 ? Optional.of(form) : Optional.empty();
  }

  /** True for times of day in the first column, or in one whose name means them. */
  private boolean areTimesOfDay(Column column) {
    boolean isPlace = column.index() == 0 || TimesOfDay.isNamed(column.name());
    double enough = isNamed(column, TIMES) ? SOME : MOST;
    return isPlace && column.isText() && sampleShare(column, TimeForm.TIME_OF_DAY) >= enough;
  }

  private Optional<TimeForm> dateForm(Column column) {
    // What is called a time may have cells that are none: they are complained of by row.
    double enough = isNamed(column, TIMES) ? SOME : MOST;
    if (wanted.isPresent() && sampleShare(column, wanted.get()) >= enough) return wanted;
    if (CalendarCodes.countsQuarters(
        draft.table().rows().stream().map(r -> r[column.index()]).toList())) {
      return Optional.of(TimeForm.QUARTER);
    }
    Optional<TimeForm> found =
        DATES.stream().filter(f -> sampleShare(column, f) >= enough).findFirst();
    // Three short numbers may be anything, such as a version.
    boolean isShort =
        draft.table().rows().stream().limit(1).anyMatch(r -> DayCells.isShort(r[column.index()]));
    if (isShort && !isNamed(column, TIMES)) return Optional.empty();
    boolean dayOrMonthFirst =
        sampleShare(column, TimeForm.DAY_MONTH_YEAR) + sampleShare(column, TimeForm.MONTH_DAY_YEAR)
            >= enough;
    if (found.isPresent() && found.get().compareTo(TimeForm.DAY_MONTH_YEAR) < 0) return found;
    return dayOrMonthFirst ? Optional.of(DayOrMonthFirst.of(draft, column)) : found;
  }

  private double sampleShare(Column column, TimeForm form) {
    return share(column, form, 50);
  }

  private double share(Column column, TimeForm form) {
    return share(column, form, Integer.MAX_VALUE);
  }

  /** The share of the first cells that are written in this form. */
  private double share(Column column, TimeForm form, int most) {
    int seen = 0;
    int fit = 0;
    List<String[]> rows = draft.table().rows();
    for (int row = 0; row < rows.size() && seen < most; row++) {
      if (Cells.isMissing(rows.get(row)[column.index()])) continue;
      seen++;
      if (!Double.isNaN(parse(column, row, form))) fit++;
    }
    return seen == 0 ? 0 : fit / (double) seen;
  }
}
