package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.State;

/** What a person can do with keys and mouse that no other test does, and that nothing is left. */
final class ActionsTest {
  private static final KeyCombination.Modifier CTRL = KeyCombination.SHORTCUT_DOWN;
  private static final KeyCombination.Modifier SHIFT = KeyCombination.SHIFT_DOWN;
  private final MainWindow window = TestWindows.open();
  private final Lab lab = window.lab();
  private final Set<String> pressed = new TreeSet<>();

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private static Experiment small() {
    SeriesSet set = new SineFamily(10, 30, 0.1).generate(1);
    return Recipe.of(set).with("hiddenUnits", 4).with("epochs", 6).experiment(set);
  }

  private void open(Experiment experiment) {
    OffScreen.run(() -> lab.open(experiment));
    OffScreen.until(() -> lab.state().equals(Optional.of(State.PAUSED)));
  }

  private void press(KeyCode code, KeyCombination.Modifier... modifiers) {
    List<KeyCombination.Modifier> with = List.of(modifiers);
    pressed.add(new KeyCodeCombination(code, modifiers).getDisplayText());
    KeyEvent event =
        new KeyEvent(
            KeyEvent.KEY_PRESSED,
            "",
            "",
            code,
            with.contains(SHIFT),
            with.contains(CTRL),
            false,
            false);
    OffScreen.run(() -> Event.fireEvent(window.scene().getRoot(), event));
  }

  private Node find(String id) {
    return Objects.requireNonNull(window.scene().lookup("#" + id), id);
  }

  private long steps() {
    return TestWindows.snapshot(window).map(Snapshot::step).orElse(-1L);
  }

  private void untilSteps(long wanted) {
    OffScreen.until(() -> steps() == wanted);
  }

  private void closeDialog() {
    OffScreen.until(() -> TestWindows.dialogs(window).findAny().isPresent());
    OffScreen.run(
        () ->
            TestWindows.dialogs(window)
                .toList()
                .forEach(pane -> pane.getScene().getWindow().hide()));
  }

  @Test
  void everyKeyDoesWhatTheSheetSays() {
    open(small());
    press(KeyCode.PERIOD);
    untilSteps(1);
    press(KeyCode.M);
    OffScreen.until(() -> find("slow-motion").isVisible());
    press(KeyCode.ESCAPE);
    OffScreen.until(() -> !find("slow-motion").isVisible());
    press(KeyCode.SPACE);
    OffScreen.until(() -> lab.state().equals(Optional.of(State.FINISHED)));
    long all = OffScreen.call(this::steps);
    press(KeyCode.P);
    OffScreen.until(() -> lab.compared().now().pinned().size() == 1);
    press(KeyCode.L);
    OffScreen.until(() -> lab.replay().epoch().isPresent());
    press(KeyCode.ESCAPE);
    OffScreen.until(() -> lab.replay().epoch().isEmpty());
    press(KeyCode.R);
    untilSteps(0);
    press(KeyCode.Z, CTRL);
    untilSteps(all);
    press(KeyCode.Z, CTRL, SHIFT);
    untilSteps(0);
    press(KeyCode.Z, CTRL);
    untilSteps(all);
    cursor();
    looks();
    dialogs();
    press(KeyCode.F11);
    OffScreen.until(() -> window.scene().lookup("#presentation-bar") != null);
    press(KeyCode.ESCAPE);
    OffScreen.until(() -> window.scene().lookup("#presentation-bar") == null);
    Stage stage = (Stage) window.scene().getWindow();
    press(KeyCode.F11, SHIFT);
    OffScreen.until(stage::isFullScreen);
    press(KeyCode.F11, SHIFT);
    OffScreen.until(() -> !stage.isFullScreen());
    List<String> listed = OffScreen.call(() -> Shortcuts.rows().stream().map(r -> r[0]).toList());
    Set<String> left = new HashSet<>(listed);
    left.removeAll(pressed);
    // The dialogs of these are the system's, and the list of commands is a window of its own; what
    // comes after them is done by other tests.
    Set<String> system = new HashSet<>();
    for (KeyCode code : new KeyCode[] {KeyCode.O, KeyCode.S}) {
      system.add(new KeyCodeCombination(code, CTRL).getDisplayText());
    }
    system.add(new KeyCodeCombination(KeyCode.P, CTRL, SHIFT).getDisplayText());
    assertEquals(system, left);
  }

  private void cursor() {
    press(KeyCode.RIGHT);
    double first = lab.cursorProperty().get().orElseThrow();
    press(KeyCode.RIGHT);
    assertEquals(first + 1, lab.cursorProperty().get().orElseThrow());
    press(KeyCode.RIGHT, SHIFT);
    assertEquals(first + 11, lab.cursorProperty().get().orElseThrow());
    press(KeyCode.LEFT, SHIFT);
    press(KeyCode.LEFT);
    assertEquals(first, lab.cursorProperty().get().orElseThrow());
  }

  private void looks() {
    boolean dark = lab.preferences().darkProperty().get();
    press(KeyCode.T, CTRL);
    assertNotEquals(dark, lab.preferences().darkProperty().get());
    press(KeyCode.PLUS, CTRL);
    assertEquals(1.1, lab.preferences().zoomProperty().get(), 1e-9);
    press(KeyCode.DIGIT0, CTRL);
    assertEquals(1, lab.preferences().zoomProperty().get());
    press(KeyCode.MINUS, CTRL);
    assertEquals(1 / 1.1, lab.preferences().zoomProperty().get(), 1e-9);
    press(KeyCode.DIGIT0, CTRL);
  }

  private void dialogs() {
    OffScreen.frames(window.scene(), 2);
    press(KeyCode.E, CTRL);
    MenuButton export = (MenuButton) find("export");
    OffScreen.until(export::isShowing);
    int figures = OffScreen.call(() -> window.controller().figures().figures().size());
    assertTrue(OffScreen.call(() -> export.getItems().size()) >= figures);
    OffScreen.run(export::hide);
    press(KeyCode.L, CTRL);
    MenuButton lessons = (MenuButton) find("lessons");
    OffScreen.until(lessons::isShowing);
    OffScreen.run(lessons::hide);
    press(KeyCode.B, CTRL);
    closeDialog();
    press(KeyCode.G, CTRL);
    closeDialog();
    press(KeyCode.K, CTRL, SHIFT);
    closeDialog();
    press(KeyCode.C, CTRL, SHIFT);
    // These data are in no file, so that the window says what to do.
    OffScreen.until(() -> lab.troubleProperty().get().isPresent());
    press(KeyCode.F1);
    closeDialog();
    press(KeyCode.F1, SHIFT);
    OffScreen.until(() -> TestWindows.dialogs(window).findAny().isPresent());
    DialogPane help = OffScreen.call(() -> TestWindows.dialogs(window).findFirst().orElseThrow());
    assertTrue(OffScreen.call(() -> help.lookup("#page-deep") != null));
    closeDialog();
    OffScreen.run(
        () -> {
          ClipboardContent copied = new ClipboardContent();
          copied.putString("t,x\n0,1\n1,2\n2,1\n");
          Clipboard.getSystemClipboard().setContent(copied);
        });
    press(KeyCode.V, CTRL);
    closeDialog();
  }

  private void fire(String id) {
    OffScreen.run(() -> ((ButtonBase) find(id)).fire());
  }

  @Test
  void choicesAboveTheFiguresAndTheirButtons() {
    TestWindows.train(window, small());
    OffScreen.run(() -> ((ComboBox<?>) find("series")).getSelectionModel().select(3));
    assertEquals(3, lab.selection().seriesProperty().get());
    OffScreen.until(
        () ->
            TestWindows.snapshot(window)
                .flatMap(Snapshot::beliefs)
                .filter(b -> b.watch().series() == 3)
                .isPresent());
    OffScreen.run(() -> ((Slider) find("seen")).setValue(0.8));
    assertEquals("80 %", OffScreen.call(() -> ((Label) find("seenText")).getText()));
    OffScreen.until(
        () ->
            TestWindows.snapshot(window)
                .flatMap(Snapshot::beliefs)
                .filter(b -> b.watch().seen() == 24)
                .isPresent());
    @SuppressWarnings("unchecked")
    ChoiceBox<Speed> speed = (ChoiceBox<Speed>) find("speed");
    OffScreen.run(() -> speed.setValue(Speed.SLOW));
    assertEquals(Speed.SLOW, lab.preferences().speedProperty().get());
    OffScreen.run(() -> speed.setValue(Speed.FAST));
    OffScreen.run(() -> lab.troubleProperty().set(Optional.of("It is broken.")));
    fire("bannerClose");
    assertFalse(OffScreen.call(() -> find("banner").isVisible()));
    SeriesSet nile = Samples.find("nile").orElseThrow().open();
    open(Recipe.of(nile).with("kind", "level").experiment(nile));
    assertTrue(marked().orElse("").contains("nile"), marked().toString());
    TestWindows.train(window, small());
    assertEquals(Optional.empty(), marked().filter(m -> m.contains("nile")));
    Object before = lab.knobs().model();
    OffScreen.run(
        () -> lab.knobs().modelProperty().set(lab.knobs().model().with("hiddenUnits", 5)));
    OffScreen.run(() -> ((Button) find("restartBar").lookupAll(".button").toArray()[1]).fire());
    assertEquals(before, lab.knobs().model());
    boolean dark = lab.preferences().darkProperty().get();
    fire("theme");
    assertNotEquals(dark, lab.preferences().darkProperty().get());
    fire("help");
    closeDialog();
    fire("replay");
    OffScreen.until(() -> lab.replay().epoch().isPresent());
    OffScreen.run(() -> window.controller().back());
  }

  /** The sample that the list highlights. */
  private Optional<String> marked() {
    return OffScreen.call(
        () -> {
          ListView<?> samples = (ListView<?>) window.scene().lookup(".samples");
          return Optional.ofNullable(samples.getSelectionModel().getSelectedItem())
              .map(Object::toString);
        });
  }

  /** Weights that are no numbers are so at the next step again; each time there is an offer. */
  @Test
  void everyDivergenceHasItsOffer() {
    open(small());
    press(KeyCode.PERIOD);
    untilSteps(1);
    Experiment one = OffScreen.call(lab::document).join();
    Arrays.fill(one.checkpoint().orElseThrow().weights(), Float.NaN);
    open(one);
    OffScreen.run(lab::play);
    double rate = one.training().learningRate();
    for (int time = 0; time < 3; time++) {
      double now = rate;
      OffScreen.until(
          () ->
              lab.state().equals(Optional.of(State.DIVERGED))
                  && TestWindows.snapshot(window).orElseThrow().settings().learningRate() == now
                  && find("bannerAct").isVisible());
      fire("bannerAct");
      rate /= 2;
    }
  }

  /** Each control of the window that has a name of its own is named by a test. */
  @Test
  void everyControlIsUsedByATest() throws IOException {
    open(small());
    StringBuilder tests = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("src/test/java/undercurrent/view"))) {
      for (Path file : files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
        tests.append(Files.readString(file));
      }
    }
    List<String> ids = new ArrayList<>();
    OffScreen.run(
        () ->
            ShownWords.seen(window.scene().getRoot())
                .filter(ActionsTest::isControl)
                .map(Node::getId)
                .filter(Objects::nonNull)
                .forEach(ids::add));
    // The button that saves opens a dialog of the system; the list is a part of a choice.
    ids.removeAll(List.of("save", "filtered"));
    // KnobControlTest uses all kinds of them.
    ids.removeIf(id -> id.startsWith("knob-") || id.startsWith("slider-"));
    ids.removeIf(
        id -> tests.indexOf("\"" + id + "\"") >= 0 || tests.indexOf("\"#" + id + "\"") >= 0);
    assertEquals(List.of(), ids);
  }

  private static boolean isControl(Node node) {
    return node instanceof ButtonBase
        || node instanceof Slider
        || node instanceof ChoiceBox
        || node instanceof ComboBoxBase;
  }
}
