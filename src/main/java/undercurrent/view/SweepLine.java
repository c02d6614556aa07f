package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import undercurrent.experiment.KeptSweep;
import undercurrent.kind.ChosenModel;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.sweep.Axis;
import undercurrent.training.TrainingSettings;

/** One setting of a sweep and its values, as a person types them. */
final class SweepLine {
  private static final String SEED = "seed";
  private static final double SETTING = 220;

  private final ComboBox<String> setting = new ComboBox<>();
  private final TextField values = new TextField();
  private final HBox node = new HBox(8, setting, values);

  /**
   * A line.
   *
   * @param index from 0
   * @param begins what stands in it at first, such as "latentSize=1,2,4", or nothing
   */
  SweepLine(int index, Knobs knobs, String begins) {
    setting.getItems().setAll(keys(knobs));
    setting.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String key) {
            return key == null ? "" : label(knobs, key);
          }

          @Override
          public String fromString(String label) {
            throw new UnsupportedOperationException("Settings are chosen, not typed.");
          }
        });
    setting.setId("sweep-setting-" + (index + 1));
    setting.setPrefWidth(SETTING);
    setting.setAccessibleText(Words.of("sweep.setting", index + 1));
    values.setId("sweep-values-" + (index + 1));
    values.setPromptText(Words.of("sweep.values"));
    values.setAccessibleText(Words.of("sweep.valuesOf", index + 1));
    HBox.setHgrow(values, Priority.ALWAYS);
    node.setAlignment(Pos.CENTER_LEFT);
    if (begins.isEmpty()) return;
    Axis axis = Axis.parse(begins);
    setting.setValue(axis.key());
    values.setText(String.join(begins.contains("|") ? "|" : ", ", axis.values()));
  }

  private static List<String> keys(Knobs knobs) {
    List<String> keys = new ArrayList<>(List.of(ChosenModel.KIND));
    settings(knobs).map(Setting::key).filter(key -> !key.equals(SEED)).forEach(keys::add);
    return keys;
  }

  private static Stream<Setting> settings(Knobs knobs) {
    return Stream.concat(
        Settings.of(knobs.model().settings().getClass()).stream(),
        Settings.of(TrainingSettings.class).stream());
  }

  /** The settings of a sweep that is kept, as many as there are lines. */
  static List<String> kept(KeptSweep sweep) {
    return sweep.axes().stream().map(SweepLine::text).toList();
  }

  private static String text(KeptSweep.Axis axis) {
    boolean hasCommas = axis.values().stream().anyMatch(value -> value.contains(","));
    return axis.key() + "=" + String.join(hasCommas ? "|" : ",", axis.values());
  }

  /** Two settings that most kinds have, with values around those that are set. */
  static List<String> usual(Knobs knobs) {
    List<String> lines = new ArrayList<>();
    for (String begun :
        List.of("latentSize=1,2,4", "hiddenUnits=16,32", "learningRate=0.003,0.01")) {
      String key = begun.substring(0, begun.indexOf('='));
      boolean isThere =
          knobs.model().has(key)
              || (Settings.has(knobs.training(), key)
                  && knobs.model().uses(TrainingSettings.use(key)));
      if (isThere && lines.size() < 2) lines.add(begun);
    }
    return lines;
  }

  /** How a setting is called in the window. */
  static String label(Knobs knobs, String key) {
    if (key.equals(ChosenModel.KIND)) return Words.of("sweep.kind");
    return settings(knobs)
        .filter(setting -> setting.key().equals(key))
        .findFirst()
        .map(Setting::label)
        .orElse(key);
  }

  Node node() {
    return node;
  }

  /**
   * The setting and its values; nothing when none are typed.
   *
   * @throws undercurrent.sweep.SweepException when they have another form
   */
  Optional<Axis> axis() {
    String text = Objects.requireNonNullElse(values.getText(), "").strip();
    String key = setting.getValue();
    if (key == null || text.isEmpty()) return Optional.empty();
    return Optional.of(Axis.parse(key + "=" + text));
  }
}
