package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Comparisons;
import undercurrent.experiment.KeptRun;
import undercurrent.experiment.Recipe;
import undercurrent.figure.Mark;
import undercurrent.lesson.Controls;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.settings.Settings;

/**
 * Pinned runs are ghosts and rows; they are named, restored, unpinned, and nothing of them is lost.
 */
final class PinnedRunsTest extends CompareFixture {

  private List<String> cells() {
    return OffScreen.call(
        () ->
            window.controller().comparing().table().lookupAll(".label").stream()
                .map(n -> ((Label) n).getText())
                .toList());
  }

  @Test
  void aPinnedRunIsAGhostAndARowAndHidingOneChangesNoOther() {
    begin(4);
    assertFalse(find(PinnedTable.class, "pinned").isVisible());
    pin();
    train(6);
    pin();
    // The open run has the same lines itself until another one begins.
    assertFalse(marks("elbo").containsKey("Run 2"));
    assertFalse(marks("observed").containsKey("Run 2"));
    train(8);
    KeptRun first = pinned().getFirst();
    assertEquals(4, Settings.value(first.model().settings(), "hiddenUnits"));
    assertEquals(3, first.epoch());
    assertTrue(first.seconds() > 0);
    assertFalse(first.scores().isEmpty());
    assertTrue(find(PinnedTable.class, "pinned").isVisible());
    List<String> cells = cells();
    assertTrue(cells.contains("Hidden units"), cells.toString());
    assertFalse(cells.contains("hiddenUnits"), cells.toString());
    assertTrue(cells.containsAll(List.of("4", "6", "3 / 3")), cells.toString());
    assertTrue(cells.contains(RunWords.number(first.curve().best())), cells.toString());
    Mark curve = Objects.requireNonNull(marks("elbo").get("Run 1"));
    Mark forecast = Objects.requireNonNull(marks("observed").get("Run 1"));
    assertArrayEquals(first.curve().shown(), ((Mark.Line) curve).y());
    assertArrayEquals(first.forecast().orElseThrow().times(), ((Mark.Line) forecast).x());

    // Hidden, it leaves the figures; the other one stays as it was, in its colour.
    Mark.Line other = (Mark.Line) Objects.requireNonNull(marks("elbo").get("Run 2"));
    OffScreen.run(find(CheckBox.class, "pinned-shown-1")::fire);
    assertFalse(marks("elbo").containsKey("Run 1"));
    assertFalse(marks("observed").containsKey("Run 1"));
    Mark.Line still = (Mark.Line) Objects.requireNonNull(marks("elbo").get("Run 2"));
    assertEquals(other.ink(), still.ink());
    assertArrayEquals(other.y(), still.y());
    assertEquals(2, pinned().size());
    OffScreen.run(lab::undo);
    assertTrue(marks("elbo").containsKey("Run 1"));
    OffScreen.run(lab::redo);
    assertTrue(pinned().getFirst().isHidden());
  }

  @Test
  void aRunIsRenamedRestoredAndUnpinnedAndAllIsTakenBack() {
    begin(4);
    pin();
    train(6);
    OffScreen.run(
        () -> {
          TextField name = (TextField) window.scene().lookup("#pinned-name-1");
          name.setText("small");
          name.fireEvent(new ActionEvent());
        });
    assertEquals("small", pinned().getFirst().name());
    assertTrue(marks("elbo").containsKey("small"));
    // Nothing of a run is lost with its name.
    assertFalse(pinned().getFirst().scores().isEmpty());
    item("pinned-menu-1", 0);
    assertEquals(4, OffScreen.call(() -> knob("hiddenUnits")));
    OffScreen.run(lab::undo);
    assertEquals(6, OffScreen.call(() -> knob("hiddenUnits")));
    item("pinned-menu-1", 2);
    assertEquals(List.of(), pinned());
    OffScreen.run(lab::undo);
    assertEquals("small", pinned().getFirst().name());
    OffScreen.run(lab::undo);
    assertEquals("Run 1", pinned().getFirst().name());
    assertFalse(pinned().getFirst().scores().isEmpty());
  }

  private Object knob(String key) {
    return Settings.value(lab.knobs().model().settings(), key);
  }

  private void item(String menu, int index) {
    OffScreen.run(() -> find(menu).getItems().get(index).fire());
  }

  private MenuButton find(String menu) {
    return (MenuButton) Objects.requireNonNull(window.scene().lookup("#" + menu));
  }

  @Test
  void everyControlOfTheTableHasAName() {
    begin(4);
    pin();
    OffScreen.run(
        () -> {
          for (String id : List.of("pinned-shown-1", "pinned-name-1", "pinned-menu-1")) {
            Node control = Objects.requireNonNull(window.scene().lookup("#" + id), id);
            assertTrue(String.valueOf(control.getAccessibleText()).contains("Run 1"), id);
            assertTrue(control.isFocusTraversable(), id);
          }
        });
  }

  @Test
  void nothingIsPinnedBeforeTheFirstStep() {
    SeriesSet set = Samples.find("nile").orElseThrow().open();
    OffScreen.run(() -> lab.open(recipe(set, 4).experiment(set)));
    key(KeyCode.P);
    assertEquals(
        Optional.of(Words.of("pinned.untrained")), OffScreen.call(lab.troubleProperty()::get));
    assertEquals(List.of(), pinned());
  }

  /** Pinned runs cost time to make: a reset does not make the window close without a question. */
  @Test
  void pinnedRunsAreAskedAboutUntilAFileHasThem() {
    begin(4);
    OffScreen.run(lab::restart);
    assertFalse(OffScreen.call(() -> lab.unsaved().isCompared()));
    train(4);
    pin();
    OffScreen.run(lab::restart);
    assertFalse(OffScreen.call(() -> lab.unsaved().isTrained()));
    assertTrue(OffScreen.call(() -> lab.unsaved().isCompared()));
    Path file = folder.resolve("pinned.undercurrent");
    OffScreen.run(() -> window.controller().files().save(new SaveWish(file, false), () -> {}));
    OffScreen.until(() -> !lab.unsaved().isCompared());
    OffScreen.run(lab::restart);
    assertFalse(OffScreen.call(() -> lab.unsaved().isCompared()));
  }

  /** Scores that come while a name is typed make the table anew. */
  @Test
  void aNameThatIsTypedStays() {
    begin(4);
    pin();
    OffScreen.run(
        () -> {
          TextField name = (TextField) window.scene().lookup("#pinned-name-1");
          name.requestFocus();
          name.setText("sma");
          name.positionCaret(2);
        });
    OffScreen.run(find(CheckBox.class, "pinned-shown-1")::fire);
    TextField name = find(TextField.class, "pinned-name-1");
    assertEquals("sma", OffScreen.call(name::getText));
    assertEquals(2, OffScreen.call(name::getCaretPosition));
    assertEquals("Run 1", pinned().getFirst().name());
  }

  /** The training hands a run out after its step, and its scores are found later still. */
  @Test
  void aRunIsNotPinnedToOtherDataAndScoresFoundLateAreNotLost() {
    begin(4);
    OffScreen.run(
        () -> {
          lab.compared().pin();
          SeriesSet other = Samples.find("sunspots").orElseThrow().open();
          lab.open(Recipe.of(other).experiment(other));
        });
    OffScreen.frames(window.scene(), 3);
    assertEquals(List.of(), pinned());
    OffScreen.run(lab::undo);
    OffScreen.until(() -> lab.experiment().orElseThrow().data().name().endsWith("nile"));
    OffScreen.until(lab::isTrained);
    key(KeyCode.P);
    OffScreen.until(() -> lab.compared().now().pinned().size() == 1);
    // Replaced before its scores are there, and brought back.
    OffScreen.run(lab::restart);
    OffScreen.until(() -> !lab.compared().isScoring());
    OffScreen.run(lab::undo);
    OffScreen.until(lab::isTrained);
    assertFalse(pinned().getFirst().scores().isEmpty());
  }

  /** A name counts as soon as something else is pressed, and what is pressed stays where it is. */
  @Test
  void aNameIsKeptWhenAnotherRowIsPressed() {
    begin(4);
    pin();
    pin();
    TextField name = find(TextField.class, "pinned-name-1");
    CheckBox other = find(CheckBox.class, "pinned-shown-2");
    OffScreen.run(
        () -> {
          name.requestFocus();
          name.setText("small");
          other.requestFocus();
        });
    assertEquals("small", pinned().getFirst().name());
    assertEquals(other, find(CheckBox.class, "pinned-shown-2"));
    OffScreen.run(other::fire);
    assertEquals("small", pinned().getFirst().name());
    assertTrue(pinned().get(1).isHidden());
    String menu = find(MenuButton.class, "pinned-menu-1").getAccessibleText();
    assertEquals(Words.of("pinned.menu", "small"), menu);
  }

  @Test
  void whatALessonHoldsIsNotRestored() {
    begin(4);
    pin();
    OffScreen.run(
        () -> {
          lab.turn(
              lab.knobs().model().with("hiddenUnits", 6).with("latentSize", 3),
              lab.knobs().training());
          lab.knobs()
              .controlsProperty()
              .set(new Controls(Optional.empty(), Set.of(), Set.of("hiddenUnits")));
        });
    Object latent = Settings.value(pinned().getFirst().model().settings(), "latentSize");
    item("pinned-menu-1", 0);
    OffScreen.run(() -> lab.knobs().controlsProperty().set(Controls.ALL));
    assertEquals(6, OffScreen.call(() -> knob("hiddenUnits")));
    assertEquals(latent, OffScreen.call(() -> knob("latentSize")));
    assertEquals(
        Optional.of(Words.of("pinned.held", "Hidden units")),
        OffScreen.call(lab.troubleProperty()::get));
  }

  @Test
  void moreRunsThanATableHasAreNotPinned() {
    begin(4);
    pin();
    KeptRun run = pinned().getFirst();
    Lab full = OffScreen.call(Lab::new);
    OffScreen.run(
        () -> {
          full.open(recipe(nile(), 4).experiment(nile()));
          List<KeptRun> most = Collections.nCopies(Comparisons.MOST_RUNS, run);
          full.compared().put(new Comparisons(most, List.of(), Optional.empty()));
          full.compared().pin();
          assertEquals(
              Optional.of(Words.of("pinned.full", Comparisons.MOST_RUNS)),
              full.troubleProperty().get());
          assertEquals(Comparisons.MOST_RUNS, full.compared().now().pinned().size());
          full.close();
        });
  }
}
