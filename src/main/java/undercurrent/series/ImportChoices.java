package undercurrent.series;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a person has corrected in an {@link ImportPreview}; whatever is empty here is guessed.
 *
 * @param uses by the column's name in the file; at most one column each is TIME, SERIES and SPLIT
 * @param kinds by the column's name in the file
 */
public record ImportChoices(
    Optional<Separator> separator,
    Optional<DecimalSign> decimalSign,
    Optional<Boolean> header,
    Optional<TimeForm> timeForm,
    Map<String, ColumnUse> uses,
    Map<String, Channel.Kind> kinds) {
  /** Everything is guessed. */
  public static final ImportChoices AUTOMATIC =
      new ImportChoices(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Map.of());

  public ImportChoices {
    uses = Map.copyOf(uses);
    kinds = Map.copyOf(kinds);
  }

  public ImportChoices withSeparator(Separator chosen) {
    return new ImportChoices(Optional.of(chosen), decimalSign, header, timeForm, uses, kinds);
  }

  public ImportChoices withDecimalSign(DecimalSign chosen) {
    return new ImportChoices(separator, Optional.of(chosen), header, timeForm, uses, kinds);
  }

  public ImportChoices withHeader(boolean chosen) {
    return new ImportChoices(separator, decimalSign, Optional.of(chosen), timeForm, uses, kinds);
  }

  public ImportChoices withTimeForm(TimeForm chosen) {
    return new ImportChoices(separator, decimalSign, header, Optional.of(chosen), uses, kinds);
  }

  public ImportChoices withUse(String column, ColumnUse use) {
    return new ImportChoices(
        separator, decimalSign, header, timeForm, with(uses, column, use), kinds);
  }

  public ImportChoices withKind(String column, Channel.Kind kind) {
    return new ImportChoices(
        separator, decimalSign, header, timeForm, uses, with(kinds, column, kind));
  }

  private static <V> Map<String, V> with(Map<String, V> old, String key, V value) {
    Map<String, V> changed = new LinkedHashMap<>(old);
    changed.put(key, value);
    return changed;
  }
}
