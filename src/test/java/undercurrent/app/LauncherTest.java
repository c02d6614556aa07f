package undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.experiment.ExperimentFile;
import undercurrent.output.FolderClaim;

@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
  private static final long PATIENCE_SECONDS = 120;

  /** What a stop may take on a machine that is busy: Java begins to stop at once. */
  private static final long SOON_SECONDS = 10;

  @TempDir private Path folder = Path.of("");
  private Launcher launcher = new Launcher(folder);

  @BeforeEach
  void lay() throws IOException {
    launcher = Launcher.in(folder);
  }

  private static int ended(Process process, long seconds) throws InterruptedException {
    boolean over = process.waitFor(seconds, TimeUnit.SECONDS);
    if (!over) process.destroyForcibly();
    assertTrue(over, "it ends");
    return process.exitValue();
  }

  private static void await(Path file) throws InterruptedException {
    for (long i = 0; i < PATIENCE_SECONDS * 20 && !Files.exists(file); i++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertTrue(Files.exists(file), file.toString());
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  @Test
  void whatOthersWriteToTheSameLogStaysAndJavaAddsNothing() throws Exception {
    String command =
        "exec 2>>log; echo one >&2; sh \"$0\" inspect nosuch; echo two >&2; sh \"$0\" inspect"
            + " nosuch 2>>log; sh \"$0\" train nile --epochs 1 --hidden 4 --out out >result; echo"
            + " three >&2";
    assertEquals(0, ended(launcher.shell(command).start(), PATIENCE_SECONDS));
    List<String> lines = log().lines().toList();
    assertEquals("one", lines.getFirst(), log());
    assertTrue(lines.get(1).startsWith("'nosuch' is neither"), log());
    assertEquals("two", lines.get(2), log());
    assertTrue(lines.get(3).startsWith("'nosuch' is neither"), log());
    assertEquals("three", lines.getLast(), log());
    assertFalse(log().contains("WARNING"), log());
  }

  @Test
  void aStoppedTrainingSaysSoAndWritesWhatItHas() throws Exception {
    Path out = folder.resolve("out");
    Process process =
        launcher
            .start("train", "sine", "--epochs", "1000000", "--out", out.toString())
            .redirectError(folder.resolve("log").toFile())
            .start();
    await(out.resolve(FolderClaim.NAME));
    TimeUnit.SECONDS.sleep(3);
    assertEquals(0, process.descendants().count(), "Java is the process that was started");
    process.destroy();
    assertEquals(143, ended(process, PATIENCE_SECONDS));
    assertTrue(log().startsWith("stopping…"), log());
    assertTrue(
        ExperimentFile.open(out.resolve("experiment.undercurrent")).checkpoint().isPresent());
    try (Stream<Path> files = Files.list(out)) {
      assertTrue(files.noneMatch(f -> f.getFileName().toString().startsWith(".")));
    }
  }

  @Test
  void anythingElseStopsAtOnce() throws Exception {
    Path log = folder.resolve("log");
    Process process =
        launcher
            .start("bench", "--size", "classroom", "--seconds", "600")
            .redirectError(log.toFile())
            .start();
    TimeUnit.SECONDS.sleep(5);
    process.destroy();
    assertEquals(143, ended(process, SOON_SECONDS));
    assertEquals("stopping…", log().strip());
  }

  @Test
  void outputThatCannotBeWrittenIsAFailureButForAReaderThatHasSeenEnough() throws Exception {
    String command =
        "exec 2>log; sh \"$0\" samples >/dev/full; echo $? >&2; sh \"$0\" version >/dev/full; echo"
            + " $? >&2; (sh \"$0\" samples; echo $? >&2) | head -1 >/dev/null";
    assertEquals(0, ended(launcher.shell(command).start(), PATIENCE_SECONDS));
    String sentence =
        "The output could not be written (No space left on device); check where it goes to.";
    assertEquals(List.of(sentence, "1", sentence, "1", "0"), log().lines().toList());
  }
}
