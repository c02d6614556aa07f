package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.add;
import static undercurrent.math.VectorFunctions.all;
import static undercurrent.math.VectorFunctions.difference;
import static undercurrent.math.VectorFunctions.load;

import jdk.incubator.vector.FloatVector;

/**
 * out = Σ over the observed values of a row of −½ log 2π − log sd − ½ ((x − mean)/sd)².
 *
 * @param terms the same before the sum, {@code [n × D]}
 */
record GaussianLogLikelihood(Value x, Value mask, Value mean, Value sd, float[] terms, Value out)
    implements Operation {
  static final float HALF_LOG_TWO_PI = 0.9189385f;

  @Override
  public void forward() {
    for (int i = Lanes.on() ? Vectors.forward(this) : 0; i < mean.size(); i++) {
      float s = sd.data[sd.offset + i];
      float u = (x.data[x.offset + i] - mean.data[mean.offset + i]) / s;
      float constant = HALF_LOG_TWO_PI + Functions.logOfNormal(s);
      terms[i] = -mask.data[mask.offset + i] * Math.fma(0.5f * u, u, constant);
    }
    sumRows(terms, mean.columns, out);
  }

  /** The sum of each row, in order. */
  static void sumRows(float[] terms, int columns, Value out) {
    for (int i = 0; i < out.rows; i++) {
      float sum = 0f;
      for (int j = i * columns; j < (i + 1) * columns; j++) sum += terms[j];
      out.data[out.offset + i] = sum;
    }
  }

  /** Each element of a row becomes the gradient of the row's sum, where it was observed. */
  static void spreadRows(Value out, Value mask, float[] terms) {
    int columns = mask.columns;
    for (int i = 0; i < out.rows; i++) {
      float d = out.grad[out.offset + i];
      for (int j = i * columns; j < (i + 1) * columns; j++)
        terms[j] = d * mask.data[mask.offset + j];
    }
  }

  @Override
  public void backward() {
    spreadRows(out, mask, terms);
    for (int i = Lanes.on() ? Vectors.backward(this) : 0; i < mean.size(); i++) {
      float s = sd.data[sd.offset + i];
      float u = (x.data[x.offset + i] - mean.data[mean.offset + i]) / s;
      float d = terms[i] / s;
      // ∂/∂mean = u/sd      ∂/∂sd = (u² − 1)/sd
      mean.grad[mean.offset + i] += d * u;
      if (sd.hasGradient()) sd.grad[sd.offset + i] += d * Math.fma(u, u, -1f);
    }
  }

  private static final class Vectors {
    static int forward(GaussianLogLikelihood o) {
      int whole = VectorFunctions.whole(o.mean.size());
      for (int i = 0; i < whole; i += LANES) {
        FloatVector s = load(o.sd.data, o.sd.offset + i);
        FloatVector u = difference(o.x.data, o.x.offset + i, o.mean.data, o.mean.offset + i).div(s);
        FloatVector constant = VectorFunctions.logOfNormal(s).add(HALF_LOG_TWO_PI);
        load(o.mask.data, o.mask.offset + i)
            .neg()
            .mul(u.mul(0.5f).fma(u, constant))
            .intoArray(o.terms, i);
      }
      return whole;
    }

    static int backward(GaussianLogLikelihood o) {
      int whole = VectorFunctions.whole(o.mean.size());
      for (int i = 0; i < whole; i += LANES) {
        FloatVector s = load(o.sd.data, o.sd.offset + i);
        FloatVector u = difference(o.x.data, o.x.offset + i, o.mean.data, o.mean.offset + i).div(s);
        FloatVector d = load(o.terms, i).div(s);
        add(o.mean.grad, o.mean.offset + i, d.mul(u));
        if (o.sd.hasGradient()) add(o.sd.grad, o.sd.offset + i, d.mul(u.fma(u, all(-1f))));
      }
      return whole;
    }
  }
}
