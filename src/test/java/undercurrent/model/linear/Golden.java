package undercurrent.model.linear;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** Tables of published or twice-computed numbers, from the test resources and the samples. */
final class Golden {
  private Golden() {}

  /** Rows of numbers without the header; an empty cell is NaN. */
  static double[][] table(String resource) {
    return lines(resource).map(Golden::row).toArray(double[][]::new);
  }

  private static Stream<String> lines(String resource) {
    try (InputStream in = Golden.class.getResourceAsStream(resource)) {
      String text =
          new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last cells of a table whose first ones are dates. */
  static double[] lastColumn(String resource) {
    return lines(resource)
        .map(line -> line.substring(line.lastIndexOf(',') + 1))
        .mapToDouble(cell -> cell.isBlank() ? Double.NaN : Double.parseDouble(cell))
        .toArray();
  }

  static double[] column(double[][] table, int column) {
    double[] values = new double[table.length];
    for (int t = 0; t < values.length; t++) values[t] = table[t][column];
    return values;
  }

  /** Annual flow of the Nile at Aswan, 1871–1970. */
  static Observations nile() {
    return Observations.ofChannel(column(table("/samples/01_nile.csv"), 1));
  }

  /** The local level model of the Nile; its start is not given yet. */
  static LinearSystem nileLevel() {
    return localLevel(1469.1, 15099);
  }

  static LinearSystem localLevel(double q, double r) {
    double[][] one = {{1}};
    return LinearSystem.of(one, new double[][] {{q}}, one, new double[][] {{r}});
  }

  private static double[] row(String line) {
    String[] cells = line.split(",", -1);
    double[] row = new double[cells.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = cells[i].isBlank() ? Double.NaN : Double.parseDouble(cells[i]);
    }
    return row;
  }
}
