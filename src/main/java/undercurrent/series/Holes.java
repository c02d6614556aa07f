package undercurrent.series;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows that a calendar expects and a table does not have: finds them, fills them in, says so. */
final class Holes {
  /** Beside each row of the table, so many are filled in unless a person asks for more. */
  private static final int MOST_A_ROW = 10;

  private static final long MOST_CELLS = 5_000_000;
  private static final int SHOWN = 3;
  private static final double HOUR = 1 / 24.0;
  private final Draft draft;
  private final Column column;
  private final StampWords words;
  private final Calendar calendar;

  /** Runs of missing rows, in the order of the file. */
  private final List<Run> runs = new ArrayList<>();

  private long missing;

  /** Missing rows after a row of the table. */
  private record Run(int row, double after, long count) {}

  Holes(Draft draft, Column column, Calendar calendar) {
    this.draft = draft;
    this.column = column;
    this.calendar = calendar;
    this.words = StampWords.of(draft, column);
  }

  /**
   * The rows of all series with those that are missing, as far as they are wanted.
   *
   * @param all rows of the table, and their times
   */
  List<SeriesRows> filled(List<SeriesRows> all) {
    for (SeriesRows rows : all) find(rows);
    if (missing == 0) {
      if (!calendar.expectsEveryStep()) notePauses();
      return all;
    }
    RowSpacing spacing = spacing(all.stream().mapToLong(SeriesRows::length).sum());
    draft.spacing(spacing);
    note(spacing);
    if (spacing == RowSpacing.CONSECUTIVE) return all;
    requireNoInputs();
    return all.stream().map(this::filled).toList();
  }

  private void find(SeriesRows rows) {
    for (int t = 1; t < rows.length(); t++) {
      long count = calendar.steps(rows.times()[t - 1], rows.times()[t]) - 1;
      if (count <= 0) continue;
      missing += count;
      runs.add(new Run(rows.rows().get(t - 1), rows.times()[t - 1], count));
    }
  }

  private RowSpacing spacing(long rows) {
    boolean fits = missing + rows <= MOST_CELLS / draft.columns().size();
    Optional<RowSpacing> chosen = draft.chosenSpacing();
    if (chosen.isEmpty()) {
      return calendar.expectsEveryStep() && fits && missing <= MOST_A_ROW * rows
          ? RowSpacing.CALENDAR
          : RowSpacing.CONSECUTIVE;
    }
    if (chosen.get() == RowSpacing.CALENDAR && !fits) {
      throw SeriesException.in(
          draft.table().file(),
          SeriesWords.of(
              "holes.tooMany", count(missing), calendar.words(), column.name(), places(runs)));
    }
    return chosen.get();
  }

  private void note(RowSpacing spacing) {
    if (!calendar.expectsEveryStep()) {
      notePauses();
      return;
    }
    List<Run> skipped = runs.stream().filter(this::isSkippedHour).toList();
    List<Run> others = runs.stream().filter(r -> !isSkippedHour(r)).toList();
    if (!others.isEmpty()) draft.note(sentence(others, spacing));
    if (!skipped.isEmpty()) draft.note(skippedHour(skipped, spacing));
  }

  private String sentence(List<Run> some, RowSpacing spacing) {
    long count = some.stream().mapToLong(Run::count).sum();
    String what =
        spacing == RowSpacing.CALENDAR
            ? "filled"
            : draft.chosenSpacing().isPresent() ? "chosen" : "closed";
    return SeriesWords.counted(
        "holes." + what, count, count(count), calendar.words(), column.name(), places(some));
  }

  private String skippedHour(List<Run> skipped, RowSpacing spacing) {
    LocalDateTime local = StampWords.date(calendar.after(skipped.getFirst().after(), 1));
    String later = StampWords.date(skipped.getFirst().after()).plusHours(2).toString();
    String key = spacing == RowSpacing.CALENDAR ? "holes.daylight.filled" : "holes.daylight.closed";
    return SeriesWords.counted(
        key,
        skipped.size(),
        local.toString().replace('T', ' '),
        column.name(),
        later,
        skipped.size() - 1);
  }

  /** The hour that clocks are put forward by, in times without an offset. */
  private boolean isSkippedHour(Run run) {
    if (!(calendar instanceof EvenSteps steps) || !words.form().hasDays() || words.hasOffset())
      return false;
    if (steps.step() > HOUR + 1e-9 || Math.abs(run.count() * steps.step() - HOUR) > 1e-6) {
      return false;
    }
    return DaylightSaving.isSkipped(StampWords.date(calendar.after(run.after(), 1)))
        && DaylightSaving.isSkipped(
            StampWords.date(calendar.after(run.after(), (int) run.count())));
  }

  private void notePauses() {
    if (!(calendar instanceof WorkingTimes)) return;
    if (missing == 0) {
      draft.note(SeriesWords.of("holes.pauses", column.name(), calendar.words()));
      return;
    }
    boolean isFilled = draft.chosenSpacing().equals(Optional.of(RowSpacing.CALENDAR));
    draft.note(
        SeriesWords.counted(
            isFilled ? "holes.pauses.filled" : "holes.pauses.holidays",
            missing,
            column.name(),
            calendar.words(),
            count(missing),
            places(runs)));
  }

  /** "2011-05, 2012-03 to 2012-04 and 4 more places". */
  private String places(List<Run> some) {
    List<String> places = new ArrayList<>();
    for (Run run : some.subList(0, Math.min(SHOWN, some.size()))) {
      String first = words.of(calendar.after(run.after(), 1));
      places.add(
          run.count() == 1
              ? first
              : run.count() > Integer.MAX_VALUE
                  ? SeriesWords.of("holes.andOn", first)
                  : SeriesWords.of("holes.run", first, words.of(last(run))));
    }
    int more = some.size() - places.size();
    String list = String.join(", ", places);
    return more == 0 ? list : SeriesWords.counted("holes.more", more, list, more);
  }

  private double last(Run run) {
    return calendar.after(run.after(), (int) run.count());
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private void requireNoInputs() {
    Column input = draft.first(ColumnUse.INPUT).orElse(null);
    if (input == null) return;
    Run first = runs.getFirst();
    throw draft
        .table()
        .at(
            first.row(),
            column.index(),
            SeriesWords.of(
                "holes.input", words.of(calendar.after(first.after(), 1)), input.name()));
  }

  private SeriesRows filled(SeriesRows rows) {
    List<Integer> places = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    List<Boolean> missingHere = new ArrayList<>();
    for (int t = 0; t < rows.length(); t++) {
      double time = rows.times()[t];
      if (t > 0) {
        double before = rows.times()[t - 1];
        int count = (int) calendar.steps(before, time) - 1;
        for (int k = 1; k <= count; k++) {
          places.add(rows.rows().get(t - 1));
          times.add(calendar.after(before, k));
          missingHere.add(true);
        }
      }
      places.add(rows.rows().get(t));
      times.add(time);
      missingHere.add(false);
    }
    boolean[] filled = new boolean[times.size()];
    for (int t = 0; t < filled.length; t++) filled[t] = missingHere.get(t);
    return new SeriesRows(places, filled, times.stream().mapToDouble(t -> t).toArray());
  }
}
