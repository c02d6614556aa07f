package undercurrent.session;

/**
 * The series and the forecast that the window shows.
 *
 * @param series index in the set
 * @param seen rows that the forecast has seen
 * @param horizon rows of the forecast; 0 = none
 */
public record Viewpoint(int series, int seen, int horizon) {
  private static final int SHORTEST_BEYOND = 10;

  /**
   * With a forecast to the end, or beyond it when all rows are seen.
   *
   * @param length of the series
   * @param seenShare of its rows, in [0, 1]
   */
  public static Viewpoint of(int series, int length, double seenShare) {
    int seen = Math.clamp(Math.round(seenShare * length), 1, length);
    int horizon = seen < length ? length - seen : Math.max(SHORTEST_BEYOND, length / 4);
    return new Viewpoint(series, seen, horizon);
  }
}
