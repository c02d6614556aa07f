package undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.BesideOthers;

/** A machine that writes its digits otherwise, in another time zone, writes the same files. */
@DisabledOnOs(OS.WINDOWS)
@BesideOthers
final class LocaleTest {
  private static final String USUAL = "-Duser.language=en -Duser.country=US -Duser.timezone=UTC";
  private static final String OTHER =
      "-Duser.language=ar -Duser.country=EG -Duser.timezone=Asia/Kathmandu";

  @TempDir private Path folder = Path.of("");

  private void run(Launcher launcher, String options, String... arguments) throws Exception {
    ProcessBuilder builder = launcher.start(arguments);
    builder.environment().put("UNDERCURRENT_OPTIONS", options + " -XX:TieredStopAtLevel=1");
    Path log = folder.resolve("log");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertEquals(0, process.waitFor(), () -> read(log));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void assertSame(Path first, Path second) throws IOException {
    try (Stream<Path> files = Files.list(first)) {
      List<Path> all = files.sorted().toList();
      assertTrue(all.size() > 10, "files were written");
      for (Path file : all) {
        String name = String.valueOf(file.getFileName());
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(second.resolve(name)), name);
      }
    }
  }

  @Test
  void whatIsWrittenDoesNotDependOnTheMachinesLanguageOrTimeZone() throws Exception {
    Launcher launcher = Launcher.in(folder);
    Path usual = folder.resolve("usual");
    Path other = folder.resolve("other");
    run(
        launcher,
        USUAL,
        "train",
        "nile",
        "--epochs",
        "3",
        "--hidden",
        "4",
        "--out",
        usual.toString());
    run(
        launcher,
        OTHER,
        "train",
        "nile",
        "--epochs",
        "3",
        "--hidden",
        "4",
        "--out",
        other.toString());
    assertSame(usual, other);
  }
}
