package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.add;
import static undercurrent.math.VectorFunctions.load;

import java.util.List;
import jdk.incubator.vector.FloatVector;

/**
 * out = Σ over the observed values of a row of x·logit − softplus(logit).
 *
 * @param part the same before the sum, of some rows
 */
record BernoulliLogLikelihood(Value x, Value mask, Value logit, RowTerms part, Value out)
    implements RowOperation {
  @Override
  public List<Value> read() {
    return List.of(x, mask, logit);
  }

  @Override
  public BernoulliLogLikelihood rows(int from, int count) {
    Value to = out.rows(from, count);
    return new BernoulliLogLikelihood(
        x.rows(from, count),
        mask.rows(from, count),
        logit.rows(from, count),
        part.atMost(count),
        to);
  }

  @Override
  public void forward() {
    for (int from = 0; from < logit.rows; from += part.rows()) {
      forward(from, Math.min(part.rows(), logit.rows - from));
    }
  }

  private void forward(int from, int rows) {
    int first = from * logit.columns;
    int size = rows * logit.columns;
    for (int i = Lanes.on() ? Vectors.forward(this, first, size) : 0; i < size; i++) {
      float a = logit.data[logit.offset + first + i];
      float term = Math.fma(x.data[x.offset + first + i], a, -Functions.softplus(a));
      part.terms()[i] = mask.data[mask.offset + first + i] * term;
    }
    part.sum(logit.columns, out, from, rows);
  }

  @Override
  public void backward() {
    for (int from = 0; from < logit.rows; from += part.rows()) {
      backward(from, Math.min(part.rows(), logit.rows - from));
    }
  }

  private void backward(int from, int rows) {
    part.spread(out, mask, from, rows);
    int first = from * logit.columns;
    int size = rows * logit.columns;
    for (int i = Lanes.on() ? Vectors.backward(this, first, size) : 0; i < size; i++) {
      // ∂/∂logit = x − sigmoid(logit)
      float p = Functions.sigmoid(logit.data[logit.offset + first + i]);
      logit.grad[logit.offset + first + i] += part.terms()[i] * (x.data[x.offset + first + i] - p);
    }
  }

  private static final class Vectors {
    static int forward(BernoulliLogLikelihood o, int first, int size) {
      int whole = VectorFunctions.whole(size);
      float[] terms = o.part.terms();
      for (int i = 0; i < whole; i += LANES) {
        FloatVector a = load(o.logit.data, o.logit.offset + first + i);
        FloatVector x = load(o.x.data, o.x.offset + first + i);
        load(o.mask.data, o.mask.offset + first + i)
            .mul(x.fma(a, VectorFunctions.softplus(a).neg()))
            .intoArray(terms, i);
      }
      return whole;
    }

    static int backward(BernoulliLogLikelihood o, int first, int size) {
      int whole = VectorFunctions.whole(size);
      float[] terms = o.part.terms();
      for (int i = 0; i < whole; i += LANES) {
        FloatVector p = VectorFunctions.sigmoid(load(o.logit.data, o.logit.offset + first + i));
        FloatVector x = load(o.x.data, o.x.offset + first + i);
        add(o.logit.grad, o.logit.offset + first + i, load(terms, i).mul(x.sub(p)));
      }
      return whole;
    }
  }
}
