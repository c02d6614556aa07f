package undercurrent.series;

/** The part of the data that a piece belongs to. */
public enum Part {
  TRAINING,
  VALIDATION,
  TEST
}
