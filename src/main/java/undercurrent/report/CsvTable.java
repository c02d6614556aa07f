package undercurrent.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;

/** A table for spreadsheets and programs, built line by line. */
public final class CsvTable {
  private final StringWriter text = new StringWriter();
  private final CsvWriter csv =
      CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);

  public CsvTable(List<String> header) {
    csv.writeRecord(header);
  }

  public void add(List<String> line) {
    csv.writeRecord(line);
  }

  public String text() {
    return text.toString();
  }

  /** The shortest digits that give the same number back; nothing where there is none. */
  public static String cell(double number) {
    return Double.isFinite(number) ? Double.toString(number) : "";
  }
}
