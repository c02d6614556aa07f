package undercurrent.model.structural;

import undercurrent.model.linear.Varying;

/**
 * What one component with n states adds to a linear system; its first state has mean zero.
 *
 * @param transition its block of F [n][n]
 * @param noise its block of Q [n][n]
 * @param emission its columns of H [1×n], which may vary with time
 * @param covariance its block of P1 [n][n], what is known of the start
 * @param directions its columns of A [n][q], what is exactly diffuse of the start
 * @param offset what it adds to d
 * @param effects its columns of D [k], one for each input it takes
 */
public record Block(
    double[][] transition,
    double[][] noise,
    Varying emission,
    double[][] covariance,
    double[][] directions,
    double offset,
    double[] effects) {

  /** States of which nothing is known at the start. */
  public static Block diffuse(double[][] transition, double[][] noise, Varying emission) {
    int n = transition.length;
    double[][] all = new double[n][n];
    for (int i = 0; i < n; i++) all[i][i] = 1;
    return starting(transition, noise, emission, new double[n][n], all);
  }

  /** States whose start is a proper Gaussian, such as a stationary one. */
  public static Block proper(
      double[][] transition, double[][] noise, Varying emission, double[][] covariance) {
    return starting(transition, noise, emission, covariance, new double[transition.length][0]);
  }

  /** States that start partly diffuse: covariance [n][n] and directions [n][q]. */
  public static Block starting(
      double[][] transition,
      double[][] noise,
      Varying emission,
      double[][] covariance,
      double[][] directions) {
    return new Block(transition, noise, emission, covariance, directions, 0, new double[0]);
  }

  /** No states: a constant and effects of inputs. */
  public static Block known(double offset, double... effects) {
    double[][] none = new double[0][0];
    return new Block(none, none, Varying.constant(1, 0), none, none, offset, effects);
  }

  /** n. */
  public int size() {
    return transition.length;
  }

  /** q. */
  int diffuseSize() {
    return directions.length == 0 ? 0 : directions[0].length;
  }
}
