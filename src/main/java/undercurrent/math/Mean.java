package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.load;

import java.util.List;

/** out = (p₁ + … + pₙ) / n; a part of one row counts for every row. */
record Mean(List<Value> parts, Value out) implements Operation {
  @Override
  public void forward() {
    int m = out.columns;
    for (int p = 0; p < parts.size(); p++) {
      Value part = parts.get(p);
      for (int i = 0; i < out.rows; i += part.rows) {
        int to = out.offset + i * m;
        if (p == 0) System.arraycopy(part.data, part.offset, out.data, to, part.size());
        else add(part.data, part.offset, 1f, out.data, to, part.size());
      }
    }
    float share = 1f / parts.size();
    for (int i = out.offset; i < out.offset + out.size(); i++) out.data[i] *= share;
  }

  @Override
  public void backward() {
    float share = 1f / parts.size();
    int m = out.columns;
    for (int p = 0; p < parts.size(); p++) {
      Value part = parts.get(p);
      for (int i = 0; i < out.rows; i += part.rows) {
        add(out.grad, out.offset + i * m, share, part.grad, part.offset, part.size());
      }
    }
  }

  /** b += share · a. */
  static void add(float[] a, int from, float share, float[] b, int to, int n) {
    int done = Lanes.on() ? Vectors.add(a, from, share, b, to, n) : 0;
    for (int i = done; i < n; i++) b[to + i] = Math.fma(share, a[from + i], b[to + i]);
  }

  private static final class Vectors {
    static int add(float[] a, int from, float share, float[] b, int to, int n) {
      int whole = VectorFunctions.whole(n);
      for (int i = 0; i < whole; i += LANES) {
        load(a, from + i).fma(VectorFunctions.all(share), load(b, to + i)).intoArray(b, to + i);
      }
      return whole;
    }
  }
}
