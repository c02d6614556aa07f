package undercurrent.math;

import java.util.function.DoubleBinaryOperator;

/**
 * out = q(parameter, Φ(noise)) for each element: a draw by the quantile function q of a
 * distribution. No gradient flows through it.
 *
 * @param q of the parameter and of the probability below
 */
record Quantile(DoubleBinaryOperator q, Broadcast parameter, Value noise, Value out)
    implements Operation {
  @Override
  public void forward() {
    parameter.expand();
    float[] p = parameter.data();
    for (int i = 0; i < out.size(); i++) {
      double below = StandardNormal.cumulative(noise.data[noise.offset + i]);
      out.data[out.offset + i] = (float) q.applyAsDouble(p[parameter.offset() + i], below);
    }
  }

  @Override
  public void backward() {}
}
