package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.experiment.Safetensors.Tensor;

/** A part of a document that is damaged is named with its row or its entry. */
final class DamagedDocumentTest {
  private static final String DATA = "data.csv";
  private static final String CURVE = "curve.csv";
  private static final String WEIGHTS = "weights.safetensors";

  @TempDir private Path folder = Path.of("");

  private Map<String, byte[]> entries() throws IOException {
    Path sound = SmallExperiment.save(folder.resolve("sound.undercurrent"));
    return new LinkedHashMap<>(
        Archive.read(sound, Set.of("experiment.json", DATA, CURVE, WEIGHTS)));
  }

  private static String text(Map<String, byte[]> entries, String name) {
    return new String(Objects.requireNonNull(entries.get(name)), StandardCharsets.UTF_8);
  }

  private void assertRefused(Map<String, byte[]> entries, String words) throws IOException {
    Path file = folder.resolve("damaged.undercurrent");
    Archive.write(file, entries);
    String said =
        String.valueOf(
            assertThrows(ExperimentException.class, () -> ExperimentFile.open(file)).getMessage());
    assertTrue(said.contains(words), said);
  }

  private void assertRefused(String entry, int line, String now, String words) throws IOException {
    Map<String, byte[]> entries = entries();
    String[] lines = text(entries, entry).split("\n");
    lines[line - 1] = now;
    entries.put(entry, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    assertRefused(entries, words);
  }

  @Test
  void aCellThatIsNoNumberNamesItsRow() throws IOException {
    String row = text(entries(), DATA).split("\n")[4];
    String now = row.substring(0, row.lastIndexOf(',') + 1) + "x";
    assertRefused(DATA, 5, now, "part, 'data.csv': 'x' in row 5, column '");
    assertRefused(DATA, 5, row + ",1", "part, 'data.csv': the row after row 4 has another");
    assertRefused(DATA, 5, "other" + row, "part, 'data.csv': row 5 is of another series");
    assertRefused(DATA, 5, "\"a\"b" + row, "part, 'data.csv': the row after row 4 has another");
  }

  @Test
  void anEpochThatIsNoneNamesItsRow() throws IOException {
    assertRefused(CURVE, 2, "1,x", "part, 'curve.csv': row 2 is no epoch of a curve");
  }

  @Test
  void weightsOfAnotherShapeNameTheirEntryAndBothShapes() throws IOException {
    Map<String, byte[]> entries = entries();
    Map<String, Tensor> tensors =
        new LinkedHashMap<>(Safetensors.read(Objects.requireNonNull(entries.get(WEIGHTS))));
    String name = tensors.keySet().iterator().next();
    Tensor tensor = Objects.requireNonNull(tensors.get(name));
    tensors.put(name, new Tensor(1, 3, new float[3]));
    entries.put(WEIGHTS, Safetensors.write(tensors));
    assertRefused(
        entries,
        String.format(
            Locale.ROOT,
            "its entry '%s' has 1 x 3 numbers where the model has %d x %d",
            name,
            tensor.rows(),
            tensor.columns()));
    tensors.remove(name);
    entries.put(WEIGHTS, Safetensors.write(tensors));
    assertRefused(entries, String.format(Locale.ROOT, "its entry '%s' is missing", name));
  }
}
