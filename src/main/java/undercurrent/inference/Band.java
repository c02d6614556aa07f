package undercurrent.inference;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Means and medians with the lower and upper end of a central band, each {@code [steps][size]}. The
 * mean of a skewed sample may lie outside its own band; the median never does, so that it is what
 * figures draw. Where the distribution is symmetric in the model's units both are the same array.
 */
public record Band(double[][] mean, double[][] lower, double[][] upper, double[][] median) {
  /** Of something whose centre is the middle of its band. */
  public Band(double[][] mean, double[][] lower, double[][] upper) {
    this(mean, lower, upper, mean);
  }

  /** Without numbers; the median is that of a sample. */
  static Band ofSample(int rows, int size) {
    return new Band(
        new double[rows][size],
        new double[rows][size],
        new double[rows][size],
        new double[rows][size]);
  }

  /** Sets a number whose band reaches as far down as up. */
  void put(int row, int place, double middle, double reach) {
    mean[row][place] = middle;
    median[row][place] = middle;
    lower[row][place] = middle - reach;
    upper[row][place] = middle + reach;
  }

  /** Whether the median was found apart from the mean, as that of a sample is. */
  public boolean hasMedian() {
    return median != mean;
  }

  /** With other numbers for its mean and ends, and for its median if that is apart. */
  Band map(UnaryOperator<double[][]> change) {
    double[][] means = change.apply(mean);
    return new Band(
        means,
        change.apply(lower),
        change.apply(upper),
        hasMedian() ? change.apply(median) : means);
  }

  Band rows(int from, int to) {
    double[][] means = Arrays.copyOfRange(mean, from, to);
    return new Band(
        means,
        Arrays.copyOfRange(lower, from, to),
        Arrays.copyOfRange(upper, from, to),
        hasMedian() ? Arrays.copyOfRange(median, from, to) : means);
  }
}
