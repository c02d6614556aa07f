package undercurrent.series;

import java.util.Optional;

/** What a table can be made of: a text, or a file of another form. */
interface TableSource extends SeriesSource {
  /** The most that one table may hold. */
  long MOST_CELLS = 5_000_000;

  /** Of the file, for messages. */
  String name();

  /** How it is written, for people: an encoding, or the name of a form. */
  String encoding();

  FileForm form();

  /** What would stand between the cells; empty when it is no text. */
  Optional<Separator> separator(ImportChoices choices);

  /**
   * Reads the table.
   *
   * @throws SeriesException one sentence that names the file, the place and what to do
   */
  Table table(ImportChoices choices);

  @Override
  default ImportPreview preview(ImportChoices choices) {
    return Importer.preview(this, choices);
  }

  @Override
  default Reading read(ImportChoices choices) {
    return Importer.read(this, choices);
  }
}
