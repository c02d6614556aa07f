package undercurrent.model;

/** p(xₜ|·) of many rows, as numbers; what it gives is reused by the next call of what gave it. */
public interface EmittedRows {
  /** Means, {@code [rows·D]}. */
  float[] mean();

  /** Standard deviations, {@code [rows·D]}. */
  float[] sd();

  /** See {@link EmissionDensity#isOfCategories()}. */
  default boolean isOfCategories() {
    return false;
  }

  /** See {@link EmissionDensity#logDensity(int, float[], float[], int)}. */
  double logDensity(int row, float[] x, float[] mask, int at);

  /** See {@link EmissionDensity#logDensities}. */
  default void logDensities(float[] x, float[] mask, int at, double[] out) {
    for (int i = 0; i < out.length; i++) out[i] = logDensity(i, x, mask, at);
  }

  /** See {@link EmissionDensity#draw(int, int, double)}. */
  double draw(int row, int channel, double noise);

  /** See {@link EmissionDensity#draw(int, double[], double[])}. */
  default void draw(int row, double[] noise, double[] out) {
    for (int d = 0; d < out.length; d++) out[d] = draw(row, d, noise[d]);
  }

  /** See {@link EmissionDensity#shown(int, int, double)}. */
  default double shown(int row, int channel, double noise) {
    return draw(row, channel, noise);
  }

  /** See {@link EmissionDensity#shown(int, double[], double[])}. */
  default void shown(int row, double[] noise, double[] out) {
    for (int d = 0; d < out.length; d++) out[d] = shown(row, d, noise[d]);
  }
}
