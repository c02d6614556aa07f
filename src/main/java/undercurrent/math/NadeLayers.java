package undercurrent.math;

import java.util.List;

/**
 * The weights of a neural autoregressive distribution, and a row of it as it goes through its
 * values.
 *
 * @param first a₁, {@code [n × H]}
 * @param v {@code [D × H]}
 * @param bias {@code [1 × D]}
 * @param w {@code [D × H]}
 * @param a of the value that is next, {@code [H]}
 */
record NadeLayers(Value first, Value v, Value bias, Value w, float[] a) {
  NadeLayers(Value first, Value v, Value bias, Value w) {
    this(first, v, bias, w, new float[v.columns]);
  }

  List<Value> toward() {
    return List.of(first, v, bias, w);
  }

  /** D. */
  int size() {
    return v.rows;
  }

  /** H. */
  int units() {
    return v.columns;
  }

  /** Begins a row: sigmoid(a₁) goes to the start of {@code turned}. */
  void start(int row, float[] turned) {
    int units = units();
    System.arraycopy(first.data, first.offset + row * units, a, 0, units);
    Activation.apply(Activation.Kind.SIGMOID, a, 0, turned, 0, units);
  }

  /** Vᵢ · sigmoid(aᵢ) + bᵢ. */
  float logit(int i, float[] turned, int place) {
    int units = units();
    int from = v.offset + i * units;
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int j = 0;
    for (; j + 4 <= units; j += 4) {
      s0 = Math.fma(v.data[from + j], turned[place + j], s0);
      s1 = Math.fma(v.data[from + j + 1], turned[place + j + 1], s1);
      s2 = Math.fma(v.data[from + j + 2], turned[place + j + 2], s2);
      s3 = Math.fma(v.data[from + j + 3], turned[place + j + 3], s3);
    }
    for (; j < units; j++) s0 = Math.fma(v.data[from + j], turned[place + j], s0);
    return bias.data[bias.offset + i] + (s0 + s1 + (s2 + s3));
  }

  /** aᵢ₊₁ = aᵢ + value · Wᵢ; its sigmoid goes to {@code turned}. */
  void add(int i, float value, float[] turned, int place) {
    int units = units();
    int from = w.offset + i * units;
    for (int j = 0; j < units; j++) a[j] = Math.fma(value, w.data[from + j], a[j]);
    Activation.apply(Activation.Kind.SIGMOID, a, 0, turned, place, units);
  }

  /** Adds to the gradient of Wᵢ, of ∂objective/∂aᵢ₊₁. */
  void addToW(int i, float value, float[] slope) {
    int from = w.offset + i * units();
    for (int j = 0; j < slope.length; j++) {
      w.grad[from + j] = Math.fma(value, slope[j], w.grad[from + j]);
    }
  }

  /** Adds to the gradients of Vᵢ, bᵢ and aᵢ, of ∂objective/∂logitᵢ. */
  void addToLogit(int i, float d, float[] turned, int place, float[] slope) {
    int from = v.offset + i * units();
    bias.grad[bias.offset + i] += d;
    for (int j = 0; j < slope.length; j++) {
      float s = turned[place + j];
      v.grad[from + j] = Math.fma(d, s, v.grad[from + j]);
      slope[j] = Math.fma(d * v.data[from + j], s * (1f - s), slope[j]);
    }
  }
}
