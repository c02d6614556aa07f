package undercurrent.model.exact;

import undercurrent.model.Conditioning;
import undercurrent.model.linear.Observations;

/** What a linear model sees of the rows of a set, and the way back. */
interface Rows {
  /**
   * Some channels of the first rows of a series, and rows after them of which nothing is seen.
   *
   * @param places of the channels among the observed ones
   */
  Observations observations(int series, int seen, int unseen, int... places);

  /** What 1 of the model is in the units of the file, or of its transformed values. */
  double scale(int place);

  /** What 0 of the model is there. */
  double centre(int place);

  /** log |d transformed / d file| of an observed value. */
  double logJacobian(int series, int row, int place);

  /** What log p of an observed value gains in the units that a deep model sees. */
  double towardsDeep(int series, int row, int place);

  /** So many standard deviations wide, in the model's units, a belief is none. */
  double nothing(int place);

  /** Model rows in comparable units: of the file, or of a track the metres of its plane. */
  double[][] comparable(int series, int from, double[][] rows);

  /** What was observed in those units; NaN where missing or beyond the end. */
  double observed(int series, int row, int place);

  /** Mean, lower and upper end of a band as the file has them. */
  double[][][] restore(Conditioning conditioning, int series, int from, double[][][] band);
}
