package undercurrent.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.experiment.Comparisons;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.KeptSweep;
import undercurrent.experiment.Recipe;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.settings.Settings;

final class RecoveryTest {
  private static final Duration SOON = Duration.ofMillis(50);

  /** More than two looks of the thread. */
  private static final long LOOKS_MILLISECONDS = 1300;

  @TempDir private Path folder = Path.of("");
  private final BlockingQueue<Recovery.Trouble> troubles = new LinkedBlockingQueue<>();
  private Path place = Path.of("");
  private Path first = Path.of("");

  @BeforeEach
  void name() {
    place = folder.resolve("state").resolve("recovery");
    first = place.resolve("window-1").resolve("unsaved.undercurrent");
  }

  @AfterEach
  void nothingWentWrong() {
    assertTrue(troubles.isEmpty(), troubles.toString());
  }

  private Recovery recovery() {
    return new Recovery(place, SOON, Recovery.MOST_NUMBERS, troubles::add);
  }

  private static Experiment experiment() {
    SeriesSet set = new SineFamily(10, 30, 0.1).generate(1);
    return Recipe.of(set).with("hiddenUnits", 8).with("epochs", 100_000).experiment(set);
  }

  private static UnsavedChanges unsaved(Session session, Experiment experiment) {
    return UnsavedChanges.of(session, experiment, ExperimentSource.NONE);
  }

  private static void until(Callable<Boolean> so) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!so.call()) {
      assertTrue(System.nanoTime() < deadline, "it happens");
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  /** Makes updates, and waits until all are made. */
  private static void train(Session session, int steps) throws Exception {
    long end = session.standing().step() + steps;
    for (int i = 0; i < steps; i++) session.step();
    until(() -> session.standing().step() == end);
  }

  private static long step(Path file) {
    return TrainingPosition.of(ExperimentFile.open(file)).step();
  }

  private void untilKept(Path file, long step) throws Exception {
    until(() -> Files.exists(file) && step(file) == step);
  }

  @Test
  void whatIsTrainedIsKeptAndOnlyWhenItChanged() throws Exception {
    Experiment experiment = experiment();
    try (Session session = new Session(experiment);
        Recovery recovery = recovery()) {
      recovery.look(Map.of("series", "3"));
      recovery.follow(unsaved(session, experiment));
      TimeUnit.MILLISECONDS.sleep(LOOKS_MILLISECONDS);
      assertFalse(Files.exists(place), "nothing is trained and nothing changed");
      train(session, 2);
      untilKept(first, 2);
      Experiment kept = ExperimentFile.open(first);
      Experiment now = session.experiment().get(60, TimeUnit.SECONDS);
      assertArrayEquals(
          now.checkpoint().orElseThrow().weights(), kept.checkpoint().orElseThrow().weights());
      assertEquals("3", kept.view().get("series"));
      Files.setLastModifiedTime(first, FileTime.from(Instant.EPOCH));
      TimeUnit.MILLISECONDS.sleep(LOOKS_MILLISECONDS);
      assertEquals(Instant.EPOCH, Files.getLastModifiedTime(first).toInstant(), "it is the same");
      session.adjust(Settings.with(experiment.training(), "learningRate", 0.002));
      until(() -> ExperimentFile.open(first).training().learningRate() == 0.002);
    }
    assertFalse(Files.exists(first.getParent()), "a window that is closed keeps nothing");
  }

  /** What is pinned beside a training that stands still is kept too, and given back. */
  @Test
  void whatIsPinnedIsKept() throws Exception {
    Experiment experiment = experiment();
    List<KeptSweep.Axis> axes = List.of(new KeptSweep.Axis("latentSize", List.of("1", "2")));
    Comparisons beside = Comparisons.NONE.of(new KeptSweep(axes, 1, List.of()));
    try (Session session = new Session(experiment);
        Recovery recovery = recovery()) {
      UnsavedChanges before = unsaved(session, experiment);
      recovery.follow(before);
      train(session, 1);
      untilKept(first, 1);
      recovery.beside(beside);
      recovery.follow(before.changed());
      until(() -> ExperimentFile.open(first).compared().sweep().equals(beside.sweep()));
      assertTrue(before.changed().any());
    }
  }

  @Test
  void aRunningTrainingIsWrittenNoMoreOftenThanItMayBe() throws Exception {
    Experiment experiment = experiment();
    try (Session session = new Session(experiment);
        Recovery recovery =
            new Recovery(place, Duration.ofSeconds(2), Recovery.MOST_NUMBERS, troubles::add)) {
      recovery.follow(unsaved(session, experiment));
      session.play();
      until(() -> Files.exists(first));
      long begin = System.nanoTime();
      int writes = 0;
      FileTime last = Files.getLastModifiedTime(first);
      long longest = begin + TimeUnit.SECONDS.toNanos(60);
      while (writes < 2 && System.nanoTime() < longest) {
        FileTime now = Files.getLastModifiedTime(first);
        if (!now.equals(last)) writes++;
        last = now;
        TimeUnit.MILLISECONDS.sleep(20);
      }
      double seconds = (System.nanoTime() - begin) * 1e-9;
      assertEquals(2, writes);
      assertTrue(seconds > 2, "two writes in " + seconds + " s");
    }
  }

  @Test
  void afterASaveNothingIsBesideUntilItIsTrainedOn() throws Exception {
    Experiment experiment = experiment();
    try (Session session = new Session(experiment);
        Recovery recovery = recovery()) {
      UnsavedChanges begun = unsaved(session, experiment);
      recovery.follow(begun);
      train(session, 1);
      untilKept(first, 1);
      assertTrue(begun.any() && begun.trained());
      Experiment document = session.experiment().get(60, TimeUnit.SECONDS);
      Path file = folder.resolve("mine.undercurrent");
      ExperimentFile.save(document, file);
      UnsavedChanges saved = begun.saved(document, file);
      assertFalse(saved.any() || saved.trained());
      recovery.follow(saved);
      until(() -> !Files.exists(first.getParent()));
      train(session, 1);
      untilKept(first, 2);
      assertEquals(
          Optional.of(file.toAbsolutePath().toString()),
          Optional.ofNullable(ExperimentFile.open(first).view().get("unsaved.file")));
    }
  }

  @Test
  void whatAProgramThatRunsKeepsIsNotOffered() throws Exception {
    Experiment experiment = experiment();
    try (Session session = new Session(experiment);
        Recovery recovery = recovery();
        Recovery other = recovery()) {
      recovery.follow(unsaved(session, experiment));
      train(session, 1);
      untilKept(first, 1);
      assertEquals(List.of(), RecoveredWork.in(place));
      other.follow(unsaved(session, experiment));
      untilKept(place.resolve("window-2").resolve("unsaved.undercurrent"), 1);
    }
  }

  /** What a process that was killed leaves: the file, its lock without a holder, half a file. */
  private Path leave(int number, Experiment experiment, Optional<Path> from) throws IOException {
    Path own = Files.createDirectories(place.resolve("window-" + number));
    Files.writeString(own.resolve(".undercurrent.lock"), "1-1");
    Files.writeString(own.resolve(".undercurrent-1-1.part"), "half");
    Path file = own.resolve("unsaved.undercurrent");
    ExperimentFile.save(RecoveredWork.document(experiment, Map.of("series", "2"), from), file);
    return file;
  }

  private static Experiment trained(int steps) throws Exception {
    try (Session session = new Session(experiment())) {
      train(session, steps);
      return session.experiment().get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void whatWasLeftIsOfferedTheNewestFirstAndGoesOn() throws Exception {
    Path document = folder.resolve("mine.undercurrent");
    Experiment before = trained(3);
    ExperimentFile.save(before, document);
    Path old = leave(1, trained(1), Optional.empty());
    Files.setLastModifiedTime(old, FileTime.from(Instant.ofEpochSecond(1000)));
    Path newer = leave(2, before, Optional.of(document));
    Files.writeString(
        Files.createDirectory(place.resolve("window-3")).resolve("unsaved.undercurrent"), "x");
    List<RecoveredWork> left = RecoveredWork.in(place);
    assertEquals(2, left.size(), "what cannot be read stays where it is");
    assertTrue(Files.exists(place.resolve("window-3").resolve("unsaved.undercurrent")));
    RecoveredWork newest = left.getFirst();
    assertEquals(Files.getLastModifiedTime(newer).toInstant(), newest.date());
    assertEquals(Optional.of(Files.getLastModifiedTime(document).toInstant()), newest.fileDate());
    assertEquals(Map.of("series", "2"), newest.experiment().view());
    assertEquals(Instant.ofEpochSecond(1000), left.getLast().date());
    assertEquals(Optional.empty(), left.getLast().fileDate());
    assertFalse(Files.exists(newer.resolveSibling(".undercurrent-1-1.part")));
    assertEquals(
        List.of(), RecoveredWork.in(place), "another program is not offered them meanwhile");
    left.getLast().discard();
    assertFalse(Files.exists(old.getParent()));
    try (Session session = new Session(newest.experiment());
        Recovery recovery = recovery()) {
      UnsavedChanges now = UnsavedChanges.of(session, newest.experiment(), newest.source());
      assertTrue(now.trained(), "it is unsaved still");
      recovery.adopt(newest, now);
      train(session, 2);
      untilKept(newer, 5);
      assertFalse(Files.exists(first), "one place is enough");
    }
    assertFalse(Files.exists(newer));
  }

  @Test
  void whatIsLeftForLaterIsThereAgain() throws Exception {
    leave(1, trained(1), Optional.of(folder.resolve("gone.undercurrent")));
    RecoveredWork left = RecoveredWork.in(place).getFirst();
    assertEquals(Optional.empty(), left.fileDate());
    assertEquals(Optional.of(folder.resolve("gone.undercurrent")), left.source().file());
    left.leave();
    RecoveredWork again = RecoveredWork.in(place).getFirst();
    again.discard();
    assertEquals(List.of(), RecoveredWork.in(place));
  }

  @Test
  void aTrainingThatWasReplacedStaysUntilAnotherHasBegun() throws Exception {
    Experiment experiment = experiment();
    try (Session session = new Session(experiment);
        Session next = new Session(experiment);
        Recovery recovery = recovery()) {
      recovery.follow(unsaved(session, experiment));
      train(session, 2);
      untilKept(first, 2);
      recovery.follow(
          UnsavedChanges.of(next, experiment, new ExperimentSource(Optional.empty(), true)));
      TimeUnit.MILLISECONDS.sleep(LOOKS_MILLISECONDS);
      assertEquals(2, step(first));
      train(next, 1);
      untilKept(first, 1);
    }
  }

  @Test
  void aSetThatIsTooLargeIsNotKeptAndThatIsSaidOnce() throws Exception {
    Experiment experiment = experiment();
    assertEquals(900, Recovery.numbers(experiment.data()), "10 series, 30 rows, 2 channels, times");
    try (Session session = new Session(experiment);
        Recovery recovery = new Recovery(place, SOON, 899, troubles::add)) {
      recovery.follow(unsaved(session, experiment));
      train(session, 1);
      assertEquals(
          new Recovery.Trouble.TooLarge(experiment.data().name(), 900),
          troubles.poll(60, TimeUnit.SECONDS));
      train(session, 1);
      TimeUnit.MILLISECONDS.sleep(LOOKS_MILLISECONDS);
      assertFalse(Files.exists(place));
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsSaidOnce() throws Exception {
    Files.writeString(folder.resolve("state"), "no folder");
    Experiment experiment = experiment();
    try (Session session = new Session(experiment);
        Recovery recovery = recovery()) {
      recovery.follow(unsaved(session, experiment));
      train(session, 1);
      assertInstanceOf(Recovery.Trouble.NotWritten.class, troubles.poll(60, TimeUnit.SECONDS));
      TimeUnit.MILLISECONDS.sleep(LOOKS_MILLISECONDS);
    }
  }

  @Test
  void theFolderIsThePersonsOwn() throws Exception {
    RecoverySlot slot = RecoverySlot.free(place);
    if (place.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place)));
    }
    slot.release();
    try (Stream<Path> files = Files.list(place)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void aDocumentInPassingGivesNothingUp() throws Exception {
    Experiment experiment = experiment();
    try (Session session = new Session(experiment)) {
      session.watch(new Viewpoint(1, 15, 15));
      session.play();
      until(() -> session.standing().step() > 3);
      long orders = session.orderCount();
      Experiment document = session.experimentInPassing().get(60, TimeUnit.SECONDS);
      assertTrue(TrainingPosition.of(document).step() > 3);
      assertEquals(orders, session.orderCount(), "no order was given");
      session.pause();
      until(() -> session.poll().filter(s -> s.state() == Snapshot.State.PAUSED).isPresent());
      long step = session.standing().step();
      TimeUnit.MILLISECONDS.sleep(200);
      document = session.experimentInPassing().get(60, TimeUnit.SECONDS);
      assertEquals(step, TrainingPosition.of(document).step());
    }
  }

  @Test
  void startingOverWithTheSameSettingsChangesNothing() throws Exception {
    Experiment experiment = experiment();
    try (Session session = new Session(experiment)) {
      UnsavedChanges begun = unsaved(session, experiment);
      assertEquals(ExperimentSource.NONE, begun.startedOver(false));
      assertTrue(begun.startedOver(true).unsaved());
      UnsavedChanges changed = UnsavedChanges.of(session, experiment, begun.startedOver(true));
      assertTrue(changed.any());
      assertFalse(changed.trained(), "no step would be lost");
      assertTrue(changed.startedOver(false).unsaved(), "the settings are changed still");
      train(session, 1);
      assertTrue(changed.trained());
      assertFalse(begun.startedOver(false).unsaved());
      assertTrue(begun.now().unsaved());
    }
  }
}
