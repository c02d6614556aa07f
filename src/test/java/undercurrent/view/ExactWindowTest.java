package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Recipe;
import undercurrent.figure.Figure;
import undercurrent.kind.Catalogue;
import undercurrent.kind.FigureCard;
import undercurrent.kind.ResultKey;
import undercurrent.model.continuous.NamedProcess;
import undercurrent.model.exact.FixedText;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.State;
import undercurrent.settings.KnobWords;
import undercurrent.training.Criterion;

/** Linear models in the window, alone and beside a deep one. */
class ExactWindowTest {
  private final SeriesSet set = new SineFamily(10, 30, 0.1).generate(1);
  private final MainWindow window = TestWindows.open();

  @BeforeEach
  void deep() {
    open("DEEP_MARKOV");
  }

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private void open(String kind) {
    Recipe recipe = Recipe.of(set).with("hiddenUnits", 8).with("epochs", 20).with("kind", kind);
    OffScreen.run(() -> window.lab().open(recipe.experiment(set)));
  }

  private Node find(String id) {
    return OffScreen.call(() -> window.scene().lookup("#" + id));
  }

  private void press(String id) {
    OffScreen.run(() -> ((ButtonBase) window.scene().lookup("#" + id)).fire());
  }

  private void finish() {
    press("play");
    OffScreen.until(
        () -> {
          Snapshot now = window.lab().snapshotProperty().get();
          return now != null && now.state() == State.FINISHED;
        });
    OffScreen.frames(window.scene(), 2);
  }

  @Test
  void anExactFilterStandsBesideADeepModelAndTheStatusSaysWhyTheyDiffer() {
    finish();
    press("beside");
    OffScreen.until(() -> window.lab().beside().fittedProperty().get().isPresent());
    OffScreen.frames(window.scene(), 2);
    String said = ((StatusBar) find("status")).getText();
    assertTrue(said.contains("Linear, exact log p"), said);
    press("beside");
    assertTrue(window.lab().beside().fittedProperty().get().isEmpty());
  }

  private boolean isShown(String knob) {
    Node made = find("knob-" + knob);
    return made != null && made.getParent().isVisible();
  }

  @Test
  void aSwitchingModelShowsItsOwnKnobsAndItsRegimes() {
    open("SWITCHING");
    assertTrue(isShown("regimes") && isShown("latentSize"));
    assertFalse(isShown("motion") || isShown("hiddenUnits") || isShown("transform"));
    finish();
    OffScreen.until(
        () -> {
          Snapshot now = window.lab().snapshotProperty().get();
          return now != null && now.beliefs().filter(b -> b.fine()).isPresent();
        });
    assertEquals("regimes", figure("regimes"));
    assertEquals("matrices", figure("matrices"));
  }

  @Test
  void anOptimizedFilterShowsItsErrors() {
    Recipe recipe =
        Recipe.of(set).with("kind", "okf").with("motion", "regression").with("epochs", 20);
    OffScreen.run(() -> window.lab().open(recipe.experiment(set)));
    assertTrue(isShown("motion") && isShown("seed") && isShown("epochs"));
    assertFalse(isShown("regimes") || isShown("latentSize") || isShown("learningRate"));
    finish();
    assertEquals("Error of the state", ((Label) find("bound")).getText());
    OffScreen.until(
        () -> {
          Snapshot now = window.lab().snapshotProperty().get();
          return now != null
              && now.beliefs()
                  .filter(b -> b.results().need(ResultKey.FINDINGS).filters().isPresent())
                  .isPresent();
        });
    assertEquals("errors", figure("errors"));
  }

  private static void enter(Node field, String text) {
    OffScreen.run(
        () -> {
          ((TextField) field).setText(text);
          field.fireEvent(new ActionEvent());
        });
  }

  @Test
  void ordersOfArimaAreWrittenAndWhatIsNoOrderIsSaid() {
    open("ARIMA");
    assertTrue(isShown("order") && isShown("seasonalOrder"));
    assertFalse(isShown("process") || isShown("cycle"));
    enter(find("knob-order"), "2, 0, 1");
    assertEquals("2,0,1", window.lab().knobs().model().values().get("order"));
    enter(find("knob-order"), "2,1");
    assertEquals("2,0,1", window.lab().knobs().model().values().get("order"));
    String said = window.lab().troubleProperty().get().orElseThrow();
    assertTrue(said.contains("'order'") && said.contains("1,1,1"), said);
    finish();
    assertTrue(choices().contains("fit") && !choices().contains("between"));
  }

  @Test
  void aContinuousModelShowsItsProcessAndWhatLiesBetweenRows() {
    open("CONTINUOUS");
    assertTrue(isShown("process"));
    assertFalse(isShown("order") || isShown("cycle") || isShown("latentSize"));
    OffScreen.run(
        () -> {
          var model = window.lab().knobs().modelProperty();
          window
              .lab()
              .turn(model.get().with("process", "velocity"), window.lab().knobs().training());
        });
    finish();
    assertTrue(choices().contains("between"), choices().toString());
    open("LEVEL");
    assertTrue(isShown("cycle"));
    assertEquals("Matérn 3/2", KnobWords.choice(NamedProcess.MATERN32));
    assertEquals("OU", KnobWords.choice(NamedProcess.OU));
  }

  /** The pin beside a parameter holds it at its estimate, and lets it go again. */
  @Test
  void aPinHoldsAParameter() {
    open("LEVEL");
    finish();
    OffScreen.until(
        () -> {
          Snapshot now = window.lab().snapshotProperty().get();
          return now != null
              && now.beliefs()
                  .filter(b -> b.results().get(ResultKey.DIAGNOSIS).isPresent())
                  .isPresent();
        });
    OffScreen.run(
        () -> {
          @SuppressWarnings("unchecked")
          ChoiceBox<FigureCard> box = (ChoiceBox<FigureCard>) window.scene().lookup("#curves");
          box.setValue(
              box.getItems().stream().filter(c -> c.id().equals("fit")).findFirst().orElseThrow());
        });
    OffScreen.frames(window.scene(), 2);
    press("pin-level-variance");
    String fixed = String.valueOf(window.lab().knobs().model().values().get("fixed"));
    assertTrue(fixed.matches("level-variance=[0-9.E-]+"), fixed);
    assertTrue(window.lab().restartNeeded().get());
    press("pin-irregular-variance");
    fixed = String.valueOf(window.lab().knobs().model().values().get("fixed"));
    assertTrue(fixed.contains(";irregular-variance="), fixed);
    assertEquals(
        "", FixedText.without(FixedText.without(fixed, "irregular variance"), "LEVEL variance"));
  }

  @Test
  void anotherKindHasItsOwnKnobsAtOnceAndKeepsWhatHasTheSameName() {
    turn("linear");
    assertTrue(isShown("latentSize") && isShown("kind"));
    assertFalse(isShown("hiddenUnits") || isShown("learningRate") || isShown("klLength"));
    assertTrue(window.lab().restartNeeded().get());
    turn("seasonal");
    assertTrue(isShown("season") && isShown("cycle") && !isShown("seed"));
    turn("deep");
    assertTrue(isShown("hiddenUnits") && isShown("learningRate") && isShown("seed"));
  }

  private void turn(String kind) {
    OffScreen.run(
        () -> {
          @SuppressWarnings("unchecked")
          ComboBox<Object> box = (ComboBox<Object>) window.scene().lookup("#knob-kind");
          box.setValue(Catalogue.standard().kind(kind));
        });
    OffScreen.frames(window.scene(), 2);
    assertEquals(kind, window.lab().knobs().model().kind().id());
  }

  @Test
  void aLinearModelShowsItsOwnKnobsAndItsLogLikelihood() {
    open("LEVEL");
    assertFalse(isShown("hiddenUnits"));
    assertFalse(find("beside").isVisible());
    assertTrue(find("knob-kind").getParent().isVisible());
    finish();
    Snapshot now = window.lab().snapshotProperty().get();
    assertTrue(now != null && now.curve().criterion() == Criterion.LOG_LIKELIHOOD);
    assertEquals("Log p per time step", ((Label) find("bound")).getText());
  }

  @Test
  void aLinearModelShowsItsParametersAndItsResidualsWhereADeepOneShowsTerms() {
    // The choice comes with the first curve.
    finish();
    assertTrue(choices().contains("terms"));
    open("LEVEL");
    finish();
    assertTrue(choices().contains("residuals") && !choices().contains("terms"));
    OffScreen.until(
        () -> {
          Snapshot now = window.lab().snapshotProperty().get();
          return now != null
              && now.beliefs()
                  .filter(b -> b.results().get(ResultKey.DIAGNOSIS).isPresent())
                  .isPresent();
        });
    List<String> shown = new ArrayList<>();
    for (String name : List.of("residuals", "autocorrelation", "quantiles", "elbo")) {
      shown.add(figure(name));
    }
    assertEquals(List.of("residuals", "autocorrelation", "quantiles", "elbo"), shown);
    figure("fit");
    String words = tableWords();
    assertTrue(words.contains("level variance"), words);
    assertTrue(words.contains("exactly diffuse start"), words);
    assertTrue(words.contains("Jarque-Bera"), words);
    assertEquals("observed latent", ids(), "one dimension needs no plane");
  }

  private List<String> choices() {
    return OffScreen.call(() -> window.controller().figures().controls().curves().offered());
  }

  private String figure(String name) {
    OffScreen.run(() -> window.controller().figures().controls().curves().choose(name));
    OffScreen.frames(window.scene(), 2);
    return OffScreen.call(
        () ->
            window.controller().figures().figures().stream()
                .map(Figure::id)
                .filter(id -> !List.of("observed", "phase", "latent").contains(id))
                .findFirst()
                .orElse(""));
  }

  private String ids() {
    return OffScreen.call(
        () ->
            window.controller().figures().figures().stream()
                .map(Figure::id)
                .collect(Collectors.joining(" ")));
  }

  private String tableWords() {
    return OffScreen.call(
        () ->
            window.scene().getRoot().lookupAll(".fit-table .label").stream()
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining("; ")));
  }
}
