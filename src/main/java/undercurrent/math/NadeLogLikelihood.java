package undercurrent.math;

/**
 * out = log p of the observed values of a row under a neural autoregressive distribution of binary
 * vectors (Larochelle and Murray 2011):
 *
 * <pre>
 *   logitᵢ = Vᵢ · sigmoid(aᵢ) + bᵢ      aᵢ₊₁ = aᵢ + xᵢ mᵢ Wᵢ
 *   out    = Σᵢ mᵢ (xᵢ logitᵢ − softplus(logitᵢ))
 * </pre>
 *
 * @param layers the weights and a₁
 * @param logits as computed, {@code [n · D]}
 * @param places where each row's sigmoid(aᵢ) stand in {@code turned}, {@code [D]}
 * @param turned the sigmoid(a) of one row that differ from one another, {@code [(D + 1) · H]}
 * @param slope work space for ∂objective/∂aᵢ, {@code [H]}
 */
record NadeLogLikelihood(
    Value x,
    Value mask,
    NadeLayers layers,
    float[] logits,
    int[] places,
    float[] turned,
    float[] slope,
    Value out)
    implements Operation {
  NadeLogLikelihood(Value x, Value mask, NadeLayers layers, Value out) {
    this(
        x,
        mask,
        layers,
        new float[x.size()],
        new int[layers.size()],
        new float[(layers.size() + 1) * layers.units()],
        new float[layers.units()],
        out);
  }

  @Override
  public void forward() {
    int size = layers.size();
    for (int row = 0; row < out.rows; row++) {
      layers.start(row, turned);
      float sum = 0;
      for (int i = 0; i < size; i++) {
        int at = row * size + i;
        float logit = layers.logit(i, turned, 0);
        logits[at] = logit;
        float m = mask.data[mask.offset + at];
        float value = x.data[x.offset + at];
        sum += m * Math.fma(value, logit, -Functions.softplus(logit));
        if (value * m != 0f) layers.add(i, value * m, turned, 0);
      }
      out.data[out.offset + row] = sum;
    }
  }

  @Override
  public void backward() {
    for (int row = 0; row < out.rows; row++) {
      float seed = out.grad[out.offset + row];
      if (seed == 0f) continue;
      turn(row);
      backward(row, seed);
    }
  }

  /** Computes all sigmoid(aᵢ) of a row again. */
  private void turn(int row) {
    int size = layers.size();
    int units = layers.units();
    layers.start(row, turned);
    int place = 0;
    for (int i = 0; i < size; i++) {
      places[i] = place;
      int at = row * size + i;
      float value = x.data[x.offset + at] * mask.data[mask.offset + at];
      if (value == 0f || i == size - 1) continue;
      place += units;
      layers.add(i, value, turned, place);
    }
  }

  private void backward(int row, float seed) {
    int size = layers.size();
    int units = layers.units();
    java.util.Arrays.fill(slope, 0f);
    for (int i = size - 1; i >= 0; i--) {
      int at = row * size + i;
      float m = mask.data[mask.offset + at];
      float value = x.data[x.offset + at] * m;
      // Wᵢ acts on all that come after i
      if (value != 0f) layers.addToW(i, value, slope);
      if (m == 0f) continue;
      float d = seed * m * (x.data[x.offset + at] - Functions.sigmoid(logits[at]));
      layers.addToLogit(i, d, turned, places[i], slope);
    }
    Value first = layers.first();
    int from = first.offset + row * units;
    for (int j = 0; j < units; j++) first.grad[from + j] += slope[j];
  }
}
