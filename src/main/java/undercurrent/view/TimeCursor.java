package undercurrent.view;

import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The moment of time that all figures mark: that below the mouse, else that at which the line was
 * put to rest by a click, by dragging it or by the arrow keys. A line that nobody has put there yet
 * marks nothing.
 */
final class TimeCursor {
  private final ObjectProperty<OptionalDouble> shown =
      new SimpleObjectProperty<>(OptionalDouble.empty());
  private final ReadOnlyObjectWrapper<OptionalDouble> resting =
      new ReadOnlyObjectWrapper<>(OptionalDouble.empty());
  private boolean put;

  ObjectProperty<OptionalDouble> shownProperty() {
    return shown;
  }

  ReadOnlyObjectProperty<OptionalDouble> restingProperty() {
    return resting.getReadOnlyProperty();
  }

  /** The mouse points at a moment, or no longer at one. */
  void point(OptionalDouble moment) {
    shown.set(moment.isPresent() || !put ? moment : resting.get());
  }

  /** Shows the line at a moment, from where it can be dragged. */
  void offer(double moment) {
    put = false;
    resting.set(OptionalDouble.of(moment));
  }

  /** Puts the line at a moment, or takes it away. */
  void rest(OptionalDouble moment) {
    put = true;
    resting.set(moment);
    shown.set(moment);
  }
}
