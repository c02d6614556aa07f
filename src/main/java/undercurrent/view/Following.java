package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;

/**
 * Follows values of the window for as long as whoever holds this is held: what a dialog shows is
 * not kept by the window when the dialog is closed.
 */
final class Following {
  private final List<ChangeListener<?>> held = new ArrayList<>();

  /** Is called with each new value. */
  <T> void follow(ObservableValue<T> value, Consumer<? super T> then) {
    ChangeListener<T> listener = (o, before, now) -> then.accept(now);
    held.add(listener);
    value.addListener(new WeakChangeListener<>(listener));
  }
}
