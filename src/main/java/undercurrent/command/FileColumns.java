package undercurrent.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Columns of the plain tables of numbers that checks read: commas between cells, one header. */
final class FileColumns {
  private FileColumns() {}

  /**
   * The names of all columns.
   *
   * @throws BadUsage when the file cannot be read
   */
  static List<String> names(Path file) {
    return List.of(lines(file).getFirst().split(",", -1));
  }

  /**
   * Some columns; a cell that is no number is NaN.
   *
   * @return {@code [columns][rows]}
   * @throws BadUsage when the file cannot be read or has not these columns
   */
  static double[][] of(Path file, String... names) {
    List<String> lines = lines(file);
    List<String> header = List.of(lines.getFirst().split(",", -1));
    int[] at = Arrays.stream(names).mapToInt(header::indexOf).toArray();
    for (int i = 0; i < at.length; i++) {
      if (at[i] >= 0) continue;
      throw new BadUsage(
          "'%s' has no column '%s'; name the file that this check is for."
              .formatted(file.getFileName(), names[i]));
    }
    double[][] columns = new double[names.length][lines.size() - 1];
    for (int t = 1; t < lines.size(); t++) {
      String[] cells = lines.get(t).split(",", -1);
      for (int i = 0; i < at.length; i++) columns[i][t - 1] = number(cells, at[i]);
    }
    return columns;
  }

  private static double number(String[] cells, int at) {
    try {
      return at < cells.length ? Double.parseDouble(cells[at].strip()) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static List<String> lines(Path file) {
    List<String> lines = List.of();
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      // Said below.
    }
    if (lines.size() > 1) return lines;
    throw new BadUsage(
        "'%s' cannot be read or has no rows; name the file that this check is for."
            .formatted(file));
  }
}
