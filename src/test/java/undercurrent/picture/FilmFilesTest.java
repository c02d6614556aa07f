package undercurrent.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.figure.Figures;
import undercurrent.figure.MovingFigure;
import undercurrent.figure.Paper;
import undercurrent.model.Conditioning;
import undercurrent.series.BouncingBall;
import undercurrent.series.ClipCounts;
import undercurrent.series.FrameShape;
import undercurrent.series.ImportChoices;
import undercurrent.series.Reading;
import undercurrent.series.Series;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;

final class FilmFilesTest {
  private static final int FRAMES = 5;
  private static final PictureLook SMALL = PictureLook.USUAL.scaled(1);
  @TempDir private Path folder = Path.of("");

  private static MovingFigure film() {
    SeriesSet set = new BouncingBall("ball", 8, 2, 0, FRAMES, new ClipCounts(1, 0, 0)).generate(1);
    return Figures.frames(set, 0, List.of(), Conditioning.SMOOTHED);
  }

  private static void write(String format, Path target) throws IOException {
    FilmFiles.write(film(), format, SMALL, target, () -> false, done -> {});
  }

  private static BufferedImage frame(Path gif, int at) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
      reader.setInput(in);
      assertEquals(FRAMES, reader.getNumImages(true));
      return reader.read(at);
    } finally {
      reader.dispose();
    }
  }

  @Test
  void aGifHasAPictureForEachMomentAndAlwaysTheSameBytes() throws IOException {
    Path one = folder.resolve("one.gif");
    Path other = folder.resolve("other.gif");
    write(FilmFiles.GIF, one);
    write(FilmFiles.GIF, other);
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other));
    BufferedImage expected = FilmFiles.picture(film(), 3, SMALL);
    BufferedImage read = frame(one, 3);
    assertEquals(expected.getWidth(), read.getWidth());
    // Greys of a picture with few of them are kept to the nearest of 256 colours.
    for (int x = 0; x < expected.getWidth(); x += 7) {
      for (int y = 0; y < expected.getHeight(); y += 7) {
        assertEquals(expected.getRGB(x, y) & 0xFF, read.getRGB(x, y) & 0xFF, 12, x + " " + y);
      }
    }
  }

  /** What the program writes, it reads as a film with the same pixels. */
  @Test
  void aGifOfThisProgramIsReadAsAFilm() throws IOException {
    Path gif = folder.resolve("levels.gif");
    List<BufferedImage> pictures = Stream.of(40, 90, 200).map(FilmFilesTest::level).toList();
    GifWriter.write(pictures.iterator(), 25, gif);
    Reading read = SeriesFiles.read(gif, ImportChoices.AUTOMATIC);
    assertEquals(new FrameShape(5, 6, 1), read.set().frame().orElseThrow());
    Series film = read.set().series().getFirst();
    assertEquals(3, film.length());
    for (int t = 0; t < 3; t++) {
      for (int c = 0; c < 30; c++) {
        int level = pictures.get(t).getRGB(c % 6, c / 6) & 0xFF;
        assertEquals(level / 255.0, film.value(t, c), 1e-6);
      }
    }
  }

  private static BufferedImage level(int grey) {
    BufferedImage picture = new BufferedImage(6, 5, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 30; i++) {
      int level = i == 7 ? 255 - grey : grey;
      picture.setRGB(i % 6, i / 6, level * 0x010101);
    }
    return picture;
  }

  @Test
  void picturesAreNumberedInANewFolder() throws IOException {
    Path target = folder.resolve("film");
    write(FilmFiles.PICTURES, target);
    try (Stream<Path> files = Files.list(target)) {
      assertEquals(
          List.of("001.png", "002.png", "003.png", "004.png", "005.png"),
          files.map(f -> f.getFileName().toString()).sorted().toList());
    }
    assertThrows(FileAlreadyExistsException.class, () -> write(FilmFiles.PICTURES, target));
  }

  @Test
  void picturesHaveTheirScaleAndTheirPaper() throws IOException {
    Path target = folder.resolve("large");
    PictureLook look = new PictureLook(Paper.TRANSPARENT, 2);
    FilmFiles.write(film(), FilmFiles.PICTURES, look, target, () -> false, done -> {});
    BufferedImage picture = ImageIO.read(target.resolve("001.png").toFile());
    assertEquals(2 * FilmFiles.picture(film(), 0, SMALL).getWidth(), picture.getWidth());
    assertEquals(0, picture.getRGB(1, 1) >>> 24);
    Path gif = folder.resolve("white.gif");
    FilmFiles.write(film(), FilmFiles.GIF, look, gif, () -> false, done -> {});
    assertEquals(255, frame(gif, 0).getRGB(1, 1) & 0xFF, 3);
  }

  @Test
  void aCancelledFilmLeavesNothing() {
    for (String format : FilmFiles.FORMATS) {
      Path target = folder.resolve("cancelled." + format);
      assertThrows(
          CancellationException.class,
          () -> FilmFiles.write(film(), format, SMALL, target, () -> true, done -> {}));
      assertFalse(Files.exists(target));
    }
  }
}
