package undercurrent.series;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person has corrected in an {@link ImportPreview}; whatever is empty here is guessed.
 *
 * @param wide whether headings that are times make each row a series
 * @param missing numbers or words that mean "no value", such as -999, beside the usual ones
 * @param split which rows are for training, in place of what the file says or the usual one
 * @param spacing what rows that are missing from a calendar are taken for
 * @param frames what is made of a file that can be read as a film
 * @param uses by the column's name in the file; at most one column each is TIME, SERIES and SPLIT
 * @param kinds by the column's name in the file
 */
public record ImportChoices(
    Optional<Separator> separator,
    Optional<DecimalSign> decimalSign,
    Optional<Boolean> header,
    Optional<TimeForm> timeForm,
    Optional<Boolean> wide,
    Set<String> missing,
    Optional<Split> split,
    Optional<RowSpacing> spacing,
    Optional<FrameReading> frames,
    Map<String, ColumnUse> uses,
    Map<String, Channel.Kind> kinds) {
  /** Everything is guessed. */
  public static final ImportChoices AUTOMATIC = new Changed().done();

  public ImportChoices {
    missing = Set.copyOf(missing);
    uses = Map.copyOf(uses);
    kinds = Map.copyOf(kinds);
  }

  public ImportChoices withSeparator(Separator chosen) {
    Changed changed = new Changed(this);
    changed.separator = Optional.of(chosen);
    return changed.done();
  }

  public ImportChoices withDecimalSign(DecimalSign chosen) {
    Changed changed = new Changed(this);
    changed.decimalSign = Optional.of(chosen);
    return changed.done();
  }

  public ImportChoices withHeader(boolean chosen) {
    Changed changed = new Changed(this);
    changed.header = Optional.of(chosen);
    return changed.done();
  }

  public ImportChoices withTimeForm(TimeForm chosen) {
    Changed changed = new Changed(this);
    changed.timeForm = Optional.of(chosen);
    return changed.done();
  }

  public ImportChoices withWide(boolean chosen) {
    Changed changed = new Changed(this);
    changed.wide = Optional.of(chosen);
    return changed.done();
  }

  public ImportChoices withMissing(String word, boolean isMissing) {
    Changed changed = new Changed(this);
    if (isMissing) changed.missing.add(word);
    else changed.missing.remove(word);
    return changed.done();
  }

  public ImportChoices withSplit(Split chosen) {
    Changed changed = new Changed(this);
    changed.split = Optional.of(chosen);
    return changed.done();
  }

  /** With the split that the file asks for, or the usual one. */
  public ImportChoices withoutSplit() {
    Changed changed = new Changed(this);
    changed.split = Optional.empty();
    return changed.done();
  }

  public ImportChoices withSpacing(RowSpacing chosen) {
    Changed changed = new Changed(this);
    changed.spacing = Optional.of(chosen);
    return changed.done();
  }

  public ImportChoices withFrames(FrameReading chosen) {
    Changed changed = new Changed(this);
    changed.frames = Optional.of(chosen);
    return changed.done();
  }

  public ImportChoices withUse(String column, ColumnUse use) {
    Changed changed = new Changed(this);
    changed.uses.put(column, use);
    return changed.done();
  }

  public ImportChoices withKind(String column, Channel.Kind kind) {
    Changed changed = new Changed(this);
    changed.kinds.put(column, kind);
    return changed.done();
  }

  /** A copy on its way to another value, so that a choice that is added is named in one place. */
  private static final class Changed {
    private Optional<Separator> separator = Optional.empty();
    private Optional<DecimalSign> decimalSign = Optional.empty();
    private Optional<Boolean> header = Optional.empty();
    private Optional<TimeForm> timeForm = Optional.empty();
    private Optional<Boolean> wide = Optional.empty();
    private final Set<String> missing = new LinkedHashSet<>();
    private Optional<Split> split = Optional.empty();
    private Optional<RowSpacing> spacing = Optional.empty();
    private Optional<FrameReading> frames = Optional.empty();
    private final Map<String, ColumnUse> uses = new LinkedHashMap<>();
    private final Map<String, Channel.Kind> kinds = new LinkedHashMap<>();

    private Changed() {}

    private Changed(ImportChoices before) {
      separator = before.separator;
      decimalSign = before.decimalSign;
      header = before.header;
      timeForm = before.timeForm;
      wide = before.wide;
      missing.addAll(before.missing);
      split = before.split;
      spacing = before.spacing;
      frames = before.frames;
      uses.putAll(before.uses);
      kinds.putAll(before.kinds);
    }

    private ImportChoices done() {
      return new ImportChoices(
          separator,
          decimalSign,
          header,
          timeForm,
          wide,
          missing,
          split,
          spacing,
          frames,
          uses,
          kinds);
    }
  }
}
