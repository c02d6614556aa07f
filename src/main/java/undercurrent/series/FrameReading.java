package undercurrent.series;

/** What is made of a file that can be read as a film. */
public enum FrameReading {
  /** Frames with all their colours. */
  FILM,
  /** Frames whose colours are turned to grey. */
  GREY,
  /** No film: columns that are told apart. */
  SERIES,
  /** Of points on the Earth: how many lie in each cell of a grid, a frame an hour. */
  COUNTS,
  /** The same summed over all weeks, a frame for each hour of a week. */
  WEEK;

  /** True when points are counted. */
  boolean isCount() {
    return this == COUNTS || this == WEEK;
  }
}
