package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of PNG pictures as films. */
final class PictureFilmTest {
  private static final int WIDTH = 5;
  private static final int HEIGHT = 4;
  @TempDir private Path folder = Path.of("");

  private Path frames() throws IOException {
    return Files.createDirectories(folder.resolve("frames"));
  }

  /** A picture whose sample at (row, column, band) is given. */
  private static void write(Path file, int type, Samples samples) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        for (int b = 0; b < image.getRaster().getNumBands(); b++) {
          image.getRaster().setSample(x, y, b, samples.at(y, x, b));
        }
      }
    }
    ImageIO.write(image, "png", file.toFile());
  }

  private interface Samples {
    int at(int row, int column, int band);
  }

  private static String refused(Path path) {
    return String.valueOf(
        assertThrows(SeriesException.class, () -> SeriesFiles.open(path)).getMessage());
  }

  @Test
  void greyPicturesFollowOneAnotherByTheNumbersInTheirNames() throws IOException {
    for (int t = 0; t < 12; t++) {
      int frame = t;
      write(
          frames().resolve("frame" + (t + 1) + ".png"),
          BufferedImage.TYPE_BYTE_GRAY,
          (row, column, band) -> 10 * frame + row * WIDTH + column);
    }
    Files.writeString(frames().resolve("readme.txt"), "hello");
    Reading read = SeriesFiles.read(frames(), ImportChoices.AUTOMATIC);
    SeriesSet set = read.set();
    assertEquals(new FrameShape(HEIGHT, WIDTH, 1), set.frame().orElseThrow());
    assertEquals("frames", set.name());
    assertEquals(Channel.Kind.PIXEL, set.channels().getFirst().kind());
    for (int t = 0; t < 12; t++) {
      for (int i = 0; i < 20; i++) {
        assertEquals((10 * t + i) / 255f, set.series().getFirst().value(t, i));
      }
    }
    assertTrue(read.notes().getFirst().contains("'frame1.png' to 'frame12.png'"));
    assertTrue(read.notes().get(1).startsWith("1 other file"), read.notes().toString());
  }

  @Test
  void sixteenBitsKeepTheirSteps() throws IOException {
    for (int t = 0; t < 3; t++) {
      int frame = t;
      write(
          frames().resolve(t + ".png"),
          BufferedImage.TYPE_USHORT_GRAY,
          (row, column, band) -> 300 * frame + 7 * (row * WIDTH + column));
    }
    Series film = SeriesFiles.open(frames()).series().getFirst();
    assertEquals((600 + 7 * 13) / 65535f, film.value(2, 13));
  }

  @Test
  void coloursAreKeptOrTurnedToGrey() throws IOException {
    for (int t = 0; t < 3; t++) {
      int frame = t;
      write(
          frames().resolve(t + ".png"),
          BufferedImage.TYPE_3BYTE_BGR,
          (row, column, band) -> frame == 1 ? 50 : 20 * band + 10 * frame + row);
    }
    SeriesSet colours = SeriesFiles.open(frames());
    assertEquals(new FrameShape(HEIGHT, WIDTH, 3), colours.frame().orElseThrow());
    assertEquals("r3 c5 green", colours.channels().get((2 * WIDTH + 4) * 3 + 1).name());
    assertEquals(42 / 255f, colours.series().getFirst().value(2, (2 * WIDTH + 4) * 3 + 1));
    assertEquals(50 / 255f, colours.series().getFirst().value(1, 7));
    SeriesSet grey =
        SeriesFiles.open(frames(), ImportChoices.AUTOMATIC.withFrames(FrameReading.GREY));
    assertEquals(new FrameShape(HEIGHT, WIDTH, 1), grey.frame().orElseThrow());
    double expected = (0.299 * 22 + 0.587 * 42 + 0.114 * 62) / 255;
    assertEquals(expected, grey.series().getFirst().value(2, 2 * WIDTH + 4), 1e-7);
    FrameChoice choice =
        SeriesFiles.preview(frames(), ImportChoices.AUTOMATIC).frames().orElseThrow();
    assertEquals(List.of(FrameReading.FILM, FrameReading.GREY), choice.possible());
  }

  @Test
  void transparentPixelsAreMissing() throws IOException {
    for (int t = 0; t < 3; t++) {
      write(
          frames().resolve(t + ".png"),
          BufferedImage.TYPE_4BYTE_ABGR,
          (row, column, band) -> band == 3 ? (row == 1 ? 0 : 255) : 102);
    }
    Reading read = SeriesFiles.read(frames(), ImportChoices.AUTOMATIC);
    Series film = read.set().series().getFirst();
    assertTrue(Double.isNaN(film.value(0, WIDTH + 2)));
    assertEquals(0.4f, film.value(0, 2));
    assertTrue(
        read.notes().contains("15 transparent pixels of the pictures have no value."),
        read.notes().toString());
  }

  @Test
  void aFolderThatIsNoFilmIsRefusedInOneSentence() throws IOException {
    Files.writeString(frames().resolve("readme.txt"), "hello");
    assertEquals(
        "frames: is a folder without PNG pictures; open one file in it.", refused(frames()));
    write(frames().resolve("1.png"), BufferedImage.TYPE_BYTE_GRAY, (r, c, b) -> 0);
    write(frames().resolve("2.png"), BufferedImage.TYPE_BYTE_GRAY, (r, c, b) -> 1);
    assertTrue(refused(frames()).contains("only 2 frames"));
    BufferedImage large = new BufferedImage(6, 4, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(large, "png", frames().resolve("3.png").toFile());
    assertEquals(
        "frames: the picture '3.png' has 4 × 6 pixels and the first one 4 × 5; give all the same"
            + " size.",
        refused(frames()));
    byte[] whole = Files.readAllBytes(frames().resolve("1.png"));
    Files.write(frames().resolve("3.png"), Arrays.copyOf(whole, whole.length - 30));
    assertTrue(refused(frames()).startsWith("frames/3.png: is a picture (PNG) that is damaged"));
    Files.write(
        frames().resolve("1.png"), ByteBuffer.wrap(whole.clone()).putInt(16, 1 << 30).array());
    assertTrue(refused(frames()).startsWith("frames/1.png: has frames of 4 × 1073741824"));
    assertTrue(refused(frames().resolve("2.png")).contains("open the folder"));
  }

  @Test
  void namesAreInNaturalOrder() {
    List<String> names =
        List.of("a1", "a02", "a2", "a10", "a10b", "a100000000000000000000", "b", "b0");
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < names.size(); j++) {
        int order = NaturalOrder.compare(names.get(i), names.get(j));
        assertEquals(Integer.compare(i, j), Integer.signum(order), names.get(i) + names.get(j));
      }
    }
  }
}
