package undercurrent.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import undercurrent.figure.Figure;
import undercurrent.figure.SvgWriter;
import undercurrent.output.WholeFile;

/** The tables, the map and the page of a sweep, beside its runs. */
public final class SweepFiles {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 500;

  private SweepFiles() {}

  /** The table of what is done so far. */
  public static SweepTable table(SweepFolder folder) throws IOException {
    return new SweepTable(folder.plan().grid(), folder.outcomes(), folder.seconds());
  }

  /**
   * Writes {@code runs.csv}, {@code summary.csv}, {@code summary.html} and, where there is a map,
   * {@code map.svg}.
   */
  public static void write(SweepTable table, SweepFolder folder) throws IOException {
    Path path = folder.path();
    WholeFile.write(path.resolve("runs.csv"), table.runs());
    WholeFile.write(path.resolve("summary.csv"), table.summary());
    String page = new SweepPage(table, folder.plan().base().data().name()).html();
    WholeFile.write(path.resolve("summary.html"), page);
    Optional<Figure> map = SweepMap.of(table);
    if (map.isEmpty()) return;
    byte[] svg = SvgWriter.svg(map.get(), WIDTH, HEIGHT, false).getBytes(StandardCharsets.UTF_8);
    WholeFile.write(path.resolve("map.svg"), out -> out.write(svg));
  }
}
