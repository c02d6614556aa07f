package undercurrent.view;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * A setting with its label and its control. Most settings are those of other kinds of models, or
 * advanced, and are rarely opened: a row is filled when it is first shown.
 */
final class KnobRow extends HBox {
  private static final Duration SOON = Duration.millis(300);
  private final String key;
  private final Label label;
  private final String help;
  private final boolean live;
  private final Supplier<KnobControl> maker;
  private @Nullable KnobControl control;

  /**
   * Empty.
   *
   * @param live whether a change acts at once
   */
  KnobRow(String key, String label, String help, boolean live, Supplier<KnobControl> maker) {
    super(6);
    this.key = key;
    this.label = new Label(label);
    this.help = help;
    this.live = live;
    this.maker = maker;
    setAlignment(Pos.CENTER_LEFT);
    setVisible(false);
    managedProperty().bind(visibleProperty());
  }

  /** The name of its setting. */
  String key() {
    return key;
  }

  void show(Object value) {
    KnobControl shown = control;
    if (shown == null) {
      shown = maker.get();
      control = shown;
      fill(shown);
    }
    shown.show(value);
    setVisible(true);
  }

  /** Says something else of it. */
  void explain(String sentences) {
    KnobControl shown = control;
    if (shown == null) return;
    String acts = Words.of(live ? "knobs.live" : "knobs.restart");
    Tips.put(label, sentences + "\n" + acts + " (" + key + ")", SOON);
    shown.node().setAccessibleHelp(sentences);
  }

  void hide() {
    setVisible(false);
  }

  private void fill(KnobControl shown) {
    label.setMinWidth(0);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(label, Priority.ALWAYS);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setLabelFor(shown.node());
    FontIcon icon = new FontIcon(live ? Material2MZ.TUNE : Material2MZ.REPLAY);
    icon.getStyleClass().add(live ? "live-knob" : "restart-knob");
    shown.node().setAccessibleText(label.getText());
    shown.node().setId("knob-" + key);
    explain(help);
    if (shown.isBelow()) {
      HBox above = new HBox(getSpacing(), icon, label);
      above.setAlignment(Pos.CENTER_LEFT);
      VBox all = new VBox(getSpacing(), above);
      all.getChildren().addAll(shown.nodes());
      HBox.setHgrow(all, Priority.ALWAYS);
      getChildren().setAll(all);
      return;
    }
    getChildren().setAll(icon, label);
    getChildren().addAll(shown.nodes());
  }
}
