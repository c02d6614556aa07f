package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.math.Randomness;

/**
 * A program that saves without end is killed at random moments: what lies there is always a whole
 * document. {@code -Dkills=200} kills as often as was tried before a release.
 */
final class KilledSaveTest {
  private static final int KILLS = Integer.getInteger("kills", 4);
  @TempDir private Path folder = Path.of("");

  /** The program that is killed: saves two documents by turns, each over the other. */
  public static final class Saver {
    private Saver() {}

    public static void main(String[] arguments) {
      Path file = Path.of(arguments[0]);
      List<Experiment> documents = List.of(SmallExperiment.trained(1), SmallExperiment.trained(2));
      for (int i = 0; ; i++) {
        ExperimentFile.save(documents.get(i % 2), file);
        if (i == 0) System.out.println("saving");
      }
    }
  }

  @Test
  void aDocumentIsNeverLost() throws Exception {
    Path file = SmallExperiment.save(folder.resolve("document.undercurrent"));
    Randomness random = Randomness.of(5).named("kills");
    for (int kill = 0; kill < KILLS; kill++) {
      Process saver =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--add-modules=jdk.incubator.vector",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path")),
                  Saver.class.getName(),
                  file.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertNotEquals(-1, saver.getInputStream().read(), "it began to save");
      TimeUnit.MICROSECONDS.sleep((long) random.uniform(0, 50_000));
      saver.destroyForcibly();
      assertTrue(saver.waitFor(60, TimeUnit.SECONDS));
      long seed = ExperimentFile.open(file).training().seed();
      assertTrue(seed == 1 || seed == 2, "seed " + seed);
    }
  }

  /** Needs a small disk of its own: {@code mount -t tmpfs -o size=64k none DIR}, and its name. */
  @Test
  void aFullDiskIsOneSentenceAndTheDocumentStays() throws IOException {
    String disk = System.getProperty("full.disk", "");
    assumeTrue(!disk.isEmpty());
    Path file = SmallExperiment.save(Path.of(disk, "document.undercurrent"));
    byte[] before = Files.readAllBytes(file);
    Path filler = Path.of(disk, "filler");
    assertThrows(IOException.class, () -> Files.write(filler, new byte[1 << 20]));
    ExperimentException e =
        assertThrows(
            ExperimentException.class, () -> ExperimentFile.save(SmallExperiment.trained(2), file));
    assertTrue(String.valueOf(e.getMessage()).contains("No space left"), e.getMessage());
    org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(file));
    try (var files = Files.list(Path.of(disk))) {
      assertEquals(2, files.count(), "no half file is left");
    }
    Files.delete(filler);
    Files.delete(file);
  }
}
