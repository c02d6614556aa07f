package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import undercurrent.text.Visible;

/** A table whose headings are times and whose rows are series; it is turned to one row a time. */
final class WideTable {
  private static final int FEWEST = 3;

  /** 1990, X1990 and 1990 [YR1990]. */
  private static final Pattern YEAR =
      Pattern.compile("(?:[Xx]|[Yy][Rr]?)?(1[5-9]\\d\\d|2[01]\\d\\d)(?: \\[YR\\d{4}\\])?");

  private final Table table;
  private final Headings headings;

  /**
   * A run of headings that are times.
   *
   * @param from the first column
   * @param times as they are to be read
   */
  record Headings(int from, List<String> times, boolean years) {
    int end() {
      return from + times.size();
    }
  }

  private WideTable(Table table, Headings headings) {
    this.table = table;
    this.headings = headings;
  }

  /** True when a first row has names of labels, and times that grow beside them. */
  static boolean isHeader(List<String[]> rows) {
    Optional<Headings> found = headings(Arrays.asList(rows.getFirst()));
    if (found.isEmpty()) return false;
    String[] first = rows.getFirst();
    boolean named =
        IntStream.range(0, first.length)
            .filter(c -> c < found.get().from() || c >= found.get().end())
            .anyMatch(c -> HeaderGuess.isWord(first[c]) || isUnnamedLabel(rows, c));
    boolean alone = found.get().years() && found.get().times().size() == first.length;
    boolean isFollowed = alone && first.length > FEWEST && areConsecutive(found.get().times());
    return (named || isFollowed)
        && (rows.size() < 2 || headings(Arrays.asList(rows.get(1))).isEmpty());
  }

  private static boolean areConsecutive(List<String> years) {
    int first = Integer.parseInt(years.getFirst());
    return IntStream.range(0, years.size())
        .allMatch(i -> Integer.parseInt(years.get(i)) == first + i);
  }

  /** True for a column of words that has no heading. */
  private static boolean isUnnamedLabel(List<String[]> rows, int column) {
    return rows.getFirst()[column].isEmpty()
        && rows.stream().skip(1).limit(FEWEST).anyMatch(row -> HeaderGuess.isWord(row[column]));
  }

  /** The longest run of headings that are growing times of one form. */
  static Optional<Headings> headings(List<String> names) {
    Optional<Headings> best = run(names, WideTable::year, true);
    for (TimeForm form : TimeGuess.DATES) {
      if (best.isPresent()) break;
      best =
          run(
              names,
              n ->
                  TimeCells.looksLikeDate(n)
                      ? TimeCells.parse(n, form, DecimalSign.DOT)
                      : Double.NaN,
              false);
    }
    return best;
  }

  private static double year(String name) {
    Matcher matcher = YEAR.matcher(name);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : Double.NaN;
  }

  private static Optional<Headings> run(
      List<String> names, java.util.function.ToDoubleFunction<String> time, boolean years) {
    int from = 0;
    while (from < names.size() && Double.isNaN(time.applyAsDouble(names.get(from)))) from++;
    int end = from;
    double before = Double.NEGATIVE_INFINITY;
    while (end < names.size() && time.applyAsDouble(names.get(end)) > before) {
      before = time.applyAsDouble(names.get(end++));
    }
    if (end - from < FEWEST || from > end - from) return Optional.empty();
    for (int c = end; c < names.size(); c++) {
      if (!Double.isNaN(time.applyAsDouble(names.get(c)))) return Optional.empty();
    }
    List<String> times =
        names.subList(from, end).stream()
            .map(n -> years ? Integer.toString((int) year(n)) : n)
            .toList();
    return Optional.of(new Headings(from, times, years));
  }

  /** The table turned, if its headings are times and a person does not say otherwise. */
  static Table turned(Table table, ImportChoices choices) {
    if (!table.header() || !choices.wide().orElse(true) || table.rows().isEmpty()) return table;
    Optional<Headings> found = headings(table.names());
    if (found.isEmpty()) return table;
    WideTable wide = new WideTable(table, found.get());
    boolean isLabelled = wide.labels().isEmpty() || wide.labels().stream().anyMatch(wide::isText);
    if (choices.wide().isEmpty() && !isLabelled) return table;
    return wide.turned();
  }

  private List<Integer> labels() {
    return IntStream.range(0, table.width())
        .filter(c -> c < headings.from() || c >= headings.end())
        .boxed()
        .toList();
  }

  private boolean isText(int column) {
    return table.rows().stream().anyMatch(r -> HeaderGuess.isWord(r[column]));
  }

  private boolean isConstant(int column) {
    String first = table.rows().getFirst()[column];
    return table.rows().stream().allMatch(r -> r[column].equals(first));
  }

  private Table turned() {
    List<Integer> constant =
        labels().stream()
            .filter(c -> table.rows().size() > 1 && isText(c) && isConstant(c))
            .toList();
    String value = constant.size() == 1 ? table.rows().getFirst()[constant.getFirst()] : "value";
    if (value.isEmpty() || value.equals("series") || value.equals("year")) value = "value";
    List<String> names = seriesNames();
    int length = headings.times().size();
    List<String[]> rows = new ArrayList<>(names.size() * length);
    long[] lines = new long[names.size() * length];
    for (int row = 0; row < names.size(); row++) {
      for (int t = 0; t < length; t++) {
        lines[rows.size()] = table.lines()[row];
        String cell = table.rows().get(row)[headings.from() + t];
        rows.add(new String[] {names.get(row), headings.times().get(t), cell});
      }
    }
    List<String> notes = new ArrayList<>(table.notes());
    notes.add(
        SeriesWords.of(
            "wideTable.read",
            Visible.name(table.names().get(headings.from())),
            Visible.name(table.names().get(headings.end() - 1)),
            length,
            Excerpt.of(value)));
    return table.turned(
        List.of("series", headings.years() ? "year" : "time", value), rows, lines, notes);
  }

  /** By the labels that differ; with the row's number when they do not tell rows apart. */
  private List<String> seriesNames() {
    List<Integer> text = labels().stream().filter(this::isText).toList();
    List<Integer> differing = text.stream().filter(c -> !isConstant(c)).toList();
    List<Integer> used = differing.isEmpty() ? text : differing;
    List<String> names = new ArrayList<>();
    for (String[] row : table.rows()) {
      names.add(
          String.join(" / ", used.stream().map(c -> row[c]).filter(s -> !s.isEmpty()).toList()));
    }
    if (new HashSet<>(names).size() == names.size() && !names.contains("")) return names;
    for (int row = 0; row < names.size(); row++) {
      if (Collections.frequency(names, names.get(row)) == 1 && !names.get(row).isEmpty()) continue;
      names.set(row, (names.get(row) + " (row " + table.lines()[row] + ")").strip());
    }
    return names;
  }
}
