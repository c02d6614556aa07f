package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A column that says what is trained on, validated on and tested on. */
final class SplitColumn {
  private static final Set<String> OTHER_NAMES =
      Set.of("part", "set", "fold", "subset", "partition", "phase");

  private SplitColumn() {}

  static void decide(Draft draft) {
    if (draft.first(ColumnUse.SPLIT).isPresent()) return;
    for (Column column : draft.open()) {
      String name = column.name().toLowerCase(Locale.ROOT);
      if ((name.equals("split") && !column.isNumber()) || isOther(draft, column, name)) {
        draft.use(column, ColumnUse.SPLIT, SeriesWords.of("splitColumn.named"));
        return;
      }
    }
  }

  private static boolean isOther(Draft draft, Column column, String name) {
    return OTHER_NAMES.contains(name)
        && column.isText()
        && draft.table().rows().stream().allMatch(r -> part(r[column.index()]).isPresent());
  }

  private static Optional<Part> part(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "train", "training" -> Optional.of(Part.TRAINING);
      case "valid", "validation", "val", "dev" -> Optional.of(Part.VALIDATION);
      case "test", "testing" -> Optional.of(Part.TEST);
      default -> Optional.empty();
    };
  }

  /**
   * The split that a column asks for.
   *
   * @param groups the rows of each series in time order
   */
  static Split read(Draft draft, Column column, List<List<Integer>> groups) {
    Part[] rows = new Part[draft.table().rows().size()];
    for (int row = 0; row < rows.length; row++) rows[row] = part(draft, column, row);
    List<Part> bySeries = new ArrayList<>();
    for (List<Integer> group : groups) {
      Part first = rows[group.getFirst()];
      if (!group.stream().allMatch(r -> rows[r] == first))
        return byTime(draft, column, groups, rows);
      bySeries.add(first);
    }
    if (!bySeries.contains(Part.TRAINING)) throw noTraining(draft);
    return new Split(bySeries, 1, 1);
  }

  private static Part part(Draft draft, Column column, int row) {
    String word = draft.table().rows().get(row)[column.index()];
    return part(word)
        .orElseThrow(
            () ->
                draft
                    .table()
                    .at(
                        row,
                        column.index(),
                        SeriesWords.of("splitColumn.unknown", Excerpt.of(word))));
  }

  private static Split byTime(Draft draft, Column column, List<List<Integer>> groups, Part[] rows) {
    Split common = null;
    for (List<Integer> group : groups) {
      Split own = cut(draft, column, group, rows);
      if (common == null) common = own;
      int length = group.size();
      if (own.trainingEnd(length) != common.trainingEnd(length)
          || own.validationEnd(length) != common.validationEnd(length)) {
        throw draft
            .table()
            .at(group.getFirst(), column.index(), SeriesWords.of("splitColumn.otherTimes"));
      }
    }
    if (common == null || common.trainingFraction() == 0) throw noTraining(draft);
    return common;
  }

  private static Split cut(Draft draft, Column column, List<Integer> group, Part[] rows) {
    int training = 0;
    int validation = 0;
    for (int i = 0; i < group.size(); i++) {
      Part part = rows[group.get(i)];
      if (i > 0 && part.compareTo(rows[group.get(i - 1)]) < 0) {
        throw draft.table().at(group.get(i), column.index(), SeriesWords.of("splitColumn.order"));
      }
      if (part == Part.TRAINING) training++;
      if (part != Part.TEST) validation++;
    }
    double length = group.size();
    return new Split(List.of(), training / length, validation / length);
  }

  private static SeriesException noTraining(Draft draft) {
    return SeriesException.in(draft.table().file(), SeriesWords.of("splitColumn.noTraining"));
  }
}
