package undercurrent.math;

/**
 * out = Σ over the observed values of a row of −½ log 2π − log sd − ½ ((x − mean)/sd)².
 *
 * @param sd {@code [rows × D]}, or one row for all rows
 */
record GaussianLogLikelihood(Value x, Value mask, Value mean, Value sd, Value out)
    implements Operation {
  static final float HALF_LOG_TWO_PI = 0.9189385f;

  @Override
  public void forward() {
    int d = mean.columns;
    for (int i = 0; i < mean.rows; i++) {
      float sum = 0f;
      for (int j = 0; j < d; j++) {
        if (mask.data[mask.offset + i * d + j] == 0f) continue;
        float s = sd.data[sdAt(i, j)];
        float u = (x.data[x.offset + i * d + j] - mean.data[mean.offset + i * d + j]) / s;
        sum += -HALF_LOG_TWO_PI - Functions.log(s) - 0.5f * u * u;
      }
      out.data[out.offset + i] = sum;
    }
  }

  @Override
  public void backward() {
    int d = mean.columns;
    for (int i = 0; i < mean.rows; i++) {
      float g = out.grad[out.offset + i];
      for (int j = 0; j < d; j++) {
        if (mask.data[mask.offset + i * d + j] == 0f) continue;
        float s = sd.data[sdAt(i, j)];
        float u = (x.data[x.offset + i * d + j] - mean.data[mean.offset + i * d + j]) / s;
        // ∂/∂mean = u/sd      ∂/∂sd = (u² − 1)/sd
        mean.grad[mean.offset + i * d + j] += g * u / s;
        if (sd.hasGradient()) sd.grad[sdAt(i, j)] += g * (u * u - 1f) / s;
      }
    }
  }

  private int sdAt(int row, int column) {
    return sd.offset + (sd.rows == 1 ? column : row * sd.columns + column);
  }
}
