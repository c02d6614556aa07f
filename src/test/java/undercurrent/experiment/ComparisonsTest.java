package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.edit.Revision;
import undercurrent.series.Part;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.training.Criterion;
import undercurrent.training.Curve;
import undercurrent.training.CurvePoint;

/** Pinned runs, runs of kinds and a sweep lie in the document and are there when it is opened. */
final class ComparisonsTest {
  @TempDir private Path folder = Path.of("");

  private static SeriesSet nile() {
    return Samples.find("nile").orElseThrow().open();
  }

  private static KeptRun run(String kind, String name) {
    SeriesSet set = nile();
    Recipe recipe = Recipe.of(set).with(Map.of("kind", kind, "epochs", 3));
    Optional<KindRun.Look> look = Optional.of(new KindRun.Look(0, 60, 12));
    return KindRun.of(Revision.of(set), recipe, name, look, () -> false).orElseThrow();
  }

  private static KeptSweep sweep() {
    List<KeptSweep.Axis> axes =
        List.of(
            new KeptSweep.Axis("latentSize", List.of("1", "2")),
            new KeptSweep.Axis("hiddenUnits", List.of("4", "8")));
    List<KeptSweep.Outcome> outcomes =
        IntStream.rangeClosed(1, 4)
            .mapToObj(
                i ->
                    new KeptSweep.Outcome(
                        i,
                        7,
                        i == 3 ? "diverged" : "trained",
                        20,
                        i == 3 ? "too fast" : "",
                        Criterion.ELBO,
                        Map.of(Part.VALIDATION, -0.1 * i),
                        i == 2 ? Double.NaN : i))
            .toList();
    return new KeptSweep(axes, 1, outcomes);
  }

  private Experiment saved(Comparisons all) {
    SeriesSet set = nile();
    Path file = folder.resolve("x.undercurrent");
    ExperimentFile.save(Recipe.of(set).experiment(set).withCompared(all), file);
    return ExperimentFile.open(file);
  }

  private static void assertSameRun(KeptRun expected, KeptRun actual) {
    assertEquals(expected.name(), actual.name());
    assertEquals(expected.isHidden(), actual.isHidden());
    assertEquals(expected.isTurned(), actual.isTurned());
    assertEquals(expected.isEdited(), actual.isEdited());
    assertEquals(expected.model().values(), actual.model().values());
    assertEquals(expected.training(), actual.training());
    assertEquals(expected.epoch(), actual.epoch());
    assertEquals(expected.seconds(), actual.seconds());
    assertEquals(expected.scores(), actual.scores());
    assertEquals(expected.curve().criterion(), actual.curve().criterion());
    assertArrayEquals(expected.curve().epochs(), actual.curve().epochs());
    assertArrayEquals(expected.curve().values(), actual.curve().values());
    assertArrayEquals(expected.curve().validation(), actual.curve().validation());
    KeptForecast forecast = expected.forecast().orElseThrow();
    KeptForecast opened = actual.forecast().orElseThrow();
    assertEquals(forecast.from(), opened.from());
    assertArrayEquals(forecast.times(), opened.times());
    assertArrayEquals(forecast.median(), opened.median());
    assertArrayEquals(forecast.lower(), opened.lower());
    assertArrayEquals(forecast.upper(), opened.upper());
  }

  @Test
  void allOfThemSurviveTheFileBitForBit() {
    KeptRun deep = run("deep", "Run \"1\"; é").hidden(true);
    KeptRun level = run("level", "Run 2");
    Comparisons all = Comparisons.NONE.and(deep).and(level).ofKinds(List.of(level)).of(sweep());
    Comparisons opened = saved(all).compared();
    assertEquals(2, opened.pinned().size());
    assertSameRun(deep, opened.pinned().getFirst());
    assertSameRun(level, opened.pinned().getLast());
    assertSameRun(level, opened.kinds().getFirst());
    assertEquals(Optional.of(sweep()), opened.sweep());
  }

  @Test
  void aDocumentWithoutThemHasNoPartForThem() throws IOException {
    Experiment opened = saved(Comparisons.NONE);
    assertSame(Comparisons.NONE, opened.compared());
    try (ZipFile zip = new ZipFile(folder.resolve("x.undercurrent").toFile())) {
      assertTrue(zip.stream().map(ZipEntry::getName).noneMatch(StoredComparisons.ENTRY::equals));
    }
  }

  /** A run that goes on from a document keeps what lies beside it. */
  @Test
  void aTrainingKeepsWhatIsBesideIt() {
    Experiment opened = saved(Comparisons.NONE.of(sweep()));
    Run run = Run.of(opened);
    run.trainer().step();
    Experiment later = run.experiment().withView(Map.of("a", "b")).withReplay(List.of());
    assertEquals(Optional.of(sweep()), later.compared().sweep());
  }

  @Test
  void aDamagedPartIsRefusedInOneSentence() throws IOException {
    saved(Comparisons.NONE.and(run("level", "Run 1")).of(sweep()));
    Map<String, byte[]> entries = new LinkedHashMap<>();
    Path file = folder.resolve("x.undercurrent");
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    String text = new String(entries.get(StoredComparisons.ENTRY), StandardCharsets.UTF_8);
    List<String> damaged =
        new ArrayList<>(
            List.of(
                "[]",
                "{",
                text.replace("\"level\"", "\"no such kind\""),
                text.replace("\"seeds\":1", "\"seeds\":0"),
                text.replace("\"number\":4", "\"number\":400"),
                text.replace("\"series\":0", "\"series\":9"),
                text.replace("\"epochs\":[", "\"epochs\":[0,")));
    for (String other : damaged) {
      assertFalse(other.equals(text));
      entries.put(StoredComparisons.ENTRY, other.getBytes(StandardCharsets.UTF_8));
      Files.delete(file);
      Archive.write(file, entries);
      ExperimentException refusal =
          assertThrows(ExperimentException.class, () -> ExperimentFile.open(file), other);
      assertTrue(
          String.valueOf(refusal.getMessage()).contains("comparisons.json"), refusal::getMessage);
    }
  }

  /** A curve of many points keeps its best ones and its last. */
  @Test
  void aLongCurveIsThinnedAndKeepsItsBest() {
    List<CurvePoint> points = new ArrayList<>();
    for (int e = 1; e <= 5001; e++) {
      double elbo = e == 1237 ? 9 : -1.0 / e;
      double validation = e == 2443 ? 8 : e % 5 == 0 ? -2.0 / e : Double.NaN;
      points.add(new CurvePoint(e, e, elbo, elbo, 0, 0, 1, validation, 1, 0.1, new double[0]));
    }
    KeptCurve kept = KeptCurve.of(Curve.of(Criterion.ELBO, points));
    assertTrue(kept.epochs().length <= 403, "" + kept.epochs().length);
    assertEquals(8, kept.best());
    assertEquals(-1.0 / 5001, kept.last());
    assertTrue(IntStream.of(kept.epochs()).anyMatch(e -> e == 1237));
    assertTrue(Double.isNaN(KeptCurve.of(Curve.empty(Criterion.ELBO)).best()));
  }
}
