package undercurrent.series;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import undercurrent.text.Visible;

/** Runs one text through all decisions, to a preview or to a set. */
final class Importer {
  private static final int FIRST_ROWS = 20;

  private Importer() {}

  static SeriesSet open(TableSource source, ImportChoices choices) {
    return read(source, choices).set();
  }

  static Reading read(TableSource source, ImportChoices choices) {
    Table raw = source.table(choices);
    Draft draft = draft(table(raw, choices), choices);
    if (choices.frames().filter(FrameReading::isCount).isPresent()) {
      // The rows of counts are no rows of the table.
      return new Reading(made(draft, choices), draft.notes(), Optional.empty());
    }
    SetBuilder.Built built = SetBuilder.build(draft);
    requireFrames(draft, choices);
    OwnTable own = new OwnTable(raw, draft, built.rows());
    return new Reading(built.set(), draft.notes(), Optional.of(own));
  }

  /** The set of a table, or the film that a person wants to be made of it. */
  private static SeriesSet made(Draft draft, ImportChoices choices) {
    Optional<FrameReading> count = choices.frames().filter(FrameReading::isCount);
    if (count.isPresent()) {
      boolean isWeek = count.get() == FrameReading.WEEK;
      return PointFilm.of(draft, isWeek, choices.split().orElse(Split.BY_TIME));
    }
    SeriesSet set = SetBuilder.build(draft).set();
    requireFrames(draft, choices);
    return set;
  }

  private static void requireFrames(Draft draft, ImportChoices choices) {
    FrameReading wanted = choices.frames().orElse(FrameReading.SERIES);
    if (wanted == FrameReading.GREY) {
      throw SeriesException.in(draft.table().file(), SeriesWords.of("importer.noColours"));
    }
    if (wanted == FrameReading.FILM && draft.frame().isEmpty()) {
      throw SeriesException.in(draft.table().file(), SeriesWords.of("importer.noFilm"));
    }
  }

  private static Optional<FrameChoice> frames(
      Draft draft, Optional<SeriesSet> made, ImportChoices choices) {
    Optional<FilmPreview> film = made.filter(s -> s.frame().isPresent()).map(FilmPreview::of);
    if (draft.isFrameFound()) {
      FrameReading usual = draft.frame().isPresent() ? FrameReading.FILM : FrameReading.SERIES;
      List<FrameReading> possible = List.of(FrameReading.FILM, FrameReading.SERIES);
      return Optional.of(new FrameChoice(choices.frames().orElse(usual), possible, film));
    }
    if (!PointFilm.isPossible(draft)) return Optional.empty();
    List<FrameReading> possible =
        List.of(FrameReading.SERIES, FrameReading.COUNTS, FrameReading.WEEK);
    FrameReading now = choices.frames().orElse(FrameReading.SERIES);
    return Optional.of(new FrameChoice(now, possible, film));
  }

  static ImportPreview preview(TableSource source, ImportChoices choices) {
    Table table;
    Optional<Boolean> wide;
    try {
      Table raw = source.table(choices);
      table = table(raw, choices);
      wide = wide(raw, table, choices);
    } catch (SeriesException e) {
      return withoutTable(source, choices, e);
    }
    Draft draft = draft(table, choices);
    Optional<SeriesSet> made = Optional.empty();
    Optional<String> problem = Optional.empty();
    try {
      made = Optional.of(made(draft, choices));
    } catch (SeriesException e) {
      problem = Optional.ofNullable(e.getMessage());
    }
    List<List<String>> rows =
        table.rows().stream().limit(FIRST_ROWS).map(Arrays::asList).map(List::copyOf).toList();
    return new ImportPreview(
        source.name(),
        source.encoding(),
        source.form(),
        table.separator(),
        draft.sign(),
        table.header(),
        draft.timeForm(),
        draft.spacing(),
        wide,
        draft.described(),
        rows,
        table.rows().size(),
        made.map(s -> s.series().size()).orElse(0),
        draft.notes(),
        draft.suspects(),
        frames(draft, made, choices),
        problem);
  }

  private static Table table(Table table, ImportChoices choices) {
    // Where the form of the file declares the columns, there is nothing to join or to turn.
    if (!table.declared().isEmpty()) return table;
    Table inPeriods = PeriodColumns.turned(table, choices);
    return JoinedTimes.of(WideTable.turned(inPeriods, choices), choices);
  }

  /** Whether a table was turned; empty where it cannot be. */
  private static Optional<Boolean> wide(Table raw, Table read, ImportChoices choices) {
    boolean canBe = read.turned() || table(raw, choices.withWide(true)).turned();
    return canBe ? Optional.of(read.turned()) : Optional.empty();
  }

  private static ImportPreview withoutTable(
      TableSource source, ImportChoices choices, SeriesException reason) {
    return new ImportPreview(
        source.name(),
        source.encoding(),
        source.form(),
        source.separator(choices),
        choices.decimalSign().orElse(DecimalSign.DOT),
        choices.header().orElse(true),
        choices.timeForm().orElse(TimeForm.ROW_NUMBER),
        choices.spacing().orElse(RowSpacing.CONSECUTIVE),
        Optional.empty(),
        List.of(),
        List.of(),
        0,
        0,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.ofNullable(reason.getMessage()));
  }

  private static Draft draft(Table table, ImportChoices choices) {
    DecimalSign sign = choices.decimalSign().orElseGet(() -> DecimalGuess.of(table));
    Draft draft = new Draft(table, sign, choices);
    try {
      if (choices.header().isEmpty()) TransposedTable.refuse(table);
      apply(draft, uses(table, choices.uses()));
      requireColumns(draft, choices.kinds().keySet());
    } catch (SeriesException e) {
      draft.refuse(e);
    }
    TimeGuess.decide(draft, choices.timeForm());
    SplitColumn.decide(draft);
    SeriesGuess.decide(draft);
    TimesOfDay.settle(draft);
    RoleGuess.decide(draft);
    ChannelGuess.decide(draft, choices.kinds());
    FrameGuess.decide(draft, choices.frames());
    UseNotes.add(draft);
    draft.suspect(MissingCodes.suspected(draft));
    MissingCodes.noteChosen(draft);
    return draft;
  }

  /** What a person chose, and what the form of the file declares of the other columns. */
  private static Map<String, ColumnUse> uses(Table table, Map<String, ColumnUse> chosen) {
    Map<String, ColumnUse> uses = new LinkedHashMap<>(table.declared());
    uses.values().removeAll(chosen.values());
    uses.putAll(chosen);
    return uses;
  }

  private static void apply(Draft draft, Map<String, ColumnUse> uses) {
    requireColumns(draft, uses.keySet());
    Set<ColumnUse> once = EnumSet.noneOf(ColumnUse.class);
    for (Column column : draft.columns()) {
      ColumnUse use = uses.get(column.name());
      if (use == null) continue;
      draft.choose(column, use);
      boolean many =
          switch (use) {
            case OBSERVED, TRUTH, NOISE, INPUT, LEFT_OUT -> true;
            case TIME, SERIES, SPLIT -> false;
          };
      if (!many && !once.add(use)) {
        throw SeriesException.in(
            draft.table().file(),
            SeriesWords.of(
                "importer.second",
                Visible.name(column.name()),
                use.name().toLowerCase(java.util.Locale.ROOT)));
      }
    }
  }

  private static void requireColumns(Draft draft, Set<String> names) {
    for (String name : names) {
      if (draft.table().names().contains(name)) continue;
      throw SeriesException.in(
          draft.table().file(),
          SeriesWords.of(
              "importer.noColumn", Visible.name(name), Excerpt.list(draft.table().names())));
    }
  }
}
