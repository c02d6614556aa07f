package undercurrent.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.experiment.Recipe;
import undercurrent.output.WholeFolder;
import undercurrent.series.Part;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.session.WorkerThreads;
import undercurrent.training.Criterion;
import undercurrent.training.Workers;

final class SweepTest {
  private static final Sweep.Listener SILENT = (outcome, done, of) -> {};

  @TempDir Path folder;

  /** A deep kind of one epoch and an exact one, each with two seeds: four runs of each. */
  private static Plan plan(String... grids) {
    SeriesSet set = Samples.find("nile").orElseThrow().open();
    Recipe recipe = Recipe.of(set).with(Map.of("epochs", 1));
    List<Axis> axes = Stream.of(grids).map(Axis::parse).toList();
    return Plan.of(recipe.experiment(set), new Grid(axes, 2));
  }

  private static Plan four() {
    return plan("kind=deep,level");
  }

  private SweepFolder complete(String name, Workers workers) throws IOException {
    SweepFolder made = SweepFolder.of(folder.resolve(name), four());
    assertTrue(Sweep.run(made, Share.WHOLE, workers, SILENT, () -> false));
    return made;
  }

  private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
  }

  @Test
  void theLastAxisChangesFastestAndTheSeedsFasterStill() {
    Grid grid = new Grid(List.of(Axis.parse("a=1,2"), Axis.parse("b=x,y,z")), 2);
    assertEquals(12, grid.runs());
    assertEquals(Map.of("a", "1", "b", "x"), grid.point(2, 7).settings());
    assertEquals(8, grid.point(2, 7).seed());
    assertEquals(Map.of("a", "1", "b", "y"), grid.point(3, 7).settings());
    assertEquals(Map.of("a", "2", "b", "z"), grid.point(12, 7).settings());
    List<Integer> dealt = new ArrayList<>();
    for (int i = 1; i <= 5; i++) dealt.addAll(new Share(i, 5).of(12));
    assertEquals(List.of(1, 6, 11, 2, 7, 12, 3, 8, 4, 9, 5, 10), dealt);
  }

  @Test
  void valuesWithCommasAreDividedByBars() {
    assertEquals(List.of("9,0,0", "2,1,2"), Axis.parse("order=9,0,0|2,1,2").values());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "latentSize; is no grid of a setting",
        "latentSize=; has a part that is empty",
        "=1,2; has a part that is empty",
        "latentSize=1,,2; has a part that is empty",
        "latentSize=1,1; names a value twice",
        "seed=1,2; counted by --seeds"
      })
  void gridsOfAnotherFormAreRefused(String grid, String words) {
    String message =
        String.valueOf(assertThrows(SweepException.class, () -> Axis.parse(grid)).getMessage());
    assertTrue(message.contains(words), message);
  }

  @ParameterizedTest
  @CsvSource({"0/3", "4/3", "3", "a/b", "1/0"})
  void partsThatThereAreNotAreRefused(String part) {
    assertThrows(SweepException.class, () -> Share.parse(part));
  }

  @Test
  void aSettingThatAKindDoesNotHaveIsRefusedBeforeAnythingIsTrained() {
    SweepException refused =
        assertThrows(SweepException.class, () -> plan("kind=deep,level", "hiddenUnits=8,16"));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("hiddenUnits"),
        String.valueOf(refused.getMessage()));
    assertThrows(SweepException.class, () -> plan("latentSize=1,0"));
    assertThrows(SweepException.class, () -> plan("kind=level", "learningRate=0.1,0.2"));
    SweepException twice =
        assertThrows(SweepException.class, () -> plan("learningRate=0.1,0.10", "latentSize=1"));
    String words = String.valueOf(twice.getMessage());
    assertTrue(words.contains("learningRate=0.1, latentSize=1"), words);
    assertTrue(words.contains("learningRate=0.10, latentSize=1"), words);
    assertThrows(
        SweepException.class, () -> new Grid(List.of(Axis.parse("a=1,2")), Grid.MOST_RUNS));
  }

  @Test
  void threadsAndPartsGiveTheSameBytes() throws IOException {
    SweepFolder alone = complete("alone", Workers.ALONE);
    Map<String, byte[]> expected = RunFiles.of(alone);
    assertEquals(16, expected.size());
    try (WorkerThreads two = WorkerThreads.of(2)) {
      assertSame(expected, RunFiles.of(complete("two", two)));
    }
    Path parts = folder.resolve("parts");
    for (int i = 1; i <= 3; i++) {
      Share share = new Share(i, 3);
      SweepFolder made = SweepFolder.of(parts.resolve(share.folder()), four());
      assertTrue(Sweep.run(made, share, Workers.ALONE, SILENT, () -> false));
    }
    SweepFolder whole = Sweep.merge(parts);
    assertSame(expected, RunFiles.of(whole));
    assertSame(expected, RunFiles.of(Sweep.merge(parts)));
    SweepTable table = SweepFiles.table(whole);
    assertEquals(4, table.outcomes().size());
    assertEquals(4, table.seconds().size());
  }

  @Test
  void aSweepThatWasEndedGoesOn() throws IOException {
    Map<String, byte[]> expected = RunFiles.of(complete("whole", Workers.ALONE));
    SweepFolder ended = SweepFolder.of(folder.resolve("ended"), four());
    AtomicInteger runs = new AtomicInteger();
    boolean isDone =
        Sweep.run(
            ended,
            Share.WHOLE,
            Workers.ALONE,
            (o, d, n) -> runs.incrementAndGet(),
            () -> runs.get() > 1);
    assertFalse(isDone);
    assertEquals(2, ended.outcomes().size());
    // What a program leaves that is killed: a table and a folder that were begun, half a line.
    Path table = ended.path().resolve(".undercurrent-123-1.part");
    Files.writeString(table, "run,se");
    Path begun = ended.path().resolve("runs").resolve(".undercurrent-123");
    Files.writeString(Files.createDirectory(begun).resolve("curve.csv"), "epo");
    Files.writeString(
        ended.path().resolve("manifest.jsonl"),
        "{\"run\":3,\"ev",
        java.nio.file.StandardOpenOption.APPEND);
    SweepFolder again = SweepFolder.of(ended.path(), four());
    assertTrue(
        Sweep.run(
            again, Share.WHOLE, Workers.ALONE, (o, d, n) -> runs.incrementAndGet(), () -> false));
    assertEquals(4, runs.get());
    assertFalse(Files.exists(begun));
    assertFalse(Files.exists(table));
    assertSame(expected, RunFiles.of(again));
  }

  @Test
  void anotherSweepInTheFolderIsRefused() throws IOException {
    SweepFolder.of(folder, four());
    SweepException refused =
        assertThrows(SweepException.class, () -> SweepFolder.of(folder, plan("kind=level")));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("choose another folder"),
        String.valueOf(refused.getMessage()));
    assertThrows(SweepException.class, () -> SweepFolder.open(folder.resolve("none")));
    assertThrows(SweepException.class, () -> Sweep.merge(folder));
    Files.writeString(folder.resolve("plan.json"), "{");
    assertThrows(SweepException.class, () -> SweepFolder.open(folder));
  }

  @Test
  void partsOfAnotherSweepAreNamedAndOtherFoldersStayAsTheyAre() throws IOException {
    SweepFolder.of(folder.resolve("part-1-of-2"), four());
    Path foreign = folder.resolve("part-2-of-2");
    SweepFolder.of(foreign, plan("kind=level"));
    Path other = Files.createDirectory(folder.resolve("part-time"));
    Files.writeString(folder.resolve("part-notes.txt"), "mine");
    SweepException refused = assertThrows(SweepException.class, () -> Sweep.merge(folder));
    String words = String.valueOf(refused.getMessage());
    assertTrue(words.contains("'" + foreign + "' is a part of another sweep"), words);
    assertFalse(Files.exists(folder.resolve("plan.json")));
    Files.move(foreign, folder.resolve("elsewhere"));
    assertEquals(0, Sweep.merge(folder).outcomes().size());
    try (Stream<Path> files = Files.list(other)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void whatIsMissingOfAFolderIsMadeAgainOrNamed() throws IOException {
    SweepFolder made = SweepFolder.of(folder, four());
    Files.delete(folder.resolve("runs"));
    assertEquals(0, SweepFolder.of(folder, four()).outcomes().size());
    assertEquals(folder, made.path());
    Files.delete(folder.resolve("base.undercurrent"));
    SweepException damaged =
        assertThrows(SweepException.class, () -> SweepFolder.of(folder, four()));
    String words = String.valueOf(damaged.getMessage());
    assertTrue(words.contains("base.undercurrent' of the sweep is damaged"), words);
  }

  @Test
  void runsThatCannotBeWrittenNameTheirFolderAndThoseThatAreOthersMayRead() throws IOException {
    Path run = folder.resolve("run");
    FileSystemException failure =
        assertThrows(
            FileSystemException.class,
            () ->
                WholeFolder.write(
                    run,
                    part -> {
                      Files.writeString(part.resolve("half"), "1");
                      throw new IOException("No space left on device");
                    }));
    assertEquals(run.toString(), failure.getFile());
    assertEquals("No space left on device", failure.getReason());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
    WholeFolder.write(run, part -> Files.writeString(part.resolve("whole"), "1"));
    Path usual = Files.createDirectory(folder.resolve("usual"));
    if (Files.getFileAttributeView(run, PosixFileAttributeView.class) == null) return;
    assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(run));
  }

  @Test
  void onlyRunsThatHaveNumbersDecideWhetherTheyCanBeCompared() {
    Grid grid = new Grid(List.of(Axis.parse("kind=okf,level,seasonal")), 1);
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.add(
        new Outcome(
            grid.point(1, 1),
            Outcome.Status.FAILED,
            0,
            "'x' has no true states.",
            Criterion.SQUARED_ERROR,
            Map.of()));
    for (int i = 2; i <= 3; i++) outcomes.add(number(grid, i, Criterion.LOG_LIKELIHOOD, i));
    SweepTable table = new SweepTable(grid, outcomes, Map.of());
    assertEquals(3, table.best().orElseThrow().point().number());
    assertEquals(Map.of("kind", "seasonal"), table.rows().getFirst().settings());
    String words = SweepWords.of(table);
    assertTrue(words.contains("1 run failed: 'x' has no true states. They are compared"), words);
  }

  @Test
  void noRunIsTheBestOfSeveralCriteria() {
    Grid grid = new Grid(List.of(Axis.parse("kind=deep,level")), 1);
    SweepTable table =
        new SweepTable(
            grid,
            List.of(
                number(grid, 1, Criterion.ELBO, -2), number(grid, 2, Criterion.LOG_LIKELIHOOD, -1)),
            Map.of());
    assertTrue(table.best().isEmpty());
    assertEquals(Map.of("kind", "deep"), table.rows().getFirst().settings());
    assertTrue(SweepWords.of(table).contains("must not be compared"), SweepWords.of(table));
  }

  private static Outcome number(Grid grid, int run, Criterion criterion, double value) {
    return new Outcome(
        grid.point(run, 1),
        Outcome.Status.TRAINED,
        1,
        "",
        criterion,
        Map.of(Part.VALIDATION, value));
  }

  @Test
  void aDamagedOutcomeIsNamed() throws IOException {
    SweepFolder made = complete("made", Workers.ALONE);
    Path file = made.path().resolve("runs").resolve("000002").resolve("result.json");
    Files.writeString(file, "{}");
    SweepException refused = assertThrows(SweepException.class, made::outcomes);
    assertTrue(
        String.valueOf(refused.getMessage()).contains("000002"),
        String.valueOf(refused.getMessage()));
  }

  @Test
  void outcomesAreReadAsTheyWereWritten() throws IOException {
    for (Outcome outcome : complete("made", Workers.ALONE).outcomes()) {
      assertEquals(outcome, Outcome.read(outcome.json()));
    }
  }

  @Test
  void meansAndSpreadsAreThoseOfTheSeeds() {
    Grid grid = new Grid(List.of(Axis.parse("latentSize=1,2"), Axis.parse("hiddenUnits=8,16")), 2);
    double[] values = {1, 3, 2, 2, 5, 7, 0, 1};
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      outcomes.add(SweepOutcomes.trained(grid.point(i + 1, 1), values[i]));
    }
    SweepTable table = new SweepTable(grid, outcomes, Map.of());
    SweepTable.Row best = table.rows().getFirst();
    assertEquals(Map.of("latentSize", "2", "hiddenUnits", "8"), best.settings());
    assertEquals(6, best.mean());
    assertEquals(Math.sqrt(2), best.spread(), 1e-15);
    assertEquals(6, table.best().orElseThrow().point().number());
    String title = SweepMap.of(table).orElseThrow().title();
    assertTrue(title.contains("Hidden units"), title);
    assertTrue(
        SweepCsv.summary(table)
            .startsWith("latentSize,hiddenUnits,trained,of,mean,spread\n2,8,2,2,6.0,"));
    assertTrue(SweepMap.of(new SweepTable(grid, outcomes.subList(0, 5), Map.of())).isEmpty());
    String page = new SweepPage(table, SweepMap.of(table), "a <b> & \"c\"").html();
    assertTrue(page.contains("a &lt;b&gt; &amp; &quot;c&quot;"), page);
  }

  @Test
  void whatWasBegunIsClearedAndNothingElse() throws IOException {
    Files.createDirectory(folder.resolve(".undercurrent-1"));
    Files.createDirectory(folder.resolve("mine"));
    WholeFolder.clear(folder);
    assertFalse(Files.exists(folder.resolve(".undercurrent-1")));
    assertTrue(Files.exists(folder.resolve("mine")));
  }
}
