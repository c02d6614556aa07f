package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.all;
import static undercurrent.math.VectorFunctions.load;

import jdk.incubator.vector.FloatVector;

/**
 * The optimiser of Kingma and Ba (2015), ascending, with the gradient's norm clipped first and
 * decoupled weight decay (Loshchilov and Hutter 2019).
 */
public final class Adam {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final float B1 = (float) BETA1;
  private static final float B2 = (float) BETA2;
  private static final float EPSILON = 1e-8f;
  private final float[] first;
  private final float[] second;

  public Adam(int size) {
    first = new float[size];
    second = new float[size];
  }

  /** Running mean of the gradient; not a copy. */
  public float[] firstMoment() {
    return first;
  }

  /** Running mean of its square; not a copy. */
  public float[] secondMoment() {
    return second;
  }

  /** √Σ g², summed in double in four strands, always the same ones. */
  public static double norm(float[] gradient) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 4 <= gradient.length; i += 4) {
      s0 += (double) gradient[i] * gradient[i];
      s1 += (double) gradient[i + 1] * gradient[i + 1];
      s2 += (double) gradient[i + 2] * gradient[i + 2];
      s3 += (double) gradient[i + 3] * gradient[i + 3];
    }
    for (; i < gradient.length; i++) s0 += (double) gradient[i] * gradient[i];
    return Math.sqrt(s0 + s1 + (s2 + s3));
  }

  /**
   * One update towards a higher objective.
   *
   * @param step 1 for the first update
   * @param scale what the gradient is multiplied by first (clipping)
   */
  public void ascend(
      float[] weights, float[] gradient, long step, double rate, double decay, double scale) {
    // m = β₁ m + (1−β₁) g      v = β₂ v + (1−β₂) g²
    // w += rate · m̂ / (√v̂ + ε) − rate · decay · w
    float correction = (float) (rate / (1 - Functions.power(BETA1, step)));
    float root = (float) (1 / Math.sqrt(1 - Functions.power(BETA2, step)));
    float keep = (float) (1 - rate * decay);
    float s = (float) scale;
    int done = Lanes.on() ? Vectors.ascend(this, weights, gradient, correction, root, keep, s) : 0;
    for (int i = done; i < weights.length; i++) {
      float g = s * gradient[i];
      float m = Math.fma(B1, first[i] - g, g);
      float v = Math.fma(B2, second[i] - g * g, g * g);
      first[i] = m;
      second[i] = v;
      float update = correction * m / Math.fma((float) Math.sqrt(v), root, EPSILON);
      weights[i] = Math.fma(keep, weights[i], update);
    }
  }

  private static final class Vectors {
    static int ascend(
        Adam adam,
        float[] weights,
        float[] gradient,
        float correction,
        float root,
        float keep,
        float s) {
      int whole = VectorFunctions.whole(weights.length);
      for (int i = 0; i < whole; i += LANES) {
        FloatVector g = load(gradient, i).mul(s);
        FloatVector squared = g.mul(g);
        FloatVector m = load(adam.first, i).sub(g).fma(all(B1), g);
        FloatVector v = load(adam.second, i).sub(squared).fma(all(B2), squared);
        m.intoArray(adam.first, i);
        v.intoArray(adam.second, i);
        FloatVector update = m.mul(correction).div(v.sqrt().fma(all(root), all(EPSILON)));
        load(weights, i).fma(all(keep), update).intoArray(weights, i);
      }
      return whole;
    }
  }
}
