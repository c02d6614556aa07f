package undercurrent.experiment;

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
        for (double value : series.values()[t]) row.add(CurveTable.cell(value));
        csv.writeRecord(row);
      }
    }
    return text.toString();
  }

  /** The series in the order of their names; rows stand together. */
  static List<Series> read(String text, List<String> names, int channels) throws IOException {
    List<Series> all = new ArrayList<>();
    List<CsvRecord> rows = CsvReader.builder().ofCsvRecord(text).stream().skip(1).toList();
    int next = 0;
    for (String name : names) {
      int from = next;
      while (next < rows.size() && rows.get(next).getField(0).equals(name)) next++;
      double[] times = new double[next - from];
      double[][] values = new double[next - from][channels];
      for (int t = 0; t < times.length; t++) {
        CsvRecord row = rows.get(from + t);
        if (row.getFieldCount() != channels + 2) {
          throw new IOException("row " + row.getStartingLineNumber() + " has the wrong length");
        }
        times[t] = CurveTable.number(row.getField(1));
        for (int d = 0; d < channels; d++) {
          values[t][d] = CurveTable.number(row.getField(2 + d));
        }
      }
      all.add(new Series(name, times, values));
    }
    if (next != rows.size()) throw new IOException("it has rows of a series that is not listed");
    return all;
  }
}
