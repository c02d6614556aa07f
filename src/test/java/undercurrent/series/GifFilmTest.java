package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Animated GIF as films: what is seen, not what each picture holds. */
final class GifFilmTest {
  private static final String KEEP = "doNotDispose";
  private static final double NONE = Double.NaN;
  @TempDir private Path folder = Path.of("");

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("film.gif"), bytes);
  }

  private static double[] levels(Series film, int frame) {
    return Arrays.stream(film.row(frame)).map(v -> (double) Math.round(255 * v)).toArray();
  }

  private static void assertFrame(Series film, int frame, double... expected) {
    double[] row = film.row(frame);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(Double.isNaN(expected[i]), Double.isNaN(row[i]), "pixel " + i);
      if (!Double.isNaN(row[i])) assertEquals((float) expected[i] / 255f, row[i], "pixel " + i);
    }
  }

  @Test
  void wholeFramesAreReadByTheirLevels() throws IOException {
    GifBytes gif = new GifBytes();
    for (int t = 0; t < 4; t++) {
      int frame = t;
      gif.frame(0, 0, 6, 5, KEEP, 4, (row, column) -> 40 * frame + 6 * row + column);
    }
    Path file = file(gif.done());
    Reading read = SeriesFiles.read(file, ImportChoices.AUTOMATIC);
    assertEquals(new FrameShape(5, 6, 1), read.set().frame().orElseThrow());
    Series film = read.set().series().getFirst();
    double[] expected = new double[30];
    for (int i = 0; i < 30; i++) expected[i] = 120 + i;
    assertArrayEquals(expected, levels(film, 3));
    assertArrayEquals(new double[] {0, 1, 2, 3}, film.times());
    assertTrue(read.notes().getFirst().contains("40 milliseconds"), read.notes().toString());
  }

  /** A strip of four pixels, of which the later pictures cover two. */
  @Test
  void picturesLieOnThoseBeforeThem() throws IOException {
    byte[] bytes =
        new GifBytes()
            .frame(0, 0, 4, 1, KEEP, 5, (row, column) -> 10 + column)
            .frame(1, 0, 2, 1, KEEP, 5, (row, column) -> column == 0 ? 255 : 99)
            .frame(0, 0, 2, 1, "restoreToPrevious", 5, (row, column) -> 50)
            .frame(2, 0, 2, 1, "restoreToBackgroundColor", 5, (row, column) -> 60)
            .frame(0, 0, 1, 1, KEEP, 5, (row, column) -> 70)
            .done();
    Series film = SeriesFiles.open(file(bytes)).series().getFirst();
    assertFrame(film, 0, 10, 11, 12, 13);
    assertFrame(film, 1, 10, 11, 99, 13);
    assertFrame(film, 2, 50, 50, 99, 13);
    assertFrame(film, 3, 10, 11, 60, 60);
    assertFrame(film, 4, 70, 11, NONE, NONE);
  }

  @Test
  void unequalTimesAreKept() throws IOException {
    GifBytes gif = new GifBytes();
    for (int delay : List.of(5, 20, 0, 5)) gif.frame(0, 0, 3, 3, KEEP, delay, (r, c) -> r + c);
    SeriesSet set = SeriesFiles.open(file(gif.done()));
    assertArrayEquals(new double[] {0, 0.05, 0.25, 0.35}, set.series().getFirst().times(), 1e-12);
    assertEquals("s", set.time().unit());
  }

  private String refused(byte[] bytes) throws IOException {
    Path file = file(bytes);
    return String.valueOf(
        assertThrows(SeriesException.class, () -> SeriesFiles.open(file)).getMessage());
  }

  @Test
  void whatIsNoFilmIsRefusedInOneSentence() throws IOException {
    byte[] one = new GifBytes().frame(0, 0, 3, 3, KEEP, 5, (r, c) -> r).done();
    assertTrue(refused(one).contains("single picture (GIF)"));
    GifBytes three = new GifBytes();
    for (int t = 0; t < 3; t++) three.frame(0, 0, 3, 3, KEEP, 5, (r, c) -> r);
    byte[] whole = three.done();
    assertTrue(refused(Arrays.copyOf(whole, whole.length - 20)).contains("damaged or cut off"));
    byte[] huge = whole.clone();
    for (int i = 6; i < 10; i++) huge[i] = (byte) 0xFF;
    assertTrue(refused(huge).contains("65535 × 65535"), refused(huge));
    byte[] small = whole.clone();
    small[6] = 2;
    assertTrue(refused(small).contains("damaged"), refused(small));
  }
}
