package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays of three to five indices as films. */
final class NumpyFilmTest {
  private static final ImportChoices FILM = ImportChoices.AUTOMATIC.withFrames(FrameReading.FILM);
  private static final ImportChoices SERIES =
      ImportChoices.AUTOMATIC.withFrames(FrameReading.SERIES);

  /** Three times what is asked of 10,000 frames, for machines that are busy. */
  private static final Duration LONG = Duration.ofSeconds(15);

  @TempDir private Path folder = Path.of("");

  private Path file(byte[] bytes) {
    return file("film.npy", bytes);
  }

  private Path file(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static double[] counted(int count, double scale) {
    return IntStream.range(0, count).mapToDouble(i -> i * scale).toArray();
  }

  private static FrameShape frame(SeriesSet set) {
    return set.frame().orElseThrow();
  }

  @Test
  void anArrayOfSquareFramesIsAFilmWithItsBits() {
    double[] values = counted(5 * 8 * 8, 0.003);
    SeriesSet set = SeriesFiles.open(file(NpyBytes.of("<f4", "(5, 8, 8)", values)));
    assertEquals(new FrameShape(8, 8, 1), frame(set));
    assertEquals("film", set.name());
    assertEquals(64, set.observedChannels().length);
    assertEquals("r1 c1", set.channels().getFirst().name());
    assertEquals("r8 c8", set.channels().getLast().name());
    assertEquals(Channel.Kind.PIXEL, set.channels().getFirst().kind());
    Series film = set.series().getFirst();
    assertArrayEquals(new double[] {0, 1, 2, 3, 4}, film.times());
    FloatRows rows = assertInstanceOf(FloatRows.class, film.rows());
    for (int i = 0; i < values.length; i++) {
      assertEquals((float) values[i], rows.values()[i / 64][i % 64]);
    }
    assertEquals("Film of 5 frames of 8 × 8", FilmWords.of(set));
    assertEquals(new FrameShape(8, 8, 1), Dataset.of(set, 0).whole().getFirst().shape());
  }

  @Test
  void bytesAreScaledToOneAndSaidSo() {
    double[] values = counted(4 * 8 * 8, 1);
    Path file = file(NpyBytes.of("|u1", "(4, 8, 8)", values));
    SeriesSet set = SeriesFiles.open(file);
    assertEquals((double) (200 / 255f), set.series().getFirst().value(3, 8));
    List<String> notes = SeriesFiles.read(file, ImportChoices.AUTOMATIC).notes();
    assertTrue(notes.stream().anyMatch(n -> n.contains("divided by 255")), notes.toString());
  }

  @Test
  void bytesOfZeroAndOneAreBinaryAndNotScaled() {
    double[] values = IntStream.range(0, 4 * 9 * 8).mapToDouble(i -> i % 3 == 0 ? 1 : 0).toArray();
    SeriesSet set = SeriesFiles.open(file(NpyBytes.of("|u1", "(4, 9, 8)", values)));
    assertEquals(new FrameShape(9, 8, 1), frame(set));
    assertEquals(Channel.Kind.BINARY, set.channels().getFirst().kind());
    assertEquals(1, set.series().getFirst().value(0, 3));
    assertFalse(Roll.isIn(set));
  }

  @Test
  void fourIndicesAreClips() {
    double[] values = counted(6 * 5 * 2 * 4, 0.5);
    SeriesSet set = SeriesFiles.open(file(NpyBytes.of("<f8", "(6, 5, 2, 4)", values)));
    assertEquals(new FrameShape(2, 4, 1), frame(set));
    assertEquals(6, set.series().size());
    assertEquals(Channel.Kind.REAL, set.channels().getFirst().kind());
    assertEquals(values[5 * 8 + 2 * 8 + 3], set.series().get(1).value(2, 3));
    assertFalse(set.split().isByTime());
    assertEquals("Film of 30 frames in 6 clips of 2 × 4", FilmWords.of(set));
  }

  /** Pixel (r, c) of frame t has the colour k of 1000 t + 100 r + 10 c + k, wherever k stands. */
  @ParameterizedTest
  @CsvSource({"false, 4", "true, 4", "false, 5", "true, 5"})
  void coloursStandLastOrBeforeTheHeight(boolean first, int indices) {
    double[] values = new double[4 * 5 * 6 * 3];
    for (int i = 0; i < values.length; i++) {
      int t = i / 90;
      int rest = i % 90;
      int k = first ? rest / 30 : rest % 3;
      int pixel = first ? rest % 30 : rest / 3;
      values[i] = 1000 * t + 100 * (pixel / 6) + 10 * (pixel % 6) + k;
    }
    String shape = (indices == 5 ? "(1, 4, " : "(4, ") + (first ? "3, 5, 6)" : "5, 6, 3)");
    SeriesSet set = SeriesFiles.open(file(NpyBytes.of("<f4", shape, values)));
    assertEquals(new FrameShape(5, 6, 3), frame(set));
    assertEquals("r2 c3 blue", set.channels().get((6 + 2) * 3 + 2).name());
    assertEquals(3122, set.series().getFirst().value(3, (6 + 2) * 3 + 2));
  }

  @Test
  void threeIndicesThatAreNotSquareAreATableUnlessAPersonSaysFilm() {
    Path file = file(NpyBytes.of("<f4", "(6, 4, 3)", counted(72, 0.25)));
    assertTrue(SeriesFiles.open(file).frame().isEmpty());
    SeriesSet film = SeriesFiles.open(file, FILM);
    assertEquals(new FrameShape(4, 3, 1), frame(film));
    assertEquals(6, film.series().getFirst().length());
    FrameChoice choice = SeriesFiles.preview(file, FILM).frames().orElseThrow();
    assertEquals(List.of(FrameReading.FILM, FrameReading.SERIES), choice.possible());
    assertEquals(6, choice.film().orElseThrow().frames().size());
  }

  @Test
  void thePreviewOfATableThatCouldBeAFilmOffersBoth() {
    Path file = file(NpyBytes.of("<f4", "(6, 4, 3)", counted(72, 0.25)));
    for (ImportChoices choices : List.of(ImportChoices.AUTOMATIC, SERIES)) {
      ImportPreview preview = SeriesFiles.preview(file, choices);
      FrameChoice choice = preview.frames().orElseThrow();
      assertEquals(FrameReading.SERIES, choice.reading());
      assertEquals(List.of(FrameReading.FILM, FrameReading.SERIES), choice.possible());
      assertTrue(choice.film().isEmpty() && !preview.columns().isEmpty());
    }
  }

  @Test
  void aFilmOfThreeIndicesIsATableWhenAPersonSaysSo() {
    Path file = file(NpyBytes.of("<f4", "(5, 8, 8)", counted(320, 0.25)));
    SeriesSet set = SeriesFiles.open(file, SERIES);
    assertTrue(set.frame().isEmpty());
    assertEquals(5, set.series().size());
    assertEquals(8, set.observedChannels().length);
  }

  @Test
  void theFilmOfSeveralArraysIsReadAndTheOthersAreNamed() {
    byte[] images = NpyBytes.of("<f4", "(4, 5, 2, 2)", counted(80, 0.01));
    byte[] state = NpyBytes.of("<f8", "(4, 5, 3)", counted(60, 1));
    Path file = file("ball.npz", NpyBytes.zip("state", state, "images", images));
    Reading read = SeriesFiles.read(file, ImportChoices.AUTOMATIC);
    assertEquals(new FrameShape(2, 2, 1), frame(read.set()));
    assertEquals(0.79, read.set().series().get(3).value(4, 3), 1e-6);
    assertTrue(
        read.notes().contains("The array 'state' (4 × 5 × 3) was left out."),
        read.notes().toString());
  }

  @Test
  void missingPixelsAreMaskedAndMoreDigitsAreSaid() {
    double[] values = counted(4 * 8 * 8, 0.1);
    values[70] = Double.NaN;
    Path file = file(NpyBytes.of("<f8", "(4, 8, 8)", values));
    Reading read = SeriesFiles.read(file, ImportChoices.AUTOMATIC);
    assertTrue(read.notes().stream().anyMatch(n -> n.contains("rounded to single precision")));
    Sequence whole = Dataset.of(read.set(), 0).whole().getFirst();
    for (int i = 0; i < values.length; i++) assertEquals(i == 70 ? 0 : 1, whole.mask()[i]);
  }

  @Test
  void allPixelsHaveOneScale() {
    double[] values = new double[10 * 8 * 8];
    for (int i = 0; i < values.length; i++) values[i] = i % 64 == 0 ? 0 : (i * 7919) % 100;
    SeriesSet set =
        SeriesFiles.open(
            file(NpyBytes.of("<f4", "(10, 8, 8)", values)),
            ImportChoices.AUTOMATIC.withSplit(Split.NONE));
    Preparation preparation = Preparation.fit(set);
    double mean = Arrays.stream(values).average().orElseThrow();
    double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    for (int d = 0; d < 64; d++) {
      assertEquals(mean, preparation.shift(d), 1e-9);
      assertEquals(Math.sqrt(square / values.length), preparation.scale(d), 1e-9);
    }
  }

  private void assertRefused(byte[] bytes, String... parts) {
    Path file = file("bad.npy", bytes);
    String said =
        String.valueOf(
            assertThrows(SeriesException.class, () -> SeriesFiles.open(file, FILM)).getMessage());
    assertTrue(said.startsWith("bad.npy") && said.endsWith("."), said);
    for (String part : parts) assertTrue(said.contains(part), said);
    assertEquals(said, SeriesFiles.preview(file, FILM).problem().orElseThrow());
  }

  @Test
  void whatIsNoFilmIsRefusedInOneSentence() {
    double[] endless = counted(3 * 64, 1);
    endless[64 + 11] = Double.POSITIVE_INFINITY;
    assertRefused(NpyBytes.of("<f4", "(3, 8, 8)", endless), "frame 2, row 2, column 4", "NaN");
    assertRefused(NpyBytes.of("<f4", "(2, 8, 8)", counted(128, 1)), "only 2 frames");
    assertRefused(NpyBytes.of("<f4", "(3, 8, 8)", counted(100, 1)), "ends before the last one");
    assertRefused(NpyBytes.of("<f4", "(3, 0, 8)"), "no values");
    assertRefused(
        NpyBytes.of("<f4", "(1000000000, 8, 8)", counted(9, 1)), "100,000,000", "fewer frames");
    assertRefused(
        NpyBytes.of("|u1", "(3, 4000, 3000)", counted(9, 1)), "make the pictures smaller");
    double[] none = new double[3 * 64];
    Arrays.fill(none, Double.NaN);
    assertRefused(NpyBytes.of("<f8", "(3, 8, 8)", none), "no value in any frame");
  }

  @Test
  void otherChoicesThanFramesAndSplitAreRefused() {
    Path file = file(NpyBytes.of("<f4", "(5, 8, 8)", counted(320, 0.25)));
    ImportChoices column = ImportChoices.AUTOMATIC.withUse("x", ColumnUse.TIME);
    String said =
        String.valueOf(
            assertThrows(SeriesException.class, () -> SeriesFiles.open(file, column)).getMessage());
    assertTrue(said.contains("only its frames and its split"), said);
    ImportChoices counts = ImportChoices.AUTOMATIC.withFrames(FrameReading.COUNTS);
    assertThrows(SeriesException.class, () -> SeriesFiles.open(file, counts));
  }

  /** 10,000 frames of 64 × 64 are opened and made ready for a model. */
  @Test
  void aLongFilmOpensFast() throws IOException {
    Path file = folder.resolve("long.npy");
    byte[] header = NpyBytes.of("|u1", "(10000, 64, 64)");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(header);
      byte[] frame = new byte[64 * 64];
      for (int t = 0; t < 10_000; t++) {
        for (int i = 0; i < frame.length; i++) frame[i] = (byte) ((i * t) >> 4);
        out.write(frame);
      }
    }
    assertTimeout(
        LONG,
        () -> {
          SeriesSet set = SeriesFiles.open(file);
          assertEquals(10_000, set.series().getFirst().length());
          assertEquals(
              7000, Dataset.of(set, 0).training().stream().mapToInt(Sequence::steps).sum());
        });
  }
}
