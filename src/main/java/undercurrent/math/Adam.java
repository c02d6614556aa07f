package undercurrent.math;

/**
 * The optimiser of Kingma and Ba (2015), ascending, with the gradient's norm clipped first and
 * decoupled weight decay (Loshchilov and Hutter 2019).
 */
public final class Adam {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
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

  /** √Σ g², summed in double in order. */
  public static double norm(float[] gradient) {
    double sum = 0;
    for (float g : gradient) sum += (double) g * g;
    return Math.sqrt(sum);
  }

  /**
   * One update towards a higher objective.
   *
   * @param step 1 for the first update
   * @param scale what the gradient is multiplied by first (clipping)
   */
  public void ascend(
      float[] weights, float[] gradient, long step, double rate, double decay, double scale) {
    // m = β₁ m + (1−β₁) g      v = β₂ v + (1−β₂) g²      w += rate · m̂ / (√v̂ + ε) − rate · decay
    // · w
    float correction = (float) (rate / (1 - StrictMath.pow(BETA1, (double) step)));
    float root = (float) (1 / Math.sqrt(1 - StrictMath.pow(BETA2, (double) step)));
    float keep = (float) (1 - rate * decay);
    float s = (float) scale;
    float b1 = (float) BETA1;
    float b2 = (float) BETA2;
    for (int i = 0; i < weights.length; i++) {
      float g = s * gradient[i];
      float m = Math.fma(b1, first[i] - g, g);
      float v = Math.fma(b2, second[i] - g * g, g * g);
      first[i] = m;
      second[i] = v;
      float update = correction * m / Math.fma((float) Math.sqrt(v), root, EPSILON);
      weights[i] = Math.fma(keep, weights[i], update);
    }
  }
}
