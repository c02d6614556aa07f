package undercurrent.inference;

import undercurrent.model.EmittedRows;

/** Collects bands and scores of what is observed, row by row, in the model's units. */
interface ObservedRows {
  /** Sets row t from weighted rows, whose weights sum to one. */
  void set(int t, double[] weights, EmittedRows emitted);

  /** What was set. */
  ScoredBand collected();
}
