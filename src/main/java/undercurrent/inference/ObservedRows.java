package undercurrent.inference;

import undercurrent.model.EmittedRows;

/** Collects bands and scores of what is observed, row by row, in the model's units. */
interface ObservedRows {
  /** Sets row t from weighted rows, whose weights sum to one. */
  void set(int t, double[] weights, EmittedRows emitted);

  /** {@code [N][D]} in the model's units. */
  Band observation();

  /** {@code [N][D]} in the channels' units; NaN where nothing was observed. */
  double[][] crps();

  /** The probability below each observation, {@code [N][D]}; NaN where it is not known. */
  double[][] pit();
}
