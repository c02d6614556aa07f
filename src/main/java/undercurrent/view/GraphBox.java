package undercurrent.view;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import undercurrent.kind.ModelGraph;
import undercurrent.kind.ModelGraph.Box;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.training.Curve;
import undercurrent.training.StepPhase;

/** A box of the graph of a model: its name, and a size that can be changed or a bar. */
final class GraphBox extends VBox {
  private static final PseudoClass WORKING = PseudoClass.getPseudoClass("working");
  private final Lab lab;
  private final Box box;
  private final Label symbol = new Label();
  private final Label size = new Label();
  private final HBox below = new HBox(2);
  private @Nullable Stepper stepper;
  private @Nullable Meter meter;

  /**
   * Of the kind that is chosen.
   *
   * @param open is called to tell more of the box
   */
  GraphBox(Lab lab, Box box, Consumer<GraphBox> open) {
    super(1);
    this.lab = lab;
    this.box = box;
    setId("box-" + box.id());
    getStyleClass().addAll("graph-box", "graph-" + box.shape().name().toLowerCase(Locale.ROOT));
    setAlignment(Pos.CENTER);
    Label name = new Label(box.name());
    name.getStyleClass().add("box-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    symbol.setText(box.symbol());
    symbol.getStyleClass().add("box-symbol");
    symbol.setMinWidth(Region.USE_PREF_SIZE);
    size.getStyleClass().add("box-number");
    size.setMinWidth(Region.USE_PREF_SIZE);
    below.setAlignment(Pos.CENTER);
    getChildren().addAll(name, below);
    setMinWidth(Region.USE_PREF_SIZE);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(box.name());
    setAccessibleHelp(box.sentence());
    addEventHandler(MouseEvent.MOUSE_CLICKED, e -> clicked(e, open));
    addEventHandler(KeyEvent.KEY_PRESSED, e -> pressed(e, open));
    refresh();
  }

  private void clicked(MouseEvent event, Consumer<GraphBox> open) {
    if (event.getButton() != MouseButton.PRIMARY) return;
    open.accept(this);
    event.consume();
  }

  private void pressed(KeyEvent event, Consumer<GraphBox> open) {
    if (event.getCode() != KeyCode.ENTER) return;
    open.accept(this);
    event.consume();
  }

  Box box() {
    return box;
  }

  /** Shows the size as it is set now. */
  void refresh() {
    Optional<Setting> setting = setting();
    if (setting.isPresent()) {
      Object value = Settings.value(lab.knobs().model().settings(), box.size());
      Stepper turned = stepper(setting.get());
      turned.show(((Number) value).longValue());
      if (!lab.knobs().controlsProperty().get().frees(setting.get().key())) {
        turned.less().setDisable(true);
        turned.more().setDisable(true);
      }
      size.setText(value.toString());
    } else if (box.meter() != ModelGraph.Meter.NONE) {
      if (meter == null) {
        meter = new Meter(box.meter());
        HBox.setHgrow(meter, Priority.ALWAYS);
        below.getChildren().setAll(meter);
      }
    } else {
      below.getChildren().setAll(symbol);
    }
  }

  /** The setting of the size, where the box has one that does something. */
  private Optional<Setting> setting() {
    return KnobRows.find(lab.knobs().model().knobs(), box.size())
        .filter(s -> s.matters(lab.knobs().model().settings()));
  }

  private Stepper stepper(Setting setting) {
    Stepper known = stepper;
    if (known == null) {
      known =
          new Stepper(
              setting.label(),
              setting.knob().min(),
              setting.knob().max(),
              wanted -> new KnobRows(lab).turnModel(setting.key(), Long.toString(wanted)));
      stepper = known;
    }
    if (!below.getChildren().contains(size)) {
      below.getChildren().setAll(known.less(), size, known.more());
      Tips.put(size, setting.label() + "\n" + setting.help(), Tips.USUAL);
    }
    return known;
  }

  /**
   * Shows how the training goes.
   *
   * @param epoch that is looked at; empty = the newest
   */
  void show(Curve curve, OptionalInt epoch) {
    if (meter != null) meter.show(curve, epoch.orElse(Integer.MAX_VALUE));
  }

  /** The bar, where it has one. */
  Optional<Meter> meter() {
    return Optional.ofNullable(meter);
  }

  /** Highlights the box while it works in one of the phases. */
  void highlight(Set<StepPhase> now) {
    pseudoClassStateChanged(WORKING, box.phases().stream().anyMatch(now::contains));
  }

  /** Whether it is highlighted. */
  boolean isHighlighted() {
    return getPseudoClassStates().contains(WORKING);
  }
}
