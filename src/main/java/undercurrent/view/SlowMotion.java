package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import undercurrent.session.Snapshot;
import undercurrent.training.StepPhase;
import undercurrent.training.StepTrace;
import undercurrent.view.formula.FormulaNode;

/**
 * One update in slow motion: it is made at once, and its phases are shown one after the other with
 * the numbers that it had.
 */
final class SlowMotion extends VBox {
  private static final Duration EACH = Duration.seconds(3);
  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
  private static final double LETTERS = 14;
  private final Lab lab;
  private final Consumer<Set<StepPhase>> highlight;
  private final Timeline player = new Timeline(new KeyFrame(EACH, e -> advance()));
  private final HBox titles = new HBox(4);
  private final Label sentence = new Label();
  private final StackPane formula = new StackPane();
  private List<StepPhase> phases = List.of();
  private Optional<StepTrace> trace = Optional.empty();
  private int at;

  /**
   * Hidden until an update is shown.
   *
   * @param highlight receives the phase that is shown
   */
  SlowMotion(Lab lab, Consumer<Set<StepPhase>> highlight) {
    super(4);
    this.lab = lab;
    this.highlight = highlight;
    setId("slow-motion");
    getStyleClass().add("slow-motion");
    player.setCycleCount(Timeline.INDEFINITE);
    sentence.setId("phase-sentence");
    sentence.setWrapText(true);
    sentence.setMinWidth(0);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.setMaxWidth(Double.MAX_VALUE);
    formula.setAlignment(Pos.CENTER_LEFT);
    formula.setId("phase-formula");
    titles.setAlignment(Pos.CENTER_LEFT);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head =
        new HBox(
            4,
            titles,
            gap,
            button("phase-before", Material2AL.CHEVRON_LEFT, "phase.before", () -> move(-1)),
            button("phase-after", Material2AL.CHEVRON_RIGHT, "phase.after", () -> move(1)),
            button("phase-close", Material2AL.CLOSE, "phase.close", this::leave));
    head.setAlignment(Pos.CENTER_LEFT);
    HBox line = new HBox(18, sentence, formula);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("phase-line");
    getChildren().addAll(head, line);
    setFocusTraversable(true);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    setVisible(false);
    managedProperty().bind(visibleProperty());
    lab.openedProperty().addListener((o, before, now) -> leave());
    lab.snapshotProperty().addListener((o, before, now) -> follow(now));
  }

  /** A training that goes on leaves the step behind, even if it ends before it is seen to run. */
  private void follow(@Nullable Snapshot now) {
    if (now != null && trace.filter(shown -> now.step() > shown.step()).isPresent()) leave();
  }

  private static Button button(String id, Ikon icon, String words, Runnable action) {
    Button button = new IconButton(new FontIcon(icon));
    button.setId(id);
    button.setOnAction(e -> action.run());
    Tips.put(button, words);
    return button;
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> move(-1);
      case RIGHT -> move(1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Makes an update and shows it. */
  void start() {
    var unused = lab.tracedStep().thenAccept(come -> Platform.runLater(() -> show(come)));
  }

  private void show(Optional<StepTrace> come) {
    if (come.isEmpty()) return;
    trace = come;
    phases = new ArrayList<>();
    titles.getChildren().clear();
    for (StepPhase phase : StepPhase.values()) {
      Optional<PhaseWords> words = PhaseWords.of(phase, come.get());
      if (words.isEmpty()) continue;
      phases.add(phase);
      Label title = new Label(words.get().title());
      title.getStyleClass().add("phase-title");
      int place = phases.size() - 1;
      title.setOnMouseClicked(e -> goTo(place));
      titles.getChildren().add(title);
    }
    setVisible(true);
    requestFocus();
    at = 0;
    show();
    player.playFromStart();
    follow(lab.snapshotProperty().get());
  }

  private void show() {
    PhaseWords words = PhaseWords.of(phases.get(at), trace.orElseThrow()).orElseThrow();
    for (int i = 0; i < titles.getChildren().size(); i++) {
      titles.getChildren().get(i).pseudoClassStateChanged(NOW, i == at);
    }
    sentence.setText(words.sentence());
    formula
        .getChildren()
        .setAll(
            new FormulaNode(
                words.latex(), words.unicode(), LETTERS * lab.preferences().zoomProperty().get()));
    highlight.accept(Set.of(phases.get(at)));
  }

  /** The next phase by itself; after the last one it stays. */
  private void advance() {
    if (at + 1 < phases.size()) {
      at++;
      show();
    } else {
      player.stop();
    }
  }

  /** Another phase by hand; from then on none comes by itself. */
  private void move(int by) {
    goTo(Math.clamp((long) at + by, 0, phases.size() - 1));
  }

  private void goTo(int place) {
    player.stop();
    if (phases.isEmpty()) return;
    at = place;
    show();
  }

  /** The update that is shown. */
  Optional<StepTrace> trace() {
    return trace;
  }

  /** The phase that is shown, if any. */
  Optional<StepPhase> phase() {
    return trace.map(shown -> phases.get(at));
  }

  /** Shows no update any more; true when one was shown. */
  boolean leave() {
    if (trace.isEmpty()) return false;
    trace = Optional.empty();
    player.stop();
    setVisible(false);
    highlight.accept(Set.of());
    return true;
  }
}
