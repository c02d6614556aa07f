package undercurrent.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new folder of files that is there whole or not at all: filled beside its place, and moved. */
public final class WholeFolder {
  private static final String BESIDE = ".undercurrent-";

  private WholeFolder() {}

  /** Writes what a folder is to hold. */
  @FunctionalInterface
  public interface Content {
    void writeInto(Path folder) throws IOException;
  }

  /**
   * Makes a folder; one that is there already is never touched.
   *
   * @throws java.nio.file.FileSystemException that names it, when it is there or cannot be written;
   *     then nothing is left of it
   */
  public static void write(Path folder, Content content) throws IOException {
    Path target = folder.toAbsolutePath();
    if (Files.exists(target)) throw new FileAlreadyExistsException(folder.toString());
    try {
      Path part = beside(target);
      try {
        content.writeInto(part);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(part);
      }
    } catch (IOException e) {
      throw NamedFailure.of(folder, e);
    }
  }

  /** A new folder that others may read as they may any other, unlike one that is temporary. */
  private static Path beside(Path target) throws IOException {
    for (int i = 1; ; i++) {
      Path part = target.resolveSibling(BESIDE + target.getFileName() + "-" + i);
      if (!Files.exists(part)) return Files.createDirectory(part);
    }
  }

  /** Takes away what a program that was killed had begun to write in this folder. */
  public static void clear(Path folder) throws IOException {
    List<Path> begun;
    try (Stream<Path> files = Files.list(folder)) {
      begun = files.filter(f -> String.valueOf(f.getFileName()).startsWith(BESIDE)).toList();
    }
    for (Path part : begun) delete(part);
  }

  private static void delete(Path part) throws IOException {
    if (!Files.exists(part)) return;
    List<Path> all;
    try (Stream<Path> found = Files.walk(part)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) Files.deleteIfExists(path);
  }
}
