package undercurrent.series;

/** What a sample is for, in the order of the gallery. */
public enum SampleGroup {
  /** What a newcomer should see first. */
  START,
  /** A question that the program answers. */
  LESSONS,
  /** Measured series. */
  REAL,
  /** Chaotic systems. */
  CHAOS,
  /** Series made from a seed. */
  SIMULATED,
  /** Films and fields: each observation is a frame. */
  FILMS
}
