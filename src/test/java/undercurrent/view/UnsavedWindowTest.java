package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Recipe;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.State;

final class UnsavedWindowTest {
  private static final long MOST_SECONDS_LOST = 10;
  private static final Pattern DATE =
      Pattern.compile("\\d+ [A-Z][a-z]+ \\d{4}, \\d\\d:\\d\\d:\\d\\d");
  @TempDir private Path folder = Path.of("");
  private Optional<MainWindow> opened = Optional.empty();

  @AfterEach
  void close() {
    opened.ifPresent(TestWindows::close);
  }

  private static Experiment experiment(int epochs) {
    SeriesSet set = new SineFamily(10, 30, 0.1).generate(1);
    return Recipe.of(set).with("hiddenUnits", 8).with("epochs", epochs).experiment(set);
  }

  /** The program that is killed: a window that trains, and says how far it is. */
  public static final class Trainee {
    private Trainee() {}

    public static void main(String[] arguments) throws InterruptedException {
      // The screen's thread would keep a program alive that has failed.
      Thread.currentThread()
          .setUncaughtExceptionHandler(
              (thread, e) -> {
                System.out.println(e);
                Runtime.getRuntime().halt(1);
              });
      MainWindow window = TestWindows.open(Optional.of(Path.of(arguments[0])));
      Path document = Path.of(arguments[1]);
      OffScreen.run(() -> window.controller().files().open(document));
      // The window itself opens with a sample; its training is not the one that is killed.
      OffScreen.until(() -> window.lab().unsaved().source().file().isPresent());
      OffScreen.run(() -> window.lab().play());
      while (true) {
        long step =
            OffScreen.call(() -> window.lab().unsaved().now().orElseThrow())
                .session()
                .standing()
                .step();
        System.out.println(step);
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  private record Said(long nanoseconds, long step) {}

  /** Starts a training in a window of its own, kills it, and returns what it last said. */
  private List<Said> killed(Path recoveries, Path document) throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Trainee.class.getName(),
                recoveries.toString(),
                document.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<Said> said = new ArrayList<>();
    try (var out = program.inputReader()) {
      long trained = 0;
      while (trained == 0 || System.nanoTime() - trained < TimeUnit.SECONDS.toNanos(14)) {
        String line = out.readLine();
        assertTrue(line != null && line.matches("\\d+"), "the program said " + line);
        long step = Long.parseLong(line);
        said.add(new Said(System.nanoTime(), step));
        if (step > 0 && trained == 0) trained = System.nanoTime();
      }
    } finally {
      program.destroyForcibly();
    }
    assertTrue(program.waitFor(60, TimeUnit.SECONDS));
    return said;
  }

  private MainWindow open(Path recoveries) {
    MainWindow window = TestWindows.open(Optional.of(recoveries));
    opened = Optional.of(window);
    return window;
  }

  private static Optional<DialogPane> dialog(MainWindow window) {
    return TestWindows.dialogs(window).findFirst();
  }

  private static DialogPane awaitDialog(MainWindow window) {
    OffScreen.until(() -> dialog(window).isPresent());
    return OffScreen.call(() -> dialog(window).orElseThrow());
  }

  private static void answer(MainWindow window, String key) {
    DialogPane pane = awaitDialog(window);
    OffScreen.run(
        () -> {
          ButtonType type =
              pane.getButtonTypes().stream()
                  .filter(b -> b.getText().equals(Words.of(key)))
                  .findFirst()
                  .orElseThrow();
          ((Button) pane.lookupButton(type)).fire();
        });
    OffScreen.until(() -> dialog(window).isEmpty());
  }

  private static void until(MainWindow window, java.util.function.Predicate<Snapshot> wanted) {
    OffScreen.until(
        () -> {
          Snapshot now = window.lab().snapshotProperty().get();
          return now != null && wanted.test(now);
        });
  }

  private static void requestClose(MainWindow window) {
    OffScreen.run(
        () ->
            window
                .scene()
                .getWindow()
                .fireEvent(
                    new WindowEvent(window.scene().getWindow(), WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  private static boolean isOpen(MainWindow window) {
    return OffScreen.call(() -> window.scene().getWindow().isShowing());
  }

  private static void offer(MainWindow window, Path recoveries) {
    OffScreen.run(
        () -> new RecoveryDialog(window.lab(), window.scene().getWindow()).offerAllIn(recoveries));
  }

  private static Path kept(Path recoveries) {
    return recoveries.resolve("window-1").resolve("unsaved.undercurrent");
  }

  @Test
  void afterAKillTenSecondsAreLostAtMostAndTheRestIsRestored() throws Exception {
    Path recoveries = folder.resolve("recovery");
    Path document = folder.resolve("mine.undercurrent");
    ExperimentFile.save(experiment(1_000_000), document);
    List<Said> said = killed(recoveries, document);
    long end = said.getLast().nanoseconds();
    long before =
        said.stream()
            .filter(s -> end - s.nanoseconds() >= TimeUnit.SECONDS.toNanos(MOST_SECONDS_LOST))
            .mapToLong(Said::step)
            .max()
            .orElseThrow();
    long step = ExperimentFile.open(kept(recoveries)).checkpoint().orElseThrow().step();
    assertTrue(before > 0 && step >= before, step + " kept, ten seconds before the end " + before);
    assertTrue(
        ExperimentFile.open(document).checkpoint().isEmpty(), "the person's file is as it was");

    MainWindow window = open(recoveries);
    offer(window, recoveries);
    DialogPane pane = awaitDialog(window);
    String words = OffScreen.call(pane::getContentText);
    assertEquals(2, DATE.matcher(words).results().count(), words);
    assertTrue(words.contains(document.toString()) && words.contains(Long.toString(step)), words);
    answer(window, "recovery.restore");
    until(window, s -> s.step() == step);
    requestClose(window);
    answer(window, "closing.cancel");
    assertTrue(isOpen(window), "it is unsaved still");
    assertTrue(Files.exists(kept(recoveries)));
    Path saved = folder.resolve("saved.undercurrent");
    OffScreen.run(() -> window.controller().files().save(new SaveWish(saved, false), () -> {}));
    OffScreen.until(() -> !Files.exists(kept(recoveries)));
    assertEquals(step, ExperimentFile.open(saved).checkpoint().orElseThrow().step());
    requestClose(window);
    OffScreen.until(() -> !window.scene().getWindow().isShowing());
    assertEquals(Optional.empty(), OffScreen.call(() -> dialog(window)));
  }

  @Test
  void aWindowWithoutATrainingClosesWithoutAQuestion() {
    MainWindow window = open(folder.resolve("recovery"));
    OffScreen.run(() -> window.lab().open(experiment(20)));
    until(window, s -> s.state() == State.PAUSED);
    requestClose(window);
    assertFalse(isOpen(window));
  }

  @Test
  void aTrainingThatIsNotSavedIsAskedAboutAndDiscarded() throws Exception {
    Path recoveries = folder.resolve("recovery");
    MainWindow window = open(recoveries);
    OffScreen.run(() -> window.lab().open(experiment(20)));
    OffScreen.run(() -> window.lab().play());
    until(window, s -> s.state() == State.FINISHED);
    OffScreen.until(() -> Files.exists(kept(recoveries)));
    requestClose(window);
    assertTrue(isOpen(window));
    answer(window, "closing.discard");
    assertFalse(isOpen(window));
    OffScreen.run(() -> window.lab().close());
    assertFalse(Files.exists(kept(recoveries)));
    offer(window, recoveries);
    TimeUnit.MILLISECONDS.sleep(500);
    assertEquals(Optional.empty(), OffScreen.call(() -> dialog(window)));
  }

  @Test
  void savingBeforeItClosesWritesTheTraining() {
    MainWindow window = open(folder.resolve("recovery"));
    Path file = folder.resolve("last.undercurrent");
    OffScreen.run(
        () ->
            new Closing(
                    (Stage) window.scene().getWindow(),
                    window.lab(),
                    window.controller().unsaved(() -> Optional.of(new SaveWish(file, false))))
                .listen());
    OffScreen.run(() -> window.lab().open(experiment(3)));
    OffScreen.run(() -> window.lab().play());
    until(window, s -> s.state() == State.FINISHED);
    requestClose(window);
    answer(window, "closing.save");
    OffScreen.until(() -> !window.scene().getWindow().isShowing());
    assertEquals(3, ExperimentFile.open(file).curve().size());
  }

  @Test
  void undoBringsBackThatATrainingIsUnsaved() {
    MainWindow window = open(folder.resolve("recovery"));
    OffScreen.run(() -> window.lab().open(experiment(3)));
    OffScreen.run(() -> window.lab().play());
    until(window, s -> s.state() == State.FINISHED);
    OffScreen.run(() -> window.lab().restart());
    until(window, s -> s.step() == 0);
    assertFalse(OffScreen.call(() -> window.lab().unsaved().isTrained()));
    OffScreen.run(() -> window.lab().undo());
    until(window, s -> s.state() == State.FINISHED);
    assertTrue(OffScreen.call(() -> window.lab().unsaved().isTrained()));
    assertNotEquals(Optional.empty(), OffScreen.call(() -> window.lab().unsaved().now()));
  }
}
