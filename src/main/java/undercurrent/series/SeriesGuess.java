package undercurrent.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import undercurrent.text.Visible;

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

  private static final Pattern ID =
      Pattern.compile("(.*[_ .-])?(id|sid|uid|uuid|code|key)", Pattern.CASE_INSENSITIVE);

  private SeriesGuess() {}

  static boolean isNamedLikeSeries(Column column) {
    return NAMES.contains(column.name().toLowerCase(Locale.ROOT).replace(' ', '_'))
        && (column.isText() || column.isWhole());
  }

  static void decide(Draft draft) {
    if (draft.first(ColumnUse.SERIES).isPresent()) return;
    Optional<Column> named = named(draft);
    if (named.isPresent()) {
      draft.use(named.get(), ColumnUse.SERIES, SeriesWords.of("seriesGuess.named"));
      return;
    }
    // A time that is missing is complained of by its row; it starts no series.
    boolean missing = DoubleStream.of(draft.times()).anyMatch(Double::isNaN);
    if (draft.times().length == 0 || missing || runs(draft.times(), everyRow(draft))) return;
    for (Column column : draft.open()) {
      if ((column.isText() || column.isWhole())
          && !TimeParts.isPart(column.name())
          && repeats(draft, column)
          && separates(draft, column)) {
        draft.use(column, ColumnUse.SERIES, SeriesWords.of("seriesGuess.startsAgain"));
        return;
      }
    }
  }

  /** Two columns that tell series apart only together, as a region and a product do. */
  static Optional<String> together(Draft draft) {
    List<Column> labels =
        draft.columns().stream()
            .filter(c -> c.index() != draft.first(ColumnUse.TIME).map(Column::index).orElse(-1))
            .filter(c -> (c.isText() || c.isWhole()) && !TimeParts.isPart(c.name()))
            .filter(c -> repeats(draft, c))
            .toList();
    for (Column first : labels) {
      for (Column second : labels.subList(labels.indexOf(first) + 1, labels.size())) {
        Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
        List<String[]> rows = draft.table().rows();
        for (int row = 0; row < rows.size(); row++) {
          List<String> key = List.of(rows.get(row)[first.index()], rows.get(row)[second.index()]);
          groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        if (2L * groups.size() > rows.size()) continue;
        if (groups.values().stream().allMatch(g -> runs(draft.times(), g))) {
          return Optional.of(
              SeriesWords.of(
                  "seriesGuess.both", Visible.name(first.name()), Visible.name(second.name())));
        }
      }
    }
    return Optional.empty();
  }

  /** By its name; an identifier that tells more apart wins over it. */
  private static Optional<Column> named(Draft draft) {
    List<Column> repeating =
        draft.open().stream()
            .filter(c -> c.isText() || c.isWhole())
            .filter(c -> isNamedLikeSeries(c) || isId(c))
            .filter(c -> repeats(draft, c))
            .toList();
    Optional<Column> first = repeating.stream().filter(SeriesGuess::isNamedLikeSeries).findFirst();
    if (first.isEmpty() || isId(first.get())) return first;
    return repeating.stream()
        .filter(c -> isId(c) && isFiner(draft, c, first.get()))
        .findFirst()
        .or(() -> first);
  }

  /** True for a name that means a thing and not a time. */
  static boolean isIdentifier(Column column) {
    return isId(column) || isNamedLikeSeries(column);
  }

  private static boolean isId(Column column) {
    return ID.matcher(column.name()).matches();
  }

  /** True when rows with the same identifier also have the same name. */
  private static boolean isFiner(Draft draft, Column id, Column name) {
    List<String[]> rows = draft.table().rows();
    for (List<Integer> group : groups(draft, id).values()) {
      String first = rows.get(group.getFirst())[name.index()];
      if (!group.stream().allMatch(r -> rows.get(r)[name.index()].equals(first))) return false;
    }
    return true;
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
