package undercurrent.series;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import undercurrent.math.Randomness;

/** What may be odd about the times of a table. */
final class OddTimes {
  private static final int FEWEST = 9;
  private static final String[] NO_TIME = {
    "", "NaN", "2021-02-31", "2021-13-01", "31/31/2021", "noon", "2021-02-20T25:00:00Z", "inf"
  };
  private static final String[] FORMS = {
    "2021/3/%d",
    "%d/3/2021",
    "3/%d/2021",
    "%d-3-2021",
    "2021-03-%02d 12:00",
    "202103%02d",
    "2021-03-%02dT01:02:03.5+02:00",
    "%d.3.2021 11:30 PM",
    "2021-W%02d",
    "20%02d-Q1",
    "20%02d:1",
    "Mar-%02d",
    "20%02d Jan",
    "%d Mar 2021",
    "March %d, 2021",
    "2021-03-%02dT24:00",
    "20%02d-07",
    "Q1_%02d",
    "0001-01-%02d",
    "9999-12-%02d",
    "2021-03-%02dT12:59:60Z",
    "1.6%02de9"
  };

  /** Those of whole columns come first, so that they do not undo those of one cell. */
  static final List<Oddity> ALL =
      List.of(
          Oddity.any("rows missing", OddTimes::missing),
          Oddity.any("times far away", OddTimes::far),
          Oddity.any("times of many digits", OddTimes::digits),
          Oddity.any("a long gap", OddTimes::gap),
          Oddity.any("dates of some form", OddTimes::form),
          Oddity.any("a clock put forward", OddTimes::forward),
          Oddity.any("a clock put back", OddTimes::back),
          Oddity.any("a time that is none", OddTimes::none),
          Oddity.any("two times the same", OddTimes::same),
          Oddity.any("a time before the one above", OddTimes::before),
          Oddity.any("a time beyond all", OddTimes::huge),
          Oddity.any("all times reversed", OddTimes::reversed));

  private OddTimes() {}

  /** Only a column with a name of times is known to be one whatever is in it. */
  private static boolean isSure(Sheet sheet) {
    return sheet.rows.size() >= FEWEST
        && sheet.hasTime()
        && sheet.hasHeader
        && List.of("time", "date", "Datum", "timestamp", "year").contains(sheet.names.getFirst());
  }

  private static void refusedFor(Sheet sheet, Sheet.Row row) {
    if (!isSure(sheet)) sheet.mayBeRefused();
    sheet.isRefusedFor(row);
  }

  private static void none(Sheet sheet, Randomness random) {
    if (!sheet.hasTime()) return;
    Sheet.Row row = Oddity.laterRow(sheet, random);
    String cell = NO_TIME[random.below(NO_TIME.length)];
    if (sheet.separator == ' ' && cell.isEmpty()) cell = "NA";
    sheet.set(row, sheet.timeColumn, cell, false);
    refusedFor(sheet, row);
  }

  private static void same(Sheet sheet, Randomness random) {
    if (!sheet.hasTime()) return;
    int row = sheet.rows.size() / 2;
    Sheet.Cell cell = sheet.rows.get(row - 1).cells.get(sheet.timeColumn);
    sheet.set(sheet.rows.get(row), sheet.timeColumn, cell.text(), cell.isNumber());
    refusedFor(sheet, sheet.rows.get(row));
  }

  /** The rows may be those of several series, if some column tells them apart. */
  private static void before(Sheet sheet, Randomness random) {
    if (!sheet.hasTime()) return;
    int row = sheet.rows.size() / 2;
    sheet.rows.add(row, sheet.rows.remove(row - 1));
    sheet.mayBeRefused();
  }

  private static void reversed(Sheet sheet, Randomness random) {
    List<Sheet.Row> rows = List.copyOf(sheet.rows.reversed());
    sheet.rows.clear();
    sheet.rows.addAll(rows);
    sheet.mayBeRefused();
  }

  private static void huge(Sheet sheet, Randomness random) {
    if (!sheet.hasTime()) return;
    String[] cells = {"1e19", "1e308", "-2e18", "9999999999999999999999", "1e999", "Infinity"};
    Sheet.Row row = Oddity.laterRow(sheet, random);
    String cell = cells[random.below(cells.length)];
    sheet.set(row, sheet.timeColumn, cell, true);
    refusedFor(sheet, row);
  }

  private static void all(Sheet sheet, String name, IntFunction<String> cell, boolean isNumber) {
    if (!sheet.hasTime()) return;
    sheet.names.set(0, name);
    for (int r = 0; r < sheet.rows.size(); r++) {
      sheet.set(sheet.rows.get(r), 0, cell.apply(r), isNumber);
    }
  }

  private static void far(Sheet sheet, Randomness random) {
    String[] powers = {"e17", "e15", "e-300", "e-9", "e9"};
    String power = powers[random.below(powers.length)];
    all(sheet, "time", r -> (1 + r) / 1000.0 + power, true);
  }

  private static void digits(Sheet sheet, Randomness random) {
    long first = random.below(2) == 0 ? 1_600_000_000_000_000_000L : 100_000_000_000_000_000L;
    all(sheet, "time", r -> Long.toString(first + r), true);
    // Beyond 1e18 a time is none.
    if (first > 1e18) sheet.mayBeRefused();
  }

  private static void gap(Sheet sheet, Randomness random) {
    int last = sheet.rows.size() - 1;
    String[] ends = {"1000000000", "1e15", "9e17", "1000.5"};
    String end = ends[random.below(ends.length)];
    all(sheet, "time", r -> r == last ? end : Integer.toString(r), true);
  }

  /** Forms with more rows than a month has days run over its end. */
  private static void form(Sheet sheet, Randomness random) {
    String form = FORMS[random.below(FORMS.length)];
    sheet.tell(form);
    all(sheet, "date", r -> form.formatted(1 + r), false);
    sheet.mayBeRefused();
  }

  private static void hourly(Sheet sheet, List<LocalDateTime> stamps) {
    if (!sheet.hasTime()) return;
    String blank = sheet.separator == ' ' ? "T" : " ";
    all(sheet, "time", r -> stamps.get(r).toString().replace("T", blank), false);
  }

  private static void forward(Sheet sheet, Randomness random) {
    List<LocalDateTime> stamps = new ArrayList<>();
    LocalDateTime next = LocalDateTime.of(2021, 3, 28, 0, 0);
    for (int r = 0; r < sheet.rows.size(); r++) {
      stamps.add(next);
      next = next.plusHours(next.getDayOfMonth() == 28 && next.getHour() == 1 ? 2 : 1);
    }
    hourly(sheet, stamps);
  }

  private static void back(Sheet sheet, Randomness random) {
    if (!sheet.hasTime()) return;
    List<LocalDateTime> stamps = new ArrayList<>();
    LocalDateTime next = LocalDateTime.of(2021, 10, 31, 1, 0);
    for (int r = 0; r < sheet.rows.size(); r++) {
      stamps.add(r < 2 ? next.plusHours(r) : next.plusHours(r - 1));
    }
    hourly(sheet, stamps);
    // The first rows are few: a column may seem to tell series apart.
    if (sheet.rows.size() < FEWEST) sheet.mayBeRefused();
    sheet.isRefusedFor(sheet.rows.get(2));
  }

  private static void missing(Sheet sheet, Randomness random) {
    for (int i = sheet.rows.size() / 4; i > 0 && sheet.rows.size() > 3; i--) {
      sheet.rows.remove(sheet.rows.size() - 1 - random.below(sheet.rows.size() / 2));
    }
  }
}
