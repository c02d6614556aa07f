package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ChosenModel;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;

/** Files that are sound zips, so that no checksum helps, with contents that are not. */
final class DamagedInsideTest {
  private static final Set<String> ENTRIES =
      Set.of("experiment.json", "data.csv", "curve.csv", "weights.safetensors");

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void saveInTheMiddleOfAnEpoch() {
    file = folder.resolve("x.undercurrent");
    SeriesSet nile = Samples.find("nile").orElseThrow().open();
    ChosenModel<?> model = Catalogue.standard().usual().with("hiddenUnits", 4);
    TrainingSettings training = Settings.with(TrainingSettings.defaults(), "window", 10);
    training = Settings.with(training, "batchSize", 1);
    Run run = Run.of(Experiment.of(nile, model, training));
    for (int i = 0; i < 2; i++) run.trainer().step();
    ExperimentFile.save(run.experiment(), file);
  }

  private void replace(String entry, String content) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>(Archive.read(file, ENTRIES));
    entries.put(entry, content.getBytes(StandardCharsets.UTF_8));
    Archive.write(file, entries);
  }

  private void change(String from, String to) throws IOException {
    byte[] json = Archive.read(file, ENTRIES).getOrDefault("experiment.json", new byte[0]);
    String text = new String(json, StandardCharsets.UTF_8);
    String changed = text.replaceFirst(from, to);
    assertFalse(changed.equals(text), text);
    replace("experiment.json", changed);
  }

  private void assertRefused() {
    ExperimentException e =
        assertThrows(ExperimentException.class, () -> Run.of(ExperimentFile.open(file)));
    String sentence = String.valueOf(e.getMessage());
    assertTrue(sentence.endsWith("."), sentence);
    assertFalse(sentence.contains("\n") || sentence.contains("Cannot invoke"), sentence);
  }

  @ParameterizedTest
  @CsvSource({"null", "[]", "5", "true", "'\"text\"'"})
  void aManifestThatIsNoObjectIsRefused(String json) throws IOException {
    replace("experiment.json", json);
    assertRefused();
  }

  @ParameterizedTest
  @CsvSource({"epoch, -1", "step, -5", "batch, -2", "batch, 1000", "waited, -1", "epoch, null"})
  void aCheckpointThatNoTrainingReachesIsRefused(String key, String value) throws IOException {
    change("\"" + key + "\" : \\d+", "\"" + key + "\" : " + value);
    assertRefused();
  }

  @Test
  void aMissingCheckpointInTheListIsRefused() throws IOException {
    change("(?s)\"checkpoint\" : \\[.*?\\} \\]", "\"checkpoint\" : [ null ]");
    assertRefused();
  }

  @Test
  void otherEntriesAreNotReadHoweverLargeTheyAre() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>(Archive.read(file, ENTRIES));
    for (int i = 0; i < 8; i++) entries.put("other" + i, new byte[1 << 20]);
    Archive.write(file, entries);
    assertEquals(ENTRIES, Archive.read(file, ENTRIES).keySet());
    assertEquals(2, Run.of(ExperimentFile.open(file)).trainer().steps());
  }

  @Test
  void moreEntriesThanAnExperimentHasAreRefused() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < 65; i++) entries.put("other" + i, new byte[0]);
    Archive.write(file, entries);
    assertRefused();
  }
}
