package undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;
import undercurrent.experiment.ExperimentFile;
import undercurrent.math.Randomness;

/**
 * A command that is terminated at a random moment, also while it writes, leaves whole files only.
 * {@code -Dstops=50} terminates as often as was tried before a release.
 */
@DisabledOnOs(OS.WINDOWS)
final class StoppedFilesTest {
  private static final int STOPS = Integer.getInteger("stops", 2);
  private static final int PATIENCE_SECONDS = 60;
  private static final int STOPPED = 143;
  private static final double LATEST_MILLISECONDS = 6000;

  @TempDir private Path folder = Path.of("");

  private static void assertWhole(Path file) throws IOException {
    String name = file.getFileName().toString();
    assertFalse(name.startsWith("."), name + " is left over");
    assertNotEquals(0, Files.size(file), name + " is empty");
    switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "png" -> assertNotNull(ImageIO.read(file.toFile()), name);
      case "json" -> assertFalse(new ObjectMapper().readTree(file.toFile()).isEmpty(), name);
      case "csv" -> assertTrue(Files.readString(file).endsWith("\n"), name);
      case "svg" -> assertTrue(Files.readString(file).strip().endsWith("</svg>"), name);
      case "undercurrent" -> assertNotNull(ExperimentFile.open(file).data());
      default -> assertTrue(Files.readString(file).endsWith("\n"), name);
    }
  }

  @Test
  void aTerminatedTrainingLeavesWholeFilesOnly() throws Exception {
    Launcher launcher = Launcher.in(Files.createDirectory(folder.resolve("program")));
    Randomness random = Randomness.of(7).named("stops");
    for (int stop = 0; stop < STOPS; stop++) {
      Path out = folder.resolve("out" + stop);
      String kind = List.of("level", "linear", "deep").get(stop % 3);
      File log = folder.resolve("log" + stop).toFile();
      Process process =
          launcher
              .start(
                  "train",
                  "sine",
                  "--set",
                  "kind=" + kind,
                  "--epochs",
                  "40",
                  "--out",
                  out.toString())
              .redirectErrorStream(true)
              .redirectOutput(log)
              .start();
      boolean ended =
          process.waitFor((long) random.uniform(0, LATEST_MILLISECONDS), TimeUnit.MILLISECONDS);
      process.destroy();
      assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
      String said = Files.readString(log.toPath());
      if (ended) assertEquals(0, process.exitValue(), said);
      else assertTrue(List.of(0, STOPPED).contains(process.exitValue()), said);
      if (!Files.exists(out)) continue;
      try (Stream<Path> files = Files.list(out)) {
        for (Path file : files.toList()) assertWhole(file);
      }
    }
  }
}
