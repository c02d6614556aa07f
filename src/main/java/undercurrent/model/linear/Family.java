package undercurrent.model.linear;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Linear systems indexed by parameters θ that may be any real numbers: variances through logarithms
 * or Cholesky factors, so that every θ is a sound system.
 */
public interface Family {
  /** How many parameters there are. */
  int size();

  /** The system of one of the series; most families have one for all. */
  LinearSystem system(double[] theta, int series);

  /** Whether a search may end at θ; where another one ends elsewhere, it is preferred. */
  default boolean isAdmissible(double[] theta) {
    return true;
  }

  /** What a person calls the quantities of {@link #natural}. */
  default List<String> names() {
    return IntStream.range(0, size()).mapToObj(i -> "θ" + (i + 1)).toList();
  }

  /** The quantities a person knows, such as variances in place of their logarithms. */
  default double[] natural(double[] theta) {
    return theta.clone();
  }

  /** θ of quantities that a person knows: the inverse of {@link #natural}. */
  default double[] theta(double... natural) {
    return natural.clone();
  }

  /** Whether a quantity depends on several of θ, as do the coefficients of an autoregression. */
  default boolean isCoupled(int quantity) {
    return false;
  }

  /** Which of the quantities one of θ is the coordinate of. */
  default int quantity(int i) {
    return i;
  }
}
