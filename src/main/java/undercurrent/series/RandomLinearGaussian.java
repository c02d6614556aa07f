package undercurrent.series;

import java.util.List;
import undercurrent.math.Randomness;

/**
 * A random linear-Gaussian state-space model: zₜ = 0.97 O zₜ₋₁ + N(0, 0.1 I) with O orthogonal, xₜ
 * = C zₜ + N(0, 0.25 I) with C ~ N(0, 1), 4 latent values and 3 observations; variances.
 *
 * @param steps T
 */
public record RandomLinearGaussian(int steps) implements Generator {
  public static final RandomLinearGaussian USUAL = new RandomLinearGaussian(500);
  private static final int LATENT = 4;
  private static final int OBSERVED = 3;
  private static final double SHRINK = 0.97;
  private static final double PROCESS_SD = Math.sqrt(0.1);
  private static final double OBSERVATION_SD = 0.5;

  @Override
  public SeriesSet generate(long seed) {
    Randomness random = Randomness.of(seed).named("random linear gaussian");
    double[][] rotation = orthogonal(random.named("transition"));
    double[][] emission = normals(OBSERVED, random.named("emission"));
    double[] z = normals(1, random.named("prior"))[0];
    double[][] values = new double[steps][];
    for (int t = 0; t < steps; t++) {
      if (t > 0) z = noisy(product(rotation, z, SHRINK), PROCESS_SD, random);
      values[t] = GeneratedSet.row(z, noisy(product(emission, z, 1), OBSERVATION_SD, random));
    }
    return GeneratedSet.single(
        "random lgssm",
        GeneratedSet.channels(List.of("z1", "z2", "z3", "z4"), List.of("x1", "x2", "x3")),
        1,
        values);
  }

  /** Rows of an orthogonal matrix, by Gram–Schmidt on normal rows. */
  static double[][] orthogonal(Randomness random) {
    double[][] rows = normals(LATENT, random);
    for (int i = 0; i < LATENT; i++) {
      for (int j = 0; j < i; j++) add(rows[i], rows[j], -dot(rows[i], rows[j]));
      double length = Math.sqrt(dot(rows[i], rows[i]));
      for (int k = 0; k < LATENT; k++) rows[i][k] /= length;
    }
    return rows;
  }

  private static double[][] normals(int count, Randomness random) {
    double[][] rows = new double[count][LATENT];
    for (double[] row : rows) for (int k = 0; k < LATENT; k++) row[k] = random.normal();
    return rows;
  }

  private static double[] product(double[][] matrix, double[] z, double scale) {
    double[] out = new double[matrix.length];
    for (int i = 0; i < out.length; i++) out[i] = scale * dot(matrix[i], z);
    return out;
  }

  private static double[] noisy(double[] mean, double sd, Randomness random) {
    double[] out = new double[mean.length];
    for (int i = 0; i < out.length; i++) out[i] = mean[i] + sd * random.normal();
    return out;
  }

  private static void add(double[] row, double[] other, double factor) {
    for (int k = 0; k < row.length; k++) row[k] += factor * other[k];
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) sum += a[k] * b[k];
    return sum;
  }
}
