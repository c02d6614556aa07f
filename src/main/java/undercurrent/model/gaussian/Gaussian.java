package undercurrent.model.gaussian;

import undercurrent.math.Randomness;
import undercurrent.model.ModelWords;

/**
 * A normal distribution N(m, P) of several dimensions.
 *
 * @param mean [n]
 * @param covariance n×n
 */
public record Gaussian(double[] mean, Covariance covariance) {
  public Gaussian {
    if (mean.length != covariance.size()) {
      throw new IllegalArgumentException(
          ModelWords.of("gaussian.size", mean.length, covariance.size()));
    }
  }

  public static Gaussian of(double[] mean, Matrix covariance) {
    return new Gaussian(mean, Covariance.of("P", covariance));
  }

  public int size() {
    return mean.length;
  }

  public double mean(int i) {
    return mean[i];
  }

  public double variance(int i) {
    return covariance.matrix().at(i, i);
  }

  public double[] draw(Randomness random) {
    return Vectors.plus(mean, covariance.draw(random));
  }

  public double logDensity(double[] z) {
    return covariance.logDensity(Vectors.minus(z, mean));
  }
}
