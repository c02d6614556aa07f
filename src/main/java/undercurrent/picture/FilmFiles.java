package undercurrent.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import undercurrent.figure.MovingFigure;
import undercurrent.figure.Paper;
import undercurrent.output.WholeFolder;

/** Moving figures as files: an animated GIF, or a folder of numbered PNG pictures. */
public final class FilmFiles {
  public static final String GIF = "gif";

  /** A folder of pictures. */
  public static final String PICTURES = "pngs";

  public static final List<String> FORMATS = List.of(GIF, PICTURES);

  /** The size of a picture, with room for three frames beside one another. */
  private static final int WIDTH = 760;

  private static final int HEIGHT = 300;

  private FilmFiles() {}

  /**
   * Writes all moments, whole or not at all.
   *
   * @param format one of {@link #FORMATS}
   * @param look of the pictures; those of a GIF have no half-transparent ink, so that transparent
   *     paper is white there
   * @param isCancelled is read again and again; true ends it
   * @param done is told how many moments are written
   * @throws CancellationException when it was cancelled
   * @throws IllegalArgumentException when there is no such format
   * @throws java.nio.file.FileAlreadyExistsException when the folder exists
   */
  public static void write(
      MovingFigure figure,
      String format,
      PictureLook look,
      Path target,
      BooleanSupplier isCancelled,
      IntConsumer done)
      throws IOException {
    boolean isWhite = format.equals(GIF) && look.paper() == Paper.TRANSPARENT;
    PictureLook drawn = isWhite ? look.on(Paper.WHITE) : look;
    IntFunction<BufferedImage> picture =
        i -> {
          if (isCancelled.getAsBoolean()) throw new CancellationException();
          done.accept(i + 1);
          return picture(figure, i, drawn);
        };
    switch (format) {
      case GIF -> {
        Iterator<BufferedImage> pictures =
            IntStream.range(0, figure.length()).mapToObj(picture).iterator();
        GifWriter.write(pictures, figure.perSecond(), target);
      }
      case PICTURES -> writePictures(figure.length(), picture, target);
      default -> throw new IllegalArgumentException(Words.of("figureFiles.noFormat", format));
    }
  }

  /** The picture of one moment. */
  static BufferedImage picture(MovingFigure figure, int moment, PictureLook look) {
    return PngWriter.image(figure.at(moment), WIDTH, HEIGHT, look.paper(), look.scale());
  }

  /**
   * Writes a new folder of pictures that are numbered from 001 on, whole or not at all.
   *
   * @param picture by its place, from 0 on; they are taken one by one
   */
  public static void writePictures(int count, IntFunction<BufferedImage> picture, Path folder)
      throws IOException {
    int digits = Math.max(3, Integer.toString(count).length());
    WholeFolder.write(
        folder,
        part -> {
          for (int i = 0; i < count; i++) {
            String name = String.format(Locale.ROOT, "%0" + digits + "d.png", i + 1);
            PngWriter.write(picture.apply(i), part.resolve(name));
          }
        });
  }
}
