package undercurrent.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.ToggleSwitch;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelKind;
import undercurrent.settings.KnobWords;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;

/** The control of one setting. */
interface KnobControl {
  double WIDTH = 152;

  Node node();

  /** Shows a value without telling anybody. */
  void show(Object value);

  /**
   * The control that fits a setting.
   *
   * @param commit takes the text of a value, and may throw an {@link IllegalArgumentException}
   * @param complain takes the sentence when it did
   */
  static KnobControl of(Setting setting, Consumer<String> commit, Consumer<String> complain) {
    if (setting.type() == boolean.class) return new Switch(commit);
    if (!setting.type().isEnum()) return new Field(commit, complain);
    return new Choice(
        List.of(setting.type().getEnumConstants()),
        KnobWords::choice,
        constant -> commit.accept(Settings.text(constant)));
  }

  /** On or off. */
  final class Switch implements KnobControl {
    private final ToggleSwitch toggle = new ToggleSwitch();
    private boolean showing;

    Switch(Consumer<String> commit) {
      toggle
          .selectedProperty()
          .addListener(
              (o, before, now) -> {
                if (!showing) commit.accept(now.toString());
              });
    }

    @Override
    public Node node() {
      return toggle;
    }

    @Override
    public void show(Object value) {
      showing = true;
      toggle.setSelected((Boolean) value);
      showing = false;
    }
  }

  /** One of a few words. */
  final class Choice implements KnobControl {
    private final ComboBox<Object> box = new ComboBox<>();
    private boolean showing;

    Choice(List<?> choices, Function<Object, String> words, Consumer<Object> commit) {
      box.setItems(FXCollections.observableArrayList(choices));
      box.setConverter(new ChoiceWords<>(words));
      box.setPrefWidth(WIDTH);
      box.setMinWidth(WIDTH);
      box.getStyleClass().add("dense");
      box.valueProperty()
          .addListener(
              (o, before, now) -> {
                if (!showing && now != null) commit.accept(now);
              });
    }

    @Override
    public Node node() {
      return box;
    }

    @Override
    public void show(Object value) {
      showing = true;
      box.setValue(value);
      showing = false;
    }
  }

  /** One of the kinds of a catalogue. */
  final class Kinds implements KnobControl {
    private final Choice choice;

    Kinds(Catalogue catalogue, Consumer<ModelKind<?>> commit) {
      choice =
          new Choice(
              catalogue.kinds(),
              kind -> ((ModelKind<?>) kind).card().name(),
              kind -> commit.accept((ModelKind<?>) kind));
    }

    @Override
    public Node node() {
      return choice.node();
    }

    @Override
    public void show(Object value) {
      choice.show(value);
    }
  }

  /** A number; it counts when Enter is pressed or the field is left. */
  final class Field implements KnobControl {
    private final TextField field = new TextField();
    private String shown = "";

    Field(Consumer<String> commit, Consumer<String> complain) {
      field.setPrefWidth(WIDTH);
      field.setMinWidth(WIDTH);
      field.getStyleClass().addAll("dense", "number");
      Runnable done =
          () -> {
            if (field.getText().equals(shown)) return;
            try {
              commit.accept(field.getText().trim());
            } catch (IllegalArgumentException e) {
              complain.accept(String.valueOf(e.getMessage()));
              field.setText(shown);
            }
          };
      field.setOnAction(e -> done.run());
      field.focusedProperty().addListener((o, before, now) -> whenLeft(now, done));
      field.setOnKeyPressed(
          e -> {
            if (e.getCode() == KeyCode.ESCAPE) field.setText(shown);
          });
    }

    private static void whenLeft(boolean focused, Runnable done) {
      if (!focused) done.run();
    }

    @Override
    public Node node() {
      return field;
    }

    @Override
    public void show(Object value) {
      shown = value instanceof Double d ? plain(d) : value.toString();
      field.setText(shown);
    }

    private static String plain(double value) {
      return value == Math.rint(value) && Math.abs(value) < 1e9
          ? Long.toString((long) value)
          : Double.toString(value);
    }
  }
}
