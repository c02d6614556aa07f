package undercurrent.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
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
  private final TitledPane more = new TitledPane(Words.of("knobs.more"), advanced);

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
    more.setExpanded(false);
    more.getStyleClass().add("dense");
    getChildren().add(more);
    more.expandedProperty().addListener((o, before, now) -> refresh());
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
      Consumer<String> commit =
          text -> {
            R now = Settings.with(settings.get(), setting.key(), text);
            if (!now.equals(settings.get())) changed.accept(now);
          };
      Consumer<String> complain = sentence -> lab.troubleProperty().set(Optional.of(sentence));
      KnobRow row = new KnobRow(setting, () -> KnobControl.of(setting, commit, complain));
      boolean isAdvanced = setting.knob().advanced();
      refreshes.add(
          () -> {
            boolean matters = Knobs.matters(lab.modelProperty().get(), setting.key());
            if (!matters) row.hide();
            else if (!isAdvanced || more.isExpanded()) {
              row.show(Knobs.value(settings.get(), setting.key()));
            }
          });
      VBox box =
          isAdvanced ? advanced : groups.computeIfAbsent(setting.knob().group(), g -> new VBox(4));
      box.getChildren().add(row);
    }
  }
}
