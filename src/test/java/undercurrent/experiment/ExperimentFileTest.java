package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ChosenModel;
import undercurrent.math.Randomness;
import undercurrent.series.Channel;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;
import undercurrent.training.CurvePoint;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;

final class ExperimentFileTest {
  @TempDir private Path folder = Path.of("");

  private static Experiment fresh() {
    Randomness random = Randomness.of(2).named("data");
    double[] times = new double[60];
    double[][] values = new double[60][2];
    for (int t = 0; t < 60; t++) {
      times[t] = 0.1 * t + 1e-13 * random.normal();
      values[t][0] = Math.sin(0.3 * t) / 3 + 0.1 * random.normal();
      values[t][1] = t % 9 == 4 ? Double.NaN : random.normal() * 1e-7;
    }
    SeriesSet set =
        new SeriesSet(
            "odd; \"name\", é",
            List.of(
                new Channel("a,\"b\"", "m/s", Channel.Kind.REAL, Channel.Role.OBSERVED),
                new Channel("=1+1", "", Channel.Kind.REAL, Channel.Role.OBSERVED)),
            new TimeAxis("t", "s", false, false),
            List.of(new Series("first\nline", times, values)),
            Split.BY_TIME);
    ChosenModel<?> model = Catalogue.standard().usual().with("hiddenUnits", 5);
    TrainingSettings training = Settings.with(TrainingSettings.defaults(), "epochs", 12);
    training = Settings.with(training, "window", 10);
    training = Settings.with(training, "batchSize", 2);
    Experiment plain = Experiment.of(set, model, training);
    return new Experiment(
        plain.data(), model, training, Optional.empty(), plain.curve(), Map.of("theme", "dark"));
  }

  private static Experiment trained(int steps) {
    Run run = Run.of(fresh());
    for (int i = 0; i < steps; i++) run.trainer().step();
    return run.experiment();
  }

  private static void finish(Run run) {
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
  }

  @Test
  void anOpenedTrainingGoesOnAsIfItHadNeverBeenSaved() {
    Path file = folder.resolve("x.undercurrent");
    ExperimentFile.save(trained(11), file);
    Experiment opened = ExperimentFile.open(file);
    Run resumed = Run.of(opened);
    finish(resumed);
    Run straight = Run.of(fresh());
    finish(straight);
    assertArrayEquals(
        straight.trainer().checkpoint().weights(), resumed.trainer().checkpoint().weights());
    List<CurvePoint> expected = straight.trainer().curve();
    List<CurvePoint> actual = resumed.trainer().curve();
    assertEquals(12, actual.size());
    for (int i = 0; i < 12; i++) {
      assertEquals(expected.get(i).elbo(), actual.get(i).elbo(), 0.0);
      assertEquals(expected.get(i).validationElbo(), actual.get(i).validationElbo(), 0.0);
      assertArrayEquals(expected.get(i).klPerDimension(), actual.get(i).klPerDimension());
    }
  }

  @Test
  void everyNumberAndNameComesBackExactly() {
    Path file = folder.resolve("x.undercurrent");
    Experiment saved = trained(11);
    ExperimentFile.save(saved, file);
    Experiment opened = ExperimentFile.open(file);
    assertEquals(saved.data().name(), opened.data().name());
    assertEquals(saved.data().channels(), opened.data().channels());
    assertEquals(saved.data().time(), opened.data().time());
    assertEquals(saved.data().split(), opened.data().split());
    Series before = saved.data().series().getFirst();
    Series after = opened.data().series().getFirst();
    assertEquals(before.name(), after.name());
    assertArrayEquals(before.times(), after.times());
    assertTrue(Arrays.deepEquals(before.values(), after.values()));
    assertEquals(saved.model(), opened.model());
    assertEquals(saved.training(), opened.training());
    assertEquals(saved.view(), opened.view());
  }

  @Test
  void theSameExperimentGivesTheSameBytesAndLeavesNothingBeside() throws IOException {
    ExperimentFile.save(trained(7), folder.resolve("a.undercurrent"));
    ExperimentFile.save(trained(7), folder.resolve("b.undercurrent"));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a.undercurrent")),
        Files.readAllBytes(folder.resolve("b.undercurrent")));
    Experiment again = ExperimentFile.open(folder.resolve("a.undercurrent"));
    ExperimentFile.save(again, folder.resolve("b.undercurrent"));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a.undercurrent")),
        Files.readAllBytes(folder.resolve("b.undercurrent")));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void anUntrainedExperimentIsAFileToo() {
    Path file = folder.resolve("x.undercurrent");
    ExperimentFile.save(fresh(), file);
    Experiment opened = ExperimentFile.open(file);
    assertTrue(opened.checkpoint().isEmpty());
    assertEquals(0, opened.curve().size());
  }

  @Test
  void aTruncatedFileIsRefusedByOneSentence() throws IOException {
    Path file = folder.resolve("x.undercurrent");
    ExperimentFile.save(trained(5), file);
    byte[] whole = Files.readAllBytes(file);
    for (int part = 0; part < 20; part++) {
      Files.write(file, Arrays.copyOf(whole, whole.length * part / 20));
      assertSentence(assertThrows(ExperimentException.class, () -> ExperimentFile.open(file)));
    }
  }

  @Test
  void damagedBytesGiveASentenceOrTheSameExperiment() throws IOException {
    Path file = folder.resolve("x.undercurrent");
    Experiment saved = trained(5);
    ExperimentFile.save(saved, file);
    byte[] whole = Files.readAllBytes(file);
    Randomness random = Randomness.of(9).named("damage");
    int refused = 0;
    for (int i = 0; i < 200; i++) {
      byte[] damaged = whole.clone();
      for (int k = 0; k < 3; k++)
        damaged[random.below(damaged.length)] ^= (byte) (1 + random.below(255));
      Files.write(file, damaged);
      try {
        Experiment opened = ExperimentFile.open(file);
        assertTrue(
            Arrays.deepEquals(
                saved.data().series().getFirst().values(),
                opened.data().series().getFirst().values()));
        assertEquals(saved.model(), opened.model());
      } catch (ExperimentException e) {
        assertSentence(e);
        refused++;
      }
    }
    assertTrue(refused > 150, "refused " + refused);
  }

  @Test
  void whatIsNoExperimentIsRefusedByName() throws IOException {
    Path text = Files.writeString(folder.resolve("x.undercurrent"), "not a zip");
    assertSentence(assertThrows(ExperimentException.class, () -> ExperimentFile.open(text)));
    Path missing = folder.resolve("nowhere/x.undercurrent");
    assertSentence(assertThrows(ExperimentException.class, () -> ExperimentFile.open(missing)));
    assertSentence(assertThrows(ExperimentException.class, () -> ExperimentFile.open(folder)));
    Path outside = folder.resolve("y.undercurrent");
    Archive.write(outside, Map.of("../evil", new byte[1]));
    assertSentence(assertThrows(ExperimentException.class, () -> ExperimentFile.open(outside)));
    Archive.write(outside, Map.of("experiment.json", "{\"version\": 7}".getBytes(UTF_8)));
    ExperimentException newer =
        assertThrows(ExperimentException.class, () -> ExperimentFile.open(outside));
    assertTrue(String.valueOf(newer.getMessage()).contains("newer"), newer.getMessage());
    String deep = "[".repeat(100_000);
    Archive.write(outside, Map.of("experiment.json", deep.getBytes(UTF_8)));
    assertSentence(assertThrows(ExperimentException.class, () -> ExperimentFile.open(outside)));
    Archive.write(outside, Map.of("experiment.json", "{}".getBytes(UTF_8)));
    assertSentence(assertThrows(ExperimentException.class, () -> ExperimentFile.open(outside)));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsSaid() {
    Path file = folder.resolve("no/such/folder/x.undercurrent");
    assertSentence(
        assertThrows(ExperimentException.class, () -> ExperimentFile.save(fresh(), file)));
    assertFalse(Files.exists(file));
  }

  private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

  private static void assertSentence(ExperimentException e) {
    String sentence = String.valueOf(e.getMessage());
    assertTrue(sentence.endsWith("."), sentence);
    assertFalse(sentence.contains("\n"), sentence);
    assertTrue(sentence.startsWith("'"), sentence);
  }
}
