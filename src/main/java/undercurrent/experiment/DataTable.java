package undercurrent.experiment;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import undercurrent.series.Channel;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.text.Visible;

/** The rows of all series of a set as one CSV table, numbers exact. */
final class DataTable {
  private DataTable() {}

  static String write(SeriesSet set) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
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
    return text.toString();
  }

  /**
   * The series in the order of their names; rows stand together.
   *
   * @throws IOException that names the row, when it is no such table
   */
  static List<Series> read(String text, List<String> names, int channels) throws IOException {
    List<CsvRecord> rows = records(text);
    if (rows.isEmpty()) throw new IOException(ExperimentWords.of("dataTable.empty"));
    List<String> header = rows.getFirst().getFields();
    List<Series> all = new ArrayList<>();
    int next = 1;
    for (String name : names) {
      int from = next;
      while (next < rows.size() && rows.get(next).getField(0).equals(name)) next++;
      double[] times = new double[next - from];
      double[][] values = new double[next - from][channels];
      for (int t = 0; t < times.length; t++) {
        CsvRecord row = rows.get(from + t);
        if (row.getFieldCount() != channels + 2 || header.size() != channels + 2) {
          throw new IOException(
              ExperimentWords.of("dataTable.length", row.getStartingLineNumber()));
        }
        times[t] = number(row, 1, header);
        for (int d = 0; d < channels; d++) values[t][d] = number(row, 2 + d, header);
      }
      all.add(new Series(name, times, values));
    }
    if (next != rows.size()) {
      throw new IOException(
          ExperimentWords.of("dataTable.series", rows.get(next).getStartingLineNumber()));
    }
    return all;
  }

  private static List<CsvRecord> records(String text) throws IOException {
    List<CsvRecord> records = new ArrayList<>();
    try {
      for (CsvRecord record : CsvReader.builder().ofCsvRecord(text)) records.add(record);
    } catch (CsvParseException e) {
      long last = records.isEmpty() ? 0 : records.getLast().getStartingLineNumber();
      throw new IOException(ExperimentWords.of("dataTable.cells", last), e);
    }
    return records;
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
