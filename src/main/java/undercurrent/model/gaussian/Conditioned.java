package undercurrent.model.gaussian;

import java.util.stream.IntStream;
import undercurrent.model.ModelWords;

/**
 * A Gaussian state after something was seen.
 *
 * @param state p(z|x)
 * @param logLikelihood log p(x), in nats; 0 where nothing was seen
 */
public record Conditioned(Gaussian state, double logLikelihood) {

  /**
   * Bayes' rule for z ~ N(m, P) and x ~ N(h(z), R), with the joint moments of a rule.
   *
   * @param x what was seen; NaN where not, and empty where nothing was
   */
  public static Conditioned on(
      double[] x, ConditionalGaussian emission, Gaussian z, MomentRule rule) {
    int[] seen = seen(x);
    if (seen.length == 0) return new Conditioned(z, 0);
    MomentRule.Moments moments = rule.of(z, emission);
    requireSize(x, moments.mean().length);
    double[] e = Vectors.part(emission.difference(x, moments.mean()), seen);
    Covariance s = Covariance.of("S", moments.covariance()).part(seen);
    Matrix c = moments.cross().part(all(z.size()), seen);
    return on(e, s, c, z);
  }

  /**
   * The same from the innovation e, its covariance S and its covariance C with z.
   *
   * <pre>
   *   K = C S⁻¹     m + K e     P - K S K'     log p(x) = log N(e; 0, S)
   * </pre>
   */
  static Conditioned on(double[] e, Covariance s, Matrix c, Gaussian z) {
    // W = C L'⁻¹ with S = L L': K S K' = W W', and K e = W L⁻¹ e
    Matrix w = s.whitenedRows(c);
    double[] mean = Vectors.plus(z.mean(), w.times(s.whitened(e)));
    Matrix covariance = z.covariance().matrix().minus(w.timesTransposed(w)).symmetrised();
    return new Conditioned(Gaussian.of(mean, covariance), s.logDensity(e));
  }

  static void requireSize(double[] x, int emitted) {
    if (x.length == emitted) return;
    throw new IllegalArgumentException(ModelWords.of("conditioned.size", x.length, emitted));
  }

  /** The places that hold a number. */
  public static int[] seen(double[] x) {
    return IntStream.range(0, x.length).filter(i -> !Double.isNaN(x[i])).toArray();
  }

  private static int[] all(int size) {
    return IntStream.range(0, size).toArray();
  }
}
