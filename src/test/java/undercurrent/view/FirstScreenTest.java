package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fair_acc.chartfx.XYChart;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.figure.Figure;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.Beliefs;

/** The first screen is a trained sine that moves at one press, with a hint that goes away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FirstScreenTest {
  private static final double FIRST_PLACE = 22;
  @TempDir private Path folder = Path.of("");
  private final MainWindow window = TestWindows.open();
  private final Lab lab = window.lab();

  @AfterAll
  void close() {
    TestWindows.close(window);
  }

  @BeforeAll
  void openFirst() {
    OffScreen.run(window::openFirst);
    OffScreen.until(
        () ->
            TestWindows.snapshot(window)
                .flatMap(Snapshot::beliefs)
                .filter(Beliefs::fine)
                .isPresent());
    assertTrue(isHinted());
    assertEquals(OptionalDouble.empty(), OffScreen.call(lab.cursorProperty()::get));
  }

  /** As a person sees it who has not used it yet. */
  @BeforeEach
  void asAtFirst() {
    OffScreen.run(
        () -> {
          lab.replay().leave();
          lab.preferences().hintedProperty().set(false);
          window.controller().figures().point(FIRST_PLACE);
        });
    OffScreen.frames(window.scene(), 3);
    assertTrue(isHinted());
  }

  private boolean isHinted() {
    return OffScreen.call(() -> find("first-hint").isVisible());
  }

  private Node find(String id) {
    return window.scene().lookup("#" + id);
  }

  private String status() {
    return OffScreen.call(() -> ((StatusLine) window.scene().lookup(".status-bar")).getText());
  }

  private Set<String> figures() {
    return OffScreen.call(
        () ->
            window.controller().figures().figures().stream()
                .filter(f -> !f.marks().isEmpty())
                .map(Figure::id)
                .collect(Collectors.toSet()));
  }

  @Test
  void aTrainedSineIsShownAndPlayReplaysHowItWasLearned() {
    assertEquals(Set.of("observed", "phase", "elbo", "latent"), figures());
    assertTrue(OffScreen.call(lab::isTrained));
    assertFalse(OffScreen.call(() -> lab.unsaved().now().orElseThrow().any()));
    assertEquals(Words.of("status.finished"), status());
    assertTrue(isHinted());
    Set<Integer> epochs = new TreeSet<>();
    Set<String> said = new TreeSet<>();
    OffScreen.run(
        () -> {
          lab.replay()
              .beliefsProperty()
              .addListener((o, before, now) -> lab.replay().epoch().ifPresent(epochs::add));
          window.controller().playOrPause();
        });
    assertEquals(Words.of("transport.pause"), OffScreen.call(window.controller().playWords()::get));
    OffScreen.until(() -> lab.replay().epoch().orElse(0) > 0);
    said.add(status());
    // It stops, and goes on where it stopped.
    OffScreen.run(window.controller()::playOrPause);
    int stopped = OffScreen.call(() -> lab.replay().momentProperty().get().orElseThrow().epoch());
    assertTrue(stopped > 0 && stopped < 400, "" + stopped);
    OffScreen.run(window.controller()::playOrPause);
    assertEquals(
        stopped, OffScreen.call(() -> lab.replay().momentProperty().get().orElseThrow().epoch()));
    assertFalse(isHinted());
    OffScreen.until(() -> !lab.replay().isPlaying());
    assertTrue(epochs.size() >= 20, epochs.toString());
    assertTrue(epochs.contains(0) && epochs.contains(400), epochs.toString());
    assertTrue(said.iterator().next().contains("raise the epochs"), said.toString());
    assertEquals(Words.of("status.finished"), status());
    assertEquals(Words.of("transport.play"), OffScreen.call(window.controller().playWords()::get));
    assertTrue(OffScreen.call(lab.preferences().hintedProperty()::get));

    // It does not come back.
    OffScreen.run(() -> window.controller().figures().point(30));
    assertFalse(isHinted());
  }

  private Canvas canvas() {
    return canvas(window.controller().figures().places().observed()).orElseThrow();
  }

  private static Optional<Canvas> canvas(Node node) {
    if (node instanceof XYChart chart) return Optional.of(chart.getCanvas());
    if (node instanceof javafx.scene.Parent parent) {
      return parent.getChildrenUnmodifiable().stream()
          .flatMap(child -> canvas(child).stream())
          .findFirst();
    }
    return Optional.empty();
  }

  private void mouse(EventType<MouseEvent> type, double x) {
    OffScreen.run(() -> Mouse.PRIMARY.fire(type, canvas(), new Point2D(x, 60)));
  }

  private double line() {
    return OffScreen.call(
        () -> ((Line) canvas().getParent().lookup(".resting-cursor")).getStartX());
  }

  @Test
  void theLineIsDraggedAndStaysWhereItWasPut() {
    double before = OffScreen.call(() -> lab.cursor().restingProperty().get().orElseThrow());
    double from = line();
    mouse(MouseEvent.MOUSE_PRESSED, from + 3);
    mouse(MouseEvent.MOUSE_DRAGGED, from + 80);
    mouse(MouseEvent.MOUSE_RELEASED, from + 80);
    double after = OffScreen.call(() -> lab.cursor().restingProperty().get().orElseThrow());
    assertTrue(after > before + 5, before + " " + after);
    assertEquals(from + 80, line(), 1);
    assertFalse(isHinted());

    // The mouse elsewhere marks another moment while it is there, and no drag from there moves it.
    mouse(MouseEvent.MOUSE_MOVED, from + 150);
    assertTrue(OffScreen.call(() -> lab.cursorProperty().get().orElseThrow()) > after);
    mouse(MouseEvent.MOUSE_EXITED, from + 150);
    assertEquals(after, OffScreen.call(() -> lab.cursorProperty().get().orElseThrow()));
    mouse(MouseEvent.MOUSE_PRESSED, from + 20);
    mouse(MouseEvent.MOUSE_DRAGGED, from + 40);
    mouse(MouseEvent.MOUSE_RELEASED, from + 40);
    assertEquals(after, OffScreen.call(() -> lab.cursor().restingProperty().get().orElseThrow()));

    mouse(MouseEvent.MOUSE_CLICKED, from + 30);
    assertEquals(from + 30, line(), 1);
    double clicked = OffScreen.call(() -> lab.cursor().restingProperty().get().orElseThrow());
    OffScreen.run(() -> window.controller().figures().moveCursor(1));
    assertTrue(OffScreen.call(() -> lab.cursor().restingProperty().get().orElseThrow()) > clicked);
  }

  @Test
  void theHintIsClosedByItsButtonOrEscapeAndThatIsRemembered() {
    Path kept = folder.resolve("window.properties");
    OffScreen.run(() -> memory(kept).keep());
    assertFalse(Preferences.read(kept).preferences().hinted());
    Button close = OffScreen.call(() -> (Button) find("first-hint").lookup(".button"));
    assertTrue(close.isFocusTraversable());
    assertEquals(Words.of("hint.close"), close.getAccessibleText());
    OffScreen.run(close::fire);
    assertFalse(isHinted());
    OffScreen.run(() -> memory(kept).keep());
    assertTrue(Preferences.read(kept).preferences().hinted());

    OffScreen.run(
        () -> {
          lab.preferences().hintedProperty().set(false);
          memory(kept).recall();
        });
    assertTrue(OffScreen.call(lab.preferences().hintedProperty()::get));
    OffScreen.run(
        () -> {
          lab.preferences().hintedProperty().set(false);
          window.controller().figures().point(30);
        });
    assertTrue(isHinted());
    OffScreen.run(window.controller()::back);
    assertFalse(isHinted());
    assertTrue(OffScreen.call(lab.preferences().hintedProperty()::get));
  }

  private WindowMemory memory(Path kept) {
    Stage stage = (Stage) window.scene().getWindow();
    return new WindowMemory(stage, window, kept);
  }

  @Test
  void theWordsOfTheHintAreWholeAtAnySize() {
    for (double zoom : new double[] {0.5, 1, 2}) {
      OffScreen.run(() -> lab.preferences().zoomProperty().set(zoom));
      OffScreen.frames(window.scene(), 4);
      String shown =
          OffScreen.call(
              () -> {
                Label label = (Label) find("first-hint").lookup(".label");
                return label.getChildrenUnmodifiable().stream()
                    .filter(Text.class::isInstance)
                    .map(text -> ((Text) text).getText())
                    .findFirst()
                    .orElse("");
              });
      assertEquals(Words.of("hint.first"), shown.replace("\n", " "), "zoom " + zoom);
    }
  }
}
