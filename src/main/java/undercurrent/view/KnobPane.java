package undercurrent.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import undercurrent.kind.ChosenModel;
import undercurrent.kind.ModelKind;
import undercurrent.lesson.Controls;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;

/**
 * The knobs, made from the settings of the kind and of its training: what acts at once and what
 * restarts look different.
 */
final class KnobPane extends VBox {
  private static final double GAP = 4;
  private final Lab lab;
  private final KnobRows rows;
  private final Section model = new Section();
  private final Section training = new Section();
  private final TitledPane more =
      new TitledPane(Words.of("knobs.more"), new VBox(GAP, model.advanced, training.advanced));
  private final KnobRow kindRow;
  private ModelKind<?> kind;

  /** Rows under their headings, and the advanced ones apart. */
  private static final class Section {
    final VBox groups = new VBox(GAP);
    final VBox advanced = new VBox(GAP);
    final List<Runnable> refreshes = new ArrayList<>();
  }

  KnobPane(Lab lab) {
    super(GAP);
    this.lab = lab;
    rows = new KnobRows(lab);
    kind = lab.knobs().model().kind();
    kindRow =
        new KnobRow(
            ChosenModel.KIND,
            Words.of("knobs.kind"),
            "",
            false,
            () -> new KnobControl.Kinds(lab.knobs().model().catalogue(), this::turned));
    getStyleClass().add("knobs");
    more.setExpanded(false);
    more.getStyleClass().add("dense");
    fill(model, lab.knobs().model().knobs(), this::modelRow, List.of(kindRow));
    fill(training, Settings.of(TrainingSettings.class), this::trainingRow, List.of());
    getChildren().addAll(model.groups, training.groups, more);
    more.expandedProperty().addListener((o, before, now) -> refresh());
    lab.knobs().modelProperty().addListener((o, before, now) -> refresh());
    lab.knobs().trainingProperty().addListener((o, before, now) -> refresh());
    lab.openedProperty().addListener((o, before, now) -> refresh());
    lab.knobs().controlsProperty().addListener((o, before, now) -> more.setExpanded(false));
    lab.knobs().controlsProperty().addListener((o, before, now) -> refresh());
    refresh();
  }

  private void turned(ModelKind<?> wanted) {
    ChosenModel<?> now = lab.knobs().model();
    if (!wanted.equals(now.kind())) {
      lab.turn(now.changedTo(wanted), lab.knobs().training());
    }
  }

  /** Another kind has other knobs; the row of the kind itself stays, for it may be in use. */
  private void refresh() {
    ChosenModel<?> now = lab.knobs().model();
    if (!now.kind().equals(kind)) {
      kind = now.kind();
      fill(model, now.knobs(), this::modelRow, List.of(kindRow));
    }
    Controls controls = lab.knobs().controlsProperty().get();
    if (controls.shows(ChosenModel.KIND)) kindRow.show(kind);
    else kindRow.hide();
    kindRow.setDisable(!controls.frees(ChosenModel.KIND));
    kindRow.explain(kind.card().sentence() + "\n" + kind.card().data());
    model.refreshes.forEach(Runnable::run);
    training.refreshes.forEach(Runnable::run);
    boolean hasMore =
        Stream.of(model, training)
            .flatMap(section -> section.advanced.getChildren().stream())
            .anyMatch(row -> controls.shows(((KnobRow) row).key()));
    more.setVisible(hasMore);
    more.setManaged(hasMore);
  }

  /** What makes the row of a setting, and what brings it up to date. */
  private interface Maker {
    KnobRow row(Setting setting, List<Runnable> refreshes);
  }

  private static void fill(
      Section section, List<Setting> settings, Maker maker, List<KnobRow> first) {
    section.groups.getChildren().clear();
    section.advanced.getChildren().clear();
    section.refreshes.clear();
    Map<String, VBox> groups = new LinkedHashMap<>();
    for (Setting setting : settings) {
      VBox group =
          groups.computeIfAbsent(setting.group(), g -> new VBox(GAP, first(groups, first)));
      VBox box = setting.knob().advanced() ? section.advanced : group;
      box.getChildren().add(maker.row(setting, section.refreshes));
    }
    groups.forEach(
        (name, box) -> {
          Label heading = new Label(name);
          heading.getStyleClass().add("section");
          heading.managedProperty().bind(heading.visibleProperty());
          section.groups.getChildren().addAll(heading, box);
          section.refreshes.add(
              () -> heading.setVisible(box.getChildren().stream().anyMatch(Node::isVisible)));
        });
  }

  private static Node[] first(Map<String, VBox> groups, List<KnobRow> rows) {
    return groups.isEmpty() ? rows.toArray(Node[]::new) : new Node[0];
  }

  private KnobRow modelRow(Setting setting, List<Runnable> refreshes) {
    return row(rows.ofModel(setting), setting, refreshes);
  }

  private KnobRow trainingRow(Setting setting, List<Runnable> refreshes) {
    return row(rows.ofTraining(setting), setting, refreshes);
  }

  private KnobRow row(KnobRows.Made made, Setting setting, List<Runnable> refreshes) {
    boolean isAdvanced = setting.knob().advanced();
    refreshes.add(
        () -> {
          boolean isSeen = !isAdvanced || more.isExpanded();
          if (isSeen || !made.matters().getAsBoolean()) made.refresh();
        });
    return made.row();
  }
}
