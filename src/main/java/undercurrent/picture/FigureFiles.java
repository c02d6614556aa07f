package undercurrent.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import undercurrent.figure.Figure;
import undercurrent.figure.FigureCsv;
import undercurrent.figure.SvgWriter;
import undercurrent.output.WholeFile;

/** Figures as files, all of one size. */
public final class FigureFiles {
  public static final List<String> FORMATS = List.of("png", "svg", "csv");

  /** The size of the layout, as on a screen. */
  public static final int WIDTH = 960;

  public static final int HEIGHT = 600;

  /** Pixels for one of the layout. */
  public static final int SCALE = 2;

  private FigureFiles() {}

  /**
   * Writes a file whole.
   *
   * @param format one of {@link #FORMATS}
   */
  public static void write(Figure figure, String format, boolean dark, Path file)
      throws IOException {
    switch (format) {
      case "png" -> PngWriter.write(figure, WIDTH, HEIGHT, dark, SCALE, file);
      case "svg" -> WholeFile.write(file, SvgWriter.svg(figure, WIDTH, HEIGHT, dark));
      case "csv" -> WholeFile.write(file, FigureCsv.csv(figure));
      default -> throw new IllegalArgumentException("There is no format '" + format + "'.");
    }
  }
}
