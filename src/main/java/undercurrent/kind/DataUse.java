package undercurrent.kind;

/** What of the data, beside observed values, a kind of model may use. */
public enum DataUse {
  /** Columns that act on the observed channels. */
  INPUTS,
  /** Columns of the standard deviation that each row gives of its measurement. */
  NOISE,
  /** How long the gaps between rows are. */
  GAPS
}
