package undercurrent.series;

/** What a column of a file becomes. */
public enum ColumnUse {
  /** When each row was measured. */
  TIME,
  /** Which series each row belongs to. */
  SERIES,
  /** Which part each row or series belongs to: train, valid or test. */
  SPLIT,
  /** A channel that the model explains. */
  OBSERVED,
  /** A channel of known truth: shown in figures, never seen by a model. */
  TRUTH,
  /** The standard deviation of each row's measurement, for linear models. */
  NOISE,
  /** What acts on the observed channels and is known at every row, for linear models. */
  INPUT,
  /** Not read. */
  LEFT_OUT
}
