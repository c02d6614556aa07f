package undercurrent.view;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import undercurrent.settings.Knob;
import undercurrent.settings.Setting;

/**
 * A setting with its label and its control. Most settings are those of other kinds of models, or
 * advanced, and are never looked at: a row is filled when it is first shown.
 */
final class KnobRow extends HBox {
  private static final Duration SOON = Duration.millis(300);
  private final Setting setting;
  private final Supplier<KnobControl> maker;
  private @Nullable KnobControl control;

  KnobRow(Setting setting, Supplier<KnobControl> maker) {
    super(6);
    this.setting = setting;
    this.maker = maker;
    setAlignment(Pos.CENTER_LEFT);
    setVisible(false);
    managedProperty().bind(visibleProperty());
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

  void hide() {
    setVisible(false);
  }

  private void fill(KnobControl shown) {
    Knob knob = setting.knob();
    Label label = new Label(knob.label());
    label.setMinWidth(0);
    HBox.setHgrow(label, Priority.ALWAYS);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setLabelFor(shown.node());
    String acts = Words.of(knob.live() ? "knobs.live" : "knobs.restart");
    Tips.put(label, knob.help() + "\n" + acts + " (" + setting.key() + ")", SOON);
    FontIcon icon = new FontIcon(knob.live() ? Material2MZ.TUNE : Material2MZ.REPLAY);
    icon.getStyleClass().add(knob.live() ? "live-knob" : "restart-knob");
    shown.node().setAccessibleText(knob.label());
    shown.node().setAccessibleHelp(knob.help());
    shown.node().setId("knob-" + setting.key());
    getChildren().setAll(icon, label, shown.node());
  }
}
