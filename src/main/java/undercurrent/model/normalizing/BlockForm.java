package undercurrent.model.normalizing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The form of the state of a channel, and where what is learned of it starts, for values of about
 * unit size.
 *
 * @param transition F, {@code [n·n]}
 * @param emission h, {@code [n]}
 * @param stateNoise first variances of the noise of the state, {@code [n]}
 * @param firstVariance first variances of the first state, {@code [n]}
 * @param names of the n numbers
 */
record BlockForm(
    double[] transition,
    double[] emission,
    double[] stateNoise,
    double[] firstVariance,
    List<String> names) {
  private static final int MOST_HARMONICS = 3;

  int size() {
    return emission.length;
  }

  static BlockForm level() {
    return new BlockForm(
        new double[] {1}, new double[] {1}, new double[] {0.1}, new double[] {1}, List.of("level"));
  }

  static BlockForm trend() {
    return new BlockForm(
        new double[] {1, 1, 0, 1},
        new double[] {1, 0},
        new double[] {0.05, 1e-3},
        new double[] {1, 0.05},
        List.of("level", "slope"));
  }

  /**
   * A trend and trigonometric seasonal states (Harvey 1989, 2.3.4) of the first harmonics, at most
   * {@value #MOST_HARMONICS}, of a season of s steps.
   */
  static BlockForm seasonal(int s) {
    int harmonics = Math.min(MOST_HARMONICS, s / 2);
    int n = 2 + 2 * harmonics;
    double[] f = new double[n * n];
    double[] h = new double[n];
    double[] q = new double[n];
    double[] p = new double[n];
    BlockForm trend = trend();
    for (int i = 0; i < 2; i++) {
      f[i * n] = trend.transition()[2 * i];
      f[i * n + 1] = trend.transition()[2 * i + 1];
      h[i] = trend.emission()[i];
      q[i] = trend.stateNoise()[i];
      p[i] = trend.firstVariance()[i];
    }
    List<String> names = new ArrayList<>(trend.names());
    for (int j = 1; j <= harmonics; j++) {
      int at = 2 * j;
      double angle = 2 * Math.PI * j / s;
      f[at * n + at] = StrictMath.cos(angle);
      f[at * n + at + 1] = StrictMath.sin(angle);
      f[(at + 1) * n + at] = -StrictMath.sin(angle);
      f[(at + 1) * n + at + 1] = StrictMath.cos(angle);
      h[at] = 1;
      q[at] = 1e-3;
      q[at + 1] = 1e-3;
      p[at] = 0.5;
      p[at + 1] = 0.5;
      names.addAll(Collections.nCopies(2, "harmonic " + j));
    }
    return new BlockForm(f, h, q, p, List.copyOf(names));
  }
}
