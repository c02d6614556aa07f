package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.BesideOthers;

/** What somebody may try with a file that others open. */
@BesideOthers
final class HostileExperimentTest {
  @TempDir private Path folder = Path.of("");

  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private Path zip(String entry, Content content) throws IOException {
    Path file = folder.resolve("hostile.undercurrent");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      content.write(zip);
      zip.closeEntry();
    }
    return file;
  }

  private static void assertRefused(Path file, String... says) {
    ExperimentException e =
        assertThrows(ExperimentException.class, () -> ExperimentFile.open(file));
    String sentence = String.valueOf(e.getMessage());
    assertTrue(sentence.contains("hostile.undercurrent"), sentence);
    assertTrue(sentence.endsWith(".") && !sentence.contains("\n"), sentence);
    for (String part : says) assertTrue(sentence.contains(part), sentence);
  }

  @Test
  void aZipBombIsRefused() throws IOException {
    byte[] zeros = new byte[1 << 20];
    Path file =
        zip(
            "experiment.json",
            out -> {
              for (int i = 0; i < 2000; i++) out.write(zeros);
            });
    assertTrue(Files.size(file) < 4 << 20, "it is small on the disk");
    assertRefused(file, "too large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside", "/etc/outside", "a/../../outside", "..\\outside"})
  void anEntryThatLeavesTheFileIsRefusedAndWritesNothing(String name) throws IOException {
    Path file = zip(name, out -> out.write(1));
    assertRefused(file, "not allowed");
    try (var files = Files.list(folder)) {
      assertArrayEquals(new Object[] {file}, files.toArray());
    }
    assertFalse(Files.exists(folder.resolveSibling("outside")));
  }

  @Test
  void jsonOfGreatDepthIsRefused() throws IOException {
    String deep = "[".repeat(500_000);
    assertRefused(zip("experiment.json", out -> out.write(deep.getBytes(StandardCharsets.UTF_8))));
    String objects = "{\"a\":".repeat(500_000);
    assertRefused(
        zip("experiment.json", out -> out.write(objects.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void aNumberOfAMillionDigitsIsRefusedSoon() throws IOException {
    String json = "{\"version\":" + "9".repeat(1_000_000) + "}";
    assertRefused(zip("experiment.json", out -> out.write(json.getBytes(StandardCharsets.UTF_8))));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 1L << 31, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE})
  void aHeaderOfWeightsThatIsLongerThanTheFileIsRefused(long length) {
    byte[] bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
    assertThrows(IOException.class, () -> Safetensors.read(bytes));
  }

  @Test
  void weightsThatClaimMoreThanThereIsAreRefused() {
    String header =
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[100000,5000],\"data_offsets\":[0,2000000000]}}";
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    byte[] bytes =
        ByteBuffer.allocate(8 + text.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(text.length)
            .put(text)
            .array();
    assertThrows(IOException.class, () -> Safetensors.read(bytes));
  }
}
