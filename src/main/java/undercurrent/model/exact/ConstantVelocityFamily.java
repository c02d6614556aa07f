package undercurrent.model.exact;

import java.util.List;
import undercurrent.model.ModelWords;
import undercurrent.model.linear.Family;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Varying;

/**
 * One coordinate of something that moves on with its velocity, which white noise of density q
 * changes (Bar-Shalom, Li and Kirubarajan 2001, 6.2.2): over a gap Δ, F = (1 Δ; 0 1) and Q = q
 * (Δ³/3 Δ²/2; Δ²/2 Δ). The position starts anywhere, the velocity as N(0, v). θ = (log q, log v,
 * log r), the last one only where rows have no noise of their own.
 *
 * @param times of the rows of every series, ascending
 */
record ConstantVelocityFamily(List<double[]> times, boolean ownNoise) implements Family {
  /**
   * Part of every variance of measurement, beside 1 of the steps: places are rounded, and a track
   * that runs straight would leave nothing to be filtered.
   */
  private static final double LEAST = 1e-12;

  @Override
  public int size() {
    return ownNoise ? 2 : 3;
  }

  @Override
  public List<String> names() {
    return List.of("acceleration density", "first velocity variance", "measurement noise variance")
        .subList(0, size());
  }

  @Override
  public double[] natural(double[] theta) {
    double[] natural = new double[theta.length];
    for (int i = 0; i < theta.length; i++) natural[i] = Math.exp(theta[i]);
    return natural;
  }

  @Override
  public double[] theta(double... natural) {
    double[] theta = new double[natural.length];
    for (int i = 0; i < theta.length; i++) {
      if (!(natural[i] >= 0) || natural[i] == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            ModelWords.of("constantVelocityFamily.outside", names().get(i), natural[i]));
      }
      theta[i] = Math.log(natural[i]);
    }
    return theta;
  }

  @Override
  public LinearSystem system(double[] theta, int series) {
    double q = Math.exp(theta[0]);
    double[] rows = times.get(series);
    int gaps = Math.max(1, rows.length - 1);
    double[][] transition = new double[gaps][];
    double[][] noise = new double[gaps][];
    for (int t = 0; t < gaps; t++) {
      double gap = rows.length == 1 ? 0 : rows[t + 1] - rows[t];
      double cross = q * gap * gap / 2;
      transition[t] = new double[] {1, gap, 0, 1};
      noise[t] = new double[] {q * gap * gap * gap / 3, cross, cross, q * gap};
    }
    double r = ownNoise ? 1 : LEAST + Math.exp(theta[2]);
    return LinearSystem.of(
            Varying.each(2, 2, transition),
            Varying.each(2, 2, noise),
            Varying.constant(1, 2, 1, 0),
            Varying.constant(1, 1, r))
        .startingDiffuse(
            new double[2],
            new double[][] {{0, 0}, {0, Math.exp(theta[1])}},
            new double[][] {{1}, {0}});
  }
}
