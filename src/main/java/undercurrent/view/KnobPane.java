package undercurrent.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import undercurrent.model.ModelSettings;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;

/**
 * The knobs, made from the settings records: what acts at once and what restarts look different.
 */
final class KnobPane extends VBox {
  private final Lab lab;
  private final List<Runnable> refreshes = new ArrayList<>();
  private final VBox advanced = new VBox(4);

  KnobPane(Lab lab) {
    super(4);
    this.lab = lab;
    getStyleClass().add("knobs");
    Map<String, VBox> groups = new LinkedHashMap<>();
    add(groups, ModelSettings.class, lab.modelProperty(), this::turned);
    add(groups, TrainingSettings.class, lab.trainingProperty(), this::turned);
    groups.forEach(
        (name, box) -> {
          Label heading = new Label(name);
          heading.getStyleClass().add("section");
          heading.managedProperty().bind(heading.visibleProperty());
          getChildren().addAll(heading, box);
          refreshes.add(
              () -> heading.setVisible(box.getChildren().stream().anyMatch(Node::isVisible)));
        });
    TitledPane more = new TitledPane(Words.of("knobs.more"), advanced);
    more.setExpanded(false);
    more.getStyleClass().add("dense");
    getChildren().add(more);
    lab.modelProperty().addListener((o, before, now) -> refresh());
    lab.trainingProperty().addListener((o, before, now) -> refresh());
    lab.openedProperty().addListener((o, before, now) -> refresh());
    refresh();
  }

  private void turned(ModelSettings settings) {
    lab.turn(settings, lab.trainingProperty().get());
  }

  private void turned(TrainingSettings settings) {
    lab.turn(lab.modelProperty().get(), settings);
  }

  private void refresh() {
    refreshes.forEach(Runnable::run);
  }

  private <R extends Record> void add(
      Map<String, VBox> groups, Class<R> type, ObjectProperty<R> settings, Consumer<R> changed) {
    for (Setting setting : Settings.of(type)) {
      KnobControl control =
          KnobControl.of(
              setting,
              text -> {
                R now = Settings.with(settings.get(), setting.key(), text);
                if (!now.equals(settings.get())) changed.accept(now);
              },
              sentence -> lab.troubleProperty().set(java.util.Optional.of(sentence)));
      Node row = row(setting, control);
      row.managedProperty().bind(row.visibleProperty());
      refreshes.add(
          () -> {
            control.show(Knobs.value(settings.get(), setting.key()));
            row.setVisible(Knobs.matters(lab.modelProperty().get(), setting.key()));
          });
      VBox box =
          setting.knob().advanced()
              ? advanced
              : groups.computeIfAbsent(setting.knob().group(), g -> new VBox(4));
      box.getChildren().add(row);
    }
  }

  private static Node row(Setting setting, KnobControl control) {
    Label label = new Label(setting.knob().label());
    label.setMinWidth(0);
    HBox.setHgrow(label, Priority.ALWAYS);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setLabelFor(control.node());
    boolean live = setting.knob().live();
    FontIcon icon = new FontIcon(live ? Material2MZ.TUNE : Material2MZ.REPLAY);
    icon.getStyleClass().add(live ? "live-knob" : "restart-knob");
    Tooltip tip =
        new Tooltip(
            setting.knob().help()
                + "\n"
                + Words.of(live ? "knobs.live" : "knobs.restart")
                + " ("
                + setting.key()
                + ")");
    tip.setShowDelay(Duration.millis(300));
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    label.setTooltip(tip);
    control.node().setAccessibleText(setting.knob().label());
    control.node().setAccessibleHelp(setting.knob().help());
    control.node().setId("knob-" + setting.key());
    HBox row = new HBox(6, icon, label, control.node());
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
