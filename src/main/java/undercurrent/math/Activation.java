package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.all;
import static undercurrent.math.VectorFunctions.load;

import java.util.List;
import jdk.incubator.vector.FloatVector;

/**
 * out = f(a) + floor for each element.
 *
 * @param floor the smallest value of the output where f is softplus, else 0
 * @param slope work space for that of softplus
 */
record Activation(Kind kind, Value a, float floor, Value out, float[] slope)
    implements RowOperation {
  Activation(Kind kind, Value a, float floor, Value out) {
    this(kind, a, floor, out, new float[kind == Kind.SOFTPLUS && a.hasGradient() ? a.size() : 0]);
  }

  @Override
  public List<Value> read() {
    return List.of(a);
  }

  @Override
  public Activation rows(int from, int count) {
    return new Activation(kind, a.rows(from, count), floor, out.rows(from, count), slope);
  }

  @Override
  public void forward() {
    apply(kind, a.data, a.offset, out.data, out.offset, a.size());
    if (floor == 0f) return;
    for (int i = out.offset; i < out.offset + out.size(); i++) out.data[i] += floor;
  }

  @Override
  public void backward() {
    float[] dx = a.grad;
    float[] dy = out.grad;
    if (kind == Kind.SOFTPLUS) {
      // softplus′ = sigmoid
      apply(Kind.SIGMOID, a.data, a.offset, slope, 0, a.size());
      for (int i = 0; i < a.size(); i++) {
        dx[a.offset + i] = Math.fma(dy[out.offset + i], slope[i], dx[a.offset + i]);
      }
      return;
    }
    kind.timesSlope(out.data, out.offset, dy, out.offset, out.size());
    for (int i = 0; i < a.size(); i++) dx[a.offset + i] += dy[out.offset + i];
  }

  /**
   * y = f(x) for {@code n} elements; x and y may be the same. All calls of a function pass here, so
   * that they stay calls: the compiler's budget for inlining is about one function of a vector, and
   * what is beyond it allocates.
   */
  static void apply(Kind kind, float[] x, int from, float[] y, int to, int n) {
    kind.apply(x, from, y, to, n);
  }

  /** The function f. */
  enum Kind {
    IDENTITY {
      @Override
      void apply(float[] x, int from, float[] y, int to, int n) {
        if (x != y) System.arraycopy(x, from, y, to, n);
      }

      @Override
      void timesSlope(float[] y, int from, float[] d, int to, int n) {}
    },
    RELU {
      @Override
      void apply(float[] x, int from, float[] y, int to, int n) {
        int done = Lanes.on() ? Vectors.relu(x, from, y, to, n) : 0;
        for (int i = done; i < n; i++) y[to + i] = Math.max(x[from + i], 0f);
      }

      @Override
      void timesSlope(float[] y, int from, float[] d, int to, int n) {
        int done = Lanes.on() ? Vectors.timesSlopeOfRelu(y, from, d, to, n) : 0;
        for (int i = done; i < n; i++) d[to + i] *= y[from + i] > 0 ? 1f : 0f;
      }
    },
    TANH {
      @Override
      void apply(float[] x, int from, float[] y, int to, int n) {
        int done = Lanes.on() ? Vectors.tanh(x, from, y, to, n) : 0;
        for (int i = done; i < n; i++) y[to + i] = Functions.tanh(x[from + i]);
      }

      // tanh′ = 1 − tanh²
      @Override
      void timesSlope(float[] y, int from, float[] d, int to, int n) {
        int done = Lanes.on() ? Vectors.timesSlopeOfTanh(y, from, d, to, n) : 0;
        for (int i = done; i < n; i++) d[to + i] *= 1f - y[from + i] * y[from + i];
      }
    },
    SIGMOID {
      @Override
      void apply(float[] x, int from, float[] y, int to, int n) {
        int done = Lanes.on() ? Vectors.sigmoid(x, from, y, to, n) : 0;
        for (int i = done; i < n; i++) y[to + i] = Functions.sigmoid(x[from + i]);
      }

      // sigmoid′ = sigmoid·(1 − sigmoid)
      @Override
      void timesSlope(float[] y, int from, float[] d, int to, int n) {
        int done = Lanes.on() ? Vectors.timesSlopeOfSigmoid(y, from, d, to, n) : 0;
        for (int i = done; i < n; i++) d[to + i] *= y[from + i] * (1f - y[from + i]);
      }
    },
    SOFTPLUS {
      @Override
      void apply(float[] x, int from, float[] y, int to, int n) {
        int done = Lanes.on() ? Vectors.softplus(x, from, y, to, n) : 0;
        for (int i = done; i < n; i++) y[to + i] = Functions.softplus(x[from + i]);
      }

      @Override
      void timesSlope(float[] y, int from, float[] d, int to, int n) {
        throw new UnsupportedOperationException("the slope of softplus is that of its input");
      }
    };

    abstract void apply(float[] x, int from, float[] y, int to, int n);

    /** d *= f′, which is a function of the output y = f(x). */
    abstract void timesSlope(float[] y, int from, float[] d, int to, int n);
  }

  private static final class Vectors {
    static int relu(float[] x, int from, float[] y, int to, int n) {
      int whole = VectorFunctions.whole(n);
      for (int i = 0; i < whole; i += LANES) {
        VectorFunctions.relu(load(x, from + i)).intoArray(y, to + i);
      }
      return whole;
    }

    static int tanh(float[] x, int from, float[] y, int to, int n) {
      int whole = VectorFunctions.whole(n);
      for (int i = 0; i < whole; i += LANES) {
        VectorFunctions.tanh(load(x, from + i)).intoArray(y, to + i);
      }
      return whole;
    }

    static int sigmoid(float[] x, int from, float[] y, int to, int n) {
      int whole = VectorFunctions.whole(n);
      for (int i = 0; i < whole; i += LANES) {
        VectorFunctions.sigmoid(load(x, from + i)).intoArray(y, to + i);
      }
      return whole;
    }

    static int softplus(float[] x, int from, float[] y, int to, int n) {
      int whole = VectorFunctions.whole(n);
      for (int i = 0; i < whole; i += LANES) {
        VectorFunctions.softplus(load(x, from + i)).intoArray(y, to + i);
      }
      return whole;
    }

    static int timesSlopeOfRelu(float[] y, int from, float[] d, int to, int n) {
      FloatVector zero = all(0f);
      FloatVector one = all(1f);
      int whole = VectorFunctions.whole(n);
      for (int i = 0; i < whole; i += LANES) {
        FloatVector slope = zero.blend(one, zero.lt(load(y, from + i)));
        load(d, to + i).mul(slope).intoArray(d, to + i);
      }
      return whole;
    }

    static int timesSlopeOfTanh(float[] y, int from, float[] d, int to, int n) {
      FloatVector one = all(1f);
      int whole = VectorFunctions.whole(n);
      for (int i = 0; i < whole; i += LANES) {
        FloatVector v = load(y, from + i);
        load(d, to + i).mul(one.sub(v.mul(v))).intoArray(d, to + i);
      }
      return whole;
    }

    static int timesSlopeOfSigmoid(float[] y, int from, float[] d, int to, int n) {
      FloatVector one = all(1f);
      int whole = VectorFunctions.whole(n);
      for (int i = 0; i < whole; i += LANES) {
        FloatVector v = load(y, from + i);
        load(d, to + i).mul(v.mul(one.sub(v))).intoArray(d, to + i);
      }
      return whole;
    }
  }
}
