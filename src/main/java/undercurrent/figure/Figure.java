package undercurrent.figure;

import java.util.List;
import undercurrent.text.Visible;

/**
 * One plot, described: what is drawn, not how.
 *
 * @param id stable and short ("elbo", "observed", "latent", "phase", "map"): file names, window
 * @param title says what is shown, sentence case
 * @param marks from the back to the front
 * @param aspect screen length of one y unit / that of one x unit; 0 = free
 * @param summary one or two sentences for a screen reader
 */
public record Figure(
    String id, String title, Axis x, Axis y, List<Mark> marks, double aspect, String summary) {
  public Figure {
    title = Visible.of(title);
    summary = Visible.of(summary);
    marks = List.copyOf(marks);
  }
}
