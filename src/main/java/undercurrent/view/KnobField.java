package undercurrent.view;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import undercurrent.text.Language;

/** A field of a setting; what is typed counts when Enter is pressed or the field is left. */
final class KnobField {
  private static final double MOST_WHOLE = 1e9;
  private final TextField field = new TextField();
  private String shown = "";

  /**
   * Empty.
   *
   * @param commit takes the text, and may throw an {@link IllegalArgumentException}
   * @param complain takes the sentence when it did
   */
  KnobField(Consumer<String> commit, Consumer<String> complain) {
    field.getStyleClass().add("dense");
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
          if (e.getCode() != KeyCode.ESCAPE) return;
          field.setText(shown);
          KeyboardReturn.release(field);
        });
  }

  private static void whenLeft(boolean focused, Runnable done) {
    if (!focused) done.run();
  }

  TextField field() {
    return field;
  }

  /** Shows a value without telling anybody. */
  void show(Object value) {
    shown = value instanceof Double d ? Language.decimals(plain(d)) : value.toString();
    field.setText(shown);
  }

  /** A number as settings have it. */
  static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < MOST_WHOLE
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
