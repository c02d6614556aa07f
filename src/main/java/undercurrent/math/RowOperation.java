package undercurrent.math;

import java.util.List;

/**
 * An operation of which each row of the output depends on the same row of what is read, and
 * backwards the other way round, so that it may be run for some rows at a time ({@link Schedule}).
 */
sealed interface RowOperation extends Operation
    permits WeightGradient,
        PlanePerceptron,
        Affine,
        Activation,
        Unary,
        Binary,
        Blend,
        Sampling,
        GaussianLogLikelihood,
        BernoulliLogLikelihood,
        GaussianKl {
  /** What is written, row by row. */
  Value out();

  /** What is read row by row, of as many rows as the output. */
  List<Value> read();

  /** What all rows read, or whose gradient is a sum over the rows in their order. */
  default List<Value> shared() {
    return List.of();
  }

  /** Whether each row depends on one alone with these operands too. */
  default boolean isRowWise() {
    return true;
  }

  /** The same of the rows {@code from … from+count-1} alone. */
  RowOperation rows(int from, int count);
}
