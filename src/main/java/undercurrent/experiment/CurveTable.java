package undercurrent.experiment;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import undercurrent.training.Criterion;
import undercurrent.training.Curve;
import undercurrent.training.CurvePoint;

/** A training curve as a CSV table, one row an epoch, numbers exact. */
public final class CurveTable {
  private static final List<String> HEADER =
      List.of(
          "epoch",
          "step",
          "objective",
          "elbo",
          "reconstruction",
          "kl",
          "kl_weight",
          "validation_elbo",
          "gradient_norm",
          "learning_rate");
  private static final String KL = "kl_z";

  private CurveTable() {}

  /** The table; after the named columns one KL column for each latent dimension. */
  public static String write(Curve curve) {
    int size = curve.isEmpty() ? 0 : curve.getFirst().klPerDimension().length;
    List<String> header = new ArrayList<>(HEADER);
    for (int i = 1; i <= size; i++) header.add(KL + i);
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
    csv.writeRecord(header);
    for (CurvePoint p : curve) {
      List<String> row = new ArrayList<>();
      row.add(Integer.toString(p.epoch()));
      row.add(Long.toString(p.step()));
      double[] numbers = {
        p.objective(),
        p.elbo(),
        p.reconstruction(),
        p.kl(),
        p.klWeight(),
        p.validationElbo(),
        p.gradientNorm(),
        p.learningRate()
      };
      for (double number : numbers) row.add(cell(number));
      for (double kl : p.klPerDimension()) row.add(cell(kl));
      csv.writeRecord(row);
    }
    return text.toString();
  }

  /**
   * The curve of a table.
   *
   * @throws IOException that names the row, when it is none
   */
  static Curve read(String text, Criterion criterion) throws IOException {
    List<CurvePoint> points = new ArrayList<>();
    long line = 1;
    try {
      for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(text)) {
        line = row.getStartingLineNumber();
        points.add(point(row));
      }
    } catch (CsvParseException | NumberFormatException | NoSuchElementException e) {
      throw new IOException(ExperimentWords.of("curveTable.noEpoch", line), e);
    }
    return Curve.of(criterion, points);
  }

  private static CurvePoint point(NamedCsvRecord row) {
    double[] n = new double[HEADER.size()];
    for (int i = 2; i < n.length; i++) n[i] = number(row.getField(HEADER.get(i)));
    double[] kl = new double[Math.max(0, row.getFieldCount() - HEADER.size())];
    for (int i = 0; i < kl.length; i++) kl[i] = number(row.getField(KL + (i + 1)));
    return new CurvePoint(
        Integer.parseInt(row.getField("epoch")),
        Long.parseLong(row.getField("step")),
        n[2],
        n[3],
        n[4],
        n[5],
        n[6],
        n[7],
        n[8],
        n[9],
        kl);
  }

  /** A number exactly; nothing where it is NaN. */
  static String cell(double number) {
    return Double.isNaN(number) ? "" : Double.toString(number);
  }

  static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }
}
