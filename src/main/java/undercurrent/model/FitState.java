package undercurrent.model;

import java.util.Arrays;

/**
 * The numbers in which a fit keeps where it stands, so that a file can keep them: written one after
 * the other, and read in the same order. What is read again goes on with the same bits.
 */
public final class FitState {
  private double[] numbers;
  private int written;
  private int read;

  private FitState(double[] numbers, int written) {
    this.numbers = numbers;
    this.written = written;
  }

  /** Nothing, to be written to. */
  public static FitState empty() {
    return new FitState(new double[16], 0);
  }

  /** To be read from. */
  public static FitState of(double... numbers) {
    return new FitState(numbers.clone(), numbers.length);
  }

  /** Writes some numbers. */
  public FitState put(double... more) {
    if (written + more.length > numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(2 * numbers.length, written + more.length));
    }
    System.arraycopy(more, 0, numbers, written, more.length);
    written += more.length;
    return this;
  }

  /** Writes whether something is so. */
  public FitState put(boolean so) {
    return put(so ? 1 : 0);
  }

  /** All that was written. */
  public double[] numbers() {
    return Arrays.copyOf(numbers, written);
  }

  /**
   * Reads the next numbers.
   *
   * @throws IllegalArgumentException when there are not so many
   */
  public double[] next(int count) {
    if (count > written - read) throw foreign();
    read += count;
    return Arrays.copyOfRange(numbers, read - count, read);
  }

  /**
   * Reads the next numbers, which are parameters that were learned.
   *
   * @throws IllegalArgumentException when one of them is no number
   */
  public double[] parameters(int count) {
    double[] parameters = next(count);
    for (double parameter : parameters) {
      if (Double.isFinite(parameter)) continue;
      throw new IllegalArgumentException(ModelWords.of("fitState.parameter", parameter));
    }
    return parameters;
  }

  public double next() {
    return next(1)[0];
  }

  public int nextInt() {
    double number = next();
    if (number != Math.rint(number)) throw foreign();
    return (int) number;
  }

  /** A number from 0 to less than a limit. */
  public int nextIndex(int limit) {
    int index = nextInt();
    if (index < 0 || index >= limit) throw foreign();
    return index;
  }

  public boolean nextBoolean() {
    return next() != 0;
  }

  /**
   * Refuses numbers that have not been read.
   *
   * @throws IllegalArgumentException when there are some
   */
  public void requireEnd() {
    if (read < written) throw foreign();
  }

  private static IllegalArgumentException foreign() {
    return new IllegalArgumentException(ModelWords.of("fitState.mismatch"));
  }
}
