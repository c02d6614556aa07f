package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import undercurrent.series.Series;

/** A set of far more series than a list has rows on the screen. */
final class ManySeries {
  private ManySeries() {}

  /** Waves that are called "series 1" and so on. */
  static List<Series> of(int count, int rows) {
    List<Series> all = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      double[] times = new double[rows];
      double[][] values = new double[rows][1];
      for (int t = 0; t < rows; t++) {
        times[t] = t;
        values[t][0] = Math.sin(0.3 * t + s);
      }
      all.add(new Series("series " + (s + 1), times, values));
    }
    return all;
  }

  /** Types into the field that searches the list of series; nanoseconds until they are shown. */
  static long search(MainWindow window, ComboBox<String> list, String typed) {
    OffScreen.run(list::show);
    OffScreen.frames(window.scene(), 2);
    TextField field = (TextField) OffScreen.call(() -> list.lookup("#search"));
    OffScreen.run(field::clear);
    OffScreen.frames(window.scene(), 2);
    long began = System.nanoTime();
    OffScreen.run(() -> field.setText(typed));
    OffScreen.frames(window.scene(), 1);
    long ended = System.nanoTime();
    List<String> items = OffScreen.call(() -> List.copyOf(found(list).getItems()));
    assertFalse(items.isEmpty(), typed);
    for (String item : items) {
      for (String word : typed.split(" ", -1)) {
        assertTrue(item.contains(word), item);
      }
    }
    return ended - began;
  }

  /** What was found. */
  static ComboBox<String> found(ComboBox<String> list) {
    @SuppressWarnings("unchecked") // It has what the list has.
    ComboBox<String> found = (ComboBox<String>) list.lookup("#filtered");
    return found;
  }
}
