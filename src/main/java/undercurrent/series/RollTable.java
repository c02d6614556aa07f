package undercurrent.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a {@link Table} of pieces of music: a row for each time step, and for each key of a piano a
 * column of 0 and 1.
 */
final class RollTable {
  private static final int OTHERS = 2;

  /** The most time steps that a table has room for. */
  static final int MOST_STEPS = (int) (TableSource.MOST_CELLS / (Pitch.KEYS + OTHERS));

  private final String file;
  private final FileForm form;
  private final List<Piece> pieces = new ArrayList<>();
  private int steps;

  /**
   * One piece.
   *
   * @param part of the set that it belongs to, as a column of the split says it; may be empty
   * @param steps the keys that sound at each step, one of {@link Pitch#KEYS} a place
   */
  private record Piece(String name, String part, List<boolean[]> steps) {}

  RollTable(String file, FileForm form) {
    this.file = file;
    this.form = form;
  }

  /** Counts one more time step, and refuses what is too long before it takes memory. */
  void count() {
    if (++steps > MOST_STEPS) throw tooLong(steps);
  }

  SeriesException tooLong(long wanted) {
    return SeriesException.in(file, SeriesWords.of("rollTable.tooLong", wanted, MOST_STEPS));
  }

  void add(String name, String part, List<boolean[]> keys) {
    pieces.add(new Piece(name, part, keys));
  }

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  int steps() {
    return steps;
  }

  /**
   * The table.
   *
   * @param perQuarter time steps in a quarter note; 0 where the file does not say what a step is
   */
  Table table(int perQuarter, Optional<Meter> meter, List<String> notes) {
    List<String> names = new ArrayList<>();
    Map<String, ColumnUse> uses = new LinkedHashMap<>();
    boolean several = pieces.size() > 1;
    boolean split = pieces.stream().anyMatch(p -> !p.part().isEmpty());
    if (several) column(names, uses, "piece", ColumnUse.SERIES);
    if (split) column(names, uses, "split", ColumnUse.SPLIT);
    if (meter.isPresent()) {
      String time = Meter.AXIS + " (" + meter.get().written() + ")";
      column(names, uses, time, ColumnUse.TIME);
    }
    int first = names.size();
    for (int key = Pitch.LOWEST; key <= Pitch.HIGHEST; key++) {
      column(names, uses, Pitch.name(key), ColumnUse.OBSERVED);
    }
    List<String[]> rows = new ArrayList<>(steps);
    for (Piece piece : pieces) {
      for (int t = 0; t < piece.steps().size(); t++) {
        String[] row = new String[names.size()];
        if (several) row[0] = piece.name();
        if (split) row[several ? 1 : 0] = piece.part();
        if (meter.isPresent()) row[first - 1] = Double.toString(t / (double) perQuarter);
        boolean[] keys = piece.steps().get(t);
        for (int k = 0; k < keys.length; k++) row[first + k] = keys[k] ? "1" : "0";
        rows.add(row);
      }
    }
    return Table.of(file, form, true, names, rows, uses, notes);
  }

  private static void column(
      List<String> names, Map<String, ColumnUse> uses, String name, ColumnUse use) {
    names.add(name);
    uses.put(name, use);
  }
}
