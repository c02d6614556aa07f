package undercurrent.model.continuous;

/**
 * The mean and covariance of the state at one time.
 *
 * @param mean m [n]
 * @param covariance P [n][n]
 */
public record StateMoments(double[] mean, double[][] covariance) {
  public StateMoments {
    SizeChecks.of("P", covariance, mean.length, mean.length);
  }
}
