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

  /** The same with other marks. */
  Figure with(List<Mark> others) {
    return new Figure(id, title, x, y, others, aspect, summary);
  }

  /** The same over other axes. */
  Figure over(Axis otherX, Axis otherY) {
    return new Figure(id, title, otherX, otherY, marks, aspect, summary);
  }

  /** A part of its horizontal axis alone, as high as what is there needs. */
  public Figure within(Range part) {
    boolean isFixed = Double.isFinite(y.min()) || Double.isFinite(y.max());
    Range height = isFixed ? Range.NONE : Extent.heightWithin(this, part);
    return over(x.over(part.padded(0)), height.isEmpty() ? y : y.over(height));
  }

  /** The same under another title, and with other words for a screen reader. */
  public Figure titled(String words, String inWords) {
    return new Figure(id, words, x, y, marks, aspect, inWords);
  }
}
