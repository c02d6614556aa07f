package undercurrent.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Decides which column says what series a row belongs to, and groups the rows by it. */
final class SeriesGuess {
  private static final Set<String> NAMES =
      Set.of(
          "series",
          "id",
          "series_id",
          "seriesid",
          "unique_id",
          "item_id",
          "track",
          "track_id",
          "trackid",
          "storm",
          "segment",
          "sequence",
          "seq",
          "trial",
          "subject",
          "run",
          "run_id",
          "episode",
          "trajectory",
          "group",
          "station",
          "object",
          "object_id",
          "target",
          "vehicle",
          "person",
          "participant",
          "name",
          "item",
          "sid",
          "trip",
          "animal",
          "ship",
          "unit");

  private SeriesGuess() {}

  static boolean isNamedLikeSeries(Column column) {
    return NAMES.contains(column.name().toLowerCase(Locale.ROOT).replace(' ', '_'))
        && (column.isText() || column.isWhole());
  }

  static void decide(Draft draft) {
    if (draft.first(ColumnUse.SERIES).isPresent()) return;
    for (Column column : draft.open()) {
      if (isNamedLikeSeries(column) && repeats(draft, column)) {
        draft.use(column, ColumnUse.SERIES, "its name says which series a row belongs to");
        return;
      }
    }
    // A time that is missing is complained of by its row; it starts no series.
    boolean missing = DoubleStream.of(draft.times()).anyMatch(Double::isNaN);
    if (draft.times().length == 0 || missing || runs(draft.times(), everyRow(draft))) return;
    for (Column column : draft.open()) {
      if ((column.isText() || column.isWhole())
          && repeats(draft, column)
          && separates(draft, column)) {
        draft.use(column, ColumnUse.SERIES, "the time starts again with each of its values");
        return;
      }
    }
  }

  /** Rows of each series in the order of the file; one group when no column tells them apart. */
  static Map<String, List<Integer>> groups(Draft draft) {
    return draft
        .first(ColumnUse.SERIES)
        .map(c -> groups(draft, c))
        .orElseGet(() -> Map.of("", everyRow(draft)));
  }

  private static Map<String, List<Integer>> groups(Draft draft, Column column) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    List<String[]> rows = draft.table().rows();
    for (int row = 0; row < rows.size(); row++) {
      groups.computeIfAbsent(rows.get(row)[column.index()], k -> new ArrayList<>()).add(row);
    }
    return groups;
  }

  private static List<Integer> everyRow(Draft draft) {
    List<Integer> rows = new ArrayList<>(draft.table().rows().size());
    for (int row = 0; row < draft.table().rows().size(); row++) rows.add(row);
    return rows;
  }

  private static boolean repeats(Draft draft, Column column) {
    return column.missing() == 0
        && 2L * groups(draft, column).size() <= draft.table().rows().size();
  }

  private static boolean separates(Draft draft, Column column) {
    return groups(draft, column).values().stream().allMatch(g -> runs(draft.times(), g));
  }

  private static boolean runs(double[] times, List<Integer> rows) {
    boolean grows = true;
    boolean falls = true;
    for (int i = 1; i < rows.size(); i++) {
      double difference = times[rows.get(i)] - times[rows.get(i - 1)];
      grows &= difference > 0;
      falls &= difference < 0;
    }
    return grows || falls;
  }
}
