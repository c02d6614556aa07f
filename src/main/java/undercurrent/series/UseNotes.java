package undercurrent.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import undercurrent.text.Visible;

/** Says in notes what each column was taken for, unless a person chose it. */
final class UseNotes {
  private static final int NAMED = 8;

  /** What columns were taken for, and why; without a reason the second is empty. */
  private record Taken(ColumnUse use, String reason) {
    String sentence(List<String> names) {
      String what = said(use, names);
      return reason.isEmpty()
          ? SeriesWords.of("useNotes.plain", what)
          : SeriesWords.of("useNotes.because", what, reason);
    }
  }

  private UseNotes() {}

  static void add(Draft draft) {
    Map<Taken, List<String>> columns = new LinkedHashMap<>();
    for (Column column : draft.columns()) {
      if (draft.isChosen(column)) continue;
      ImportColumn described = draft.described(column);
      if (described.use() == ColumnUse.OBSERVED) continue;
      columns
          .computeIfAbsent(new Taken(described.use(), described.reason()), k -> new ArrayList<>())
          .add(column.name());
    }
    columns.forEach((taken, names) -> draft.note(taken.sentence(names)));
    kinds(draft, Channel.Kind.BINARY);
    kinds(draft, Channel.Kind.COUNT);
    marks(draft);
    boolean hasRows = !draft.table().rows().isEmpty();
    if (hasRows && draft.timeForm() == TimeForm.ROW_NUMBER) noTime(draft);
  }

  private static String said(Enum<?> what, List<String> names) {
    String listed =
        names.stream()
            .limit(NAMED)
            .map(n -> SeriesWords.quoted(Visible.name(n)))
            .collect(Collectors.joining(", "));
    int more = names.size() - NAMED;
    return SeriesWords.counted(
        "useNotes." + what,
        names.size(),
        more > 0 ? SeriesWords.of("excerpt.more", listed, more) : listed);
  }

  private static void kinds(Draft draft, Channel.Kind kind) {
    List<String> names =
        draft.used(ColumnUse.OBSERVED).stream()
            .filter(c -> draft.kindOf(c) == kind)
            .map(Column::name)
            .toList();
    if (!names.isEmpty()) draft.note(said(kind, names));
  }

  private static void marks(Draft draft) {
    for (Column column : ChannelGuess.channels(draft)) {
      if (column.mark().isEmpty()) continue;
      draft.note(SeriesWords.of("useNotes.mark", Visible.name(column.name()), column.mark()));
    }
  }

  private static void noTime(Draft draft) {
    draft.used(ColumnUse.OBSERVED).stream()
        .filter(c -> !draft.isChosen(c) && TimeGuess.isNamedCounter(c))
        .findFirst()
        .ifPresent(c -> draft.note(SeriesWords.of("useNotes.counter", Visible.name(c.name()))));
    Optional<Column> named =
        draft.used(ColumnUse.LEFT_OUT).stream()
            .filter(c -> !draft.isChosen(c) && TimeGuess.isNamedTime(c))
            .findFirst();
    draft.note(
        named
            .map(
                c ->
                    SeriesWords.of(
                        "useNotes.noTimes",
                        Visible.name(c.name()),
                        Excerpt.of(
                            draft.table().rows().get(Math.max(0, c.firstText()))[c.index()])))
            .orElseGet(() -> SeriesWords.of("useNotes.noTime")));
  }
}
