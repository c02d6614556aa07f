package undercurrent.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderClaimTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aSecondIsRefusedWhileTheFirstWritesAndNotAfterIt() throws IOException {
    Path out = folder.resolve("a").resolve("b");
    Path lock = out.resolve(FolderClaim.NAME);
    String said =
        FolderClaim.during(
            out,
            () -> {
              assertTrue(Files.exists(lock));
              FileSystemException e =
                  assertThrows(
                      FileSystemException.class, () -> FolderClaim.during(out, () -> "second"));
              assertEquals(out.toString(), e.getFile());
              assertEquals("another Undercurrent writes there now", e.getReason());
              assertTrue(Files.exists(lock));
              Files.writeString(out.resolve("result"), "1");
              return "first";
            });
    assertEquals("first", said);
    assertFalse(Files.exists(lock));
    assertEquals("third", FolderClaim.during(out, () -> "third"));
    assertTrue(Files.exists(out.resolve("result")));
  }

  /** Tries to get a folder, as a program beside this one. */
  public static final class Other {
    private Other() {}

    public static void main(String[] arguments) throws IOException {
      try {
        FolderClaim.of(Path.of(arguments[0])).close();
        System.out.print("free");
      } catch (FolderClaim.Taken e) {
        System.out.print("taken");
      }
    }
  }

  private static String said(Class<?> program, Path out) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName(),
                out.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream said = process.getInputStream()) {
      return new String(said.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void anotherProgramIsRefusedAlsoAfterThisOneTriedTwice() throws IOException {
    FolderClaim.during(
        folder,
        () -> {
          Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
          assertThrows(FolderClaim.Taken.class, () -> FolderClaim.of(link));
          assertEquals("taken", said(Other.class, folder));
          return "";
        });
    assertEquals("free", said(Other.class, folder));
  }

  /** Begins to write to a folder, and ends as a program does that is stopped. */
  public static final class Stopped {
    private Stopped() {}

    public static void main(String[] arguments) throws IOException {
      FolderClaim.of(Path.of(arguments[0]));
      Leftovers.delete();
      Runtime.getRuntime().halt(0);
    }
  }

  @Test
  void aProgramThatIsStoppedLeavesNoFolderInWhichNothingIs() throws IOException {
    Path out = folder.resolve("out");
    said(Stopped.class, out);
    assertFalse(Files.exists(out));
    Files.writeString(Files.createDirectory(out).resolve("mine"), "1");
    said(Stopped.class, out);
    assertEquals(List.of("mine"), List.of(Objects.requireNonNull(out.toFile().list())));
  }

  @Test
  void aLockThatAKilledProgramLeftIsNone() throws IOException {
    Files.writeString(folder.resolve(FolderClaim.NAME), "4711-1");
    assertEquals("done", FolderClaim.during(folder, () -> "done"));
    assertFalse(Files.exists(folder.resolve(FolderClaim.NAME)));
  }

  @Test
  void aFolderInWhichNothingWasWrittenIsNotLeft() {
    Path out = folder.resolve("new");
    assertThrows(
        IOException.class,
        () ->
            FolderClaim.during(
                out,
                () -> {
                  throw new IOException("refused");
                }));
    assertFalse(Files.exists(out));
  }
}
