package undercurrent.series;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Splits a text into rows of cells, leaving out comments, blank lines and empty rows at the end.
 */
final class RowReader {
  static final int MOST_COLUMNS = 10_000;
  private static final long MOST_CELLS = 5_000_000;
  private final String file;
  private final List<Row> rows = new ArrayList<>();
  private long cells;

  /**
   * One row.
   *
   * @param line counted from 1
   */
  record Row(long line, String[] cells) {}

  private RowReader(String file) {
    this.file = file;
  }

  static List<Row> read(TextSource source, Separator separator) {
    RowReader reader = new RowReader(source.name());
    reader.refuseWide(source.text(), separator);
    reader.readAll(
        separator == Separator.SPACE ? withSingleBlanks(source.text()) : source.text(), separator);
    while (!reader.rows.isEmpty() && isEmpty(reader.rows.getLast())) reader.rows.removeLast();
    return reader.rows;
  }

  /** A quick look before anything is allocated for it. */
  private void refuseWide(String text, Separator separator) {
    int end = text.indexOf('\n');
    long signs =
        text.substring(0, end < 0 ? text.length() : end)
            .chars()
            .filter(c -> c == separator.sign())
            .count();
    if (signs >= MOST_COLUMNS) throw tooWide(1);
  }

  private SeriesException tooWide(long line) {
    return SeriesException.at(
        file, line, "there are more than 10,000 columns; take fewer, or give one series per row");
  }

  private static String withSingleBlanks(String text) {
    return text.lines()
        .map(l -> l.strip().replaceAll("[ \t]+", " "))
        .collect(Collectors.joining("\n"));
  }

  private void readAll(String text, Separator separator) {
    long line = 0;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator.sign())
            .commentStrategy(CommentStrategy.SKIP)
            .commentCharacter('#')
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .skipEmptyLines(true)
            .trimWhitespacesAroundQuotes(true)
            .ofCsvRecord(text)) {
      Iterator<CsvRecord> records = csv.iterator();
      while (records.hasNext()) {
        CsvRecord read = records.next();
        line = read.getStartingLineNumber();
        add(read);
      }
    } catch (CsvParseException e) {
      throw new SeriesException(
          "%s: after row %d a quotation mark is not closed or a cell is too long; check the marks."
              .formatted(file, line),
          e);
    } catch (java.io.IOException e) {
      throw new SeriesException(file + ": the text cannot be read.", e);
    }
  }

  private void add(CsvRecord read) {
    int count = read.getFieldCount();
    if (count > MOST_COLUMNS) throw tooWide(read.getStartingLineNumber());
    String[] row = new String[count];
    for (int i = 0; i < count; i++) row[i] = read.getField(i).strip();
    if (count == 1 && row[0].isEmpty()) return;
    cells += count;
    if (cells > MOST_CELLS) {
      throw SeriesException.in(file, "has more than 5,000,000 cells; take fewer rows or columns");
    }
    rows.add(new Row(read.getStartingLineNumber(), row));
  }

  private static boolean isEmpty(Row row) {
    for (String cell : row.cells()) if (!cell.isEmpty()) return false;
    return true;
  }
}
