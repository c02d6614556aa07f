package undercurrent.math;

import java.util.IdentityHashMap;

/**
 * Evaluates a recorded tape in double precision with the textbook formulas and {@link StrictMath}:
 * the independent answer for the float kernels, and what central differences are taken of.
 */
public final class DoubleOracle {
  private final Tape tape;
  private final IdentityHashMap<float[], double[]> arrays = new IdentityHashMap<>();

  public DoubleOracle(Tape tape) {
    this.tape = tape;
  }

  /** The double twin of a value's array; starts as a copy of the floats. */
  public double[] of(Value value) {
    return arrays.computeIfAbsent(
        value.data,
        floats -> {
          double[] copy = new double[floats.length];
          for (int i = 0; i < copy.length; i++) copy[i] = floats[i];
          return copy;
        });
  }

  /** Element {@code i} of a value, row-major. */
  public double get(Value v, int i) {
    return of(v)[v.offset + i];
  }

  private void set(Value v, int i, double number) {
    of(v)[v.offset + i] = number;
  }

  /** Replays the whole tape. */
  public void forward() {
    for (Operation operation : tape.operations()) run(operation);
  }

  private void run(Operation operation) {
    switch (operation) {
      case Weight o -> {}
      case WeightGradient o -> {}
      case Affine o -> affine(o);
      case Activation o -> {
        for (int i = 0; i < o.out().size(); i++) set(o.out(), i, activation(o, get(o.a(), i)));
      }
      case Blend o -> {
        for (int i = 0; i < o.out().size(); i++) {
          double g = get(o.g(), i);
          set(o.out(), i, (1 - g) * get(o.a(), i) + g * get(o.b(), i));
        }
      }
      case GruCell o -> gru(o);
      case LstmCell o -> lstm(o);
      case Mean o -> {
        for (int i = 0; i < o.out().size(); i++) {
          double sum = 0;
          for (Value p : o.parts()) sum += get(p, p.rows == 1 ? i % o.out().columns : i);
          set(o.out(), i, sum / o.parts().size());
        }
      }
      case Sampling o -> {
        for (int i = 0; i < o.out().size(); i++) {
          set(o.out(), i, get(o.mean(), i) + get(o.sd(), i) * get(o.noise(), i));
        }
      }
      case Repeat o -> {
        for (int i = 0; i < o.out().size(); i++) {
          set(o.out(), i, get(o.row(), i % o.out().columns));
        }
      }
      case GaussianLogLikelihood o -> {
        int d = o.mean().columns;
        for (int r = 0; r < o.out().rows; r++) {
          double sum = 0;
          for (int j = 0; j < d; j++) {
            if (get(o.mask(), r * d + j) == 0) continue;
            double sd = get(o.sd(), o.sd().rows == 1 ? j : r * d + j);
            double u = (get(o.x(), r * d + j) - get(o.mean(), r * d + j)) / sd;
            sum += -0.5 * StrictMath.log(2 * Math.PI) - StrictMath.log(sd) - 0.5 * u * u;
          }
          set(o.out(), r, sum);
        }
      }
      case BernoulliLogLikelihood o -> {
        int d = o.logit().columns;
        for (int r = 0; r < o.out().rows; r++) {
          double sum = 0;
          for (int j = 0; j < d; j++) {
            if (get(o.mask(), r * d + j) == 0) continue;
            double p = sigmoid(get(o.logit(), r * d + j));
            double x = get(o.x(), r * d + j);
            sum += x * StrictMath.log(p) + (1 - x) * StrictMath.log(1 - p);
          }
          set(o.out(), r, sum);
        }
      }
      case GaussianKl o -> {
        for (int i = 0; i < o.out().size(); i++) {
          double vq = get(o.qSd(), i) * get(o.qSd(), i);
          double vp = get(o.pSd(), i) * get(o.pSd(), i);
          double m = get(o.qMean(), i) - get(o.pMean(), i);
          set(
              o.out(),
              i,
              0.5 * (StrictMath.log(vp) - StrictMath.log(vq) - 1 + vq / vp + m * m / vp));
        }
      }
      case GaussianProduct o -> {
        for (int i = 0; i < o.meanOut().size(); i++) {
          double a = 1 / (get(o.sdA(), i) * get(o.sdA(), i));
          double b = 1 / (get(o.sdB(), i) * get(o.sdB(), i));
          set(o.meanOut(), i, (a * get(o.meanA(), i) + b * get(o.meanB(), i)) / (a + b));
          set(o.sdOut(), i, 1 / StrictMath.sqrt(a + b));
        }
      }
    }
  }

  private void affine(Affine o) {
    int k = o.a().columns;
    int m = o.w().value().columns;
    for (int i = 0; i < o.a().rows; i++) {
      for (int j = 0; j < m; j++) {
        double sum = get(o.b(), j);
        for (int p = 0; p < k; p++) sum += get(o.a(), i * k + p) * get(o.w().value(), p * m + j);
        set(o.out(), i * m + j, function(o.f(), sum));
      }
    }
  }

  private static double activation(Activation o, double x) {
    return function(o.kind(), x) + o.floor();
  }

  private static double function(Activation.Kind kind, double x) {
    return switch (kind) {
      case IDENTITY -> x;
      case RELU -> Math.max(x, 0);
      case TANH -> StrictMath.tanh(x);
      case SIGMOID -> sigmoid(x);
      case SOFTPLUS -> x > 30 ? x : StrictMath.log1p(StrictMath.exp(x));
    };
  }

  private void gru(GruCell o) {
    int h = o.before().columns;
    for (int b = 0; b < o.before().rows; b++) {
      for (int j = 0; j < h; j++) {
        int at = b * 3 * h + j;
        double r = sigmoid(get(o.fromInput(), at) + get(o.fromState(), at));
        double u = sigmoid(get(o.fromInput(), at + h) + get(o.fromState(), at + h));
        double n =
            StrictMath.tanh(get(o.fromInput(), at + 2 * h) + r * get(o.fromState(), at + 2 * h));
        double old = get(o.before(), b * h + j);
        set(o.out(), b * h + j, get(o.active(), b) == 0 ? old : (1 - u) * n + u * old);
      }
    }
  }

  private void lstm(LstmCell o) {
    int h = o.before().columns;
    for (int b = 0; b < o.before().rows; b++) {
      for (int j = 0; j < h; j++) {
        double[] a = new double[4];
        for (int gate = 0; gate < 4; gate++) {
          int at = b * 4 * h + gate * h + j;
          a[gate] = get(o.fromInput(), at) + get(o.fromState(), at);
        }
        double old = get(o.cellBefore(), b * h + j);
        double c = sigmoid(a[1]) * old + sigmoid(a[0]) * StrictMath.tanh(a[3]);
        boolean on = get(o.active(), b) != 0;
        set(o.cellOut(), b * h + j, on ? c : old);
        set(
            o.out(),
            b * h + j,
            on ? sigmoid(a[2]) * StrictMath.tanh(c) : get(o.before(), b * h + j));
      }
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }
}
