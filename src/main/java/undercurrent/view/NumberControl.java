package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import undercurrent.settings.Setting;
import undercurrent.text.Language;

/**
 * A number: a field that takes digits alone, and beside it a slider where a change acts at once, or
 * the two buttons of a whole number.
 */
final class NumberControl implements KnobControl {
  private static final double ARROW_KEY = 0.02;
  private static final Pattern WHOLE = Pattern.compile("-?\\d{0,19}");
  private static final Pattern FRACTION =
      Pattern.compile(
          "-?(\\d{0,17}(\\.\\d{0,17})?|(\\d{1,17}(\\.\\d{0,17})?|\\.\\d{1,17})[eE]-?\\d{0,3})");
  private final Commit commit;
  private final KnobField knobField;
  private final List<Node> nodes = new ArrayList<>();
  private final SliderScale scale;
  private final Optional<Slider> slider;
  private final Optional<Stepper> stepper;
  private final boolean isWhole;
  private boolean showing;
  private boolean dragged;

  NumberControl(Setting setting, Commit commit, Consumer<String> complain) {
    this.commit = commit;
    isWhole = setting.isWhole();
    scale = SliderScale.of(setting.knob());
    boolean slides = setting.knob().live() && !isWhole;
    slider = slides ? Optional.of(slider(setting)) : Optional.empty();
    stepper = isWhole ? Optional.of(stepper(setting)) : Optional.empty();
    knobField = new KnobField(text -> commit.accept(Language.typed(text), false), complain);
    TextField field = knobField.field();
    boolean isSigned = setting.knob().min() < 0;
    field.setTextFormatter(new TextFormatter<>(change -> digits(change, isSigned)));
    field.getStyleClass().add("number");
    field
        .getStyleClass()
        .add(slides ? "knob-beside-slider" : isWhole ? "knob-beside-stepper" : "knob-wide");
    slider.ifPresent(nodes::add);
    nodes.add(field);
    stepper.ifPresent(s -> nodes.addAll(List.of(s.less(), s.more())));
  }

  private Stepper stepper(Setting setting) {
    return new Stepper(
        setting.label(),
        setting.knob().min(),
        setting.knob().max(),
        wanted -> commit.accept(Long.toString(wanted), false));
  }

  private Slider slider(Setting setting) {
    Slider slider = new Slider(0, 1, 0);
    slider.setId("slider-" + setting.key());
    slider.getStyleClass().addAll("small", "knob-slider");
    slider.setAccessibleText(setting.label());
    slider.setBlockIncrement(ARROW_KEY);
    slider.valueProperty().addListener((o, before, now) -> moved(slider, now.doubleValue()));
    slider.valueChangingProperty().addListener((o, before, now) -> dragged = false);
    return slider;
  }

  /** What is dragged without a pause is one change. */
  private void moved(Slider slider, double place) {
    if (showing) return;
    String text = KnobField.plain(scale.value(place));
    if (text.equals(Language.typed(knobField.field().getText()))) return;
    boolean continues = dragged;
    dragged = slider.isValueChanging();
    commit.accept(text, continues);
  }

  private TextFormatter.Change digits(TextFormatter.Change change, boolean isSigned) {
    change.setText(Language.decimals(Language.typed(change.getText())));
    String text = Language.typed(change.getControlNewText());
    boolean fits = (isWhole ? WHOLE : FRACTION).matcher(text).matches();
    if (!fits || (!isSigned && text.startsWith("-"))) {
      // Nothing is put in the place of nothing.
      int caret = change.getControlCaretPosition();
      change.setText("");
      change.setRange(caret, caret);
      change.selectRange(change.getControlAnchor(), caret);
    }
    return change;
  }

  @Override
  public Node node() {
    return knobField.field();
  }

  @Override
  public List<Node> nodes() {
    return nodes;
  }

  @Override
  public void show(Object value) {
    knobField.show(value);
    Number number = (Number) value;
    stepper.ifPresent(s -> s.show(number.longValue()));
    showing = true;
    slider
        .filter(s -> !s.isValueChanging())
        .ifPresent(s -> s.setValue(scale.place(number.doubleValue())));
    showing = false;
  }
}
