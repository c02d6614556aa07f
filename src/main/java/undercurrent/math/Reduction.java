package undercurrent.math;

import java.util.Arrays;

/**
 * Sums of many numbers, and what is made of them; each sum runs in order.
 *
 * <pre>
 *   ROW_SUM       outᵢ  = Σⱼ aᵢⱼ                        [n × m] → [n × 1]
 *   COLUMN_SUM    outᵢⱼ = Σₖ a₍ᵢ₊ₖᵣ₎ⱼ                    [k·r × m] → [r × m]
 *   LOG_SUM_EXP   outᵢ  = h + log Σⱼ exp(aᵢⱼ − h)       h the largest of the row
 *   SOFTMAX       outᵢⱼ = exp(aᵢⱼ − h) / Σₖ exp(aᵢₖ − h)
 * </pre>
 *
 * @param share the softmax of the rows; empty for plain sums
 */
record Reduction(Kind kind, Value a, Value out, float[] share) implements Operation {
  Reduction(Kind kind, Value a, Value out) {
    this(kind, a, out, new float[kind.isExponential() ? a.size() : 0]);
  }

  @Override
  public void forward() {
    int m = a.columns;
    switch (kind) {
      case ROW_SUM -> {
        for (int i = 0; i < a.rows; i++) out.data[out.offset + i] = sum(a.data, a.offset + i * m);
      }
      case COLUMN_SUM -> {
        Arrays.fill(out.data, out.offset, out.offset + out.size(), 0f);
        for (int from = 0; from < a.size(); from += out.size()) {
          int n = out.size();
          Loops.add(out.data, out.offset, a.data, a.offset + from, out.data, out.offset, n);
        }
      }
      case LOG_SUM_EXP, SOFTMAX -> exponentials();
    }
  }

  private void exponentials() {
    int m = a.columns;
    for (int i = 0; i < a.rows; i++) {
      float highest = highest(i);
      for (int j = i * m; j < (i + 1) * m; j++) share[j] = a.data[a.offset + j] - highest;
    }
    Unary.apply(Unary.Kind.EXP, share, 0, share, 0, share.length);
    for (int i = 0; i < a.rows; i++) {
      float sum = sum(share, i * m);
      // A row of −∞ alone has no largest share.
      float factor = sum == 0f ? 0f : 1f / sum;
      for (int j = i * m; j < (i + 1) * m; j++) share[j] *= factor;
      if (kind == Kind.LOG_SUM_EXP) out.data[out.offset + i] = highest(i) + Functions.log(sum);
    }
    if (kind == Kind.SOFTMAX) System.arraycopy(share, 0, out.data, out.offset, share.length);
  }

  private float highest(int row) {
    int from = a.offset + row * a.columns;
    float highest = Float.NEGATIVE_INFINITY;
    for (int j = from; j < from + a.columns; j++) highest = Math.max(highest, a.data[j]);
    return highest == Float.NEGATIVE_INFINITY ? 0f : highest;
  }

  private float sum(float[] numbers, int from) {
    float sum = 0f;
    for (int j = from; j < from + a.columns; j++) sum += numbers[j];
    return sum;
  }

  @Override
  public void backward() {
    if (!a.hasGradient()) return;
    int m = a.columns;
    float[] d = out.grad;
    switch (kind) {
      case ROW_SUM -> {
        for (int i = 0; i < a.size(); i++) a.grad[a.offset + i] += d[out.offset + i / m];
      }
      case COLUMN_SUM -> {
        for (int from = a.offset; from < a.offset + a.size(); from += out.size()) {
          Loops.add(a.grad, from, d, out.offset, a.grad, from, out.size());
        }
      }
      // ∂out/∂aⱼ = shareⱼ
      case LOG_SUM_EXP -> {
        for (int i = 0; i < a.size(); i++) {
          int at = a.offset + i;
          a.grad[at] = Math.fma(d[out.offset + i / m], share[i], a.grad[at]);
        }
      }
      // ∂outₖ/∂aⱼ = outₖ·((k = j) − outⱼ)
      case SOFTMAX -> {
        for (int i = 0; i < a.rows; i++) {
          float mean = 0f;
          for (int j = i * m; j < (i + 1) * m; j++) {
            mean = Math.fma(d[out.offset + j], share[j], mean);
          }
          for (int j = i * m; j < (i + 1) * m; j++) {
            a.grad[a.offset + j] += share[j] * (d[out.offset + j] - mean);
          }
        }
      }
    }
  }

  /** What is computed. */
  enum Kind {
    ROW_SUM,
    COLUMN_SUM,
    LOG_SUM_EXP,
    SOFTMAX;

    boolean isExponential() {
      return this == LOG_SUM_EXP || this == SOFTMAX;
    }
  }
}
