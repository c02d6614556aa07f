package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.experiment.Safetensors.Tensor;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.training.Moment;
import undercurrent.training.Training;

final class StoredReplayTest {
  private static final String REPLAY = "replay.safetensors";
  private static final Set<String> ENTRIES =
      Set.of("experiment.json", "data.csv", "curve.csv", "weights.safetensors", REPLAY);

  /** Of 11 binary digits that are kept, the last may be wrong by a half. */
  private static final double HALF = 0x1p-11;

  /** Below the smallest number with all digits the distance is absolute. */
  private static final double TINY = 0x1p-24;

  @TempDir private Path folder = Path.of("");

  private static Experiment trained(String kind) {
    SeriesSet set = new SineFamily(4, 12, 0.1).generate(1);
    Run run =
        Run.of(
            Recipe.of(set).with(Map.of("kind", kind, "epochs", "5", "seed", "3")).experiment(set));
    List<Moment> kept = new ArrayList<>();
    Training training = run.trainer();
    while (training.status() == Training.Status.READY) {
      kept.add(new Moment(training.epoch(), training.steps(), training.model()));
      training.step();
    }
    return run.experiment().withReplay(kept);
  }

  private Path saved(Experiment experiment) {
    Path file = folder.resolve("x.undercurrent");
    ExperimentFile.save(experiment, file);
    return file;
  }

  @Test
  void weightsComeBackWithSixteenBits() {
    Experiment before = trained("deep");
    Experiment after = ExperimentFile.open(saved(before));
    assertEquals(5, after.replay().size());
    for (int i = 0; i < 5; i++) {
      Moment kept = before.replay().get(i);
      Moment read = after.replay().get(i);
      assertEquals(kept.epoch(), read.epoch());
      assertEquals(kept.step(), read.step());
      for (int w = 0; w < kept.model().weights().length; w++) {
        float weight = kept.model().weights()[w];
        double most = HALF * Math.abs(weight) + TINY;
        assertEquals(weight, read.model().weights()[w], most);
      }
    }
  }

  @Test
  void statesOfFitsComeBackExactly() {
    Experiment before = trained("level");
    Experiment after = ExperimentFile.open(saved(before));
    assertTrue(after.replay().size() > 1);
    for (int i = 0; i < after.replay().size(); i++) {
      assertArrayEquals(
          before.replay().get(i).model().state(), after.replay().get(i).model().state());
    }
  }

  @Test
  void theTrainingGoesOnWithTheSameBitsAndTheSameBytesAreWrittenAgain() throws IOException {
    Experiment before = trained("deep");
    Path file = saved(before);
    Experiment opened = ExperimentFile.open(file);
    assertArrayEquals(
        before.checkpoint().orElseThrow().weights(), opened.checkpoint().orElseThrow().weights());
    assertEquals(5, Run.of(opened).experiment().replay().size());
    byte[] bytes = Files.readAllBytes(file);
    saved(opened);
    assertArrayEquals(bytes, Files.readAllBytes(file));
  }

  @Test
  void aDocumentKeepsNoReplayUnlessThereIsOne() throws IOException {
    Path file = saved(trained("deep").withReplay(List.of()));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertEquals(4, zip.size());
    }
    assertEquals(List.of(), ExperimentFile.open(file).replay());
  }

  @Test
  void aDamagedReplayIsRefusedByItsPart() throws IOException {
    Path file = saved(trained("deep"));
    Map<String, byte[]> sound = Archive.read(file, ENTRIES);
    Map<String, Tensor> tensors = replay(sound);
    String name =
        tensors.keySet().stream().filter(n -> !n.startsWith("replay.")).findFirst().orElseThrow();
    Tensor own = Objects.requireNonNull(tensors.get(name));
    float[] broken = own.data().clone();
    broken[1] = Float.NaN;
    refused(file, sound, with("replay.epoch", Tensor.of(0, 2, 1, 3, 4)));
    refused(file, sound, with("replay.epoch", Tensor.of(0, 1)));
    refused(file, sound, with("replay.epoch", Tensor.of(0, 1, 2, 3, -4)));
    refused(file, sound, with("replay.step", Tensor.of(0, 1, 2, 3, 0.5)));
    refused(file, sound, with(name, Tensor.half(own.rows(), own.columns(), broken)));
    refused(file, sound, with(name, Tensor.half(1, 3, new float[3])));
    refused(file, sound, with(name, Tensor.of(1, 2)));
    refused(file, sound, with("replay.state", Tensor.of(1, 2)));
    refused(
        file,
        sound,
        all -> {
          all.remove(name);
          return all;
        });
  }

  private static Map<String, Tensor> replay(Map<String, byte[]> entries) throws IOException {
    return Safetensors.read(Objects.requireNonNull(entries.get(REPLAY)));
  }

  private static UnaryOperator<Map<String, Tensor>> with(String name, Tensor tensor) {
    return all -> {
      all.put(name, tensor);
      return all;
    };
  }

  private static void refused(
      Path file, Map<String, byte[]> sound, UnaryOperator<Map<String, Tensor>> change)
      throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>(sound);
    Map<String, Tensor> tensors = new LinkedHashMap<>(replay(sound));
    entries.put(REPLAY, Safetensors.write(change.apply(tensors)));
    Archive.write(file, entries);
    ExperimentException e =
        assertThrows(ExperimentException.class, () -> ExperimentFile.open(file));
    String sentence = String.valueOf(e.getMessage());
    assertTrue(sentence.contains("'" + REPLAY + "'") && sentence.endsWith("."), sentence);
  }
}
