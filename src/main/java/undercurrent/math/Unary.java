package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.all;
import static undercurrent.math.VectorFunctions.load;

import java.util.List;

/**
 * out = f(a) for each element, f one of {@link Kind}. What a network bends its sums with is an
 * {@link Activation}.
 *
 * @param slope work space for f′(a)
 */
record Unary(Kind kind, Value a, Value out, float[] slope) implements RowOperation {
  Unary(Kind kind, Value a, Value out) {
    this(kind, a, out, new float[a.hasGradient() ? a.size() : 0]);
  }

  @Override
  public List<Value> read() {
    return List.of(a);
  }

  @Override
  public Unary rows(int from, int count) {
    return new Unary(kind, a.rows(from, count), out.rows(from, count), slope);
  }

  @Override
  public void forward() {
    apply(kind, a.data, a.offset, out.data, out.offset, a.size());
  }

  @Override
  public void backward() {
    if (!a.hasGradient()) return;
    kind.slope(a.data, a.offset, out.data, out.offset, slope, a.size());
    Loops.addProduct(out.grad, out.offset, slope, 0, a.grad, a.offset, a.size());
  }

  /** y = f(x) for {@code n} elements; x and y may be the same unless the kind forbids. */
  static void apply(Kind kind, float[] x, int from, float[] y, int to, int n) {
    kind.apply(x, from, y, to, n);
  }

  /** The function f. */
  enum Kind {
    NEGATE {
      @Override
      void apply(float[] x, int from, float[] y, int to, int n) {
        int done = Lanes.on() ? Vectors.negate(x, from, y, to, n) : 0;
        for (int i = done; i < n; i++) y[to + i] = -x[from + i];
      }

      @Override
      void slope(float[] x, int from, float[] y, int to, float[] s, int n) {
        java.util.Arrays.fill(s, 0, n, -1f);
      }
    },
    EXP {
      @Override
      void apply(float[] x, int from, float[] y, int to, int n) {
        int done = Lanes.on() ? Vectors.exp(x, from, y, to, n) : 0;
        for (int i = done; i < n; i++) y[to + i] = Functions.exp(x[from + i]);
      }

      @Override
      void slope(float[] x, int from, float[] y, int to, float[] s, int n) {
        System.arraycopy(y, to, s, 0, n);
      }
    },
    LOG {
      @Override
      void apply(float[] x, int from, float[] y, int to, int n) {
        int done = Lanes.on() ? Vectors.log(x, from, y, to, n) : 0;
        for (int i = done; i < n; i++) y[to + i] = Functions.log(x[from + i]);
      }

      @Override
      void slope(float[] x, int from, float[] y, int to, float[] s, int n) {
        int done = Lanes.on() ? Vectors.shareOver(1f, x, from, s, n) : 0;
        for (int i = done; i < n; i++) s[i] = 1f / x[from + i];
      }
    },
    SIN {
      @Override
      void apply(float[] x, int from, float[] y, int to, int n) {
        for (int i = 0; i < n; i++) y[to + i] = Functions.sin(x[from + i]);
      }

      @Override
      void slope(float[] x, int from, float[] y, int to, float[] s, int n) {
        for (int i = 0; i < n; i++) s[i] = Functions.cos(x[from + i]);
      }
    },
    SQUARE {
      @Override
      void apply(float[] x, int from, float[] y, int to, int n) {
        Loops.multiply(x, from, x, from, y, to, n);
      }

      @Override
      void slope(float[] x, int from, float[] y, int to, float[] s, int n) {
        Loops.add(x, from, x, from, s, 0, n);
      }
    },
    SQRT {
      @Override
      void apply(float[] x, int from, float[] y, int to, int n) {
        int done = Lanes.on() ? Vectors.sqrt(x, from, y, to, n) : 0;
        for (int i = done; i < n; i++) y[to + i] = (float) Math.sqrt(x[from + i]);
      }

      @Override
      void slope(float[] x, int from, float[] y, int to, float[] s, int n) {
        int done = Lanes.on() ? Vectors.shareOver(0.5f, y, to, s, n) : 0;
        for (int i = done; i < n; i++) s[i] = 0.5f / y[to + i];
      }
    },
    /** Inverse hyperbolic sine. */
    ASINH {
      @Override
      void apply(float[] x, int from, float[] y, int to, int n) {
        for (int i = 0; i < n; i++) y[to + i] = Functions.asinh(x[from + i]);
      }

      @Override
      void slope(float[] x, int from, float[] y, int to, float[] s, int n) {
        for (int i = 0; i < n; i++) {
          float v = x[from + i];
          s[i] = 1f / (float) Math.sqrt(1f + v * v);
        }
      }
    },
    /** Hyperbolic sine. */
    SINH {
      @Override
      void apply(float[] x, int from, float[] y, int to, int n) {
        for (int i = 0; i < n; i++) y[to + i] = Functions.sinh(x[from + i]);
      }

      @Override
      void slope(float[] x, int from, float[] y, int to, float[] s, int n) {
        for (int i = 0; i < n; i++) {
          float v = y[to + i];
          s[i] = (float) Math.sqrt(1f + v * v);
        }
      }
    },
    /** ln Γ(x), x &gt; 0; here x and y must not be the same array. */
    LOG_GAMMA {
      @Override
      void apply(float[] x, int from, float[] y, int to, int n) {
        stirling(x, from, y, to, n);
        lessLogOfShift(x, from, y, to, n);
      }

      @Override
      void slope(float[] x, int from, float[] y, int to, float[] s, int n) {
        int done = Lanes.on() ? Vectors.digamma(x, from, s, n) : 0;
        for (int i = done; i < n; i++) s[i] = Functions.digamma(x[from + i]);
      }
    };

    // In two loops: with two logarithms in one, the compiler would leave vectors on the heap.
    private static void stirling(float[] x, int from, float[] y, int to, int n) {
      int done = Lanes.on() ? Vectors.stirling(x, from, y, to, n) : 0;
      for (int i = done; i < n; i++) y[to + i] = Functions.stirling(x[from + i]);
    }

    private static void lessLogOfShift(float[] x, int from, float[] y, int to, int n) {
      int done = Lanes.on() ? Vectors.lessLogOfShift(x, from, y, to, n) : 0;
      for (int i = done; i < n; i++) {
        y[to + i] -= Functions.logOfNormal(Functions.gammaShift(x[from + i]));
      }
    }

    abstract void apply(float[] x, int from, float[] y, int to, int n);

    /** s = f′(x), given x and y = f(x). */
    abstract void slope(float[] x, int from, float[] y, int to, float[] s, int n);
  }

  private static final class Vectors {
    static int negate(float[] x, int from, float[] y, int to, int n) {
      int whole = VectorFunctions.whole(n);
      for (int i = 0; i < whole; i += LANES) load(x, from + i).neg().intoArray(y, to + i);
      return whole;
    }

    static int exp(float[] x, int from, float[] y, int to, int n) {
      int whole = VectorFunctions.whole(n);
      for (int i = 0; i < whole; i += LANES) {
        VectorFunctions.exp(load(x, from + i)).intoArray(y, to + i);
      }
      return whole;
    }

    static int log(float[] x, int from, float[] y, int to, int n) {
      int whole = VectorFunctions.whole(n);
      for (int i = 0; i < whole; i += LANES) {
        VectorFunctions.log(load(x, from + i)).intoArray(y, to + i);
      }
      return whole;
    }

    static int sqrt(float[] x, int from, float[] y, int to, int n) {
      int whole = VectorFunctions.whole(n);
      for (int i = 0; i < whole; i += LANES) load(x, from + i).sqrt().intoArray(y, to + i);
      return whole;
    }

    static int shareOver(float share, float[] x, int from, float[] s, int n) {
      int whole = VectorFunctions.whole(n);
      for (int i = 0; i < whole; i += LANES) all(share).div(load(x, from + i)).intoArray(s, i);
      return whole;
    }

    static int stirling(float[] x, int from, float[] y, int to, int n) {
      int whole = VectorFunctions.whole(n);
      for (int i = 0; i < whole; i += LANES) {
        VectorFunctions.stirling(load(x, from + i)).intoArray(y, to + i);
      }
      return whole;
    }

    static int lessLogOfShift(float[] x, int from, float[] y, int to, int n) {
      int whole = VectorFunctions.whole(n);
      for (int i = 0; i < whole; i += LANES) {
        load(y, to + i)
            .sub(VectorFunctions.logOfNormal(VectorFunctions.gammaShift(load(x, from + i))))
            .intoArray(y, to + i);
      }
      return whole;
    }

    static int digamma(float[] x, int from, float[] s, int n) {
      int whole = VectorFunctions.whole(n);
      for (int i = 0; i < whole; i += LANES) {
        VectorFunctions.digamma(load(x, from + i)).intoArray(s, i);
      }
      return whole;
    }
  }
}
