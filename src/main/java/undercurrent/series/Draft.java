package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import undercurrent.text.Visible;

/**
 * What is decided so far about a table on its way to a {@link SeriesSet}. Mutable; the guessing
 * classes fill it one after the other.
 */
final class Draft {
  private final Table table;
  private final DecimalSign sign;
  private final List<Column> columns = new ArrayList<>();
  private final @Nullable ColumnUse[] uses;
  private final boolean[] chosen;
  private final Channel.Kind[] kinds;
  private final String[] names;
  private final String[] units;
  private final String[] reasons;
  private final List<String> notes;
  private Optional<String> problem = Optional.empty();
  private TimeForm timeForm = TimeForm.ROW_NUMBER;
  private double[] times = {};
  private long origin;
  private RowSpacing spacing = RowSpacing.CONSECUTIVE;
  private final ImportChoices choices;
  private List<String> suspects = List.of();
  private Optional<FrameShape> frame = Optional.empty();
  private boolean frameFound;

  /**
   * A draft in which nothing is decided.
   *
   * @param sign of the times and of columns that do not show another
   * @param choices of a person
   */
  Draft(Table table, DecimalSign sign, ImportChoices choices) {
    this.table = table;
    this.sign = sign;
    this.choices = choices;
    notes = new ArrayList<>(table.notes());
    int width = table.width();
    for (int c = 0; c < width; c++) {
      DecimalSign own =
          choices.decimalSign().isPresent() ? sign : DecimalGuess.of(table, c, sign, notes);
      columns.add(column(c, own));
    }
    uses = new @Nullable ColumnUse[width];
    chosen = new boolean[width];
    kinds = new Channel.Kind[width];
    names = new String[width];
    units = new String[width];
    reasons = new String[width];
    Arrays.fill(kinds, Channel.Kind.REAL);
    Arrays.fill(units, "");
    Arrays.fill(reasons, "");
    for (int c = 0; c < width; c++) names[c] = table.names().get(c);
  }

  private Column column(int c, DecimalSign own) {
    if (isArgos(table, c, choices)) {
      return new Column(table, c, own, choices.missing(), ArgosClasses::metres);
    }
    Optional<CellWords> words = CellWords.in(table, c);
    if (words.isEmpty()) return new Column(table, c, own, choices.missing());
    notes.add(SeriesWords.of(words.get().told(), Visible.name(table.names().get(c))));
    return new Column(table, c, DecimalSign.DOT, choices.missing(), words.get().meaning());
  }

  Table table() {
    return table;
  }

  DecimalSign sign() {
    return sign;
  }

  List<Column> columns() {
    return columns;
  }

  /** Columns that nothing is decided about. */
  List<Column> open() {
    return columns.stream().filter(c -> uses[c.index()] == null).toList();
  }

  /** Columns of one use, in order. */
  List<Column> used(ColumnUse use) {
    return columns.stream().filter(c -> uses[c.index()] == use).toList();
  }

  Optional<Column> first(ColumnUse use) {
    return columns.stream().filter(c -> uses[c.index()] == use).findFirst();
  }

  void choose(Column column, ColumnUse use) {
    use(column, use, SeriesWords.of("draft.chosen"));
    chosen[column.index()] = true;
  }

  boolean isChosen(Column column) {
    return chosen[column.index()];
  }

  void use(Column column, ColumnUse use, String reason) {
    uses[column.index()] = use;
    reasons[column.index()] = reason;
  }

  /** Whether a person takes classes of Argos locations for deviations. */
  private static boolean isArgos(Table table, int column, ImportChoices choices) {
    return choices.uses().get(table.names().get(column)) == ColumnUse.NOISE
        && ArgosClasses.areIn(table, column);
  }

  void name(Column column, String name, String unit) {
    names[column.index()] = name;
    units[column.index()] = unit;
  }

  String nameOf(Column column) {
    return names[column.index()];
  }

  String unitOf(Column column) {
    return units[column.index()];
  }

  /** The unit that stands in the cells or in a row of units; empty when none does. */
  String unitFound(Column column) {
    String unit = table.unit(column.index());
    return unit.isEmpty() ? column.mark() : unit;
  }

  void kind(Column column, Channel.Kind kind) {
    kinds[column.index()] = kind;
  }

  Channel.Kind kindOf(Column column) {
    return kinds[column.index()];
  }

  void time(TimeForm form, double[] read) {
    timeForm = form;
    times = read;
  }

  /** The split that a person chose, in place of what the file says. */
  Optional<Split> split() {
    return choices.split();
  }

  void origin(long number) {
    origin = number;
  }

  /** What is added to the times to get the numbers of the table. */
  long origin() {
    return origin;
  }

  TimeForm timeForm() {
    return timeForm;
  }

  /** One a row, NaN where it cannot be read; empty when rows are counted. */
  double[] times() {
    return times;
  }

  /** What a person wants rows that are missing to be taken for. */
  Optional<RowSpacing> chosenSpacing() {
    return choices.spacing();
  }

  void spacing(RowSpacing found) {
    spacing = found;
  }

  /** What rows that are missing were taken for. */
  RowSpacing spacing() {
    return spacing;
  }

  /** Makes the observed columns one frame, in their order. */
  void frame(FrameShape shape) {
    frame = Optional.of(shape);
  }

  Optional<FrameShape> frame() {
    return frame;
  }

  /** Remembers whether the columns could be a frame. */
  void frameFound(boolean found) {
    frameFound = found;
  }

  boolean isFrameFound() {
    return frameFound;
  }

  void note(String sentence) {
    notes.add(sentence);
  }

  List<String> notes() {
    return notes;
  }

  /** Numbers that may mean "no value", as they are written. */
  List<String> suspects() {
    return suspects;
  }

  void suspect(List<String> codes) {
    suspects = codes;
  }

  /** Remembers the first reason why the table cannot be opened. */
  void refuse(SeriesException reason) {
    if (problem.isEmpty()) problem = Optional.of(String.valueOf(reason.getMessage()));
  }

  Optional<String> problem() {
    return problem;
  }

  List<ImportColumn> described() {
    return columns.stream().map(this::described).toList();
  }

  ImportColumn described(Column column) {
    int c = column.index();
    ColumnUse use = uses[c] == null ? ColumnUse.LEFT_OUT : uses[c];
    return new ImportColumn(column.name(), kinds[c], use, reasons[c]);
  }
}
