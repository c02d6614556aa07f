package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.edit.AddedNoise;
import undercurrent.edit.AddedOutliers;
import undercurrent.edit.HiddenStretch;
import undercurrent.edit.MovedValue;
import undercurrent.edit.Revision;
import undercurrent.inference.Estimate;
import undercurrent.series.Samples;
import undercurrent.series.Series;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.training.Training;

final class EditedDocumentTest {
  @TempDir Path folder = Path.of(".");

  private static SeriesSet nile() {
    return Samples.find("nile").orElseThrow().open();
  }

  private static Experiment of(Revision revision, String kind) {
    Recipe recipe = Recipe.of(revision.original()).with("kind", kind).with("epochs", 4);
    return Experiment.of(revision, recipe.model(), recipe.training());
  }

  private static Experiment trained(Experiment start) {
    Run run = Run.of(start);
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    return run.experiment();
  }

  private static Revision edited(Revision before) {
    return before
        .and(new HiddenStretch(0, 20, 30))
        .and(new MovedValue(0, 40, 0, 1500))
        .and(new AddedNoise(0.3, 5))
        .and(new AddedOutliers(0.05, 6));
  }

  /** The same numbers, read from a file. */
  private SeriesSet loaded(SeriesSet edited) throws IOException {
    Path file = folder.resolve(edited.name() + ".csv");
    StringBuilder rows = new StringBuilder("year,flow\n");
    Series series = edited.series().getFirst();
    for (int t = 0; t < series.length(); t++) {
      double value = series.value(t, 0);
      rows.append(1871 + t).append(',').append(Double.isNaN(value) ? "" : value);
      rows.append('\n');
    }
    Files.writeString(file, rows);
    SeriesSet read = SeriesFiles.open(file);
    return new SeriesSet(
        edited.name(), edited.channels(), edited.time(), renamed(read, series), edited.split());
  }

  private static List<Series> renamed(SeriesSet read, Series like) {
    return List.of(new Series(like.name(), like.times(), read.series().getFirst().rows()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"level", "deep"})
  void editingEqualsLoadingAnEditedFile(String kind) throws IOException {
    Experiment before = trained(of(Revision.of(nile()), kind));
    Revision edited = edited(before.revision());
    SeriesSet file = loaded(edited.shown());
    assertArrayEquals(
        file.series().getFirst().channel(0), edited.shown().series().getFirst().channel(0));
    // By the weights that were learned before.
    assertSame(
        Trained.of(before, file).estimator().smoothed(0),
        Trained.of(before.revised(edited)).estimator().smoothed(0));
    // And by those that are learned anew.
    Experiment fromFile = trained(of(Revision.of(file), kind));
    Experiment fromEdits = trained(of(edited.begun(), kind));
    assertEquals(fromFile.curve().getLast().elbo(), fromEdits.curve().getLast().elbo(), 0.0);
    assertSame(
        Trained.of(fromFile).estimator().smoothed(0),
        Trained.of(fromEdits).estimator().smoothed(0));
  }

  private static void assertSame(Estimate wanted, Estimate found) {
    assertArrayEquals(wanted.observation().mean().all(), found.observation().mean().all());
    assertArrayEquals(wanted.observation().lower().all(), found.observation().lower().all());
    assertArrayEquals(wanted.observation().upper().all(), found.observation().upper().all());
  }

  @Test
  void editsSurviveSaveAndOpenWithTheOriginal() throws IOException {
    Experiment before = trained(of(Revision.of(nile()), "level"));
    Revision edited = edited(before.revision());
    Path file = folder.resolve("edited.undercurrent");
    ExperimentFile.save(before.revised(edited), file);
    Experiment opened = ExperimentFile.open(file);
    assertEquals(edited.edits(), opened.revision().edits());
    assertEquals(List.of(), opened.revision().learned());
    double[] original = nile().series().getFirst().channel(0);
    assertArrayEquals(original, opened.data().series().getFirst().channel(0));
    assertArrayEquals(
        edited.shown().series().getFirst().channel(0),
        opened.shown().series().getFirst().channel(0));
    assertArrayEquals(
        original, opened.revision().restored().shown().series().getFirst().channel(0));
    assertTrue(opened.notes().getFirst().contains("edited by hand"), opened.notes().toString());
    assertArrayEquals(ExperimentFile.bytes(before.revised(edited)), ExperimentFile.bytes(opened));
    // One whose training began with the edits, and goes on with the same bits.
    Experiment learned = trained(of(edited.begun(), "level"));
    ExperimentFile.save(learned, file);
    assertEquals(edited.edits(), ExperimentFile.open(file).revision().learned());
    assertEquals(1, ExperimentFile.open(file).notes().size());
  }

  /** An earlier program reads what has no edits. */
  @Test
  void theVersionIsAsOldAsCanBe() {
    Revision read = Revision.of(nile());
    assertTrue(manifest(of(read, "level")).contains("\"version\" : 2"));
    assertTrue(!manifest(of(read, "level")).contains("dits\""));
    assertTrue(manifest(of(edited(read), "level")).contains("\"version\" : 4"));
  }

  private static String manifest(Experiment experiment) {
    return ManifestJson.write(Manifest.of(experiment));
  }

  @Test
  void anEditOfRowsThatAreNotThereIsRefusedByASentence() throws IOException {
    Experiment edited = of(Revision.of(nile()).and(new HiddenStretch(0, 20, 30)), "level");
    byte[] json =
        manifest(edited).replace("\"end\" : 30", "\"end\" : 999").getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("wrong.undercurrent");
    Archive.write(file, Map.of(ManifestJson.ENTRY, json, "data.csv", DataTable.write(nile())));
    String sentence =
        assertThrows(ExperimentException.class, () -> ExperimentFile.open(file)).getMessage();
    assertTrue(String.valueOf(sentence).contains("rows 21 to 999"), sentence);
  }
}
