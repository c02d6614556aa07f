package undercurrent.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {
  @TempDir private Path folder = Path.of("");

  private static boolean isPosix() {
    return Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }

  @Test
  void afterAFailureTheOldFileIsThereAndNothingElse() throws IOException {
    Path file = folder.resolve("figure.svg");
    WholeFile.write(file, "old");
    FileSystemException e =
        assertThrows(
            FileSystemException.class,
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write("half of the ne".getBytes(StandardCharsets.UTF_8));
                      out.flush();
                      throw new IOException("No space left on device");
                    }));
    assertEquals(file.toString(), e.getFile());
    assertEquals("No space left on device", e.getReason());
    assertEquals("old", Files.readString(file));
    assertEquals(1, files());
  }

  @Test
  void aWriterAroundItMayCloseIt() throws IOException {
    Path file = folder.resolve("table.csv");
    WholeFile.write(
        file,
        out -> {
          try (out) {
            out.write('a');
          }
        });
    assertEquals("a", Files.readString(file));
  }

  @Test
  void aFailureNamesTheFileThatWasAskedFor() {
    Path missing = folder.resolve("missing").resolve("a.csv");
    NoSuchFileException e =
        assertThrows(NoSuchFileException.class, () -> WholeFile.write(missing, "a"));
    assertEquals(missing.toString(), e.getFile());
    FileSystemException isFolder =
        assertThrows(FileSystemException.class, () -> WholeFile.write(folder, "a"));
    assertEquals(folder.toString(), isFolder.getFile());
    assertEquals("it is a folder", isFolder.getReason());
  }

  @Test
  void aNewFileHasTheModeOfAnyNewFileAndAnOldOneKeepsIts() throws IOException {
    assumeTrue(isPosix());
    Path usual = Files.writeString(folder.resolve("usual"), "a");
    Path file = folder.resolve("file");
    WholeFile.write(file, "a");
    assertEquals(mode(usual), mode(file));
    for (String mode : new String[] {"rw-r-----", "rwxrw-rw-", "rw-------"}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      WholeFile.write(file, mode);
      assertEquals(mode, mode(file));
      assertEquals(mode, Files.readString(file));
    }
  }

  @Test
  void aFileThatMayNotBeWrittenIsNotReplaced() throws IOException {
    assumeTrue(isPosix());
    Path file = Files.writeString(folder.resolve("kept"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    // Who administrates the machine may write anything.
    assumeTrue(!Files.isWritable(file));
    assertThrows(AccessDeniedException.class, () -> WholeFile.write(file, "new"));
    assertEquals("old", Files.readString(file));
  }

  @Test
  void aLinkStaysALinkAndWhatItLeadsToIsWritten() throws IOException {
    assumeTrue(isPosix());
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path real = Files.writeString(elsewhere.resolve("real"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("elsewhere", "real"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), link);
    WholeFile.write(second, "new");
    assertTrue(Files.isSymbolicLink(second) && Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(real));
    Path open = Files.createSymbolicLink(folder.resolve("open"), elsewhere.resolve("made"));
    WholeFile.write(open, "made");
    assertEquals("made", Files.readString(elsewhere.resolve("made")));
    Path round = Files.createSymbolicLink(folder.resolve("round"), Path.of("round"));
    assertThrows(FileSystemException.class, () -> WholeFile.write(round, "a"));
  }

  @Test
  void aDeviceIsWrittenToAndStays() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    FileSystemException e =
        assertThrows(FileSystemException.class, () -> WholeFile.write(full, "a"));
    assertEquals("/dev/full", e.getFile());
    assertTrue(String.valueOf(e.getReason()).contains("No space"), e.getReason());
    WholeFile.write(Path.of("/dev/null"), "a");
    assertTrue(!Files.isRegularFile(Path.of("/dev/null")));
  }

  /** Writes to what its output is. */
  public static final class Piped {
    private Piped() {}

    public static void main(String[] arguments) throws IOException {
      WholeFile.write(Path.of(arguments[0]), "through");
    }
  }

  @Test
  void aLinkToAPipeIsWrittenThrough() throws IOException {
    Path output = Path.of("/dev/stdout");
    Assumptions.assumeTrue(Files.isSymbolicLink(output));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Piped.class.getName(),
                output.toString())
            .start();
    try (InputStream said = process.getInputStream()) {
      assertEquals("through", new String(said.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
