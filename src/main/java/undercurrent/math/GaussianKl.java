package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.add;
import static undercurrent.math.VectorFunctions.all;
import static undercurrent.math.VectorFunctions.difference;
import static undercurrent.math.VectorFunctions.load;

import java.util.List;
import jdk.incubator.vector.FloatVector;

/**
 * out = log(pSd/qSd) + (qSd² + (qMean − pMean)²) / (2 pSd²) − ½ for each element: the KL divergence
 * from N(pMean, pSd²) to N(qMean, qSd²).
 */
record GaussianKl(Value qMean, Value qSd, Value pMean, Value pSd, Value out)
    implements RowOperation {
  @Override
  public List<Value> read() {
    return List.of(qMean, qSd, pMean, pSd);
  }

  @Override
  public GaussianKl rows(int from, int count) {
    return new GaussianKl(
        qMean.rows(from, count),
        qSd.rows(from, count),
        pMean.rows(from, count),
        pSd.rows(from, count),
        out.rows(from, count));
  }

  @Override
  public void forward() {
    for (int i = Lanes.on() ? Vectors.forward(this) : 0; i < out.size(); i++) {
      float p = pSd.data[pSd.offset + i];
      float ratio = qSd.data[qSd.offset + i] / p;
      float shift = (qMean.data[qMean.offset + i] - pMean.data[pMean.offset + i]) / p;
      float squares = Math.fma(ratio, ratio, Math.fma(shift, shift, -1f));
      out.data[out.offset + i] = Math.fma(0.5f, squares, -Functions.logOfNormal(ratio));
    }
  }

  @Override
  public void backward() {
    for (int i = Lanes.on() ? Vectors.backward(this) : 0; i < out.size(); i++) {
      float d = out.grad[out.offset + i];
      float q = qSd.data[qSd.offset + i];
      float inverse = 1f / pSd.data[pSd.offset + i];
      float ratio = q * inverse;
      float shift = (qMean.data[qMean.offset + i] - pMean.data[pMean.offset + i]) * inverse;
      float toward = d * shift * inverse;
      qMean.grad[qMean.offset + i] += toward;
      pMean.grad[pMean.offset + i] -= toward;
      qSd.grad[qSd.offset + i] += d * (ratio * inverse - 1f / q);
      float squares = Math.fma(ratio, ratio, Math.fma(shift, shift, -1f));
      pSd.grad[pSd.offset + i] -= d * squares * inverse;
    }
  }

  private static final class Vectors {
    static int forward(GaussianKl o) {
      int whole = VectorFunctions.whole(o.out.size());
      for (int i = 0; i < whole; i += LANES) {
        FloatVector p = load(o.pSd.data, o.pSd.offset + i);
        FloatVector ratio = load(o.qSd.data, o.qSd.offset + i).div(p);
        FloatVector shift =
            difference(o.qMean.data, o.qMean.offset + i, o.pMean.data, o.pMean.offset + i).div(p);
        FloatVector squares = ratio.fma(ratio, shift.fma(shift, all(-1f)));
        squares
            .fma(all(0.5f), VectorFunctions.logOfNormal(ratio).neg())
            .intoArray(o.out.data, o.out.offset + i);
      }
      return whole;
    }

    static int backward(GaussianKl o) {
      int whole = VectorFunctions.whole(o.out.size());
      FloatVector one = all(1f);
      for (int i = 0; i < whole; i += LANES) {
        FloatVector d = load(o.out.grad, o.out.offset + i);
        FloatVector q = load(o.qSd.data, o.qSd.offset + i);
        FloatVector inverse = one.div(load(o.pSd.data, o.pSd.offset + i));
        FloatVector ratio = q.mul(inverse);
        FloatVector shift =
            difference(o.qMean.data, o.qMean.offset + i, o.pMean.data, o.pMean.offset + i)
                .mul(inverse);
        FloatVector toward = d.mul(shift).mul(inverse);
        add(o.qMean.grad, o.qMean.offset + i, toward);
        add(o.pMean.grad, o.pMean.offset + i, toward.neg());
        add(o.qSd.grad, o.qSd.offset + i, d.mul(ratio.mul(inverse).sub(one.div(q))));
        FloatVector squares = ratio.fma(ratio, shift.fma(shift, all(-1f)));
        add(o.pSd.grad, o.pSd.offset + i, d.mul(squares).mul(inverse).neg());
      }
      return whole;
    }
  }
}
