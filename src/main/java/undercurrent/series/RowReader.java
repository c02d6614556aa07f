package undercurrent.series;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import undercurrent.math.Progress;

/** Splits a text into rows of cells, leaving out blank lines and empty rows at the end. */
final class RowReader {
  static final int MOST_COLUMNS = 10_000;
  private static final long MOST_CELLS = 5_000_000;

  /**
   * Stands in a row of its own after the text, unless a quotation mark is open there; it holds no
   * separator.
   */
  private static final String AFTER_THE_TEXT = "\uE000after-the-text\uE000";

  private static final Pattern LINE = Pattern.compile("line (\\d{1,18})");
  private final String file;
  private final List<Row> rows = new ArrayList<>();
  private final List<HashLine> hashLines = new ArrayList<>();
  private long cells;

  /** That were read, marks and comments not counted. */
  private long letters;

  /**
   * One row.
   *
   * @param line counted from 1
   */
  record Row(long line, String[] cells) {}

  /**
   * A line that begins with {@code #}: a comment, a header or a row.
   *
   * @param text after the sign
   * @param rowsBefore how many rows stand above it
   */
  record HashLine(long line, String text, int rowsBefore) {}

  private RowReader(String file) {
    this.file = file;
  }

  /** The rows of a text; what lines that begin with {@code #} are taken for is put into notes. */
  static List<Row> read(TextSource source, Separator separator, List<String> notes) {
    RowReader reader = new RowReader(source.name());
    reader.refuseWide(source.text(), separator);
    reader.readAll(
        separator == Separator.SPACE ? withSingleBlanks(source.text()) : source.text(), separator);
    List<Row> all = HashLines.placed(reader.rows, reader.hashLines, separator, notes);
    while (!all.isEmpty() && isEmpty(all.getLast())) all.removeLast();
    return all;
  }

  /** A quick look before anything is allocated for it. */
  private void refuseWide(String text, Separator separator) {
    // Lines of old files end with a carriage return alone.
    long signs =
        text.chars()
            .takeWhile(c -> c != '\n' && c != '\r')
            .filter(c -> c == separator.sign())
            .count();
    if (signs >= MOST_COLUMNS) throw tooWide(1);
  }

  private SeriesException tooWide(long line) {
    return SeriesException.at(file, line, SeriesWords.of("rowReader.tooWide"));
  }

  private static String withSingleBlanks(String text) {
    return text.lines()
        .map(l -> l.strip().replaceAll("[ \t]+", " "))
        .collect(Collectors.joining("\n"));
  }

  private static CsvReader.CsvReaderBuilder csv(Separator separator) {
    return CsvReader.builder()
        .fieldSeparator(separator.sign())
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .skipEmptyLines(true)
        .trimWhitespacesAroundQuotes(true);
  }

  /** The cells of one line. */
  static String[] cells(String line, Separator separator) {
    try (CsvReader<CsvRecord> csv = csv(separator).ofCsvRecord(line)) {
      for (CsvRecord record : csv) {
        return record.getFields().stream().map(String::strip).toArray(String[]::new);
      }
      return new String[0];
    } catch (CsvParseException e) {
      return new String[] {line};
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void readAll(String text, Separator separator) {
    long line = 0;
    boolean marked = text.indexOf('"') >= 0;
    try (CsvReader<CsvRecord> csv =
        csv(separator)
            .commentStrategy(CommentStrategy.READ)
            .commentCharacter('#')
            // A reader of a text would keep two more copies of it.
            .ofCsvRecord(new StringReader(marked ? text + "\n" + AFTER_THE_TEXT : text))) {
      Iterator<CsvRecord> records = csv.iterator();
      for (int i = 0; records.hasNext(); i++) {
        if (i % Progress.WITHIN_EVERY == Progress.WITHIN_EVERY - 1) {
          Progress.current().at(letters, Math.max(letters + 1, text.length()));
        }
        CsvRecord read = records.next();
        line = read.getStartingLineNumber();
        if (marked && !records.hasNext()) refuseOpenMark(read);
        else if (read.isComment()) hashLines.add(new HashLine(line, read.getField(0), rows.size()));
        else add(read);
      }
    } catch (CsvParseException e) {
      throw unreadable(line, e);
    } catch (java.io.IOException e) {
      throw new SeriesException(SeriesWords.of("rowReader.unreadable", file), e);
    }
  }

  /** The row is in the words of the exception alone; without it, it is the one after the last. */
  private SeriesException unreadable(long last, CsvParseException reason) {
    Matcher named = LINE.matcher(String.valueOf(reason.getMessage()));
    long line = named.find() ? Long.parseLong(named.group(1)) : last + 1;
    SeriesException sentence =
        SeriesException.at(file, line, SeriesWords.of("rowReader.afterTheMark"));
    sentence.initCause(reason);
    return sentence;
  }

  /** The last record is what was put after the text, or the cell that has swallowed it. */
  private void refuseOpenMark(CsvRecord last) {
    int count = last.getFieldCount();
    if (count == 1 && last.getField(0).equals(AFTER_THE_TEXT)) return;
    long line = last.getStartingLineNumber();
    for (int i = 0; i < count - 1; i++) line += newLines(last.getField(i));
    throw SeriesException.at(file, line, SeriesWords.of("rowReader.open", count));
  }

  private static long newLines(String cell) {
    return cell.chars().filter(c -> c == '\n').count();
  }

  private void add(CsvRecord read) {
    int count = read.getFieldCount();
    if (count > MOST_COLUMNS) throw tooWide(read.getStartingLineNumber());
    String[] row = new String[count];
    for (int i = 0; i < count; i++) {
      letters += read.getField(i).length() + 1;
      row[i] = read.getField(i).strip();
    }
    if (count == 1 && row[0].isEmpty()) return;
    cells += count;
    if (cells > MOST_CELLS) {
      throw SeriesException.in(file, SeriesWords.of("rowReader.tooLarge"));
    }
    rows.add(new Row(read.getStartingLineNumber(), row));
  }

  private static boolean isEmpty(Row row) {
    for (String cell : row.cells()) if (!cell.isEmpty()) return false;
    return true;
  }
}
