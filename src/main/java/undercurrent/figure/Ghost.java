package undercurrent.figure;

/**
 * A line of another run that is shown beside that of the run that is open.
 *
 * @param legend the name of the run
 * @param place of the run among all, from 0, also of those that are hidden: its colour
 * @param x {@code [N]}
 * @param y {@code [N]}; a NaN breaks the line
 */
public record Ghost(String legend, int place, double[] x, double[] y) {
  /** The colour of the run at a place. */
  public static Ink ink(int place) {
    return GhostMarks.INKS.get(place % GhostMarks.INKS.size());
  }

  /** The stroke of the run at a place. */
  public static Mark.Stroke stroke(int place) {
    boolean isRepeated = place / GhostMarks.INKS.size() % 2 == 1;
    return isRepeated ? Mark.Stroke.DASHED : Mark.Stroke.DOTTED;
  }
}
