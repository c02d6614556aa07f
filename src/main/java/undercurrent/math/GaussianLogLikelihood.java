package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.add;
import static undercurrent.math.VectorFunctions.all;
import static undercurrent.math.VectorFunctions.difference;
import static undercurrent.math.VectorFunctions.load;

import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/**
 * out = Σ over the observed values of a row of −½ log 2π − log sd − ½ ((x − mean)/sd)².
 *
 * @param sd the deviations of all rows, or one row that is repeated for those of a part
 * @param part the same before the sum, of some rows at a time
 */
record GaussianLogLikelihood(Value x, Value mask, Value mean, Repeat sd, RowTerms part, Value out)
    implements RowOperation {
  static final float HALF_LOG_TWO_PI = 0.9189385f;

  /**
   * Of all rows.
   *
   * @param sd {@code [n × D]}, or one row for all
   */
  static GaussianLogLikelihood of(Value x, Value mask, Value mean, Value sd, Value out) {
    RowTerms part = RowTerms.of(mean.rows, mean.columns);
    Value room =
        sd.rows == mean.rows ? sd : Value.allocate(part.rows(), sd.columns, sd.hasGradient());
    return new GaussianLogLikelihood(x, mask, mean, new Repeat(sd, room), part, out);
  }

  private boolean isShared() {
    return sd.out() != sd.row();
  }

  /** Where the deviations of a part begin. */
  private int deviations(int first) {
    return isShared() ? 0 : sd.out().offset + first;
  }

  @Override
  public List<Value> read() {
    return isShared() ? List.of(x, mask, mean) : List.of(x, mask, mean, sd.row());
  }

  @Override
  public List<Value> shared() {
    return isShared() ? List.of(sd.row()) : List.of();
  }

  @Override
  public GaussianLogLikelihood rows(int from, int count) {
    RowTerms some = part.atMost(count);
    Value deviations = isShared() ? sd.out().rows(0, some.rows()) : sd.out().rows(from, count);
    Value of = isShared() ? sd.row() : deviations;
    return new GaussianLogLikelihood(
        x.rows(from, count),
        mask.rows(from, count),
        mean.rows(from, count),
        new Repeat(of, deviations),
        some,
        out.rows(from, count));
  }

  @Override
  public void forward() {
    if (isShared()) sd.forward();
    for (int from = 0; from < mean.rows; from += part.rows()) {
      forward(from, Math.min(part.rows(), mean.rows - from));
    }
  }

  private void forward(int from, int rows) {
    int first = from * mean.columns;
    int size = rows * mean.columns;
    int deviations = deviations(first);
    int done = Lanes.on() ? Vectors.forward(this, first, deviations, size) : 0;
    for (int i = done; i < size; i++) {
      float s = sd.out().data[deviations + i];
      float u = (x.data[x.offset + first + i] - mean.data[mean.offset + first + i]) / s;
      float constant = HALF_LOG_TWO_PI + Functions.logOfNormal(s);
      part.terms()[i] = -mask.data[mask.offset + first + i] * Math.fma(0.5f * u, u, constant);
    }
    part.sum(mean.columns, out, from, rows);
  }

  @Override
  public void backward() {
    for (int from = 0; from < mean.rows; from += part.rows()) {
      backward(from, Math.min(part.rows(), mean.rows - from));
    }
  }

  private void backward(int from, int rows) {
    part.spread(out, mask, from, rows);
    int first = from * mean.columns;
    int size = rows * mean.columns;
    int deviations = deviations(first);
    boolean isSum = isShared() && sd.row().hasGradient();
    if (isSum) Arrays.fill(sd.out().grad, 0, size, 0f);
    int done = Lanes.on() ? Vectors.backward(this, first, deviations, size) : 0;
    for (int i = done; i < size; i++) {
      float s = sd.out().data[deviations + i];
      float u = (x.data[x.offset + first + i] - mean.data[mean.offset + first + i]) / s;
      float d = part.terms()[i] / s;
      // ∂/∂mean = u/sd      ∂/∂sd = (u² − 1)/sd
      mean.grad[mean.offset + first + i] += d * u;
      if (sd.out().hasGradient()) sd.out().grad[deviations + i] += d * Math.fma(u, u, -1f);
    }
    if (!isSum) return;
    Value one = sd.row();
    Products.addColumnSums(sd.out().grad, 0, one.grad, one.offset, rows, one.columns);
  }

  private static final class Vectors {
    static int forward(GaussianLogLikelihood o, int first, int deviations, int size) {
      int whole = VectorFunctions.whole(size);
      float[] sd = o.sd.out().data;
      float[] terms = o.part.terms();
      int x = o.x.offset + first;
      int mean = o.mean.offset + first;
      int mask = o.mask.offset + first;
      for (int i = 0; i < whole; i += LANES) {
        FloatVector s = load(sd, deviations + i);
        FloatVector u = difference(o.x.data, x + i, o.mean.data, mean + i).div(s);
        FloatVector constant = VectorFunctions.logOfNormal(s).add(HALF_LOG_TWO_PI);
        load(o.mask.data, mask + i).neg().mul(u.mul(0.5f).fma(u, constant)).intoArray(terms, i);
      }
      return whole;
    }

    static int backward(GaussianLogLikelihood o, int first, int deviations, int size) {
      int whole = VectorFunctions.whole(size);
      Value sd = o.sd.out();
      float[] terms = o.part.terms();
      int x = o.x.offset + first;
      int mean = o.mean.offset + first;
      for (int i = 0; i < whole; i += LANES) {
        FloatVector s = load(sd.data, deviations + i);
        FloatVector u = difference(o.x.data, x + i, o.mean.data, mean + i).div(s);
        FloatVector d = load(terms, i).div(s);
        add(o.mean.grad, mean + i, d.mul(u));
        if (sd.hasGradient()) add(sd.grad, deviations + i, d.mul(u.fma(u, all(-1f))));
      }
      return whole;
    }
  }
}
