package undercurrent.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import undercurrent.figure.Figure;
import undercurrent.figure.FigureCsv;
import undercurrent.figure.Score;
import undercurrent.figure.SvgWriter;
import undercurrent.output.WholeFile;

/** Figures as files, all of one size. */
public final class FigureFiles {
  public static final List<String> FORMATS = List.of("png", "svg", "pdf", "csv");

  /** Those that are looked at. */
  public static final List<String> PICTURES = List.of("svg", "png", "pdf");

  /** Music, of figures that are rolls of keys. */
  public static final String MUSIC = "mid";

  /** The size of the layout, as on a screen. */
  public static final int WIDTH = 960;

  public static final int HEIGHT = 600;

  private FigureFiles() {}

  /** In which formats a figure can be written. */
  public static List<String> formats(Figure figure) {
    return Score.of(figure).isEmpty()
        ? FORMATS
        : Stream.concat(FORMATS.stream(), Stream.of(MUSIC)).toList();
  }

  private static byte[] music(Figure figure) {
    return Score.of(figure)
        .orElseThrow(
            () -> new IllegalArgumentException(Words.of("figureFiles.noMusic", figure.id())))
        .midi();
  }

  /**
   * Writes a file whole.
   *
   * @param format one of {@link #formats}
   * @throws IllegalArgumentException one sentence, when the figure has no such format
   */
  public static void write(Figure figure, String format, PictureLook look, Path file)
      throws IOException {
    switch (format) {
      case "png" -> PngWriter.write(image(figure, look), file);
      case "svg" -> WholeFile.write(file, SvgWriter.svg(figure, WIDTH, HEIGHT, look.paper()));
      case "pdf" -> {
        byte[] pdf = PdfWriter.pdf(figure, WIDTH, HEIGHT, look.paper());
        WholeFile.write(file, out -> out.write(pdf));
      }
      case "csv" -> WholeFile.write(file, FigureCsv.csv(figure));
      case MUSIC -> {
        byte[] midi = music(figure);
        WholeFile.write(file, out -> out.write(midi));
      }
      default -> throw new IllegalArgumentException(Words.of("figureFiles.noFormat", format));
    }
  }

  /** The picture that is written as PNG, in memory. */
  public static BufferedImage image(Figure figure, PictureLook look) {
    return PngWriter.image(figure, WIDTH, HEIGHT, look.paper(), look.scale());
  }
}
