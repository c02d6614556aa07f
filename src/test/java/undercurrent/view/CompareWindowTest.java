package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.command.Commands;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.KeptRun;
import undercurrent.experiment.Recipe;
import undercurrent.figure.Figure;
import undercurrent.figure.Mark;
import undercurrent.series.ImportChoices;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.series.SplitShares;
import undercurrent.settings.Settings;
import undercurrent.training.CurvePoint;

/** Runs are pinned, shown as ghosts, kept in the document, and made again by their command. */
final class CompareWindowTest {
  private final MainWindow window = TestWindows.open();
  private final Lab lab = window.lab();
  @TempDir private Path folder = Path.of("");

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private static Recipe recipe(SeriesSet set, int hidden) {
    return Recipe.of(set).with(Map.of("hiddenUnits", hidden, "epochs", 3, "seed", 4));
  }

  private void train(int hidden) {
    SeriesSet set = Samples.find("nile").orElseThrow().open();
    boolean isOpen = lab.experiment().isPresent();
    if (!isOpen) {
      TestWindows.train(window, recipe(set, hidden).experiment(set));
      return;
    }
    OffScreen.run(
        () -> {
          lab.turn(lab.knobs().model().with("hiddenUnits", hidden), lab.knobs().training());
          lab.restart();
        });
    Experiment begun = OffScreen.call(() -> lab.experiment().orElseThrow());
    TestWindows.train(window, begun);
  }

  private void key(KeyCode code) {
    OffScreen.run(
        () -> {
          Node root = window.scene().getRoot();
          root.requestFocus();
          root.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
  }

  private List<KeptRun> pinned() {
    return OffScreen.call(() -> lab.compared().now().pinned());
  }

  private void pin() {
    int before = pinned().size();
    key(KeyCode.P);
    OffScreen.until(() -> lab.compared().now().pinned().size() == before + 1);
    OffScreen.until(() -> !lab.compared().isScoring());
  }

  private <T> T find(Class<T> type, String id) {
    return OffScreen.call(
        () -> type.cast(Objects.requireNonNull(window.scene().lookup("#" + id), id)));
  }

  private Map<String, Mark> marks(String id) {
    return OffScreen.call(
        () ->
            window.controller().figures().figures().stream()
                .filter(f -> f.id().equals(id))
                .map(Figure::marks)
                .flatMap(List::stream)
                .filter(m -> !m.legend().isEmpty())
                .collect(Collectors.toMap(Mark::legend, m -> m, (a, b) -> a)));
  }

  private List<String> cells() {
    return OffScreen.call(
        () ->
            window.controller().comparing().table().lookupAll(".label").stream()
                .map(n -> ((Label) n).getText())
                .toList());
  }

  @Test
  void aPinnedRunIsAGhostAndARowAndHidingOneChangesNoOther() {
    train(4);
    assertFalse(find(PinnedTable.class, "pinned").isVisible());
    pin();
    train(6);
    pin();
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
    train(4);
    pin();
    train(6);
    OffScreen.run(
        () -> {
          TextField name = (TextField) window.scene().lookup("#pinned-name-1");
          name.setText("small");
          name.fireEvent(new javafx.event.ActionEvent());
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
    train(4);
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

  /** A pinned run, a sweep and runs of kinds are in the file, and shown when it is opened. */
  @Test
  void aPinnedRunASweepAndAComparisonSurviveSaveAndOpen() {
    train(4);
    pin();
    SweepDialog sweep =
        OffScreen.call(
            () -> SweepDialog.show(lab, window.scene().getWindow(), file -> {}).orElseThrow());
    OffScreen.run(
        () -> {
          @SuppressWarnings("unchecked") // Settings are told by their keys.
          ComboBox<String> setting = within(sweep.content(), ComboBox.class, "sweep-setting-1");
          setting.setValue("kind");
          within(sweep.content(), TextField.class, "sweep-values-1").setText("level, trend");
          within(sweep.content(), TextField.class, "sweep-values-2").setText("");
          within(sweep.content(), TextField.class, "sweep-seeds").setText("2");
          within(sweep.content(), Button.class, "sweep-start").fire();
        });
    OffScreen.until(sweep::isIdle);
    OffScreen.run(sweep::close);
    KindsDialog kinds =
        OffScreen.call(() -> KindsDialog.show(lab, window.scene().getWindow()).orElseThrow());
    OffScreen.run(
        () -> {
          within(kinds.content(), CheckBox.class, "kinds-deep").setSelected(false);
          within(kinds.content(), CheckBox.class, "kinds-level").setSelected(true);
          within(kinds.content(), TextField.class, "kinds-seeds").setText("2");
          within(kinds.content(), Button.class, "kinds-start").fire();
        });
    OffScreen.until(kinds::isIdle);
    List<String> shown = OffScreen.call(() -> texts(kinds.content(), "kinds-table"));
    OffScreen.run(kinds::close);
    assertEquals(3, OffScreen.call(() -> lab.compared().now().kinds().size()));
    assertTrue(shown.stream().anyMatch(cell -> cell.contains(" ± ")), shown.toString());

    Path file = folder.resolve("compared.undercurrent");
    OffScreen.run(() -> window.controller().files().save(new SaveWish(file, false), () -> {}));
    OffScreen.until(() -> !lab.unsaved().now().orElseThrow().any());
    assertEquals(1, ExperimentFile.open(file).compared().pinned().size());

    MainWindow second = TestWindows.open();
    try {
      OffScreen.run(() -> second.controller().files().open(file));
      OffScreen.until(() -> !second.lab().compared().now().isEmpty());
      assertFalse(OffScreen.call(() -> second.lab().unsaved().now().orElseThrow().any()));
      assertTrue(OffScreen.call(() -> second.scene().lookup("#pinned").isVisible()));
      // The series of the document are those of the sample, so that there is a command.
      CommandCopy reread =
          new CommandCopy(
              second.lab(), new FileTasks(second.lab(), () -> second.scene().getWindow()));
      assertTrue(answer(OffScreen.call(reread::current)).words().contains("nile"));
      SweepDialog again =
          OffScreen.call(
              () ->
                  SweepDialog.show(second.lab(), second.scene().getWindow(), f -> {})
                      .orElseThrow());
      String said =
          OffScreen.call(() -> within(again.content(), Label.class, "sweep-said").getText());
      assertTrue(said.startsWith("4 runs of 2 combinations, 2 seeds each"), said);
      assertEquals(
          "level, trend",
          OffScreen.call(
              () -> within(again.content(), TextField.class, "sweep-values-1").getText()));
      KindsDialog reopened =
          OffScreen.call(
              () -> KindsDialog.show(second.lab(), second.scene().getWindow()).orElseThrow());
      assertEquals(shown, OffScreen.call(() -> texts(reopened.content(), "kinds-table")));
    } finally {
      TestWindows.close(second);
    }
  }

  private static <T> T within(Node content, Class<T> type, String id) {
    return type.cast(Objects.requireNonNull(content.lookup("#" + id), id));
  }

  private static List<String> texts(Node content, String id) {
    return content.lookup("#" + id).lookupAll(".label").stream()
        .map(n -> ((Label) n).getText())
        .toList();
  }

  /** Pinned runs cost time to make: a reset does not make the window close without a question. */
  @Test
  void pinnedRunsAreAskedAboutUntilAFileHasThem() {
    train(4);
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
    train(4);
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
    train(4);
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

  /** Other data may have fewer channels than those that the dialog shows. */
  @Test
  void kindsStayAsTheyAreWhenOtherDataAreOpened() {
    SeriesSet two = new undercurrent.series.SineFamily(3, 40, 0.1).generate(1);
    OffScreen.run(() -> lab.open(Recipe.of(two).with("epochs", 1).experiment(two)));
    KindsDialog kinds =
        OffScreen.call(() -> KindsDialog.show(lab, window.scene().getWindow()).orElseThrow());
    OffScreen.run(
        () -> {
          within(kinds.content(), TextField.class, "kinds-seeds").setText("1");
          within(kinds.content(), CheckBox.class, "kinds-deep").setSelected(false);
          within(kinds.content(), Button.class, "kinds-start").fire();
        });
    OffScreen.until(kinds::isIdle);
    List<String> shown = OffScreen.call(() -> texts(kinds.content(), "kinds-table"));
    List<Throwable> thrown = new ArrayList<>();
    SeriesSet other = Samples.find("nile").orElseThrow().open();
    OffScreen.run(
        () -> {
          lab.selection().channelProperty().set(1);
          Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> thrown.add(e));
          lab.open(Recipe.of(other).experiment(other));
          Thread.currentThread().setUncaughtExceptionHandler(null);
        });
    assertEquals(List.of(), thrown);
    assertEquals(shown.size(), OffScreen.call(() -> texts(kinds.content(), "kinds-table")).size());
    OffScreen.run(kinds::close);
  }

  /** Forecasts of all kinds have the cursor of the window. */
  @Test
  void theCursorIsOneForAllKinds() {
    train(4);
    KindsDialog kinds =
        OffScreen.call(() -> KindsDialog.show(lab, window.scene().getWindow()).orElseThrow());
    OffScreen.run(
        () -> {
          within(kinds.content(), TextField.class, "kinds-seeds").setText("1");
          within(kinds.content(), CheckBox.class, "kinds-deep").setSelected(false);
          within(kinds.content(), CheckBox.class, "kinds-level").setSelected(true);
          within(kinds.content(), Button.class, "kinds-start").fire();
        });
    OffScreen.until(kinds::isIdle);
    OffScreen.run(() -> lab.cursor().rest(java.util.OptionalDouble.of(1900)));
    OffScreen.frames(kinds.content().getScene(), 2);
    List<Node> panes =
        OffScreen.call(
            () ->
                List.copyOf(kinds.content().lookup("#kinds-figures").lookupAll(".resting-cursor")));
    assertEquals(2, panes.size());
    assertTrue(OffScreen.call(() -> panes.stream().allMatch(Node::isVisible)));
    OffScreen.run(kinds::close);
  }

  private static CommandCopy.Answer answer(CompletableFuture<CommandCopy.Answer> coming) {
    return coming.join();
  }

  private CommandCopy copy() {
    return new CommandCopy(lab, new FileTasks(lab, () -> window.scene().getWindow()));
  }

  /** A table that was opened with choices, and settings that were turned: the same bits. */
  @Test
  void theCommandMakesThisVeryRun() throws java.io.IOException {
    StringBuilder table = new StringBuilder("t;my x;other\n");
    for (int t = 0; t < 90; t++) {
      table.append(t).append(';').append(Math.sin(0.3 * t) + 0.1 * (t % 7)).append(';');
      table.append(t % 5 == 0 ? "-999" : Double.toString(Math.cos(0.2 * t))).append('\n');
    }
    Path file = Files.writeString(folder.resolve("it's a table.csv"), table);
    ImportChoices choices =
        ImportChoices.AUTOMATIC
            .withMissing("-999", true)
            .withSplit(SplitShares.of("0.6,0.2").orElseThrow());
    SeriesSet set = lab.compared().sources().read(file, choices);
    OffScreen.run(() -> lab.open(Recipe.of(set).experiment(set)));
    OffScreen.run(
        () -> {
          lab.turn(
              lab.knobs().model().with("hiddenUnits", 5).with("latentSize", 3),
              Settings.with(
                  Settings.with(lab.knobs().training(), "seed", 11), "learningRate", 0.0087));
          lab.turn(lab.knobs().model(), Settings.with(lab.knobs().training(), "epochs", 4));
          lab.restart();
        });
    TestWindows.train(window, OffScreen.call(() -> lab.experiment().orElseThrow()));
    Experiment trained = OffScreen.call(lab::document).join();
    pin();
    CommandCopy.Answer current = answer(OffScreen.call(copy()::current));
    KeptRun pinned = pinned().getFirst();
    CommandCopy.Answer ofPin = answer(OffScreen.call(() -> copy().of(pinned)));
    assertEquals(current.words(), ofPin.words(), current.sentence());
    List<String> words = new ArrayList<>(current.words());
    assertTrue(words.containsAll(List.of("--seed", "11", "--split", "0.6,0.2")), words.toString());
    words.set(words.size() - 1, folder.resolve("out").toString());
    words.addAll(List.of("--figures", "none"));
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int exit =
        new Commands(out, out, false, to -> List.of())
            .run(words.subList(1, words.size()).toArray(String[]::new));
    assertEquals(0, exit, said.toString());
    Experiment made = ExperimentFile.open(folder.resolve("out/experiment.undercurrent"));
    assertEquals(trained.model().values(), made.model().values());
    assertEquals(trained.training(), made.training());
    assertEquals(trained.data().split(), made.data().split());
    assertArrayEquals(elbo(trained), elbo(made));
  }

  private static double[] elbo(Experiment experiment) {
    return experiment.curve().stream().mapToDouble(CurvePoint::elbo).toArray();
  }

  @Test
  void aRunThatNoCommandMakesSaysWhatToDo() {
    train(4);
    assertTrue(answer(OffScreen.call(copy()::current)).words().contains("nile"));
    // A setting that acts at once is turned on the way.
    OffScreen.run(
        () ->
            lab.turn(
                lab.knobs().model(), Settings.with(lab.knobs().training(), "learningRate", 0.001)));
    assertRefused("command.turned");
    pin();
    assertTrue(pinned().getFirst().isTurned());
    OffScreen.run(lab::restart);
    assertTrue(answer(OffScreen.call(copy()::current)).words().contains("learningRate=0.001"));
    // Data of no file.
    SeriesSet drawn = new undercurrent.series.SineFamily(2, 40, 0.1).generate(3);
    OffScreen.run(() -> lab.open(Recipe.of(drawn).experiment(drawn)));
    assertRefused("command.noFile");
    SeriesSet nile = Samples.find("nile").orElseThrow().open();
    OffScreen.run(() -> lab.open(recipe(nile, 4).experiment(nile)));
    OffScreen.run(() -> lab.edits().make(new undercurrent.edit.HiddenStretch(0, 5, 9)));
    assertRefused("command.edited");
  }

  private void assertRefused(String key) {
    CommandCopy.Answer answer = answer(OffScreen.call(copy()::current));
    assertEquals(List.of(), answer.words());
    String sentence = Words.of(key, "");
    assertTrue(answer.sentence().startsWith(sentence), answer.sentence());
    assertTrue(answer.sentence().contains("undercurrent train "), answer.sentence());
    assertTrue(answer.sentence().contains(".undercurrent"), answer.sentence());
  }

  /** The seed on the screen is that of the training, also while another one is typed. */
  @Test
  void theSeedShownIsTheSeedTrained() {
    train(4);
    String shown = OffScreen.call(() -> ((Label) window.scene().lookup("#seed")).getText());
    Experiment document = OffScreen.call(lab::document).join();
    assertEquals(Long.toString(document.training().seed()), shown);
    OffScreen.run(
        () -> lab.turn(lab.knobs().model(), Settings.with(lab.knobs().training(), "seed", 77)));
    assertEquals("4", OffScreen.call(() -> ((Label) window.scene().lookup("#seed")).getText()));
    OffScreen.run(() -> ((Button) window.scene().lookup("#newSeed")).fire());
    OffScreen.until(() -> lab.experiment().orElseThrow().training().seed() == 78);
    assertEquals("78", OffScreen.call(() -> ((Label) window.scene().lookup("#seed")).getText()));
    OffScreen.run(lab::step);
    OffScreen.until(lab::isTrained);
    // The same document from the command line's engine: the same bits after the same step.
    Experiment stepped = OffScreen.call(lab::document).join();
    undercurrent.experiment.Run run =
        undercurrent.experiment.Run.of(
            Recipe.of(stepped.data())
                .with(Map.of("hiddenUnits", 4, "epochs", 3, "seed", 78))
                .experiment(stepped.data()));
    run.trainer().step();
    assertArrayEquals(
        run.trainer().checkpoint().weights(), stepped.checkpoint().orElseThrow().weights());
  }
}
