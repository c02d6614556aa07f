package undercurrent.figure;

/** Words as a cell of an exported table. */
public final class CsvText {
  private static final String BEGINNINGS = "=+-@\t\r\n";

  private CsvText() {}

  /**
   * The words; those that a spreadsheet would take for a formula have an apostrophe before them,
   * which says that they are text. Numbers of a table are never words, and stay as they are.
   */
  public static String of(String words) {
    boolean formula = !words.isEmpty() && BEGINNINGS.indexOf(words.charAt(0)) >= 0;
    return formula ? "'" + words : words;
  }
}
