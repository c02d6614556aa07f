package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.TrainedSamples;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.session.Background;
import undercurrent.session.Snapshot.State;
import undercurrent.view.SampleList.Row;

/** A sample is opened trained at one press, by the mouse and by the keyboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TrainedSampleWindowTest {
  @TempDir private Path folder = Path.of("");
  private final MainWindow window = TestWindows.open();
  private final Lab lab = window.lab();

  @AfterAll
  void close() {
    TestWindows.close(window);
  }

  @SuppressWarnings("unchecked")
  private ListView<Row> list() {
    return (ListView<Row>) window.scene().lookup("#sample-list");
  }

  private TextField search() {
    return (TextField) window.scene().lookup("#sample-search");
  }

  private void key(Node node, boolean isShifted) {
    OffScreen.run(
        () ->
            node.fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, isShifted, false, false, false)));
  }

  private void untilOpen(String name, boolean trained) {
    OffScreen.until(
        () ->
            lab.experiment()
                    .filter(e -> e.data().name().equals(name))
                    .filter(e -> e.checkpoint().isPresent() == trained)
                    .isPresent()
                && TestWindows.snapshot(window).isPresent());
  }

  @Test
  void theButtonInItsRowOpensItTrainedAndPlayReplaysIt() {
    OffScreen.frames(window.scene(), 3);
    OffScreen.run(() -> search().setText("hidden years"));
    OffScreen.frames(window.scene(), 3);
    Button button =
        OffScreen.call(
            () ->
                window.scene().getRoot().lookupAll(".sample-trained").stream()
                    .map(Button.class::cast)
                    .filter(b -> b.getAccessibleText().contains("Hidden years"))
                    .findFirst()
                    .orElseThrow());
    assertTrue(OffScreen.call(button::isVisible));
    OffScreen.run(button::fire);
    untilOpen("13_lesson_nile_hidden_years", true);
    OffScreen.until(() -> lab.state().equals(Optional.of(State.FINISHED)));
    assertFalse(OffScreen.call(() -> lab.unsaved().now().orElseThrow().any()));
    OffScreen.until(lab.replay()::isPossible);
    OffScreen.run(window.controller()::playOrPause);
    OffScreen.until(() -> lab.replay().epoch().isPresent());
    OffScreen.until(() -> !lab.replay().isPlaying());

    // Reset and Play train anew, and undo brings the trained one back with its replay.
    OffScreen.run(
        () -> {
          search().clear();
          ((Button) window.scene().lookup("#reset")).fire();
        });
    untilOpen("13_lesson_nile_hidden_years", false);
    OffScreen.run(() -> ((Button) window.scene().lookup("#play")).fire());
    OffScreen.until(() -> lab.state().equals(Optional.of(State.FINISHED)));
    OffScreen.run(lab::undo);
    untilOpen("13_lesson_nile_hidden_years", true);
    OffScreen.until(lab.replay()::isPossible);
  }

  @Test
  void shiftAndEnterOpenItTrainedAndEnterAsASeries() {
    OffScreen.run(
        () -> {
          search().clear();
          list().getSelectionModel().select(new Row.Entry(Samples.find("nile").orElseThrow()));
        });
    key(list(), true);
    untilOpen("01_nile", true);
    OffScreen.run(
        () -> list().getSelectionModel().select(new Row.Entry(Samples.find("nile").orElseThrow())));
    key(list(), false);
    untilOpen("01_nile", false);
    OffScreen.run(() -> search().setText("airline"));
    key(search(), true);
    untilOpen("15_lesson_airline", true);
    OffScreen.run(() -> search().clear());
  }

  @Test
  void aFinishedDocumentWithoutAReplaySaysSoAndPlayLeavesItAsItIs() {
    Path file = folder.resolve("x.undercurrent");
    ExperimentFile.save(
        TrainedSamples.open(Samples.find("nile").orElseThrow()).withReplay(List.of()), file);
    OffScreen.run(() -> window.controller().files().open(file));
    OffScreen.until(() -> lab.unsaved().fileProperty().get().equals(Optional.of(file)));
    OffScreen.until(() -> lab.state().equals(Optional.of(State.FINISHED)));
    StatusLine line = (StatusLine) window.scene().lookup(".status-bar");
    OffScreen.until(() -> line.getText().equals(Words.of("status.finishedAlone")));
    OffScreen.run(window.controller()::playOrPause);
    assertFalse(OffScreen.call(lab.replay()::isPlaying));
    assertEquals(Optional.of(State.FINISHED), OffScreen.call(lab::state));
    assertFalse(OffScreen.call(() -> lab.unsaved().now().orElseThrow().any()));
  }

  @Test
  void theFirstScreenReplacesNothing() {
    SeriesSet set = new SineFamily(4, 12, 0.1).generate(1);
    OffScreen.run(
        () -> {
          window.openFirst();
          lab.open(Recipe.of(set).experiment(set));
          lab.troubleProperty().set(Optional.of("A sentence."));
        });
    // The next task of the background is done after the first screen has been read.
    assertTrue(Background.call(() -> true).join());
    // What that one gave is taken on the screen's thread, before this.
    OffScreen.run(() -> {});
    assertEquals(set, OffScreen.call(() -> lab.experiment().orElseThrow().data()));
    assertEquals(Optional.of("A sentence."), OffScreen.call(lab.troubleProperty()::get));
  }
}
