package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import undercurrent.experiment.Safetensors.Tensor;
import undercurrent.series.Channel;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;

/** What holds for every document, and for every text and every bytes that are none. */
final class ReadersPropertyTest {
  private static final int TRIES = 300;

  /** Pieces that tables, JSON and zips are made of, in any order. */
  @Provide
  Arbitrary<String> almostATable() {
    Arbitrary<String> piece =
        Arbitraries.of(
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
            "é",
            "\uFEFF",
            "\u0000",
            " ",
            "split",
            "latitude",
            "{",
            "}",
            "[",
            "null",
            "=1+1");
    return piece.list().ofMaxSize(80).map(pieces -> String.join("", pieces));
  }

  @Property(tries = TRIES)
  void anyTextIsASeriesOrOneSentence(@ForAll("almostATable") String text) throws IOException {
    byte[] bytes = ("\0" + text).getBytes(StandardCharsets.UTF_8);
    ReadersFuzz.fuzzerTestOneInput(bytes);
    bytes[0] = 1;
    ReadersFuzz.fuzzerTestOneInput(bytes);
  }

  @Property(tries = TRIES)
  void anyBytesAreADocumentOrOneSentence(@ForAll @Size(max = 600) byte[] bytes) throws IOException {
    ReadersFuzz.fuzzerTestOneInput(bytes);
  }

  @Property(tries = TRIES)
  void weightsAreReadAsTheyWereWritten(
      @ForAll @Size(min = 1, max = 12) float[] numbers, @ForAll String name) throws IOException {
    Tensor tensor = new Tensor(numbers.length, 1, numbers);
    Map<String, Tensor> read = Safetensors.read(Safetensors.write(Map.of("w." + name, tensor)));
    Tensor same = Objects.requireNonNull(read.get("w." + name));
    assertArrayEquals(numbers, same.data());
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars("ab ,;\"'=é\n\t語-@")
        .ofMinLength(1)
        .ofMaxLength(8)
        .filter(name -> !name.isBlank());
  }

  @Property(tries = 60)
  void aDocumentIsReadAsItWasSaved(
      @ForAll("names") String name,
      @ForAll("names") String channel,
      @ForAll @Size(min = 8, max = 20) List<Double> values)
      throws IOException {
    double[] times = new double[values.size()];
    double[][] rows = new double[values.size()][1];
    for (int t = 0; t < times.length; t++) {
      times[t] = t;
      rows[t][0] = Double.isFinite(values.get(t)) ? values.get(t) : Double.NaN;
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
