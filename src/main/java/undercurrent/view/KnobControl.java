package undercurrent.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import org.controlsfx.control.ToggleSwitch;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelKind;
import undercurrent.settings.KnobWords;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;

/** The control of one setting. */
interface KnobControl {
  /** What the value is read from and named by. */
  Node node();

  /** All that it is made of, from left to right. */
  default List<Node> nodes() {
    return List.of(node());
  }

  /** Shows a value without telling anybody. */
  void show(Object value);

  /** Takes the text of a value. */
  interface Commit {
    /**
     * Turns the knob.
     *
     * @param continues whether it belongs to the change before, as while a slider is dragged
     * @throws IllegalArgumentException one sentence, when the value cannot be
     */
    void accept(String text, boolean continues);

    /**
     * Whether it could be so, without turning anything.
     *
     * @throws IllegalArgumentException one sentence, when it cannot
     */
    default void check(String text) {}
  }

  /** Whether it needs a line of its own, below its label. */
  default boolean isBelow() {
    return false;
  }

  /**
   * The control that fits a setting.
   *
   * @param complain takes the sentence when a value was refused
   */
  static KnobControl of(Setting setting, Commit commit, Consumer<String> complain) {
    if (setting.type() == boolean.class) return new Switch(on -> commit.accept(on, false));
    if (setting.isNumber()) return new NumberControl(setting, commit, complain);
    if (setting.knob().lines()) return new LinesControl(commit);
    if (!setting.type().isEnum()) return new Text(commit, complain);
    return new Choice(
        List.of(setting.type().getEnumConstants()),
        KnobWords::choice,
        constant -> commit.accept(Settings.text(constant), false));
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
      box.getStyleClass().addAll("dense", "knob-wide");
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

  /** Text; it counts when Enter is pressed or the field is left. */
  final class Text implements KnobControl {
    private final KnobField field;

    Text(Commit commit, Consumer<String> complain) {
      field = new KnobField(text -> commit.accept(text, false), complain);
      field.field().getStyleClass().add("knob-wide");
    }

    @Override
    public Node node() {
      return field.field();
    }

    @Override
    public void show(Object value) {
      field.show(value);
    }
  }
}
