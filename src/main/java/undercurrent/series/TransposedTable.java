package undercurrent.series;

import java.util.List;
import java.util.Locale;

/** A table whose first row holds the times, and of which each other row is a channel. */
final class TransposedTable {
  private static final int FEWEST = 5;

  private TransposedTable() {}

  /** Refuses one; read as it stands, each time would be a channel. */
  static void refuse(Table table) {
    List<String[]> rows = table.rows();
    if (table.header() || table.width() < FEWEST || rows.size() < 2) return;
    String[] times = rows.getFirst();
    if (!TimeGuess.isTimeWord(times[0].toLowerCase(Locale.ROOT))) return;
    double before = Double.NEGATIVE_INFINITY;
    for (int column = 1; column < times.length; column++) {
      double time = Cells.number(times[column], DecimalSign.DOT);
      if (!(time > before)) return;
      before = time;
    }
    if (!rows.stream().allMatch(row -> HeaderGuess.isWord(row[0]))) return;
    throw table.at(
        0,
        0,
        SeriesWords.of(
            "transposedTable.refused", Excerpt.of(times[1]), Excerpt.of(times[times.length - 1])));
  }
}
