package undercurrent.model;

import undercurrent.series.Part;

/** A model of a data set that is fitted by its own log-likelihood, one iteration at a time. */
public interface Fit {
  /** Makes one iteration; does nothing when {@link #isConverged}. */
  void iterate();

  /** Whether nothing near explains the training part better. */
  boolean isConverged();

  /** log p per time step of the rows of a part, each given all rows before it; NaN without any. */
  double perStep(Part part);

  /** What a file keeps of the fit as it is; empty where the iterations are made again. */
  float[] weights();

  /** Goes to where a fit was after so many iterations; same bits. */
  void restore(int iterations, float[] weights);
}
