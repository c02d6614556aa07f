package undercurrent.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A published fault of some versions of a part, as recorded in a file of ours.
 *
 * @param part {@code group:artifact}
 * @param versions the affected versions
 * @param id names in public databases, the first of which OSV knows
 * @param checked the day on which the record was compared with the published one
 * @param what the fault in a few words
 */
record Advisory(String part, VersionRange versions, String id, LocalDate checked, String what) {

  /**
   * Reads a file with an advisory a line: part, range, names, day and words, with spaces between.
   * Empty lines and lines that begin with {@code #} are passed over.
   *
   * @throws IOException if it cannot be read or has another line
   */
  static List<Advisory> list(Path file) throws IOException {
    List<Advisory> advisories = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) continue;
      try {
        advisories.add(read(line));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new IOException(file + ", line " + number + ": " + e.getMessage(), e);
      }
    }
    return List.copyOf(advisories);
  }

  private static Advisory read(String line) {
    String[] cells = line.strip().split("\\s+", 5);
    if (cells.length < 5 || cells[0].indexOf(':') < 0) {
      throw new IllegalArgumentException(
          "an advisory is 'group:artifact [from,to) id year-month-day what it is about'.");
    }
    return new Advisory(
        cells[0], VersionRange.of(cells[1]), cells[2], LocalDate.parse(cells[3]), cells[4]);
  }

  boolean affects(Part shipped) {
    return part.equals(shipped.name()) && versions.contains(Version.of(shipped.version()));
  }
}
