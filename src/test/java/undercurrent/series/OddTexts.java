package undercurrent.series;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import undercurrent.math.Randomness;

/** What may be odd about how a table is written as text. */
final class OddTexts {
  private static final String[] COMMENTS = {"# a note", "#", "# made by x", "#!note", "# 12"};

  static final List<Oddity> ALL =
      List.of(
          Oddity.any("UTF-8 with a mark", (s, r) -> s.mark = "\uFEFF"),
          Oddity.any("UTF-16", OddTexts::wideLetters),
          Oddity.text("an 8-bit encoding", OddTexts::eightBits),
          Oddity.text("breaks of an old kind", (s, r) -> breaks(s, "\r")),
          Oddity.text("many blank lines", OddTexts::blankLines),
          Oddity.text("a line that names the separator", OddTexts::separatorLine),
          Oddity.text("a title above", OddTexts::title),
          Oddity.text("a comment above", OddTexts::commentAbove),
          Oddity.text("a comment among the rows", OddTexts::comment),
          Oddity.text("rows that begin with a hash sign", OddTexts::hashRows),
          Oddity.text("a quotation mark left open", OddTexts::openMark),
          Oddity.text("a quotation mark within a cell", OddTexts::innerMark),
          Oddity.text("blanks about quotation marks", OddTexts::blanks),
          Oddity.text("a cell too many", OddTexts::tooMany),
          Oddity.text("empty cells at the end of a row", OddTexts::emptyCells),
          Oddity.text("UTF-16 without a mark", OddTexts::unmarked),
          Oddity.text("a zero byte", OddTexts::zero),
          Oddity.text("a cell too few", OddTexts::tooFew));

  private OddTexts() {}

  private static void breaks(Sheet sheet, String lineBreak) {
    if (sheet.end.equals(sheet.lineBreak)) sheet.end = lineBreak;
    sheet.lineBreak = lineBreak;
  }

  private static void wideLetters(Sheet sheet, Randomness random) {
    sheet.mark = "\uFEFF";
    boolean little = random.below(2) == 0;
    sheet.charset = little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
  }

  private static void unmarked(Sheet sheet, Randomness random) {
    sheet.mark = "";
    sheet.charset = StandardCharsets.UTF_16LE;
    sheet.isRefused();
  }

  private static void eightBits(Sheet sheet, Randomness random) {
    sheet.mark = "";
    sheet.charset = Charset.forName("windows-1252");
    sheet.names.set(Oddity.channel(sheet, random), "d\u00E9bit");
  }

  private static void blankLines(Sheet sheet, Randomness random) {
    sheet.between.put(Oddity.laterRow(sheet, random), sheet.lineBreak.repeat(random.below(5)));
    sheet.end = sheet.lineBreak.repeat(1 + random.below(50));
  }

  private static void separatorLine(Sheet sheet, Randomness random) {
    sheet.above.addFirst("sep=" + sheet.separator);
  }

  private static void title(Sheet sheet, Randomness random) {
    sheet.above.add("Measurements");
    if (sheet.separator == ' ' || sheet.rows.size() < 9 || !sheet.hasHeader) sheet.mayBeRefused();
  }

  private static void commentAbove(Sheet sheet, Randomness random) {
    sheet.above.add(COMMENTS[random.below(COMMENTS.length)]);
  }

  private static void comment(Sheet sheet, Randomness random) {
    Sheet.Row row = Oddity.laterRow(sheet, random);
    sheet.between.put(row, COMMENTS[random.below(COMMENTS.length)]);
    // Between blanks a comment of two words may be a row of two cells.
    if (sheet.separator == ' ' || sheet.width() == 1) sheet.mayBeRefused();
  }

  private static void hashRows(Sheet sheet, Randomness random) {
    sheet.mayBeRefused();
    for (Sheet.Row row : sheet.rows) {
      if (random.below(2) == 0) continue;
      Sheet.Cell first = row.cells.getFirst();
      sheet.set(row, 0, "#" + first.text(), false);
    }
  }

  private static void openMark(Sheet sheet, Randomness random) {
    Sheet.Row row = Oddity.laterRow(sheet, random);
    row.isRaw = true;
    int column = sheet.width() - 1;
    sheet.set(row, column, "\"" + row.cells.get(column).text(), false);
    if (sheet.quotesAll || !sheet.between.isEmpty()) sheet.mayBeRefused();
    sheet.isRefusedFor(row);
  }

  private static void innerMark(Sheet sheet, Randomness random) {
    sheet.mayBeRefused();
    Sheet.Row row = Oddity.laterRow(sheet, random);
    row.isRaw = true;
    String[] cells = {"5\"3", "\"5\"3", "\"5\" 3", "5\"\"", "\"\"\"", "\"5\"\"3\""};
    sheet.set(row, Oddity.channel(sheet, random), cells[random.below(cells.length)], true);
  }

  private static void blanks(Sheet sheet, Randomness random) {
    if (sheet.separator == ' ') return;
    for (Sheet.Row row : sheet.rows) {
      row.isRaw = true;
      for (int c = 0; c < row.cells.size(); c++) {
        Sheet.Cell cell = row.cells.get(c);
        String marked = '"' + cell.text().replace("\"", "\"\"") + '"';
        sheet.set(row, c, " " + marked + "  ", cell.isNumber());
      }
    }
  }

  private static void tooFew(Sheet sheet, Randomness random) {
    Sheet.Row row = Oddity.laterRow(sheet, random);
    row.cells.removeLast();
    // Without a second cell nothing is missing, and a blank line is no row.
    if (sheet.width() < 3 || sheet.rows.size() < 9) sheet.mayBeRefused();
    sheet.isRefusedFor(row);
  }

  private static void tooMany(Sheet sheet, Randomness random) {
    Sheet.Row row = Oddity.laterRow(sheet, random);
    row.cells.add(new Sheet.Cell("5", false));
    if (sheet.width() < 2 || sheet.rows.size() < 9) sheet.mayBeRefused();
    sheet.isRefusedFor(row);
  }

  private static void emptyCells(Sheet sheet, Randomness random) {
    if (sheet.separator == ' ' || sheet.width() < 2) return;
    if (sheet.rows.size() < 9) sheet.mayBeRefused();
    Sheet.Row row = Oddity.laterRow(sheet, random);
    for (int i = 0; i < 3; i++) row.cells.add(new Sheet.Cell("", false));
  }

  private static void zero(Sheet sheet, Randomness random) {
    sheet.set(Oddity.laterRow(sheet, random), Oddity.channel(sheet, random), "1\0", false);
    sheet.isRefused();
  }
}
