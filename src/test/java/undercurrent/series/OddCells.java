package undercurrent.series;

import java.util.List;
import java.util.Locale;
import undercurrent.math.Randomness;

/** What may be odd about the values of a table, and about how many there are. */
final class OddCells {
  private static final int FEWEST = 9;
  private static final int HUGE = 300_000;
  private static final int MOST_COLUMNS = 10_000;
  private static final String[] WORDS = {"abc", "1.2.3", "12 apples", "--5", "1e", "0x1F", "#12"};
  private static final String[] TOO_LARGE = {"inf", "-Infinity", "1e300", "-2e18", "1e999"};

  /** Those of whole columns come first, so that they do not undo those of one cell. */
  static final List<Oddity> ALL =
      List.of(
          Oddity.any("the smallest numbers", (s, r) -> all(s, r, "4.9e-324", "-0.0")),
          Oddity.any("the largest numbers", (s, r) -> all(s, r, "9.9e17", "-9.9e17")),
          Oddity.any("a constant column", (s, r) -> all(s, r, "7", "7")),
          Oddity.any("only zeros and ones", (s, r) -> all(s, r, "0", "1")),
          Oddity.any("codes for missing", OddCells::codes),
          Oddity.any("minus signs of all kinds", OddCells::minus),
          Oddity.any("numbers with marks", OddCells::marks),
          Oddity.text("thousands signs", OddCells::thousands),
          Oddity.text("decimal commas", OddCells::commas),
          Oddity.any("a column without values", OddCells::empty),
          Oddity.any("a column of words", OddCells::words),
          Oddity.any("a column of huge words", OddCells::hugeWords),
          Oddity.any("many columns", OddCells::wide),
          Oddity.any("far too many columns", OddCells::tooWide),
          Oddity.text("two decimal signs", OddCells::twoSigns),
          Oddity.any("a number of 300,000 digits", OddCells::longNumber),
          Oddity.any("a word among numbers", OddCells::word),
          Oddity.any("a number beyond all", OddCells::huge),
          Oddity.any("one row", (s, r) -> keep(s, 1)),
          Oddity.any("two rows", (s, r) -> keep(s, 2)),
          Oddity.any("no row", (s, r) -> keep(s, 0)));

  private OddCells() {}

  /** A word in a column of words is nothing odd. */
  private static boolean isOfNumbers(Sheet sheet, int column) {
    return sheet.rows.getFirst().cells.get(column).isNumber();
  }

  private static void word(Sheet sheet, Randomness random) {
    Sheet.Row row = Oddity.laterRow(sheet, random);
    if (sheet.rows.size() < FEWEST) sheet.mayBeRefused();
    int column = Oddity.channel(sheet, random);
    if (!isOfNumbers(sheet, column)) return;
    sheet.set(row, column, WORDS[random.below(WORDS.length)].replace(' ', '_'), false);
    sheet.isRefusedFor(row);
  }

  private static void huge(Sheet sheet, Randomness random) {
    Sheet.Row row = Oddity.laterRow(sheet, random);
    if (sheet.rows.size() < FEWEST) sheet.mayBeRefused();
    String cell = TOO_LARGE[random.below(TOO_LARGE.length)];
    int column = Oddity.channel(sheet, random);
    if (!isOfNumbers(sheet, column)) return;
    sheet.set(row, column, cell, true);
    sheet.isRefusedFor(row);
  }

  private static void all(Sheet sheet, Randomness random, String one, String other) {
    int column = Oddity.channel(sheet, random);
    sheet.mayTellSeriesApart();
    for (int r = 0; r < sheet.rows.size(); r++) {
      sheet.set(sheet.rows.get(r), column, r % 2 == 0 ? one : other, true);
    }
  }

  private static void codes(Sheet sheet, Randomness random) {
    String[] codes = {"-999", "9999", "-99.9", "-32768", "1e30"};
    String code = codes[random.below(codes.length - 1)];
    int column = Oddity.channel(sheet, random);
    for (Sheet.Row row : sheet.rows) if (random.below(6) == 0) sheet.set(row, column, code, true);
  }

  private static void minus(Sheet sheet, Randomness random) {
    sheet.mayBeRefused();
    String signs = "\u2212\u2013\uFE63\uFF0D\u2010+";
    int column = Oddity.channel(sheet, random);
    for (Sheet.Row row : sheet.rows) {
      sheet.set(row, column, signs.charAt(random.below(6)) + "1.5", true);
    }
  }

  private static void marks(Sheet sheet, Randomness random) {
    sheet.mayBeRefused();
    String[] marks = {"$1.5", "1.5%", "1.5 kg", "<0.5", "1.5*", "(1.5)", "~1", "\u20AC 5", "1'000"};
    String mark = marks[random.below(marks.length)];
    int column = Oddity.channel(sheet, random);
    for (Sheet.Row row : sheet.rows) {
      if (random.below(3) > 0) sheet.set(row, column, mark, true);
    }
  }

  private static void add(Sheet sheet, String name, String cell) {
    sheet.names.add(name);
    if (!sheet.units.isEmpty()) sheet.units.add(sheet.separator == ' ' ? "NA" : "");
    for (Sheet.Row row : sheet.rows) row.cells.add(new Sheet.Cell(cell, false));
  }

  private static void empty(Sheet sheet, Randomness random) {
    add(sheet, "nothing", sheet.separator == ' ' ? "NA" : "");
  }

  private static void words(Sheet sheet, Randomness random) {
    add(sheet, "remark", sheet.separator == ' ' ? "fine" : "all is, \"so to say\", fine");
  }

  private static void hugeWords(Sheet sheet, Randomness random) {
    if (sheet.rows.size() > FEWEST) return;
    add(sheet, "remark", "long".repeat(HUGE / 4));
  }

  private static void longNumber(Sheet sheet, Randomness random) {
    Sheet.Row row = Oddity.laterRow(sheet, random);
    if (sheet.rows.size() < FEWEST) sheet.mayBeRefused();
    // A number of so many digits is no JSON to its reader.
    if (sheet.isJson) sheet.mayBeRefused();
    boolean isLarge = random.below(2) == 0;
    String cell = isLarge ? "7".repeat(HUGE) : "0" + sheet.decimalSign + "3".repeat(HUGE);
    int column = Oddity.channel(sheet, random);
    if (!isOfNumbers(sheet, column)) return;
    if (isLarge) sheet.isRefusedFor(row);
    sheet.set(row, column, cell, true);
  }

  private static void wide(Sheet sheet, Randomness random) {
    if (sheet.rows.size() > FEWEST) return;
    int more = 200 + random.below(3_000);
    for (int c = 0; c < more; c++) {
      sheet.names.add("wide" + c);
      if (!sheet.units.isEmpty()) sheet.units.add("kg");
      for (Sheet.Row row : sheet.rows) {
        row.cells.add(new Sheet.Cell(Integer.toString(random.below(1_000)), true));
      }
    }
  }

  private static void tooWide(Sheet sheet, Randomness random) {
    if (sheet.rows.size() > FEWEST) return;
    for (int c = 0; c < MOST_COLUMNS; c++) add(sheet, "wide" + c, "1");
    sheet.isRefused();
  }

  private static void keep(Sheet sheet, int rows) {
    while (sheet.rows.size() > rows) sheet.rows.removeLast();
    sheet.isRefused();
  }

  private static void thousands(Sheet sheet, Randomness random) {
    int column = Oddity.channel(sheet, random);
    // Commas may then separate as well as blanks.
    if (sheet.separator == ' ') sheet.mayBeRefused();
    for (Sheet.Row row : sheet.rows) {
      sheet.set(row, column, String.format(Locale.ROOT, "%,.2f", 9e4 * random.normal()), true);
    }
  }

  private static void commas(Sheet sheet, Randomness random) {
    if (sheet.separator == ',') sheet.separator = ';';
    // Commas may then separate as well as blanks.
    if (sheet.separator == ' ') sheet.mayBeRefused();
    sheet.decimalSign = ',';
    if (sheet.timeColumn >= 0 && sheet.names.getFirst().isEmpty()) sheet.mayBeRefused();
    for (Sheet.Row row : sheet.rows) {
      for (int c = 0; c < sheet.width(); c++) {
        Sheet.Cell cell = row.cells.get(c);
        if (!cell.isNumber()) continue;
        // Both signs have then become one.
        if (cell.text().indexOf(',') >= 0) sheet.mayBeRefused();
        sheet.set(row, c, cell.text().replace('.', ','), true);
      }
    }
  }

  private static void twoSigns(Sheet sheet, Randomness random) {
    sheet.mayBeRefused();
    Sheet.Row row = Oddity.laterRow(sheet, random);
    sheet.set(row, Oddity.channel(sheet, random), random.below(2) == 0 ? "1,5" : "1.5", true);
  }
}
