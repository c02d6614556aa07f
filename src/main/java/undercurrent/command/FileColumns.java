package undercurrent.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A plain table of numbers that a check reads: commas between cells, one header. */
record FileColumns(Path file, List<String> lines) {
  /**
   * Reads a file.
   *
   * @throws BadUsage when it cannot be read or has no rows
   */
  static FileColumns read(Path file) {
    List<String> lines = List.of();
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      // Said below.
    }
    if (lines.size() > 1) return new FileColumns(file, lines);
    throw new BadUsage(Words.of("fileColumns.unreadable", file));
  }

  /** The names of all columns. */
  List<String> names() {
    return List.of(lines.getFirst().split(",", -1));
  }

  /**
   * Some columns; a cell that is no number is NaN.
   *
   * @return {@code [columns][rows]}
   * @throws BadUsage when the file has not these columns
   */
  double[][] of(String... names) {
    int[] at = Arrays.stream(names).mapToInt(names()::indexOf).toArray();
    for (int i = 0; i < at.length; i++) {
      if (at[i] >= 0) continue;
      throw new BadUsage(Words.of("fileColumns.noColumn", file.getFileName(), names[i]));
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
}
