package undercurrent.experiment;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import undercurrent.math.Progress;
import undercurrent.series.Channel;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.text.Visible;

/** The rows of all series of a set as one CSV table, numbers exact. */
final class DataTable {
  private DataTable() {}

  /** In UTF-8. */
  static byte[] write(SeriesSet set) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(bytes)) {
      write(set, csv);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can always be written.", e);
    }
    return bytes.toByteArray();
  }

  private static void write(SeriesSet set, CsvWriter csv) {
    List<String> header = new ArrayList<>(List.of("series", "time"));
    for (Channel channel : set.channels()) header.add(channel.name());
    csv.writeRecord(header);
    for (Series series : set.series()) {
      for (int t = 0; t < series.length(); t++) {
        List<String> row = new ArrayList<>(header.size());
        row.add(series.name());
        row.add(CurveTable.cell(series.times()[t]));
        for (double value : series.row(t)) row.add(CurveTable.cell(value));
        csv.writeRecord(row);
      }
    }
  }

  /**
   * The series in the order of their names; rows stand together, and one at a time is in memory
   * beside the numbers.
   *
   * @throws IOException that names the row, when it is no such table
   */
  static List<Series> read(Reader text, List<String> names, int channels) throws IOException {
    Records records = new Records(CsvReader.builder().ofCsvRecord(text).iterator());
    CsvRecord row = records.next();
    if (row == null) throw new IOException(ExperimentWords.of("dataTable.empty"));
    List<String> header = row.getFields();
    List<Series> all = new ArrayList<>();
    row = records.next();
    for (String name : names) {
      DoubleStream.Builder times = DoubleStream.builder();
      List<double[]> values = new ArrayList<>();
      for (; row != null && row.getField(0).equals(name); row = records.next()) {
        if (row.getFieldCount() != channels + 2 || header.size() != channels + 2) {
          throw new IOException(
              ExperimentWords.of("dataTable.length", row.getStartingLineNumber()));
        }
        times.add(number(row, 1, header));
        double[] numbers = new double[channels];
        for (int d = 0; d < channels; d++) numbers[d] = number(row, 2 + d, header);
        values.add(numbers);
      }
      all.add(new Series(name, times.build().toArray(), values.toArray(double[][]::new)));
    }
    if (row != null) {
      throw new IOException(ExperimentWords.of("dataTable.series", row.getStartingLineNumber()));
    }
    return all;
  }

  /** The rows of a table, one after another. */
  private static final class Records {
    private final Iterator<CsvRecord> records;
    private long last;
    private int count;

    Records(Iterator<CsvRecord> records) {
      this.records = records;
    }

    /** Null after the last one. */
    @Nullable CsvRecord next() throws IOException {
      Progress.within(count++);
      try {
        CsvRecord next = records.hasNext() ? records.next() : null;
        if (next != null) last = next.getStartingLineNumber();
        return next;
      } catch (CsvParseException e) {
        throw new IOException(ExperimentWords.of("dataTable.cells", last), e);
      }
    }
  }

  private static double number(CsvRecord row, int column, List<String> header) throws IOException {
    try {
      return CurveTable.number(row.getField(column));
    } catch (NumberFormatException e) {
      throw new IOException(
          ExperimentWords.of(
              "dataTable.noNumber",
              Visible.name(row.getField(column)),
              row.getStartingLineNumber(),
              Visible.name(header.get(column))),
          e);
    }
  }
}
