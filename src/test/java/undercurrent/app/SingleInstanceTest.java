package undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SingleInstanceTest {
  @TempDir private Path folder = Path.of("");

  /** A start in a process of its own, for a lock is a process's. */
  public static final class Start {
    private Start() {}

    public static void main(String[] arguments) throws InterruptedException {
      boolean over =
          SingleInstance.handOver(
              List.of(Path.of(arguments[0])),
              arguments.length > 1 ? Optional.of(Path.of(arguments[1])) : Optional.empty(),
              file -> System.out.println("asked to open " + file.map(Path::toString).orElse("")));
      System.out.println(over ? "handed over" : "first");
      if (!over) TimeUnit.MINUTES.sleep(2);
    }
  }

  private static Process start(Path folder, String... file) throws Exception {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Start.class.getName(),
                folder.toString()));
    command.addAll(List.of(file));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  @Test
  void aLaterStartHandsItsFileToTheFirst() throws Exception {
    Path place = folder.resolve("größe & own");
    Process first = start(place);
    try (var said = first.inputReader()) {
      assertEquals("first", said.readLine());
      Path file = folder.resolve("série 1.undercurrent").toAbsolutePath();
      Process second = start(place, file.toString());
      try (var answer = second.inputReader()) {
        assertEquals("handed over", answer.readLine());
      }
      assertEquals("asked to open " + file, said.readLine());
      // One that was killed left its socket behind; the next start is the first again.
      first.destroyForcibly().waitFor();
      Process third = start(place);
      try (var answer = third.inputReader()) {
        assertEquals("first", answer.readLine());
      } finally {
        third.destroyForcibly();
      }
    } finally {
      first.destroyForcibly();
    }
  }

  @Test
  void withoutAFolderThatCanBeWrittenEveryStartIsTheFirst() throws Exception {
    Path file = Files.writeString(folder.resolve("no-folder"), "x");
    assertFalse(
        SingleInstance.handOver(List.of(file.resolve("in")), Optional.empty(), opened -> {}));
  }
}
