package undercurrent.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import undercurrent.kind.AdjustableParameter;
import undercurrent.series.NumberWords;
import undercurrent.text.Language;
import undercurrent.text.Visible;

/** The slider of one parameter, with its name before and its value behind. */
final class ParameterRow extends HBox {
  static final double GAP = 8;
  private static final double STEP = 0.01;
  private final AdjustableParameter parameter;
  private final Slider slider = new Slider(0, 1, 0);
  private final Label value = new Label();
  private boolean showing;

  /**
   * @param moved is called when the slider was let go
   */
  ParameterRow(AdjustableParameter parameter, ByHand byHand, Runnable moved) {
    super(GAP);
    this.parameter = parameter;
    setAlignment(Pos.CENTER_LEFT);
    String unit = parameter.unit().isEmpty() ? "" : ", " + parameter.unit();
    Label name = new Label(Visible.of(parameter.words() + unit));
    name.setWrapText(true);
    name.getStyleClass().add("hand-name");
    slider.setId("hand-" + parameter.name().replaceAll("[^\\p{L}\\d]+", "-"));
    slider.setBlockIncrement(STEP);
    slider.setAccessibleText(parameter.words());
    for (Label one : new Label[] {name, value}) one.setMinWidth(Region.USE_PREF_SIZE);
    value.getStyleClass().add("hand-value");
    HBox.setHgrow(slider, Priority.ALWAYS);
    getChildren().addAll(name, slider, value);
    slider
        .valueProperty()
        .addListener(
            (o, before, now) -> {
              if (showing) return;
              byHand.drag(parameter.name(), parameter.at(now.doubleValue()));
              if (!slider.isValueChanging() && !slider.isPressed()) {
                byHand.end();
                moved.run();
              }
            });
    slider.setOnMouseReleased(
        e -> {
          byHand.end();
          moved.run();
        });
    show(Map.of());
  }

  AdjustableParameter parameter() {
    return parameter;
  }

  /** Shows the value that is set, or the learned one. */
  void show(Map<String, Double> values) {
    double now = Optional.ofNullable(values.get(parameter.name())).orElse(parameter.value());
    showing = true;
    if (!slider.isValueChanging()) slider.setValue(parameter.share(now));
    showing = false;
    value.setText(number(now));
  }

  /** Four digits, without an exponent where that can be read. */
  private static String number(double now) {
    double size = Math.abs(now);
    boolean isPlain = size == 0 || (size >= 1e-3 && size < 1e7);
    String digits =
        isPlain
            ? Language.decimals(new BigDecimal(now).round(new MathContext(4)).toPlainString())
            : NumberWords.format("%.3e", now);
    return digits.replace('-', '−');
  }
}
