package undercurrent.series;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides of the columns that are left which are observed, known truth, or of no use. */
final class RoleGuess {
  private static final Pattern INDEX =
      Pattern.compile(
          "step|index|idx|row|row_?id|rownames|nr|no|n|#|unnamed: 0|column 1|id|x1|obs");
  private static final Pattern SEEN = Pattern.compile(".*[_ .](obs|observed|meas|measured)");
  private static final Pattern TRUE =
      Pattern.compile(
          "clean|true|truth|ground_?truth|latent|(true|clean)[_ .].*|.*[_ .](true|truth|clean)");

  private static final String DEVIATION =
      "sd|std|stdev|sigma|se|stderr|err|error|errors|noise|unc|uncertainty";

  /** What may also be the name of a difference, which is negative somewhere. */
  private static final Pattern DIFFERENCE =
      Pattern.compile(".*(err|errors?|noise).*|e[_ .].*", Pattern.CASE_INSENSITIVE);

  /** {@code flow_sd}, {@code e_mag} and {@code magerr}. */
  private static final List<Pattern> NOISE =
      List.of(
          Pattern.compile("(.+)[_ .](?:" + DEVIATION + ")", Pattern.CASE_INSENSITIVE),
          Pattern.compile("(?:e|" + DEVIATION + ")[_ .](.+)", Pattern.CASE_INSENSITIVE),
          Pattern.compile("(.+)(?:err|error|sigma|std|unc)", Pattern.CASE_INSENSITIVE));

  /** As control theory writes it. */
  private static final Pattern INPUT =
      Pattern.compile("u|u_?\\d|input|(u|input)[_ .].+|.+[_ .]input");

  private RoleGuess() {}

  static void decide(Draft draft) {
    for (Column column : draft.open()) leaveOut(draft, column);
    labels(draft);
    for (Column column : draft.open()) noise(draft, column);
    inputs(draft);
    List<Column> left = draft.open();
    boolean someSeen = left.stream().anyMatch(c -> is(SEEN, c));
    boolean someNotTrue = left.stream().anyMatch(c -> !is(TRUE, c));
    for (Column column : left) {
      if (someSeen && !is(SEEN, column)) {
        draft.use(column, ColumnUse.TRUTH, SeriesWords.of("roleGuess.othersSeen"));
      } else if (!someSeen && someNotTrue && is(TRUE, column)) {
        draft.use(column, ColumnUse.TRUTH, SeriesWords.of("roleGuess.truth"));
      } else {
        draft.use(column, ColumnUse.OBSERVED, "");
      }
    }
  }

  /** "flow_sd" beside "flow" says how well it was measured. */
  private static void noise(Draft draft, Column column) {
    if (!column.isNumber()) return;
    if (!column.isNeverNegative() && is(DIFFERENCE, column)) return;
    for (Pattern pattern : NOISE) {
      Matcher matcher = pattern.matcher(UnitName.of(column.name()).name());
      if (!matcher.matches()) continue;
      String base = matcher.group(1);
      for (Column other : draft.open()) {
        if (other == column || !other.isNumber()) continue;
        if (!UnitName.of(other.name()).name().equalsIgnoreCase(base)) continue;
        draft.use(column, ColumnUse.NOISE, SeriesWords.of("roleGuess.noise", other.name()));
        return;
      }
    }
  }

  /**
   * "u" beside something that is seen acts on it; a gap in it is complained of by row. Beside "v"
   * it is a component of a wind or a current.
   */
  private static void inputs(Draft draft) {
    List<Column> open = draft.open();
    List<String> names = open.stream().map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    List<Column> inputs =
        open.stream()
            .filter(c -> is(INPUT, c) && c.isNumber())
            .filter(c -> !isPaired(c.name().toLowerCase(Locale.ROOT), names))
            .toList();
    boolean someSeen = open.stream().anyMatch(c -> c.isNumber() && !inputs.contains(c));
    if (!someSeen && draft.used(ColumnUse.OBSERVED).isEmpty()) return;
    for (Column column : inputs) {
      draft.use(column, ColumnUse.INPUT, SeriesWords.of("roleGuess.input"));
    }
  }

  private static boolean isPaired(String name, List<String> names) {
    return name.startsWith("u") && names.contains("v" + name.substring(1));
  }

  /** What is the same within each series and differs between them is a label, not measured. */
  private static void labels(Draft draft) {
    List<List<Integer>> groups = List.copyOf(SeriesGuess.groups(draft).values());
    if (groups.size() < 2) return;
    List<Column> open = draft.open();
    List<Column> labels = open.stream().filter(c -> isLabel(c, groups)).toList();
    if (labels.size() == open.size()) return;
    for (Column column : labels) {
      draft.use(column, ColumnUse.LEFT_OUT, SeriesWords.of("roleGuess.label"));
    }
  }

  private static boolean isLabel(Column column, List<List<Integer>> groups) {
    Set<Double> labels = new HashSet<>();
    for (List<Integer> rows : groups) {
      double label = column.numbers()[rows.getFirst()];
      if (Double.isNaN(label)) return false;
      if (!rows.stream().allMatch(r -> column.numbers()[r] == label)) return false;
      labels.add(label);
    }
    return labels.size() > 1;
  }

  private static void leaveOut(Draft draft, Column column) {
    if (column.isEmpty()) {
      draft.use(column, ColumnUse.LEFT_OUT, SeriesWords.of("roleGuess.empty"));
    } else if (column.isText()) {
      draft.use(
          column, ColumnUse.LEFT_OUT, SeriesWords.of("roleGuess.text", firstWord(draft, column)));
    } else if (column.countsRows() && is(INDEX, column) && draft.columns().size() > 1) {
      draft.use(column, ColumnUse.LEFT_OUT, SeriesWords.of("roleGuess.counts"));
    }
  }

  private static String firstWord(Draft draft, Column column) {
    return Excerpt.of(draft.table().rows().get(column.firstText())[column.index()]);
  }

  private static boolean is(Pattern pattern, Column column) {
    return pattern.matcher(UnitName.of(column.name()).name().toLowerCase(Locale.ROOT)).matches();
  }
}
