package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import undercurrent.experiment.ExperimentFile;
import undercurrent.report.JsonText;

final class CommandsTest {
  /** Arguments of a usual training. */
  private static final int USUAL = 10;

  @TempDir private static Path shared = Path.of("");
  @TempDir private Path folder = Path.of("");

  private static JsonNode json(Spoken spoken) {
    assertEquals(0, spoken.exit(), spoken.err());
    return JsonText.JSON.readTree(spoken.out());
  }

  /** Three epochs on the Nile, trained once for all tests that only read what was written. */
  private static Path trained() {
    Path out = shared.resolve("trained");
    if (!Files.exists(out)) train(out);
    return out;
  }

  private Path train(String name, Object... more) {
    return train(folder.resolve(name), more);
  }

  private static Path train(Path out, Object... more) {
    Object[] arguments = new Object[more.length + USUAL];
    Object[] usual = {
      "train", "nile", "--epochs", 3, "--hidden", 4, "--figures", "all", "--out", out
    };
    System.arraycopy(usual, 0, arguments, 0, USUAL);
    System.arraycopy(more, 0, arguments, USUAL, more.length);
    Spoken spoken = Spoken.of(arguments);
    assertEquals(0, spoken.exit(), spoken.err());
    return out;
  }

  @Test
  void severalFilesAreTrainedIntoFoldersWithOneSummary() throws IOException {
    Files.writeString(folder.resolve("b.csv"), "x\n1\n2\n4\n3\n5\n6\n5\n8\n");
    Files.writeString(folder.resolve("a.csv"), "x\n\"oops\n");
    Path out = folder.resolve("several");
    Object pattern = folder.resolve("*.csv");
    Spoken said =
        Spoken.of(
            "train", pattern, "nile", "--set", "kind=level", "--figures", "none", "--out", out);
    assertEquals(1, said.exit());
    assertTrue(said.err().contains("a.csv"), said.err());
    assertTrue(names(out.resolve("nile")).contains("scores.json"));
    assertTrue(names(out.resolve("b")).stream().noneMatch(name -> name.endsWith(".png")));
    List<CsvRecord> rows =
        CsvReader.builder().ofCsvRecord(out.resolve("summary.csv")).stream().toList();
    assertEquals(
        List.of("status", "failed", "trained", "trained"),
        rows.stream().map(row -> row.getField(2)).toList());
    assertEquals(2, Spoken.of("train", folder.resolve("no*/a.csv"), "--out", out).exit());
    Spoken none = Spoken.of("train", folder.resolve("*.txt"), "--out", out);
    assertEquals(2, none.exit());
    assertTrue(none.err().contains("No file matches"), none.err());
  }

  @Test
  void placesThatCannotBeWrittenAreSaidBeforeAnythingIsMade() {
    Path none = folder.resolve("none").resolve("page.html");
    String said = Spoken.of("report", "noSuchExperiment", "--out", none).err();
    assertTrue(said.contains("page.html' cannot be written (the folder is not there)"), said);
    said = Spoken.of("report", "noSuchExperiment", "--out", folder).err();
    assertTrue(said.contains("cannot be written (it is a folder)"), said);
    said = Spoken.of("export", "noSuchExperiment", "--figure", "elbo", "--out", none).err();
    assertTrue(said.contains("page.html' cannot be written"), said);
    assertEquals(1, Spoken.of("report", "noSuchExperiment", "--out", none).exit());
  }

  @Test
  void rowsOfAFigureOverTimeAreDrawnAlone() throws IOException {
    Path run = trained().resolve("experiment.undercurrent");
    Path whole = folder.resolve("whole.svg");
    Path part = folder.resolve("part.svg");
    Object[] export = {"export", run, "--figure", "smoothed", "--out"};
    assertEquals(0, Spoken.of(joined(export, whole)).exit());
    Spoken said = Spoken.of(joined(export, part, "--stretch", "11-20"));
    assertEquals(0, said.exit(), said.err());
    // The years of Nile begin in 1871.
    assertTrue(Files.readString(part).contains(">1885<"), Files.readString(part));
    assertFalse(Files.readString(part).contains(">1900<"));
    assertTrue(Files.readString(whole).contains(">1900<"));
    said = Spoken.of(joined(export, part, "--stretch", "90-101"));
    assertEquals(2, said.exit());
    assertTrue(said.err().contains("has 100 rows"), said.err());
    said = Spoken.of(joined(export, folder.resolve("part.csv"), "--stretch", "1-2"));
    assertEquals(2, said.exit());
    assertTrue(said.err().contains("'csv' has all rows"), said.err());
    said = Spoken.of("export", run, "--figure", "phase", "--out", part, "--stretch", "1-2");
    assertEquals(2, said.exit());
    assertTrue(said.err().contains("'phase' is not over time"), said.err());
  }

  private static Object[] joined(Object[] usual, Object... more) {
    return Stream.concat(Stream.of(usual), Stream.of(more)).toArray();
  }

  @Test
  void patternsMayNameFolders() throws IOException {
    for (String name : List.of("site-1", "site-2", "other")) {
      Files.writeString(Files.createDirectory(folder.resolve(name)).resolve("flow.csv"), "x\n");
    }
    Files.writeString(folder.resolve("site-3"), "no folder");
    String before = folder + "/";
    assertEquals(
        List.of(before + "site-1/flow.csv", before + "site-2/flow.csv"),
        SourcePatterns.files(List.of(before + "site-*/flow.csv")));
    assertEquals(
        List.of(before + "other/flow.csv", before + "site-1/flow.csv", before + "site-2/flow.csv"),
        SourcePatterns.files(List.of(before + "*/*.csv")));
  }

  @Test
  void aFileThatDoesNotSuitTheOptionsDoesNotEndTheOthers() throws IOException {
    Path out = folder.resolve("mixed");
    Object[] usual = {"--set", "kind=level", "--figures", "none", "--out", out};
    Path begun = trained().resolve("experiment.undercurrent");
    Spoken said = Spoken.of(joined("train", "nile", begun, "air-passengers", usual));
    assertEquals(1, said.exit());
    assertTrue(names(out.resolve("air-passengers")).contains("scores.json"), said.err());
    assertEquals(2, Spoken.of(joined("train", begun, "nile", "air-passengers", usual)).exit());
  }

  private static Object[] joined(Object a, Object b, Object c, Object d, Object... more) {
    return Stream.concat(Stream.of(a, b, c, d), Stream.of(more)).toArray();
  }

  private static Set<String> names(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return new TreeSet<>(files.map(f -> f.getFileName().toString()).toList());
    }
  }

  @Test
  void oneEpochIsOneEpoch() {
    Spoken spoken =
        Spoken.of("train", "nile", "--epochs", 1, "--hidden", 4, "--out", folder.resolve("one"));
    assertTrue(spoken.out().contains("model for 1 epoch (1 step) in "), spoken.out());
  }

  @Test
  void trainingWritesEverythingThatItPromises() throws IOException {
    Path out = trained();
    assertEquals(
        new TreeSet<>(
            List.of(
                "experiment.undercurrent",
                "curve.csv",
                "estimates.csv",
                "latents.csv",
                "scores.json",
                "free-run.pdf",
                "free-run.svg",
                "free-run.png",
                "elbo.pdf",
                "elbo.svg",
                "elbo.png",
                "calibration.pdf",
                "calibration.svg",
                "calibration.png",
                "observed.pdf",
                "observed.svg",
                "observed.png",
                "latent.pdf",
                "latent.svg",
                "latent.png",
                "phase.pdf",
                "phase.svg",
                "phase.png",
                "smoothed.pdf",
                "smoothed.svg",
                "smoothed.png")),
        names(out));
    List<CsvRecord> rows =
        CsvReader.builder().ofCsvRecord(out.resolve("estimates.csv")).stream().toList();
    assertEquals(
        List.of(
            "series",
            "time",
            "channel",
            "observed",
            "mean",
            "lower",
            "upper",
            "kind",
            "level",
            "median"),
        rows.getFirst().getFields());
    Set<String> kinds = new TreeSet<>(rows.stream().skip(1).map(r -> r.getField(7)).toList());
    assertEquals(Set.of("filtered", "forecast", "predicted", "smoothed"), kinds);
    for (CsvRecord row : rows.subList(1, rows.size())) {
      double mean = Double.parseDouble(row.getField(4));
      assertTrue(Double.parseDouble(row.getField(5)) <= mean + 1e-6, row.toString());
      assertTrue(Double.parseDouble(row.getField(6)) >= mean - 1e-6, row.toString());
    }
    assertEquals(3, ExperimentFile.open(out.resolve("experiment.undercurrent")).curve().size());
    JsonNode scores = JsonText.JSON.readTree(Files.readString(out.resolve("scores.json")));
    assertEquals(3, scores.path("epochs").asInt());
    assertTrue(scores.path("scores").size() >= 6);
  }

  @Test
  void anOptimizedFilterIsComparedAndASwitchingModelTellsItsRegimes() throws IOException {
    Path okf = folder.resolve("okf");
    Spoken said =
        Spoken.of("train", "lesson-lidar", "--epochs", 3, "--figures", "all", "--out", okf);
    assertTrue(said.out().contains("noise estimate") && said.out().contains(", z "), said.out());
    assertTrue(names(okf).containsAll(Set.of("errors.svg", "matrices.png")));
    JsonNode scores = JsonText.JSON.readTree(Files.readString(okf.resolve("scores.json")));
    assertEquals(3, scores.path("filters").size());
    JsonNode noise = scores.path("filters").get(0);
    assertTrue(noise.path("minusOwn").path("z").asDouble() > 2, noise.toString());
    assertEquals(5, noise.path("quantiles").size());
    assertEquals("error", scores.path("criterion").asString());
    assertFalse(scores.has("elboPerStep"), scores.toString());
    double own = scores.path("filters").get(2).path("meanSquaredError").asDouble();
    assertEquals(own, scores.path("squaredErrorPerStep").path("test").asDouble(), 1e-9);

    Path turns = folder.resolve("turns");
    Spoken.of("train", "lesson-turns", "--epochs", 3, "--figures", "all", "--out", turns);
    assertTrue(names(turns).containsAll(Set.of("regimes.csv", "regimes.png", "matrices.svg")));
    List<String> rows = Files.readAllLines(turns.resolve("regimes.csv"));
    assertEquals("series,time,regime,probability,kind", rows.getFirst());
    Spoken refused =
        Spoken.of(
            "export",
            turns.resolve("experiment.undercurrent"),
            "--figure",
            "errors",
            "--out",
            folder.resolve("errors.png"));
    assertEquals(1, refused.exit());
    assertTrue(refused.err().contains("kinds that have it are okf"), refused.err());
  }

  @Test
  void theSameCommandGivesTheSameBytes() throws IOException {
    Path first = train("a", "--seed", 5);
    Path second = train("b", "--seed", 5);
    for (String name : names(first)) {
      assertArrayEquals(
          Files.readAllBytes(first.resolve(name)), Files.readAllBytes(second.resolve(name)), name);
    }
    Path other = train("c", "--seed", 6);
    assertFalse(
        Files.readString(first.resolve("curve.csv"))
            .equals(Files.readString(other.resolve("curve.csv"))));
  }

  @Test
  void aTrainingGoesOnFromItsExperiment() throws IOException {
    Path whole = folder.resolve("whole");
    Path straight = folder.resolve("straight");
    Object experiment = trained().resolve("experiment.undercurrent");
    assertEquals(0, Spoken.of("train", experiment, "--epochs", 6, "--out", whole).exit());
    Spoken.of("train", "nile", "--epochs", 6, "--hidden", 4, "--out", straight);
    List<String> resumed = Files.readAllLines(whole.resolve("curve.csv"));
    List<String> unbroken = Files.readAllLines(straight.resolve("curve.csv"));
    assertEquals(7, resumed.size());
    // Epoch 3 was the last one of the first run, so only there validation was looked at.
    assertEquals(unbroken.get(6), resumed.get(6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"filtered", "smoothed", "predicted", "forecast"})
  void aTrainedModelAnswersForItsOwnSeriesAndForAnotherFile(String kind) throws IOException {
    Object experiment = trained().resolve("experiment.undercurrent");
    Path own = folder.resolve("own");
    JsonNode said =
        json(
            Spoken.of("infer", experiment, "--kind", kind, "--horizon", 7, "--out", own, "--json"));
    assertEquals(kind.equals("forecast") ? 7 : 100, said.path("rows").asInt());
    Path file = folder.resolve("other.csv");
    Files.writeString(file, "time,flow_1e8_m3\n1990,900\n1991,910\n1992,905\n1993,700\n");
    Path other = folder.resolve("other");
    Spoken spoken =
        Spoken.of("infer", experiment, file, "--kind", kind, "--horizon", 2, "--out", other);
    assertEquals(0, spoken.exit(), spoken.err());
    List<String> rows = Files.readAllLines(other.resolve("estimates.csv"));
    assertEquals(kind.equals("forecast") ? 3 : 5, rows.size());
  }

  @Test
  void aFileWithOtherColumnsIsRefused() throws IOException {
    Object experiment = trained().resolve("experiment.undercurrent");
    Path file = Files.writeString(folder.resolve("other.csv"), "t,level\n0,1\n1,2\n2,3\n");
    Spoken spoken =
        Spoken.of("infer", experiment, file, "--kind", "filtered", "--out", folder.resolve("o"));
    assertEquals(1, spoken.exit());
    assertTrue(spoken.err().contains("level") && spoken.err().contains("flow"), spoken.err());
  }

  @ParameterizedTest
  @CsvSource({"elbo,svg", "terms,png", "kl,csv", "observed,svg", "latent,csv", "phase,png"})
  void anyFigureIsExported(String figure, String format) throws IOException {
    Object experiment = trained().resolve("experiment.undercurrent");
    Path file = folder.resolve("figure." + format);
    Spoken spoken =
        Spoken.of("export", experiment, "--figure", figure, "--format", format, "--out", file);
    assertEquals(0, spoken.exit(), spoken.err());
    byte[] bytes = Files.readAllBytes(file);
    assertTrue(bytes.length > 200);
    if (format.equals("png")) assertEquals((byte) 0x89, bytes[0]);
    if (format.equals("svg")) assertTrue(new String(bytes, 0, 200, UTF_8).contains("<svg"));
  }

  private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

  /** Rows that tell the input and no value are forecast; beyond them the last input is held. */
  @Test
  void aForecastGoesAsFarAsInputsAreToldAndSaysWhereTheyAreHeld() throws IOException {
    StringBuilder table = new StringBuilder("t,x,u\n");
    for (int t = 0; t < 50; t++) {
      String x = t < 46 ? Integer.toString(3 * (t / 8 % 2) + t * t % 5) : "";
      table.append(String.format(Locale.ROOT, "%d,%s,%d%n", t, x, t / 8 % 2));
    }
    Path file = Files.writeString(folder.resolve("pushed.csv"), table);
    Path out = folder.resolve("o");
    Spoken trained =
        Spoken.of("train", file, "--set", "kind=level", "--set", "cycle=false", "--out", out);
    assertTrue(trained.out().contains("effect of u"), trained.out() + trained.err());
    Path experiment = out.resolve("experiment.undercurrent");
    Spoken told = Spoken.of("infer", experiment, "--kind", "forecast", "--out", out);
    assertTrue(told.out().contains("forecast (exact), level 0.9: 1 series, 4 rows"), told.out());
    assertTrue(
        Files.readString(out.resolve("estimates.csv")).contains("pushed,46.0,x,"), told.out());
    Spoken held =
        Spoken.of("infer", experiment, "--kind", "forecast", "--horizon", 9, "--out", out);
    assertTrue(held.out().contains("inputs held at their last values"), held.out());
  }

  /**
   * The level of the Nile with known noise from N(1000, 1e5), whose log-likelihood is -639.3007.
   * Another implementation's 1,024 particles had -639.36 on average, with a deviation of 0.31.
   */
  @Test
  void aParticleFilterHasItsKnownLikelihoodOnTheCommandLine() throws IOException {
    List<String> rows = Files.readAllLines(Path.of("samples/01_nile.csv"));
    Path file = folder.resolve("nile.csv");
    Files.write(
        file,
        rows.stream().map(row -> row + (row.startsWith("time") ? ",split" : ",train")).toList());
    int runs = 3;
    double mean = 0;
    Path out = folder.resolve("o");
    for (int seed = 1; seed <= runs; seed++) {
      List<Object> line = new ArrayList<>(List.of("train", file, "--seed", seed, "--out", out));
      for (String setting :
          List.of(
              "kind=walk",
              "filter=bootstrap",
              "particles=1024",
              "motionNoise=" + Math.sqrt(1469.1),
              "observationNoise=" + Math.sqrt(15099),
              "startMean=1000",
              "startDeviation=" + Math.sqrt(1e5))) {
        line.addAll(List.of("--set", setting));
      }
      Spoken spoken = Spoken.of(line.toArray());
      assertEquals(0, spoken.exit(), spoken.err());
      JsonNode scores = JsonText.JSON.readTree(Files.readString(out.resolve("scores.json")));
      assertEquals("log-likelihood", scores.path("criterion").asString());
      assertFalse(scores.has("elboPerStep"), scores.toString());
      assertTrue(spoken.out().contains("Log-likelihood per time step"), spoken.out());
      double perStep = scores.path("partLogLikelihoodPerStep").path("training").asDouble();
      assertEquals(122.878, scores.path("noise").path("observation").asDouble(), 1e-3);
      mean += 100 * (perStep + scores.path("logScalePerStep").asDouble()) / runs;
    }
    assertEquals(-639.36, mean, 3 * 0.31 / Math.sqrt(runs));
    assertTrue(names(out).containsAll(Set.of("particles.png")));
  }

  @Test
  void aFigureOfParticlesNeedsSome() {
    Object experiment = trained().resolve("experiment.undercurrent");
    Path file = folder.resolve("particles.svg");
    Spoken spoken = Spoken.of("export", experiment, "--figure", "particles", "--out", file);
    assertEquals(1, spoken.exit());
    assertTrue(spoken.err().contains("kinds that have it are pendulum"), spoken.err());
  }

  @Test
  void inspectSaysWhatIsInAFile() {
    JsonNode said = json(Spoken.of("inspect", Path.of("samples/07_atlantic_storms.csv"), "--json"));
    assertEquals(303, said.path("series").path("count").asInt());
    assertTrue(said.path("track").asBoolean());
    assertEquals("latitude", said.path("channels").path(0).path("kind").asString());
  }

  @Test
  void textInATableIsNoFormula() throws IOException {
    Path file = folder.resolve("cmd.csv");
    Files.writeString(file, "series,t,x\n=1+1,0,1\n=1+1,1,2\n=1+1,2,1\n+b,0,1\n+b,1,2\n+b,2,0\n");
    Path out = folder.resolve("o");
    Spoken spoken = Spoken.of("train", file, "--epochs", 1, "--hidden", 2, "--out", out);
    assertEquals(0, spoken.exit(), spoken.err());
    for (String row : Files.readAllLines(out.resolve("estimates.csv"))) {
      assertFalse(row.startsWith("=") || row.startsWith("+"), row);
    }
  }
}
