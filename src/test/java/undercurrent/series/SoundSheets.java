package undercurrent.series;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import undercurrent.math.Randomness;

/** Sheets that every reader has to open, of many forms: what is odd is put into them later. */
final class SoundSheets {
  private static final List<String> WORDS =
      List.of("flow", "temp", "pressure (kPa)", "sales", "y", "load [MW]", "niveau", "depth");
  private static final String[] MISSING = {"", "NA", "NaN", "null", "-", "n/a", "?"};
  private static final char[] SEPARATORS = {',', ',', ';', '\t', '|', ' '};

  private SoundSheets() {}

  static Sheet sheet(Randomness random) {
    Sheet sheet = new Sheet();
    sheet.isJson = random.below(6) == 0;
    if (!sheet.isJson) {
      sheet.separator = SEPARATORS[random.below(SEPARATORS.length)];
      sheet.lineBreak = random.below(4) == 0 ? "\r\n" : "\n";
      sheet.end = random.below(4) == 0 ? "" : sheet.lineBreak;
      sheet.quotesAll = random.below(8) == 0;
    }
    int[] counts = {3, 4, 9, 20, 47, 300};
    int rows = counts[random.below(counts.length)];
    for (int r = 0; r < rows; r++) sheet.rows.add(new Sheet.Row());
    int form = random.below(10);
    if (form > 0) times(sheet, form);
    int channels = 1 + random.below(5);
    // Without any separator there is nothing to guess one from.
    if (form == 0 && channels == 1) channels = 2;
    for (int c = 0; c < channels; c++) channel(sheet, WORDS.get(c + random.below(3)) + c, random);
    sheet.tell(
        String.format(
            Locale.ROOT,
            "%s of %d rows, times %d, %d channels%s",
            sheet.isJson ? "JSON" : "text with '" + sheet.separator + "'",
            rows,
            form,
            channels,
            sheet.quotesAll ? ", all quoted" : ""));
    return sheet;
  }

  private static void times(Sheet sheet, int form) {
    String[] names = {
      "", "t", "date", "time", "date", "time", "Datum", "timestamp", "year", "date", ""
    };
    sheet.timeColumn = 0;
    sheet.names.add(names[form]);
    LocalDate start = LocalDate.of(2021, 2, 20);
    for (int r = 0; r < sheet.rows.size(); r++) {
      LocalDate day = start.plusDays(r);
      LocalDate month = LocalDate.of(1990, 1, 1).plusMonths(r);
      String cell =
          switch (form) {
            case 1 -> Integer.toString(r);
            case 2 -> day.toString();
            case 3 -> String.format(Locale.ROOT, "2021-05-%02dT%02d:00:00Z", 1 + r / 24, r % 24);
            case 4 -> month.toString().substring(0, 7);
            case 5 -> String.format(Locale.ROOT, "%.2f", 10 + 0.25 * r);
            case 6 ->
                String.format(
                    Locale.ROOT,
                    "%d.%d.%d",
                    day.getDayOfMonth(),
                    day.getMonthValue(),
                    day.getYear());
            case 7 -> Long.toString(1_600_000_000L + 60L * r);
            case 8 -> Integer.toString(1700 + r);
            default -> String.format(Locale.ROOT, "%d-Q%d", month.getYear() + r / 4, 1 + r % 4);
          };
      if (form == 9) cell = String.format(Locale.ROOT, "%d-Q%d", 1950 + r / 4, 1 + r % 4);
      boolean isNumber = form == 1 || form == 5 || form == 7 || form == 8;
      sheet.rows.get(r).cells.add(new Sheet.Cell(cell, isNumber));
    }
  }

  /** The first rows are there and differ, so that it is known what the column is. */
  private static void channel(Sheet sheet, String name, Randomness random) {
    sheet.names.add(sheet.separator == ' ' ? name.replace(" ", "") : name);
    int style = random.below(6);
    boolean hasHoles = random.below(3) == 0;
    for (int r = 0; r < sheet.rows.size(); r++) {
      double normal = random.normal();
      String cell =
          switch (style) {
            case 0 -> Integer.toString((int) Math.rint(500 * normal));
            case 1 -> String.format(Locale.ROOT, "%.6e", normal * 1e-300);
            case 2 -> String.format(Locale.ROOT, "%.6e", normal * 1e15);
            case 3 -> r < 3 ? Integer.toString(r) : "4.5";
            default -> String.format(Locale.ROOT, "%.4f", 20 + 3 * normal);
          };
      boolean isHole = hasHoles && r > 2 && random.below(8) == 0;
      String hole = sheet.separator == ' ' ? "NA" : MISSING[random.below(MISSING.length)];
      sheet.rows.get(r).cells.add(new Sheet.Cell(isHole ? hole : cell, !isHole));
    }
  }
}
