package undercurrent.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import undercurrent.text.Visible;

/** Says in notes what each column was taken for, unless a person chose it. */
final class UseNotes {
  private static final int NAMED = 8;

  private UseNotes() {}

  static void add(Draft draft) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (Column column : draft.columns()) {
      if (draft.isChosen(column)) continue;
      ImportColumn described = draft.described(column);
      if (described.use() == ColumnUse.OBSERVED) continue;
      String reason = described.reason().isEmpty() ? "" : ": " + described.reason();
      columns
          .computeIfAbsent(words(described.use()) + reason + ".", k -> new ArrayList<>())
          .add(column.name());
    }
    columns.forEach((what, names) -> draft.note(subject(names) + what));
    kinds(draft, Channel.Kind.BINARY, " read as binary: all that is there is 0 or 1.");
    kinds(draft, Channel.Kind.COUNT, " read as counts: the name says so and all are whole.");
    marks(draft);
    boolean hasRows = !draft.table().rows().isEmpty();
    if (hasRows && draft.timeForm() == TimeForm.ROW_NUMBER) noTime(draft);
  }

  private static String subject(List<String> names) {
    String listed =
        names.stream()
            .limit(NAMED)
            .map(n -> "'" + Visible.name(n) + "'")
            .collect(Collectors.joining(", "));
    if (names.size() > NAMED)
      listed += String.format(Locale.ROOT, " and %d more", names.size() - NAMED);
    return (names.size() == 1 ? "Column " : "Columns ")
        + listed
        + (names.size() == 1 ? " was" : " were");
  }

  private static String words(ColumnUse use) {
    return switch (use) {
      case TIME -> " read as the time";
      case SERIES -> " read as what tells series apart";
      case SPLIT -> " read as the split";
      case OBSERVED -> " read as observed";
      case TRUTH -> " read as known truth";
      case NOISE -> " read as the standard deviation of a measurement";
      case INPUT -> " read as an input";
      case LEFT_OUT -> " left out";
    };
  }

  private static void kinds(Draft draft, Channel.Kind kind, String what) {
    List<String> names =
        draft.used(ColumnUse.OBSERVED).stream()
            .filter(c -> draft.kindOf(c) == kind)
            .map(Column::name)
            .toList();
    if (!names.isEmpty()) draft.note(subject(names) + what);
  }

  private static void marks(Draft draft) {
    for (Column column : ChannelGuess.channels(draft)) {
      if (column.mark().isEmpty()) continue;
      draft.note(
          "In column '%s' the sign %s was read as the unit of its numbers."
              .formatted(Visible.name(column.name()), column.mark()));
    }
  }

  private static void noTime(Draft draft) {
    draft.used(ColumnUse.OBSERVED).stream()
        .filter(c -> !draft.isChosen(c) && TimeGuess.isNamedCounter(c))
        .findFirst()
        .ifPresent(
            c ->
                draft.note(
                    "Column '%s' was read as observed and not as the time: its numbers do not grow all the way; where they start again with each series, name the column that tells series apart."
                        .formatted(Visible.name(c.name()))));
    Optional<Column> named =
        draft.used(ColumnUse.LEFT_OUT).stream()
            .filter(c -> !draft.isChosen(c) && TimeGuess.isNamedTime(c))
            .findFirst();
    draft.note(
        named
            .map(
                c ->
                    ("Column '%s' could not be read as times ('%s'), so the times are now the row"
                            + " numbers 0, 1, 2 …")
                        .formatted(
                            Visible.name(c.name()),
                            Excerpt.of(
                                draft.table().rows().get(Math.max(0, c.firstText()))[c.index()])))
            .orElse("No column was read as the time, so the times are the row numbers 0, 1, 2 …"));
  }
}
