package undercurrent.series;

import java.util.Optional;
import java.util.function.Function;

/**
 * A file that is no table of text.
 *
 * @param encoding the name of its form, for people
 * @param reader makes the table
 */
record StructuredSource(
    String name, String encoding, FileForm form, Function<ImportChoices, Table> reader)
    implements TableSource {
  @Override
  public Optional<Separator> separator(ImportChoices choices) {
    return Optional.empty();
  }

  @Override
  public Table table(ImportChoices choices) {
    return reader.apply(choices);
  }
}
