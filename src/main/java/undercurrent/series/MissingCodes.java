package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import undercurrent.text.Visible;

/** Finds numbers such as -999 that stand far outside the others and may mean "missing". */
final class MissingCodes {
  /** Nines, the limits of short whole numbers, and the fill values of climate files. */
  private static final Pattern CODE =
      Pattern.compile("-?9{2,}(\\.(0*|9+))?|-?32768(\\.0*)?|32767|-?1e\\+?(20|30)");

  private MissingCodes() {}

  /** True for a cell that is one of the words, or a number equal to one of them. */
  static boolean isOne(String cell, Set<String> words, DecimalSign sign) {
    if (words.contains(cell)) return true;
    double number = Cells.number(cell, sign);
    if (Double.isNaN(number)) return false;
    return words.stream()
        .anyMatch(
            w -> Cells.number(w, sign) == number || Cells.number(w, DecimalSign.DOT) == number);
  }

  /** The codes that channels seem to hold, as they are written; each is said in a note. */
  static List<String> suspected(Draft draft) {
    List<String> codes = new ArrayList<>();
    for (Column column : ChannelGuess.channels(draft)) {
      for (boolean low : new boolean[] {true, false}) {
        code(draft, column, low)
            .ifPresent(
                code -> {
                  if (!codes.contains(code)) codes.add(code);
                });
      }
    }
    return codes;
  }

  /** Says how many cells were read as missing because a person said so. */
  static void noteChosen(Draft draft) {
    for (Column column : draft.columns()) {
      if (column.coded() == 0) continue;
      draft.note(
          SeriesWords.counted(
              "missingCodes.chosen", column.coded(), Visible.name(column.name()), column.coded()));
    }
  }

  private static Optional<String> code(Draft draft, Column column, boolean low) {
    int row = column.extreme(low);
    if (row < 0) return Optional.empty();
    String cell = draft.table().rows().get(row)[column.index()];
    double code = column.numbers()[row];
    if (!CODE.matcher(cell.toLowerCase(Locale.ROOT)).matches()) return Optional.empty();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    int times = 0;
    for (double number : column.numbers()) {
      if (number == code) times++;
      if (number == code || Double.isNaN(number)) continue;
      lowest = Math.min(lowest, number);
      highest = Math.max(highest, number);
    }
    if (lowest > highest) return Optional.empty();
    double distance = low ? lowest - code : code - highest;
    boolean otherSign = low && code < 0 && lowest >= 0;
    if (!otherSign && !(distance > highest - lowest)) return Optional.empty();
    draft.note(
        SeriesWords.counted(
            "missingCodes.suspected", times, Visible.name(column.name()), cell, times, cell));
    return Optional.of(cell);
  }
}
