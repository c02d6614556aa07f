package undercurrent.model;

/** p(xₜ|·) of many rows, as numbers; what it gives is reused by the next call of what gave it. */
public interface EmittedRows {
  /** Means, {@code [rows·D]}. */
  float[] mean();

  /** Standard deviations, {@code [rows·D]}. */
  float[] sd();

  /** See {@link EmissionDensity#logDensity(int, float[], float[], int)}. */
  double logDensity(int row, float[] x, float[] mask, int at);

  /** See {@link EmissionDensity#draw}. */
  double draw(int row, int channel, double noise);

  /** See {@link EmissionDensity#shown}. */
  default double shown(int row, int channel, double noise) {
    return draw(row, channel, noise);
  }
}
