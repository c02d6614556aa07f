package undercurrent.series;

import undercurrent.math.Randomness;

/**
 * One odd thing about a table.
 *
 * @param ofText true when only a text can have it
 */
record Oddity(String name, boolean ofText, Change change) {
  /** What is done to a sheet. */
  interface Change {
    void apply(Sheet sheet, Randomness random);
  }

  static Oddity any(String name, Change change) {
    return new Oddity(name, false, change);
  }

  static Oddity text(String name, Change change) {
    return new Oddity(name, true, change);
  }

  /** A row that is neither among the first ones nor, in a file with enough of them, the last. */
  static Sheet.Row laterRow(Sheet sheet, Randomness random) {
    int count = sheet.rows.size();
    return sheet.rows.get(count / 2 + random.below((count + 1) / 2));
  }

  /** Any column of values. */
  static int channel(Sheet sheet, Randomness random) {
    int first = sheet.timeColumn + 1;
    return first + random.below(sheet.width() - first);
  }
}
