package undercurrent.series;

import java.util.List;
import undercurrent.math.Randomness;

/** What may be odd about the names of columns. */
final class OddHeaders {
  private static final String[] UNSEEN = {
    "\u009B31m", "\u202Ex", "a\u200Bb", "\uFEFFx", "\uD83D\uDE80", "e\u0301\u0301\u0301", "\u00A0x"
  };
  private static final String[] MEANT = {
    "split", "series", "id", "u", "flow_sd", "time", "date", "lat", "lon", "latitude", "n", "step",
    "count", "truth", "x_obs", "unit", "value", "year", "hour", "#", "NaN", "-", "0", "sep=,"
  };

  static final List<Oddity> ALL =
      List.of(
          Oddity.any("an empty name", (s, r) -> name(s, r, "")),
          Oddity.any("a blank name", (s, r) -> name(s, r, s.separator == ' ' ? "" : "  \t ")),
          Oddity.any("a name twice", (s, r) -> name(s, r, s.names.getLast())),
          Oddity.any("all names the same", OddHeaders::allSame),
          Oddity.any("a name of 10,000 letters", (s, r) -> name(s, r, "q".repeat(10_000))),
          Oddity.any("a name of 300,000 letters", (s, r) -> name(s, r, "wide".repeat(75_000))),
          Oddity.any("unseen signs in a name", OddHeaders::unseen),
          Oddity.any("control signs in a name", OddHeaders::control),
          Oddity.any("marks in a name", OddHeaders::marks),
          Oddity.any("a line break in a name", OddHeaders::lineBreak),
          Oddity.any("a name that means something", OddHeaders::meant),
          Oddity.text("names that are numbers", OddHeaders::numbers),
          Oddity.text("no names", OddHeaders::none),
          Oddity.text("a hash sign before the names", OddHeaders::hash),
          Oddity.text("a row of units", OddHeaders::units));

  private OddHeaders() {}

  private static void name(Sheet sheet, Randomness random, String name) {
    // Blanks between cells cannot say that one of them is empty.
    if (name.isEmpty() && sheet.separator == ' ' && !sheet.isJson) sheet.mayBeRefused();
    sheet.names.set(Oddity.channel(sheet, random), name);
  }

  private static void allSame(Sheet sheet, Randomness random) {
    for (int c = sheet.timeColumn + 1; c < sheet.width(); c++) sheet.names.set(c, "x");
  }

  private static void unseen(Sheet sheet, Randomness random) {
    name(sheet, random, "x" + UNSEEN[random.below(UNSEEN.length)]);
  }

  private static void control(Sheet sheet, Randomness random) {
    sheet.mayBeRefused();
    name(sheet, random, "x\u001b]0;title\u0007\u001b[2J" + (char) (1 + random.below(31)));
  }

  private static void marks(Sheet sheet, Randomness random) {
    if (sheet.separator == ' ') sheet.mayBeRefused();
    String[] marks = {"\"", "'", "a \"b\" c", "a,b;c\td|e", "\"\"", "=1+1", "@x", "\\"};
    name(sheet, random, marks[random.below(marks.length)]);
  }

  private static void lineBreak(Sheet sheet, Randomness random) {
    if (sheet.separator == ' ') sheet.mayBeRefused();
    name(sheet, random, "two\n" + (random.below(2) == 0 ? "lines" : "#lines"));
  }

  private static void meant(Sheet sheet, Randomness random) {
    sheet.mayBeRefused();
    name(sheet, random, MEANT[random.below(MEANT.length)]);
  }

  private static void numbers(Sheet sheet, Randomness random) {
    sheet.mayBeRefused();
    for (int c = 0; c < sheet.width(); c++) sheet.names.set(c, Integer.toString(c + 1990));
  }

  private static void none(Sheet sheet, Randomness random) {
    if (sheet.rows.size() < 4) sheet.mayBeRefused();
    sheet.hasHeader = false;
    if (!sheet.units.isEmpty()) sheet.mayBeRefused();
  }

  private static void hash(Sheet sheet, Randomness random) {
    sheet.mayBeRefused();
    sheet.names.set(0, "#" + sheet.names.getFirst());
  }

  private static void units(Sheet sheet, Randomness random) {
    if (!sheet.hasHeader || sheet.rows.size() < 4) return;
    sheet.units.clear();
    for (int c = 0; c < sheet.width(); c++) {
      sheet.units.add(c == sheet.timeColumn ? "[d]" : c % 2 == 0 ? "m/s" : "[kW]");
    }
  }
}
