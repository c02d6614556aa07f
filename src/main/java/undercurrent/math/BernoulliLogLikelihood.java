package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.add;
import static undercurrent.math.VectorFunctions.load;

import jdk.incubator.vector.FloatVector;

/**
 * out = Σ over the observed values of a row of x·logit − softplus(logit).
 *
 * @param terms the same before the sum, {@code [n × D]}
 */
record BernoulliLogLikelihood(Value x, Value mask, Value logit, float[] terms, Value out)
    implements Operation {
  @Override
  public void forward() {
    for (int i = Lanes.on() ? Vectors.forward(this) : 0; i < logit.size(); i++) {
      float a = logit.data[logit.offset + i];
      float term = Math.fma(x.data[x.offset + i], a, -Functions.softplus(a));
      terms[i] = mask.data[mask.offset + i] * term;
    }
    GaussianLogLikelihood.sumRows(terms, logit.columns, out);
  }

  @Override
  public void backward() {
    GaussianLogLikelihood.spreadRows(out, mask, terms);
    for (int i = Lanes.on() ? Vectors.backward(this) : 0; i < logit.size(); i++) {
      // ∂/∂logit = x − sigmoid(logit)
      float p = Functions.sigmoid(logit.data[logit.offset + i]);
      logit.grad[logit.offset + i] += terms[i] * (x.data[x.offset + i] - p);
    }
  }

  private static final class Vectors {
    static int forward(BernoulliLogLikelihood o) {
      int whole = VectorFunctions.whole(o.logit.size());
      for (int i = 0; i < whole; i += LANES) {
        FloatVector a = load(o.logit.data, o.logit.offset + i);
        FloatVector x = load(o.x.data, o.x.offset + i);
        load(o.mask.data, o.mask.offset + i)
            .mul(x.fma(a, VectorFunctions.softplus(a).neg()))
            .intoArray(o.terms, i);
      }
      return whole;
    }

    static int backward(BernoulliLogLikelihood o) {
      int whole = VectorFunctions.whole(o.logit.size());
      for (int i = 0; i < whole; i += LANES) {
        FloatVector p = VectorFunctions.sigmoid(load(o.logit.data, o.logit.offset + i));
        FloatVector x = load(o.x.data, o.x.offset + i);
        add(o.logit.grad, o.logit.offset + i, load(o.terms, i).mul(x.sub(p)));
      }
      return whole;
    }
  }
}
