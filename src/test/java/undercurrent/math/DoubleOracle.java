package undercurrent.math;

import java.util.IdentityHashMap;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.simple.SimpleMatrix;

/**
 * Evaluates a recorded tape in double precision with the textbook formulas and {@link StrictMath}:
 * the independent answer for the float kernels, and what central differences are taken of.
 */
public final class DoubleOracle {
  private final Tape tape;
  private final IdentityHashMap<float[], double[]> arrays = new IdentityHashMap<>();
  private final IdentityHashMap<KalmanModes, SimpleMatrix[]> filters = new IdentityHashMap<>();

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

  void set(Value v, int i, double number) {
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
        for (int i = 0; i < o.out().size(); i++)
          set(o.out(), i, ScalarOracle.activation(o, get(o.a(), i)));
      }
      case Unary o -> {
        for (int i = 0; i < o.out().size(); i++)
          set(o.out(), i, ScalarOracle.unary(o.kind(), get(o.a(), i)));
      }
      case Binary o -> {
        for (int i = 0; i < o.out().size(); i++) {
          set(o.out(), i, ScalarOracle.binary(o.kind(), get(o.a(), i), get(o.b(), i)));
        }
      }
      case Gather o -> {
        for (int i = 0; i < o.rows().length; i++) {
          for (int j = 0; j < o.width(); j++) {
            double number = get(o.a(), o.rows()[i] * o.a().columns + o.from() + j);
            set(o.out(), i * o.out().columns + o.to() + j, number);
          }
        }
      }
      case Warp o -> warp(o);
      case Roughness o -> roughness(o);
      case Reduction o -> reduce(o);
      case Convolution o -> convolve(o);
      case ConvolutionGradient o -> {}
      case Selection o -> {
        int width = o.columns().length;
        for (int i = 0; i < o.out().size(); i++) {
          int column = o.columns()[i % width];
          set(o.out(), i, column < 0 ? 0 : get(o.a(), i / width * o.a().columns + column));
        }
      }
      case SmallMatrices o -> matrices(o);
      case PairedPrediction o -> new PairedOracle(this).run(o);
      case Blend o -> {
        for (int i = 0; i < o.out().size(); i++) {
          double g = get(o.g(), i);
          set(o.out(), i, (1 - g) * get(o.a(), i) + g * get(o.b(), i));
        }
      }
      case GruCell o -> gru(o);
      case LstmCell o -> lstm(o);
      case RnnCell o -> rnn(o);
      case Mean o -> {
        for (int i = 0; i < o.out().size(); i++) {
          double sum = 0;
          for (Value p : o.parts()) sum += get(p, i % p.size());
          set(o.out(), i, sum / o.parts().size());
        }
      }
      case Sampling o -> {
        for (int i = 0; i < o.out().size(); i++) {
          set(o.out(), i, get(o.mean(), i) + get(o.sd(), i) * get(o.noise(), i));
        }
      }
      case CombinerSteps o -> combine(o);
      case PathSteps o -> follow(o);
      case PlanePerceptron o -> perceptron(o);
      case Repeat o -> {
        for (int i = 0; i < o.out().size(); i++) {
          set(o.out(), i, get(o.row(), i % o.row().size()));
        }
      }
      case GaussianLogLikelihood o -> {
        int d = o.mean().columns;
        for (int r = 0; r < o.out().rows; r++) {
          double sum = 0;
          for (int j = 0; j < d; j++) {
            if (get(o.mask(), r * d + j) == 0) continue;
            double sd = get(o.sd().row(), o.sd().row().rows == 1 ? j : r * d + j);
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
            double p = ScalarOracle.sigmoid(get(o.logit(), r * d + j));
            double x = get(o.x(), r * d + j);
            sum += x * StrictMath.log(p) + (1 - x) * StrictMath.log(1 - p);
          }
          set(o.out(), r, sum);
        }
      }
      case CategoricalLogLikelihood o -> categorical(o);
      case NadeLogLikelihood o -> nade(o);
      case NadeProbabilities o -> {
        // Drawn values do not change with small changes of the weights.
        for (int i = 0; i < o.out().size(); i++) set(o.out(), i, o.out().data[i]);
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
      case KalmanModesStep o -> kalman(o);
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

  /** Element i of the shape that an operand is repeated to. */
  private double get(Broadcast operand, int i) {
    Value v = operand.value();
    int row = i / operand.columns() % v.rows;
    int column = v.columns == 1 ? 0 : i % operand.columns();
    return get(v, row * v.columns + column);
  }

  private void reduce(Reduction o) {
    int m = o.a().columns;
    if (o.kind() == Reduction.Kind.COLUMN_SUM) {
      for (int i = 0; i < o.out().size(); i++) set(o.out(), i, 0);
      for (int i = 0; i < o.a().size(); i++) {
        int at = i % o.out().size();
        set(o.out(), at, get(o.out(), at) + get(o.a(), i));
      }
      return;
    }
    for (int r = 0; r < o.a().rows; r++) {
      double sum = 0;
      double exponentials = 0;
      for (int j = 0; j < m; j++) {
        sum += get(o.a(), r * m + j);
        exponentials += StrictMath.exp(get(o.a(), r * m + j));
      }
      if (o.kind() == Reduction.Kind.ROW_SUM) set(o.out(), r, sum);
      if (o.kind() == Reduction.Kind.LOG_SUM_EXP) set(o.out(), r, StrictMath.log(exponentials));
      for (int j = 0; j < m && o.kind() == Reduction.Kind.SOFTMAX; j++) {
        set(o.out(), r * m + j, StrictMath.exp(get(o.a(), r * m + j)) / exponentials);
      }
    }
  }

  /**
   * By the definition: every pixel of the small frame with every one of the large frame it sees.
   */
  private void convolve(Convolution o) {
    FrameGeometry g = o.geometry();
    Value large = o.transposed() ? o.out() : o.a();
    Value small = o.transposed() ? o.a() : o.out();
    Value w = o.w().value();
    for (int i = 0; i < o.out().size(); i++) set(o.out(), i, get(o.b(), i % o.out().columns));
    for (int s = 0; s < small.rows; s++) {
      int frame = s / g.smallPixels();
      int top = s % g.smallPixels() / g.smallWidth() * g.stride() - g.padding();
      int left = s % g.smallWidth() * g.stride() - g.padding();
      for (int p = 0; p < g.kernel(); p++) {
        for (int q = 0; q < g.kernel(); q++) {
          if (top + p < 0 || top + p >= g.height() || left + q < 0 || left + q >= g.width())
            continue;
          int row = frame * g.pixels() + (top + p) * g.width() + left + q;
          for (int c = 0; c < large.columns; c++) {
            for (int k = 0; k < small.columns; k++) {
              int place = (p * g.kernel() + q) * large.columns + c;
              double weight =
                  get(w, o.transposed() ? k * w.columns + place : place * w.columns + k);
              int from = o.transposed() ? s * small.columns + k : row * large.columns + c;
              int to = o.transposed() ? row * large.columns + c : s * small.columns + k;
              set(o.out(), to, get(o.out(), to) + weight * get(o.a(), from));
            }
          }
        }
      }
    }
    for (int i = 0; i < o.out().size(); i++) {
      set(o.out(), i, ScalarOracle.function(o.f(), get(o.out(), i)));
    }
  }

  /** Each pixel of the reference counts by a hat around it. */
  private void warp(Warp o) {
    int pixels = o.height() * o.width();
    int channels = o.out().columns / pixels;
    for (int f = 0; f < o.out().rows; f++) {
      for (int p = 0; p < pixels; p++) {
        int d = f * o.displacement().columns + 2 * p;
        int row = p / o.width();
        int column = p % o.width();
        double y = Math.clamp(row + get(o.displacement(), d), 0, o.height() - 1.0);
        double x = Math.clamp(column + get(o.displacement(), d + 1), 0, o.width() - 1.0);
        for (int c = 0; c < channels; c++) {
          double sum = 0;
          for (int q = 0; q < pixels; q++) {
            int below = q / o.width();
            int right = q % o.width();
            double share =
                Math.max(0, 1 - Math.abs(y - below)) * Math.max(0, 1 - Math.abs(x - right));
            sum += share * get(o.reference(), f * o.out().columns + q * channels + c);
          }
          set(o.out(), f * o.out().columns + p * channels + c, sum);
        }
      }
    }
  }

  private void roughness(Roughness o) {
    int pixels = o.height() * o.width();
    int components = o.field().columns / pixels;
    for (int f = 0; f < o.out().rows; f++) {
      double sum = 0;
      for (int p = 0; p < pixels; p++) {
        for (int q = 0; q < p; q++) {
          int rows = Math.abs(p / o.width() - q / o.width());
          int columns = Math.abs(p % o.width() - q % o.width());
          if (rows + columns != 1) continue;
          for (int c = 0; c < components; c++) {
            int from = f * o.field().columns + c;
            double a = get(o.field(), from + p * components);
            double b = get(o.field(), from + q * components);
            sum += (a - b) * (a - b);
          }
        }
      }
      set(o.out(), f, sum);
    }
  }

  private void matrices(SmallMatrices o) {
    SmallMatrices.Shape s = o.shape;
    int n = s.rows();
    for (int r = 0; r < o.out.rows; r++) {
      SimpleMatrix a = matrix(o.a, r, s.flipA() ? s.inner() : n, s.flipA() ? n : s.inner());
      SimpleMatrix b =
          matrix(o.b, r, s.flipB() ? s.columns() : s.inner(), s.flipB() ? s.inner() : s.columns());
      SimpleMatrix out =
          switch (s.kind()) {
            case PRODUCT -> (s.flipA() ? a.transpose() : a).mult(s.flipB() ? b.transpose() : b);
            case CHOLESKY -> cholesky(a);
            case SOLVE_LOWER -> lower(a).solve(b);
            case SOLVE_UPPER -> lower(a).transpose().solve(b);
          };
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < s.columns(); j++) {
          set(o.out, (r * n + i) * s.columns() + j, out.get(i, j));
        }
      }
    }
  }

  private SimpleMatrix matrix(Broadcast rows, int row, int n, int m) {
    SimpleMatrix matrix = new SimpleMatrix(n, m);
    for (int i = 0; i < n * m; i++) matrix.set(i / m, i % m, get(rows, row * n * m + i));
    return matrix;
  }

  private static SimpleMatrix lower(SimpleMatrix a) {
    SimpleMatrix lower = a.copy();
    for (int i = 0; i < a.getNumRows(); i++) {
      for (int j = i + 1; j < a.getNumCols(); j++) lower.set(i, j, 0);
    }
    return lower;
  }

  /** The library's factor of the matrix whose lower triangle is given. */
  private static SimpleMatrix cholesky(SimpleMatrix a) {
    SimpleMatrix lower = lower(a);
    SimpleMatrix whole = lower.plus(lower.transpose()).minus(lower.diag().diag());
    CholeskyDecomposition_F64<DMatrixRMaj> factor =
        DecompositionFactory_DDRM.chol(a.getNumRows(), true);
    if (!factor.decompose(whole.getDDRM().copy())) throw new IllegalStateException("not positive");
    return SimpleMatrix.wrap(factor.getT(null));
  }

  /** By matrices of a library: the gain, and the covariance in Joseph's form. */
  private void kalman(KalmanModesStep o) {
    KalmanModes f = o.filter();
    SimpleMatrix[] moments = filters.computeIfAbsent(f, key -> new SimpleMatrix[2 * key.rows]);
    for (int r = 0; r < f.rows; r++) {
      SimpleMatrix h = mixed(f, f.matrices.emission(), o.weights(), r, f.observed);
      SimpleMatrix m = new SimpleMatrix(f.states, 1);
      SimpleMatrix p = diagonal(f.matrices.firstVariance());
      if (!f.isFirst(o.t())) {
        SimpleMatrix u = row(o.u(), r, f.inputs);
        SimpleMatrix a = mixed(f, f.matrices.transition(), o.weights(), r, f.states);
        m = a.mult(moments[2 * r]);
        if (f.inputs > 0) {
          m = m.plus(mixed(f, f.matrices.input(), o.weights(), r, f.states).mult(u));
        }
        p = a.mult(moments[2 * r + 1]).mult(a.transpose());
        p = p.plus(diagonal(f.matrices.stateNoise()));
      }
      SimpleMatrix noise = diagonal(f.matrices.noise());
      SimpleMatrix expected = h.mult(m);
      boolean isSeen = get(o.seen(), r) != 0;
      SimpleMatrix y = isSeen ? row(o.y(), r, f.observed) : expected;
      SimpleMatrix e = y.minus(expected);
      SimpleMatrix s = h.mult(p).mult(h.transpose()).plus(noise);
      SimpleMatrix w = cholesky(s).solve(e);
      for (int i = 0; i < f.observed; i++) {
        double sd = cholesky(s).get(i, i);
        double density =
            -0.5 * StrictMath.log(2 * Math.PI) - StrictMath.log(sd) - w.get(i) * w.get(i) / 2;
        set(o.logDensity(), r * f.observed + i, isSeen ? density : 0);
        set(o.read(), r * f.observed + i, y.get(i));
      }
      if (isSeen) {
        SimpleMatrix k = p.mult(h.transpose()).mult(s.invert());
        SimpleMatrix kept = SimpleMatrix.identity(f.states).minus(k.mult(h));
        m = m.plus(k.mult(e));
        p = kept.mult(p).mult(kept.transpose()).plus(k.mult(noise).mult(k.transpose()));
      }
      moments[2 * r] = m;
      moments[2 * r + 1] = p;
    }
  }

  private SimpleMatrix mixed(KalmanModes f, Value of, Value weights, int row, int rows) {
    int columns = of.columns / rows;
    SimpleMatrix sum = new SimpleMatrix(rows, columns);
    for (int k = 0; k < f.modes; k++) {
      for (int i = 0; i < rows * columns; i++) {
        double more = get(weights, row * f.modes + k) * get(of, k * of.columns + i);
        sum.set(i / columns, i % columns, sum.get(i / columns, i % columns) + more);
      }
    }
    return sum;
  }

  private SimpleMatrix row(Value of, int row, int count) {
    SimpleMatrix column = new SimpleMatrix(count, 1);
    for (int i = 0; i < count; i++) column.set(i, get(of, row * count + i));
    return column;
  }

  private SimpleMatrix diagonal(Value variances) {
    SimpleMatrix matrix = new SimpleMatrix(variances.columns, variances.columns);
    for (int i = 0; i < variances.columns; i++) matrix.set(i, i, get(variances, i));
    return matrix;
  }

  private void affine(Affine o) {
    int m = o.out().columns;
    for (int i = 0; i < o.out().size(); i++) {
      double sum = affine(o.a(), i / m, o.w(), o.b(), i % m);
      set(o.out(), i, ScalarOracle.function(o.f(), sum));
    }
  }

  private void perceptron(PlanePerceptron o) {
    int units = o.b1().columns;
    for (int r = 0; r < o.x().rows; r++) {
      for (int j = 0; j < 2; j++) {
        double sum = get(o.b2(), j);
        for (int k = 0; k < units; k++) {
          double u = get(o.x(), 2 * r) * get(o.w1(), k) + get(o.b1(), k);
          u += get(o.x(), 2 * r + 1) * get(o.w1(), units + k);
          sum += Math.max(u, 0) * get(o.w2(), 2 * k + j);
        }
        set(o.out(), 2 * r + j, ScalarOracle.function(o.f(), sum));
      }
    }
  }

  /** One element of a·w + b. */
  private double affine(Value a, int row, Weight w, Value b, int column) {
    double sum = get(b, column);
    for (int p = 0; p < a.columns; p++) {
      sum += get(a, row * a.columns + p) * get(w.value(), p * b.columns + column);
    }
    return sum;
  }

  /** Row by row: the rows of a step are computed when those before it are drawn. */
  private void combine(CombinerSteps o) {
    StepProduct turn = o.turn();
    int units = o.c().columns;
    int rows = o.draws().rows();
    int steps = o.z().rows / rows;
    for (int row = 0; row < o.z().rows; row++) {
      for (int i = 0; i < units; i++) {
        double sum = StrictMath.tanh(affine(turn.a(), row, turn.w(), turn.b(), i));
        for (Value state : o.states()) {
          int batch = state.rows / steps;
          int of = row / rows * batch + row % rows % batch;
          sum += get(state, of * units + i);
        }
        set(o.c(), row * units + i, sum / (1 + o.states().size()));
      }
      draw(o.draws(), row);
    }
  }

  private void draw(DrawSteps o, int row) {
    StepProduct heads = o.heads();
    int size = o.z().columns;
    for (int j = 0; j < size; j++) {
      double spread = affine(heads.a(), row, heads.w(), heads.b(), j);
      double mean = affine(heads.a(), row, heads.w(), heads.b(), size + j);
      double sd = StrictMath.log1p(StrictMath.exp(spread)) + o.floor();
      int at = row * size + j;
      set(o.mean(), at, mean);
      set(o.sd(), at, sd);
      Value noise = o.draws().get(row / o.rows()).noise();
      set(o.z(), at, mean + sd * get(noise, row % o.rows() * size + j));
    }
  }

  private void follow(PathSteps o) {
    Value a = o.turn().out();
    int rows = o.draws().rows();
    for (int from = 0; from < a.rows; from += rows) {
      if (o.memory().isPresent() && !o.isAfter()) remember(o.memory().get(), from);
      sum(o.turn(), from);
      for (int i = from * a.columns; i < (from + rows) * a.columns; i++) {
        set(a, i, StrictMath.tanh(get(a, i)));
      }
      for (int row = from; row < from + rows; row++) draw(o.draws(), row);
      if (o.memory().isPresent() && o.isAfter()) remember(o.memory().get(), from);
    }
  }

  private void remember(MemorySteps o, int from) {
    sum(o.input(), from);
    StepProduct state = o.state();
    int m = state.out().columns;
    for (int i = from * m; i < (from + o.input().rows()) * m; i++) {
      set(state.out(), i, affine(state.a(), i / m, state.w(), state.b(), i % m));
    }
    lstm(o.cells().get(from / o.input().rows()));
  }

  private void sum(StepSum o, int from) {
    int k = o.late().columns;
    int n = o.read().columns;
    for (int i = from * k; i < (from + o.rows()) * k && !o.isAlone(); i++) {
      set(o.read(), i / k * n + o.place() + i % k, get(o.late(), i));
    }
    int m = o.out().columns;
    for (int i = from * m; i < (from + o.rows()) * m; i++) {
      set(o.out(), i, affine(o.read(), i / m, o.w(), o.b(), i % m));
    }
  }

  private void categorical(CategoricalLogLikelihood o) {
    int channels = o.first().length - 1;
    for (int row = 0; row < o.out().rows; row++) {
      double sum = 0;
      for (int d = 0; d < channels; d++) {
        if (get(o.mask(), row * channels + d) == 0) continue;
        double total = 0;
        int from = row * o.logit().columns + o.first()[d];
        int count = o.first()[d + 1] - o.first()[d];
        for (int c = 0; c < count; c++) total += StrictMath.exp(get(o.logit(), from + c));
        int code = (int) Math.round(get(o.codes(), row * channels + d));
        sum += get(o.logit(), from + code) - StrictMath.log(total);
      }
      set(o.out(), row, sum);
    }
  }

  private void nade(NadeLogLikelihood o) {
    NadeLayers n = o.layers();
    int h = n.units();
    for (int row = 0; row < o.out().rows; row++) {
      double sum = 0;
      double[] a = new double[h];
      for (int j = 0; j < h; j++) a[j] = get(n.first(), row * h + j);
      for (int i = 0; i < n.size(); i++) {
        double logit = get(n.bias(), i);
        for (int j = 0; j < h; j++) logit += get(n.v(), i * h + j) * ScalarOracle.sigmoid(a[j]);
        double x = get(o.x(), row * n.size() + i);
        double m = get(o.mask(), row * n.size() + i);
        sum += m * (x * logit - StrictMath.log1p(StrictMath.exp(logit)));
        for (int j = 0; j < h; j++) a[j] += x * m * get(n.w(), i * h + j);
      }
      set(o.out(), row, sum);
    }
  }

  private void gru(GruCell o) {
    int h = o.before().columns;
    for (int b = 0; b < o.before().rows; b++) {
      for (int j = 0; j < h; j++) {
        int at = b * 3 * h + j;
        double r = ScalarOracle.sigmoid(get(o.fromInput(), at) + get(o.fromState(), at));
        double u = ScalarOracle.sigmoid(get(o.fromInput(), at + h) + get(o.fromState(), at + h));
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
        double c =
            ScalarOracle.sigmoid(a[1]) * old + ScalarOracle.sigmoid(a[0]) * StrictMath.tanh(a[3]);
        boolean on = get(o.active(), b) != 0;
        set(o.cellOut(), b * h + j, on ? c : old);
        set(
            o.out(),
            b * h + j,
            on ? ScalarOracle.sigmoid(a[2]) * StrictMath.tanh(c) : get(o.before(), b * h + j));
      }
    }
  }

  private void rnn(RnnCell o) {
    int h = o.before().columns;
    for (int i = 0; i < o.out().size(); i++) {
      double sum = get(o.fromInput(), i) + get(o.fromState(), i);
      boolean on = get(o.active(), i / h) != 0;
      set(o.out(), i, on ? ScalarOracle.function(o.f(), sum) : get(o.before(), i));
    }
  }
}
