package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.inference.Band;
import undercurrent.inference.Estimate;
import undercurrent.inference.NumberRows;
import undercurrent.model.Conditioning;
import undercurrent.report.JsonText;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;

final class EstimateArraysTest {
  private static final int ROWS = 30;
  @TempDir private Path folder = Path.of("");
  private final SeriesSet set = Samples.find("nile").orElseThrow().open();

  private Estimate estimate(Conditioning conditioning) {
    double[][][] columns = new double[4][ROWS][1];
    for (int n = 0; n < ROWS; n++) {
      for (int k = 0; k < 4; k++) columns[k][n][0] = n + 0.1 * k;
    }
    Band band =
        new Band(
            NumberRows.of(columns[0]),
            NumberRows.of(columns[1]),
            NumberRows.of(columns[2]),
            NumberRows.of(columns[3]));
    double[] times = Arrays.copyOf(set.series().getFirst().times(), ROWS);
    return new Estimate(
        0,
        conditioning,
        "made",
        0.9,
        0,
        times,
        band,
        band,
        new double[0][][],
        NumberRows.of(new double[ROWS][1]),
        List.of(),
        Estimate.NO_REGIMES,
        List.of());
  }

  /** The values of one array, and its header. */
  private record Npy(String header, ByteBuffer values) {
    static Npy of(Path file, String name) throws IOException {
      try (ZipFile zip = new ZipFile(file.toFile())) {
        byte[] bytes = zip.getInputStream(zip.getEntry(name + ".npy")).readAllBytes();
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals("NUMPY", new String(bytes, 1, 5, StandardCharsets.US_ASCII));
        int length = all.getShort(8);
        assertEquals(0, (10 + length) % 64);
        return new Npy(
            new String(bytes, 10, length, StandardCharsets.US_ASCII),
            all.slice(10 + length, bytes.length - 10 - length).order(ByteOrder.LITTLE_ENDIAN));
      }
    }

    double[] doubles() {
      double[] doubles = new double[values.remaining() / Double.BYTES];
      values.asDoubleBuffer().get(doubles);
      return doubles;
    }
  }

  @Test
  void aLongTableIsWrittenAsArraysWithTheSameNumbers() throws IOException {
    List<Estimate> estimates =
        List.of(estimate(Conditioning.FILTERED), estimate(Conditioning.SMOOTHED));
    assertEquals(Optional.empty(), new EstimateTables(set, 60).writeObservedIn(folder, estimates));
    Path text = folder.resolve("estimates.csv");
    List<NamedCsvRecord> table = CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    assertEquals(
        Optional.of(
            "The estimates are in 'estimates.npz', which numpy.load opens, and not in"
                + " 'estimates.csv': they have 60 rows, more than 59."),
        new EstimateTables(set, 59).writeObservedIn(folder, estimates));
    assertFalse(Files.exists(text));
    Path arrays = folder.resolve("estimates.npz");
    for (String column : List.of("observed", "mean", "lower", "upper", "level", "median")) {
      double[] expected =
          table.stream().mapToDouble(r -> Double.parseDouble(r.getField(column))).toArray();
      assertArrayEquals(expected, Npy.of(arrays, column).doubles(), column);
    }
    Npy kinds = Npy.of(arrays, "kind_names");
    assertTrue(kinds.header().contains("'descr': '<U8'"), kinds.header());
    assertTrue(kinds.header().contains("'shape': (2,)"), kinds.header());
    assertEquals('f', kinds.values().getInt(0));
    assertEquals('s', kinds.values().getInt(8 * Integer.BYTES));
    assertEquals(0, Npy.of(arrays, "kind").values().getInt(0));
    assertEquals(1, Npy.of(arrays, "kind").values().getInt(59 * Integer.BYTES));
  }

  @Test
  void longTablesOfLatentStatesAreWrittenAsArraysToo() throws IOException {
    List<Estimate> estimates =
        List.of(estimate(Conditioning.FILTERED), estimate(Conditioning.SMOOTHED));
    assertEquals(Optional.empty(), new EstimateTables(set, 60).writeLatentIn(folder, estimates));
    Path text = folder.resolve("latents.csv");
    List<NamedCsvRecord> table = CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    assertTrue(
        new EstimateTables(set, 59)
            .writeLatentIn(folder, estimates)
            .orElseThrow()
            .startsWith("The latent states are in 'latents.npz'"));
    assertFalse(Files.exists(text));
    Path arrays = folder.resolve("latents.npz");
    for (String column : List.of("mean", "lower", "upper", "level", "median")) {
      double[] expected =
          table.stream().mapToDouble(r -> Double.parseDouble(r.getField(column))).toArray();
      assertArrayEquals(expected, Npy.of(arrays, column).doubles(), column);
    }
    assertEquals('z', Npy.of(arrays, "dimension_names").values().getInt(0));
  }

  @Test
  void aNumberThatIsNotFiniteIsNullInJson() {
    ObjectNode node = JsonText.JSON.createObjectNode();
    node.put("a", Double.NaN).put("b", 1.5);
    node.putArray("c").add(Double.POSITIVE_INFINITY).add(2);
    String text = JsonText.of(node);
    assertTrue(text.contains("\"a\" : null"), text);
    assertTrue(text.contains("[ null, 2 ]"), text);
    assertTrue(text.contains("\"b\" : 1.5"), text);
  }
}
