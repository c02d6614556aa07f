package undercurrent.inference;

/**
 * Means and medians with the lower and upper end of a central band, each {@code [steps][size]}. The
 * mean of a skewed sample may lie outside its own band; the median never does, so that it is what
 * figures draw. Where the distribution is symmetric in the model's units both are the same numbers.
 */
public record Band(NumberRows mean, NumberRows lower, NumberRows upper, NumberRows median) {
  /** Of something whose centre is the middle of its band. */
  public Band(NumberRows mean, NumberRows lower, NumberRows upper) {
    this(mean, lower, upper, mean);
  }

  /** The same of arrays, which are copied. */
  public Band(double[][] mean, double[][] lower, double[][] upper) {
    this(NumberRows.of(mean), NumberRows.of(lower), NumberRows.of(upper));
  }

  /** Without numbers; the median is that of a sample. */
  static Band ofSample(int rows, int size) {
    return new Band(
        new NumberRows(rows, size),
        new NumberRows(rows, size),
        new NumberRows(rows, size),
        new NumberRows(rows, size));
  }

  /** How many numbers a row has. */
  public int size() {
    return mean.columns();
  }

  /** Sets a number whose band reaches as far down as up. */
  void put(int row, int place, double middle, double reach) {
    mean.set(row, place, middle);
    median.set(row, place, middle);
    lower.set(row, place, middle - reach);
    upper.set(row, place, middle + reach);
  }

  /** Whether the median was found apart from the mean, as that of a sample is. */
  public boolean hasMedian() {
    return median != mean;
  }

  /** With other numbers for its mean and ends, and for its median if that is apart. */
  Band map(NumberRows.Change change) {
    NumberRows means = mean.map(change);
    return new Band(
        means, lower.map(change), upper.map(change), hasMedian() ? median.map(change) : means);
  }

  Band rows(int from, int to) {
    NumberRows means = mean.range(from, to);
    return new Band(
        means,
        lower.range(from, to),
        upper.range(from, to),
        hasMedian() ? median.range(from, to) : means);
  }
}
