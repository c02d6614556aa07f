package undercurrent.math;

import java.util.List;

/** out = (p₁ + … + pₙ) / n; a part of one row counts for every row. */
record Mean(List<Value> parts, Value out) implements Operation {
  @Override
  public void forward() {
    float share = 1f / parts.size();
    int m = out.columns;
    for (int i = 0; i < out.rows; i++) {
      int o = out.offset + i * m;
      for (int j = 0; j < m; j++) out.data[o + j] = 0f;
      for (int p = 0; p < parts.size(); p++) {
        Value part = parts.get(p);
        int from = part.offset + (part.rows == 1 ? 0 : i * m);
        for (int j = 0; j < m; j++) out.data[o + j] += part.data[from + j];
      }
      for (int j = 0; j < m; j++) out.data[o + j] *= share;
    }
  }

  @Override
  public void backward() {
    float share = 1f / parts.size();
    int m = out.columns;
    for (int p = 0; p < parts.size(); p++) {
      Value part = parts.get(p);
      for (int i = 0; i < out.rows; i++) {
        int to = part.offset + (part.rows == 1 ? 0 : i * m);
        int o = out.offset + i * m;
        for (int j = 0; j < m; j++) part.grad[to + j] += share * out.grad[o + j];
      }
    }
  }
}
