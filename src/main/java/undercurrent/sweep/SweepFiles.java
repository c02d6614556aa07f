package undercurrent.sweep;

import java.io.IOException;
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
    Optional<Figure> map = SweepMap.of(table);
    WholeFile.write(path.resolve("runs.csv"), SweepCsv.runs(table));
    WholeFile.write(path.resolve("summary.csv"), SweepCsv.summary(table));
    String page = new SweepPage(table, map, folder.plan().base().data().name()).html();
    WholeFile.write(path.resolve("summary.html"), page);
    if (map.isEmpty()) return;
    WholeFile.write(path.resolve("map.svg"), SvgWriter.svg(map.get(), WIDTH, HEIGHT, false));
  }
}
