package undercurrent.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
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
