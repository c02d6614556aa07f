package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.command.Commands;
import undercurrent.experiment.CurveTable;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Recipe;
import undercurrent.figure.Figure;
import undercurrent.figure.FigureCsv;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.State;

final class MainWindowTest {
  @TempDir private Path folder = Path.of("");
  private final MainWindow window = TestWindows.open();

  @BeforeEach
  void small() {
    OffScreen.run(() -> window.lab().open(experiment(20)));
  }

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private static Experiment experiment(int epochs) {
    SeriesSet set = new SineFamily(10, 30, 0.1).generate(1);
    return Recipe.of(set).with("hiddenUnits", 8).with("epochs", epochs).experiment(set);
  }

  private void until(Predicate<Snapshot> wanted) {
    OffScreen.until(
        () -> {
          Snapshot now = window.lab().snapshotProperty().get();
          return now != null && wanted.test(now);
        });
  }

  private Node find(String id) {
    Node node = OffScreen.call(() -> window.scene().lookup("#" + id));
    assertTrue(node != null, id);
    return node;
  }

  private void press(String id) {
    OffScreen.run(() -> ((ButtonBase) find0(id)).fire());
  }

  private Node find0(String id) {
    return window.scene().lookup("#" + id);
  }

  private String text(String id) {
    return OffScreen.call(() -> ((Label) find0(id)).getText());
  }

  private void finish() {
    press("play");
    until(s -> s.state() == State.FINISHED);
    OffScreen.frames(window.scene(), 2);
  }

  @Test
  void playTrainsToTheSameElboAsTheCommandLine() throws Exception {
    Path begun = folder.resolve("begun.undercurrent");
    ExperimentFile.save(experiment(20), begun);
    Path out = folder.resolve("out");
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Commands commands = new Commands(nowhere, nowhere, false, target -> List.of());
    assertEquals(0, commands.run("train", begun.toString(), "--out", out.toString()));
    finish();
    Snapshot last = OffScreen.call(() -> window.lab().snapshotProperty().get());
    assertEquals(
        Files.readString(out.resolve("curve.csv")), CurveTable.write(last.curve()), "every epoch");
    assertEquals(StatusWords.elbo(last.curve().getLast().elbo()), text("elbo"));
    assertEquals("20 / 20", text("epoch"));
  }

  @Test
  void resetStartsOverAndGivesTheSameElboAgain() {
    finish();
    String first = text("elbo");
    press("reset");
    until(s -> s.step() == 0);
    OffScreen.frames(window.scene(), 2);
    assertEquals("0 / 20", text("epoch"));
    finish();
    assertEquals(first, text("elbo"));
  }

  @Test
  void aNewSeedGivesAnotherElbo() {
    finish();
    String first = text("elbo");
    press("newSeed");
    until(s -> s.step() == 0);
    assertEquals("2", text("seed"));
    finish();
    assertNotEquals(first, text("elbo"));
  }

  @Test
  void stepMakesOneUpdate() {
    until(s -> s.state() == State.PAUSED);
    press("step");
    until(s -> s.step() == 1);
    press("step");
    until(s -> s.step() == 2 && s.state() == State.PAUSED);
  }

  private void type(String id, String text) {
    OffScreen.run(
        () -> {
          TextField field = (TextField) find0(id);
          field.setText(text);
          field.getOnAction().handle(null);
        });
  }

  @Test
  void aLiveKnobActsAtOnceAndARestartKnobAsks() {
    until(s -> s.state() == State.PAUSED);
    type("knob-learningRate", "0.002");
    until(s -> s.settings().learningRate() == 0.002);
    assertFalse(find("restartBar").isVisible());
    type("knob-latentSize", "3");
    assertTrue(find("restartBar").isVisible());
    press("reset");
    until(s -> s.beliefs().isPresent());
    int size =
        OffScreen.call(
            () ->
                window
                    .lab()
                    .snapshotProperty()
                    .get()
                    .beliefs()
                    .orElseThrow()
                    .smoothed()
                    .latent()
                    .size());
    assertEquals(3, size);
    assertFalse(find("restartBar").isVisible());
  }

  /**
   * Who changes a model that was trained wants to see the new one learn; no knob moves for that.
   */
  @Test
  void aModelThatWasTrainedLearnsAgainAfterARestartWithChangedKnobs() {
    finish();
    double before = OffScreen.call(() -> find0("knobs").localToScene(0, 0).getY());
    type("knob-hiddenUnits", "5");
    OffScreen.frames(window.scene(), 2);
    assertEquals(before, OffScreen.call(() -> find0("knobs").localToScene(0, 0).getY()));
    OffScreen.run(() -> ((Button) find0("restartBar").lookup(".accent")).fire());
    until(s -> s.step() > 0 && s.state() == State.FINISHED);
    assertEquals(5, window.lab().openedProperty().get().model().values().get("hiddenUnits"));
  }

  @Test
  void undoBringsBackKnobsAndAReplacedTraining() {
    finish();
    String elbo = text("elbo");
    type("knob-hiddenUnits", "5");
    press("reset");
    until(s -> s.step() == 0 && s.state() == State.PAUSED);
    assertEquals(5, window.lab().knobs().model().values().get("hiddenUnits"));
    press("undo");
    until(s -> s.state() == State.FINISHED);
    OffScreen.frames(window.scene(), 2);
    assertEquals(elbo, text("elbo"));
    type("knob-learningRate", "0.002");
    press("undo");
    until(s -> s.settings().learningRate() == experiment(20).training().learningRate());
    OffScreen.run(() -> window.lab().redo());
    until(s -> s.settings().learningRate() == 0.002);
  }

  @Test
  void aKnobThatCannotBeSaysWhyAndStays() {
    until(s -> s.state() == State.PAUSED);
    type("knob-latentSize", "0");
    assertTrue(find("banner").isVisible());
    assertTrue(text("bannerText").contains("Latent size"), text("bannerText"));
    String shown = OffScreen.call(() -> ((TextField) find0("knob-latentSize")).getText());
    assertEquals("2", shown);
  }

  /** The button of the dialog that is open by which it does what it is for. */
  private Optional<Button> dialogButton() {
    return TestWindows.dialogs(window)
        .flatMap(
            pane ->
                pane.getButtonTypes().stream()
                    .filter(b -> b.getButtonData() == ButtonData.OK_DONE)
                    .map(b -> (Button) pane.lookupButton(b)))
        .filter(b -> !b.isDisabled())
        .findFirst();
  }

  @Test
  void aPastedTableIsShownBeforeItIsOpened() {
    until(s -> s.state() == State.PAUSED);
    OffScreen.run(
        () -> {
          ClipboardContent copied = new ClipboardContent();
          copied.putString("day\theight\n1.3.2024\t4,5\n2.3.2024\t5,1\n3.3.2024\t6,25\n");
          Clipboard.getSystemClipboard().setContent(copied);
          window.controller().paste();
        });
    OffScreen.until(() -> dialogButton().isPresent());
    OffScreen.run(() -> dialogButton().orElseThrow().fire());
    OffScreen.until(
        () -> window.lab().experiment().orElseThrow().data().name().startsWith("pasted"));
    SeriesSet set = OffScreen.call(() -> window.lab().experiment().orElseThrow().data());
    assertEquals("height", set.channels().getFirst().name());
    assertEquals(6.25, set.series().getFirst().values()[2][0]);
    assertTrue(set.time().isDate());
  }

  @Test
  void aBadFileIsOneSentenceAndNothingIsLost() throws Exception {
    Path bad = folder.resolve("bad.undercurrent");
    Files.writeString(bad, "no experiment");
    finish();
    String before = text("elbo");
    OffScreen.run(() -> window.controller().files().open(bad));
    OffScreen.until(() -> find0("banner").isVisible());
    assertTrue(text("bannerText").contains("bad.undercurrent"), text("bannerText"));
    assertEquals(before, text("elbo"));
  }

  @Test
  void aSavedExperimentOpensWhereItWas() {
    finish();
    Path file = folder.resolve("mine.undercurrent");
    OffScreen.run(() -> window.controller().files().save(new SaveWish(file, false), () -> {}));
    OffScreen.until(() -> Files.exists(file));
    assertEquals(20, ExperimentFile.open(file).curve().size());
    String elbo = text("elbo");
    OffScreen.run(() -> window.lab().open(experiment(3)));
    OffScreen.run(() -> window.controller().files().open(file));
    until(s -> s.state() == State.FINISHED && s.epoch() == 20);
    OffScreen.frames(window.scene(), 2);
    assertEquals(elbo, text("elbo"));
  }

  @Test
  void allFiguresAreThereAfterTraining() {
    finish();
    until(s -> s.beliefs().filter(b -> b.step() == s.step()).isPresent());
    List<String> ids =
        OffScreen.call(
            () -> window.controller().figures().figures().stream().map(f -> f.id()).toList());
    assertEquals(List.of("observed", "phase", "elbo", "latent"), ids);
  }

  @Test
  void aFigureIsCopiedAsPictureAndAsData() {
    finish();
    Figure elbo =
        OffScreen.call(
            () ->
                window.controller().figures().figures().stream()
                    .filter(f -> f.id().equals("elbo"))
                    .findFirst()
                    .orElseThrow());
    OffScreen.run(() -> window.controller().exports().copyData(elbo));
    String data = OffScreen.call(() -> Clipboard.getSystemClipboard().getString());
    assertEquals(FigureCsv.csv(elbo), data);
    OffScreen.run(() -> window.controller().exports().copyPicture(elbo));
    assertTrue(OffScreen.call(() -> Clipboard.getSystemClipboard().hasImage()));
  }

  @Test
  void everyControlHasAName() {
    until(s -> s.state() == State.PAUSED);
    List<String> nameless = new ArrayList<>();
    OffScreen.run(() -> collect(window.scene().getRoot(), nameless));
    assertEquals(List.of(), nameless);
  }

  private static void collect(Node node, List<String> nameless) {
    if (node instanceof ButtonBase button
        && button.getId() != null
        && (button.getText() == null || button.getText().isBlank())
        && button.getAccessibleText() == null) {
      nameless.add(button.getId());
    }
    boolean names =
        node instanceof TextField
            || node instanceof ComboBoxBase
            || node instanceof ChoiceBox
            || node instanceof Slider;
    if (names && node.getId() != null && node.getAccessibleText() == null) {
      nameless.add(node.getId());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, nameless));
    }
  }
}
