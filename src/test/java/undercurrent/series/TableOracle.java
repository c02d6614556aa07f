package undercurrent.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import undercurrent.series.OddTable.Owed;
import undercurrent.text.Visible;

/**
 * What holds for every file: it is opened with all that it holds, or refused by a true sentence.
 */
public final class TableOracle {
  private static final double LARGEST = 1e18;
  private static final int LONGEST = 700;

  /** Words of Java's own messages. */
  private static final Pattern RAW =
      Pattern.compile(
          "[a-z]Exception\\b|out of bounds|Illegal Capacity|Input length|Cannot invoke|\\bjava\\."
              + "|For input string|Range \\[|must not be null|NegativeArray|^null$");

  private static final Pattern PLACE = Pattern.compile(", (row|record|point) (\\d+)\\b");

  /** What can be wrong with a file as a whole: there is no row and no column to name. */
  private static final Pattern WHOLE =
      Pattern.compile(
          "is empty|holds no table|has a header and no rows|more than 10,000 columns"
              + "|has no column of numbers|in its longest series|zero bytes|not a text file"
              + "|UTF-16 without a mark|is damaged|characters that no text has|is not JSON"
              + "|5,000,000|leaves nothing for training|JSON that is damaged|is a .*(PNG|zip)"
              + "|there is no column|is XML|a web page");

  private TableOracle() {}

  /** What is wrong with what became of a file that holds a table; empty when nothing is. */
  public static String wrong(Path file, OddTable table) {
    String refused = "";
    Optional<SeriesSet> set = Optional.empty();
    try {
      set = Optional.of(SeriesFiles.open(file, table.choices()));
    } catch (SeriesException e) {
      refused = String.valueOf(e.getMessage());
    }
    String name = String.valueOf(file.getFileName());
    if (set.isEmpty()) return refused(name, table, refused, previewProblem(file, table));
    ImportPreview preview = SeriesFiles.preview(file, table.choices());
    if (preview.problem().isPresent()) return "opened, but refused in the preview";
    for (String note : preview.notes()) {
      String wrong = sentence(note);
      if (!wrong.isEmpty()) return wrong;
    }
    if (table.owed() == Owed.REFUSED) return "opened what is wrong in row " + table.lines();
    String wrong = numbers(set.get());
    if (!wrong.isEmpty() || table.owed() != Owed.OPENS) return wrong;
    return counts(set.get(), preview, table);
  }

  private static String previewProblem(Path file, OddTable table) {
    try {
      return SeriesFiles.preview(file, table.choices()).problem().orElse("");
    } catch (SeriesException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String refused(String file, OddTable table, String said, String previewed) {
    if (!said.equals(previewed)) return "said " + said + " but in the preview " + previewed;
    String wrong = sentence(said);
    if (!wrong.isEmpty()) return wrong;
    if (!said.startsWith(file)) return "named no file: " + said;
    var place = PLACE.matcher(said);
    boolean hasPlace = place.find();
    if (table.owed() == Owed.OPENS) return "refused what is sound: " + said;
    if (table.owed() == Owed.REFUSED && !table.lines().isEmpty()) {
      boolean isTrue = hasPlace && table.lines().contains(Integer.valueOf(place.group(2)));
      return isTrue ? "" : "named another place than row " + table.lines() + ": " + said;
    }
    boolean namesSomething =
        hasPlace || said.contains("column '") || said.contains("--") || WHOLE.matcher(said).find();
    return namesSomething ? "" : "named no place: " + said;
  }

  private static String sentence(String words) {
    boolean isSentence =
        (words.endsWith(".") || words.endsWith("\u2026"))
            && !words.contains("\n")
            && words.length() < LONGEST
            && words.equals(Visible.of(words));
    // A word of the file itself is no word of Java.
    boolean isRaw = RAW.matcher(words).find();
    return isSentence && !isRaw
        ? ""
        : "said " + Visible.of(words.substring(0, Math.min(LONGEST, words.length())));
  }

  private static String numbers(SeriesSet set) {
    for (Series series : set.series()) {
      double[] times = series.times();
      for (int t = 0; t < times.length; t++) {
        if (!(Math.abs(times[t]) <= LARGEST)) return "has the time " + times[t];
        if (t > 0 && !(times[t] > times[t - 1])) return "has times that do not grow";
        for (double value : series.values()[t]) {
          if (Math.abs(value) > LARGEST) return "has the value " + value;
        }
      }
    }
    return "";
  }

  /** Every number is there, or a note says that its column or its series was left out. */
  private static String counts(SeriesSet set, ImportPreview preview, OddTable table) {
    if (preview.columns().size() != table.numbers().length) {
      return String.format(
          Locale.ROOT, "has %d columns of %d", preview.columns().size(), table.numbers().length);
    }
    int rows = set.series().stream().mapToInt(Series::length).sum();
    long single = preview.notes().stream().filter(n -> n.startsWith("Series '")).count();
    if (rows + single < table.rows()) {
      return String.format(Locale.ROOT, "has %d rows of %d", rows, table.rows());
    }
    int channel = 0;
    List<String> lost = new ArrayList<>();
    for (int c = 0; c < preview.columns().size(); c++) {
      ImportColumn column = preview.columns().get(c);
      switch (column.use()) {
        case TIME, SERIES, SPLIT -> {}
        case LEFT_OUT -> {
          if (table.numbers()[c] > 0 && !isNoted(column, preview)) lost.add(column.name());
        }
        case OBSERVED, TRUTH, NOISE, INPUT -> {
          long found = found(set, channel++);
          if (found > table.numbers()[c] || found + single < table.numbers()[c]) {
            lost.add(
                String.format(
                    Locale.ROOT, "%s: %d of %d", column.name(), found, table.numbers()[c]));
          }
        }
      }
    }
    return lost.isEmpty() ? "" : "lost numbers in silence: " + Excerpt.list(lost);
  }

  private static boolean isNoted(ImportColumn column, ImportPreview preview) {
    String name = Excerpt.of(column.name()).replace("\u2026", "");
    return preview.notes().stream()
        .filter(n -> n.contains("left out"))
        .anyMatch(n -> n.contains(name) || n.contains(" more were left out"));
  }

  private static long found(SeriesSet set, int channel) {
    return set.series().stream()
        .flatMap(s -> Arrays.stream(s.values()))
        .filter(row -> !Double.isNaN(row[channel]))
        .count();
  }
}
