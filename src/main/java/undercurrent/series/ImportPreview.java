package undercurrent.series;

import java.util.List;
import java.util.Optional;

/**
 * How a file would be read, before it is: everything shown here can be corrected through {@link
 * ImportChoices}.
 *
 * @param name of the file
 * @param encoding "UTF-8", "UTF-16" or "Windows-1252", or the name of a form that is no text
 * @param separator empty when the file is no text
 * @param timeForm {@link TimeForm#ROW_NUMBER} when no column is the time
 * @param spacing what rows that are missing from a calendar are taken for
 * @param columns in the order of the file
 * @param wide whether headings were read as times, or as parts of them; empty where none can be
 * @param firstRows the first rows below the header as text, at most 20
 * @param rows how many rows there are below the header
 * @param series how many series they make; 0 when there is a problem
 * @param notes what was guessed, turned round or left out, a sentence each
 * @param suspects numbers in the channels that may mean "no value", as they are written
 * @param frames how it is read as a film; empty where it cannot be
 * @param problem why it cannot be opened like this, one sentence; empty when it can
 */
public record ImportPreview(
    String name,
    String encoding,
    FileForm form,
    Optional<Separator> separator,
    DecimalSign decimalSign,
    boolean header,
    TimeForm timeForm,
    RowSpacing spacing,
    Optional<Boolean> wide,
    List<ImportColumn> columns,
    List<List<String>> firstRows,
    int rows,
    int series,
    List<String> notes,
    List<String> suspects,
    Optional<FrameChoice> frames,
    Optional<String> problem) {
  public ImportPreview {
    columns = List.copyOf(columns);
    firstRows = List.copyOf(firstRows);
    notes = List.copyOf(notes);
    suspects = List.copyOf(suspects);
  }

  /** Of a film, which has no columns. */
  static ImportPreview ofFilm(
      FilmSource source,
      int frames,
      int series,
      List<String> notes,
      FrameChoice choice,
      Optional<String> problem) {
    return new ImportPreview(
        source.name(),
        source.encoding(),
        source.form(),
        Optional.empty(),
        DecimalSign.DOT,
        false,
        TimeForm.ROW_NUMBER,
        RowSpacing.CONSECUTIVE,
        Optional.empty(),
        List.of(),
        List.of(),
        frames,
        series,
        notes,
        List.of(),
        Optional.of(choice),
        problem);
  }

  /** The same of a file that could also be read as a film. */
  ImportPreview with(FrameChoice choice) {
    return new ImportPreview(
        name,
        encoding,
        form,
        separator,
        decimalSign,
        header,
        timeForm,
        spacing,
        wide,
        columns,
        firstRows,
        rows,
        series,
        notes,
        suspects,
        Optional.of(choice),
        problem);
  }

  /** True when there are no columns whose use could be chosen. */
  public boolean isOnlyFilm() {
    return frames.isPresent() && columns.isEmpty();
  }

  /** All columns of one use. */
  public List<ImportColumn> columns(ColumnUse use) {
    return columns.stream().filter(c -> c.use() == use).toList();
  }
}
