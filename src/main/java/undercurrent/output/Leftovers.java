package undercurrent.output;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The files that are to be gone when the program ends: unfinished ones, locks of folders, and
 * folders that were made and in which nothing was written.
 */
public final class Leftovers {
  private static final System.Logger LOG = System.getLogger(Leftovers.class.getName());
  private static final Set<Path> PRESENT = new LinkedHashSet<>();
  private static boolean ended;

  private Leftovers() {}

  /** Before a file is made; none is made any more once the program ends. */
  static void add(Path file) throws IOException {
    synchronized (PRESENT) {
      if (ended) throw new IOException(Words.of("leftovers.ending"));
      PRESENT.add(file);
    }
  }

  static void remove(Path file) {
    synchronized (PRESENT) {
      PRESENT.remove(file);
    }
  }

  /** Deletes what was begun and not finished, for a program that is about to end. */
  public static void delete() {
    synchronized (PRESENT) {
      ended = true;
      for (Path file : PRESENT) {
        try {
          Files.deleteIfExists(file);
        } catch (DirectoryNotEmptyException e) {
          LOG.log(System.Logger.Level.DEBUG, "{0} holds something.", file);
        } catch (IOException e) {
          LOG.log(System.Logger.Level.WARNING, "An unfinished file stays.", e);
        }
      }
    }
  }
}
