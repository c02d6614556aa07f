package undercurrent.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import undercurrent.edit.AddedNoise;
import undercurrent.edit.AddedOutliers;
import undercurrent.edit.Edit;
import undercurrent.edit.Revision;
import undercurrent.series.NumberWords;
import undercurrent.view.chart.DataTouch.Tool;

/**
 * The tools that change the data by hand, above the figures: what a drag does, noise and outliers
 * that are added, and the way back to the data as they were read.
 */
final class EditBar extends WrappingBar {
  private static final double MOST_NOISE = 1;
  private static final double MOST_OUTLIERS = 0.2;
  private final Lab lab;
  private final Slider noise = slider("edit-noise", MOST_NOISE);
  private final Slider outliers = slider("edit-outliers", MOST_OUTLIERS);
  private final Label noiseText = new Label();
  private final Label outliersText = new Label();
  private final Button restore = new Button(Words.of("edit.restore"));
  private boolean showing;

  /**
   * Hidden until it is asked for.
   *
   * @param draw opens a plane to draw a series on
   */
  EditBar(Lab lab, DataTouching touching, Runnable draw) {
    this.lab = lab;
    setId("edit-bar");
    getStyleClass().add("edit-bar");
    managedProperty().bind(visibleProperty());
    SegmentedButton tools = new SegmentedButton();
    tools.getStyleClass().add("small");
    ToggleGroup group = new ToggleGroup();
    tools.setToggleGroup(group);
    Map<Tool, ToggleButton> buttons = new EnumMap<>(Tool.class);
    for (Tool tool : Tool.values()) {
      ToggleButton button = button(tool, touching);
      button.setToggleGroup(group);
      buttons.put(tool, button);
    }
    tools.getButtons().setAll(buttons.values());
    visibleProperty()
        .addListener(
            (o, before, now) -> {
              if (!now) touching.toolProperty().set(Tool.ZOOM);
            });
    touching.toolProperty().addListener((o, before, now) -> group.selectToggle(buttons.get(now)));
    group.selectToggle(tools.getButtons().getFirst());
    group
        .selectedToggleProperty()
        .addListener(
            (o, before, now) -> {
              if (now == null) group.selectToggle(before);
            });
    follow(
        noise,
        "edit.noise",
        "edit.noiseTip",
        level -> new AddedNoise(level, lab.knobs().training().seed()));
    follow(
        outliers,
        "edit.outliers",
        "edit.outliersTip",
        s -> new AddedOutliers(s, lab.knobs().training().seed()));
    restore.setId("edit-restore");
    restore.getStyleClass().add("small");
    Tips.put(restore, "edit.restoreTip");
    restore.setOnAction(e -> lab.edits().restore());
    Button drawing = new Button(Words.of("edit.draw"));
    drawing.setId("edit-draw");
    drawing.getStyleClass().add("small");
    Tips.put(drawing, "edit.drawTip");
    drawing.setOnAction(e -> draw.run());
    getChildren()
        .addAll(
            group(tools),
            group(named("edit.noise"), noise, noiseText),
            group(named("edit.outliers"), outliers, outliersText),
            group(restore, drawing));
    lab.edits().revisionProperty().addListener((o, before, now) -> show(now));
    show(Optional.empty());
  }

  private static ToggleButton button(Tool tool, DataTouching touching) {
    ToggleButton button = new ToggleButton();
    button.setId("edit-" + tool.name().toLowerCase(java.util.Locale.ROOT));
    button.setFocusTraversable(false);
    switch (tool) {
      case ZOOM -> {
        button.setText(Words.of("edit.zoom"));
        Tips.put(button, "edit.zoomTip");
      }
      case HIDE -> {
        button.setText(Words.of("edit.hide"));
        Tips.put(button, "edit.hideTip");
      }
      case MOVE -> {
        button.setText(Words.of("edit.move"));
        Tips.put(button, "edit.moveTip");
      }
    }
    button.setOnAction(e -> touching.toolProperty().set(tool));
    return button;
  }

  private static HBox group(javafx.scene.Node... nodes) {
    HBox group = new HBox(6, nodes);
    group.setAlignment(Pos.CENTER_LEFT);
    return group;
  }

  private static Label named(String key) {
    return new Label(Words.of(key));
  }

  private static Slider slider(String id, double most) {
    Slider slider = new Slider(0, most, 0);
    slider.setId(id);
    slider.setBlockIncrement(most / 20);
    return slider;
  }

  private void follow(Slider slider, String key, String tip, DoubleFunction<Edit> edit) {
    Tips.put(slider, tip);
    slider.setAccessibleText(Words.of(key));
    slider
        .valueProperty()
        .addListener(
            (o, before, now) -> {
              if (showing) return;
              lab.edits().drag(edit.apply(now.doubleValue()));
              if (!slider.isValueChanging() && !slider.isPressed()) lab.edits().end();
            });
    slider
        .valueChangingProperty()
        .addListener(
            (o, before, now) -> {
              if (!now) lab.edits().end();
            });
    slider.setOnMouseReleased(e -> lab.edits().end());
  }

  private void show(Optional<Revision> revision) {
    showing = true;
    double level = revision.map(Revision::noise).orElse(0.0);
    double share = revision.map(Revision::outliers).orElse(0.0);
    noise.setValue(level);
    outliers.setValue(share);
    noiseText.setText(percent(level));
    outliersText.setText(percent(share));
    restore.setDisable(revision.filter(Revision::isEdited).isEmpty());
    boolean isReal =
        revision
            .filter(r -> r.original().channels().stream().anyMatch(Revision::takesNoise))
            .isPresent();
    List.of(noise, outliers).forEach(slider -> slider.setDisable(!isReal));
    showing = false;
  }

  private static String percent(double share) {
    return NumberWords.format("%.0f %%", 100 * share);
  }
}
