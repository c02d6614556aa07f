package undercurrent.math;

/** First values of parameters. */
public final class Initial {
  private Initial() {}

  /** Uniform in [−bound, bound). */
  public static void uniform(
      Parameters parameters, Parameters.Entry entry, double bound, Randomness randomness) {
    float[] data = parameters.data();
    for (int i = 0; i < entry.size(); i++) {
      data[entry.offset() + i] = (float) randomness.uniform(-bound, bound);
    }
  }

  /** Ones on the diagonal, zeros elsewhere; the matrix need not be square. */
  public static void identity(Parameters parameters, Parameters.Entry entry) {
    fill(parameters, entry, 0);
    for (int i = 0; i < Math.min(entry.rows(), entry.columns()); i++) {
      parameters.set(entry, i * entry.columns() + i, 1);
    }
  }

  /** One number everywhere. */
  public static void fill(Parameters parameters, Parameters.Entry entry, double number) {
    java.util.Arrays.fill(
        parameters.data(), entry.offset(), entry.offset() + entry.size(), (float) number);
  }

  /** Enlarges weights that were drawn by a factor. */
  public static void times(Parameters parameters, Parameters.Entry weight, double factor) {
    for (int i = 0; i < weight.size(); i++) {
      parameters.set(weight, i, factor * parameters.get(weight, i));
    }
  }

  /** The x with ln(1 + eˣ) = y. */
  public static double inverseSoftplus(double y) {
    return y > 30 ? y : StrictMath.log(StrictMath.expm1(y));
  }
}
