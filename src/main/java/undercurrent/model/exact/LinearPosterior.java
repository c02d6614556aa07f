package undercurrent.model.exact;

import java.util.List;
import java.util.Optional;
import undercurrent.model.Conditioning;
import undercurrent.model.linear.FilterBlocks;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.structural.Transform;
import undercurrent.series.Dataset;

/** A linear-Gaussian model of a data set as it is at the call: its exact filter, and its units. */
public interface LinearPosterior {
  /** The data that it belongs to, in their own units. */
  Dataset dataset();

  /** The channels, each in one group, in the order of their filters. */
  List<ChannelGroup> groups();

  /**
   * The system as it is now, run over a series, group by group.
   *
   * @param seen rows that are seen
   * @param unseen rows after them that are not; they may lie beyond the end
   */
  List<FilterResult> filters(int series, int seen, int unseen);

  /**
   * The same over a whole series, to be run some rows at a time; empty where that is not possible:
   * of a track, whose places follow from those before them, and where digits would be lost.
   */
  default Optional<List<FilterBlocks>> blocks(int series) {
    return Optional.empty();
  }

  /** The system of all groups together as it is now, for the first rows of a series. */
  LinearSystem system(int series, int rows);

  /**
   * log p(xₜ|x₁:ₜ₋₁) of each row {@code [T]} in nats, counted in the units that a deep model of the
   * same data sees, so that both can be compared.
   *
   * @param filters of all groups
   */
  double[] logLikelihoods(List<FilterResult> filters, int series);

  /**
   * Mean, lower and upper end of a band {@code [3][N][C]} from the model's units to the file's.
   *
   * @param from the row that row 0 stands at
   */
  double[][][] restore(Conditioning conditioning, int series, int from, double[][][] band);

  /**
   * Rows in units in which errors are measured: those of the file, or of a track metres in its
   * plane.
   *
   * @param from the row that row 0 stands at
   */
  double[][] comparable(int series, int from, double[][] values);

  /** What was observed, in those units; NaN where missing or beyond the end. */
  double observed(int series, int row, int place);

  /** What was done to an observed channel before it was made standard. */
  default Transform transform(int place) {
    return Transform.IDENTITY;
  }

  /** What 1 of an observed channel's values in the model is in the file, once transformed. */
  double scale(int place);

  /** What 0 of them is there. */
  double centre(int place);

  /** So many standard deviations of the data wide, a belief is none. */
  double nothing(int place);

  /** Whether a channel has noise of any size, as learned so far. */
  boolean isNoisy(int place);

  /** Whether the first row makes the start, so that nothing is predicted of it. */
  default boolean startsAtFirstRow() {
    return false;
  }

  /**
   * Whether rows lie beyond the last one whose inputs are known, so that those stay as they are.
   */
  default boolean holdsInputs(int series, int rows) {
    return false;
  }

  /** The times of the first rows; beyond the end they go on in the median gap. */
  default double[] times(int series, int rows) {
    return dataset().source().times(series, rows);
  }
}
