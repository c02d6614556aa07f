package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import undercurrent.experiment.Safetensors.Tensor;
import undercurrent.math.Randomness;
import undercurrent.series.Channel;
import undercurrent.series.ImportChoices;
import undercurrent.series.Series;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;

/**
 * What holds for every document, and for every text and every bytes that are none. Each try has a
 * seed of its own, which its name tells.
 */
final class ReadersPropertyTest {
  private static final int TRIES = 300;
  private static final Duration LONG = Duration.ofSeconds(20);

  /** Pieces that tables, JSON, GPX and zips are made of. */
  private static final List<String> PIECES =
      List.of(
          "t",
          "x",
          ",",
          ";",
          "\t",
          "|",
          "\n",
          "\r\n",
          "\"",
          "#",
          "1",
          "2.5",
          "1,5",
          "-",
          "NaN",
          "2024-01-01",
          "31/12/2024",
          "12:30",
          "1e999",
          "\u00E9",
          "\uFEFF",
          "\0",
          " ",
          "split",
          "latitude",
          "{",
          "}",
          "[",
          "]",
          "null",
          "true",
          ":",
          "\"x\":",
          "=1+1");

  private static final List<String> ENDS =
      List.of(
          "",
          "{",
          "[",
          "{\"x\":[",
          "[{\"x\":",
          "[[",
          "[[[",
          "{\"train\":[[[",
          "<gpx ",
          "<gpx><trk><trkseg><trkpt ");

  static List<String> seeds() {
    return IntStream.range(0, TRIES).mapToObj(i -> "seed " + i).toList();
  }

  static List<String> someSeeds() {
    return seeds().subList(0, 60);
  }

  private static Randomness random(String seed) {
    return Randomness.of(Long.parseLong(seed.substring(5))).named("properties");
  }

  private static String text(Randomness random, List<String> pieces, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.below(most + 1); i > 0; i--) {
      text.append(pieces.get(random.below(pieces.size())));
    }
    return text.toString();
  }

  private static byte[] bytes(Randomness random, int most) {
    byte[] bytes = new byte[random.below(most + 1)];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) random.below(256);
    return bytes;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyTextIsASeriesOrOneSentence(String seed) throws IOException {
    Randomness random = random(seed);
    String text = ENDS.get(random.below(ENDS.size())) + text(random, PIECES, 80);
    byte[] bytes = ("\0" + text).getBytes(StandardCharsets.UTF_8);
    ReadersFuzz.fuzzerTestOneInput(bytes);
    bytes[0] = 1;
    ReadersFuzz.fuzzerTestOneInput(bytes);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyBytesAreADocumentOrOneSentence(String seed) throws IOException {
    ReadersFuzz.fuzzerTestOneInput(bytes(random(seed), 600));
  }

  /** A sound file of each form with a few bytes changed, taken out, doubled or cut off. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aDamagedFileOfAnyFormIsASeriesOrOneSentence(String seed) throws IOException {
    Randomness random = random(seed);
    List<Path> files = ReaderSeeds.files();
    damaged(random, Files.readAllBytes(files.get(random.below(files.size()))));
    String text = ReaderSeeds.TEXTS.get(random.below(ReaderSeeds.TEXTS.size()));
    damaged(random, text.getBytes(StandardCharsets.UTF_8));
    damaged(random, ReaderSeeds.MIDI.get(random.below(ReaderSeeds.MIDI.size())));
    damaged(random, ReaderSeeds.FILMS.get(random.below(ReaderSeeds.FILMS.size())));
    List<byte[]> pictures = ReaderSeeds.pictures();
    damaged(random, pictures.get(random.below(pictures.size())), ReadersFuzz.PICTURE);
  }

  private static void damaged(Randomness random, byte[] sound) throws IOException {
    damaged(random, sound, (byte) 0);
  }

  private static void damaged(Randomness random, byte[] sound, byte reader) throws IOException {
    byte[] bytes = sound.clone();
    for (int i = 1 + random.below(4); i > 0 && bytes.length > 1; i--) {
      int at = random.below(bytes.length);
      switch (random.below(4)) {
        case 0 -> bytes[at] = (byte) random.below(256);
        case 1 -> bytes[at] = (byte) (bytes[at] ^ 1 << random.below(8));
        case 2 -> System.arraycopy(bytes, at / 2, bytes, at, Math.min(8, bytes.length - at));
        default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
      }
    }
    byte[] input = new byte[bytes.length + 1];
    input[0] = reader;
    System.arraycopy(bytes, 0, input, 1, bytes.length);
    assertTimeout(LONG, () -> ReadersFuzz.fuzzerTestOneInput(input));
  }

  @Test
  void aSoundFileOfEachFormIsRead() throws IOException {
    for (String text : ReaderSeeds.TEXTS) {
      assertEquals(
          3, SeriesFiles.open("seed", text, ImportChoices.AUTOMATIC).series().getFirst().length());
    }
    Path file = Files.createTempFile("seed", ".mid");
    try {
      for (byte[] midi : ReaderSeeds.MIDI) {
        assertEquals(3, SeriesFiles.open(Files.write(file, midi)).series().getFirst().length());
      }
      for (byte[] film : ReaderSeeds.FILMS) {
        SeriesSet set = SeriesFiles.open(Files.write(file, film));
        assertEquals(3, set.series().getFirst().length());
        assertTrue(set.frame().isPresent());
      }
    } finally {
      Files.delete(file);
    }
    for (byte[] picture : ReaderSeeds.pictures()) {
      assertEquals(3, ReadersFuzz.folder(picture).series().getFirst().length());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void weightsAreReadAsTheyWereWritten(String seed) throws IOException {
    Randomness random = random(seed);
    float[] numbers = new float[1 + random.below(12)];
    for (int i = 0; i < numbers.length; i++) numbers[i] = anyFloat(random);
    String name = letters(random, 20);
    Tensor tensor = new Tensor(numbers.length, 1, numbers);
    Map<String, Tensor> read = Safetensors.read(Safetensors.write(Map.of("w." + name, tensor)));
    Tensor same = Objects.requireNonNull(read.get("w." + name));
    assertArrayEquals(numbers, same.data());
  }

  /** Any bits, and now and then a number that is special. */
  private static float anyFloat(Randomness random) {
    float[] special = {0, -0f, 1, -1, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, 1f / 0, -1f / 0};
    int kind = random.below(3 * special.length);
    return kind < special.length ? special[kind] : Float.intBitsToFloat((int) random.bits());
  }

  /** Any letters of the first plane that are letters by themselves. */
  private static String letters(Randomness random, int most) {
    StringBuilder letters = new StringBuilder();
    for (int i = random.below(most + 1); i > 0; i--) {
      char letter = (char) random.below(random.below(2) == 0 ? 128 : 65_536);
      if (!Character.isSurrogate(letter)) letters.append(letter);
    }
    return letters.toString();
  }

  private static String name(Randomness random) {
    List<String> letters = List.of("ab ,;\"'=\u00E9\n\t\u8A9E-@".split(""));
    String name = "";
    while (name.isBlank()) name = text(random, letters, 8);
    return name;
  }

  @ParameterizedTest
  @MethodSource("someSeeds")
  void aDocumentIsReadAsItWasSaved(String seed) throws IOException {
    Randomness random = random(seed);
    String name = name(random);
    String channel = name(random);
    double[] times = new double[8 + random.below(13)];
    double[][] rows = new double[times.length][1];
    for (int t = 0; t < times.length; t++) {
      times[t] = t;
      double value = Double.longBitsToDouble(random.bits());
      if (random.below(3) == 0) value = random.below(2000) / 8.0 - 100;
      rows[t][0] = Math.abs(value) <= 1e18 ? value : Double.NaN;
    }
    SeriesSet set =
        new SeriesSet(
            name,
            List.of(new Channel(channel, "", Channel.Kind.REAL, Channel.Role.OBSERVED)),
            new TimeAxis("t", "", false, true),
            List.of(new Series(name, times, rows)),
            Split.BY_TIME);
    Path file = Files.createTempFile("property", ExperimentFile.ENDING);
    try {
      ExperimentFile.save(Recipe.of(set).experiment(set), file);
      Experiment read = ExperimentFile.open(file);
      assertEquals(name, read.data().name());
      assertEquals(channel, read.data().channels().getFirst().name());
      List<double[]> same = new ArrayList<>(List.of(read.data().series().getFirst().values()));
      for (int t = 0; t < rows.length; t++) assertArrayEquals(rows[t], same.get(t));
    } finally {
      Files.delete(file);
    }
  }
}
