package undercurrent.model.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.math.Randomness;

/** The exact gradient against central differences of the log-likelihood. */
final class LikelihoodGradientTest {
  private static final int STEPS = 6;

  @ParameterizedTest
  @CsvSource({
    "1, 1, 0", "2, 2, 0", "3, 2, 0", "3, 1, 1", "3, 1, 3", "2, 2, 1", "4, 3, 2", "4, 2, 4"
  })
  void everyEntryOfEveryMatrixOfEveryStep(int n, int m, int q) {
    Randomness random = Randomness.of(50 + 10 * n + m + q);
    LinearSystem proper = RandomSystems.varying(n, m, 2, STEPS, random);
    double[][] directions = RandomSystems.matrix(n, q, 1, random);
    LinearSystem system =
        q == 0
            ? proper
            : proper.startingDiffuse(
                new double[n], RandomSystems.covariance(n, n, random), directions);
    Observations seen = RandomSystems.seen(STEPS, m, 2, 0.2, random);
    double[][][] score = new double[SystemPart.values().length][STEPS][];
    LikelihoodGradient.of(
        KalmanFilter.filter(system, seen),
        (t, part, gradient) -> score[index(part)][t] = gradient.clone());
    for (SystemPart part : SystemPart.values()) {
      for (int t = 0; t < (part.isInitial() ? 1 : STEPS); t++) {
        Varying matrix = system.part(part);
        for (int i = 0; i < matrix.rows() * matrix.columns(); i++) {
          int mirror = part.isCovariance() ? i % n0(matrix) * n0(matrix) + i / n0(matrix) : i;
          double h = 1e-5;
          double slope =
              (logLikelihood(system, seen, part, t, i, mirror, h)
                      - logLikelihood(system, seen, part, t, i, mirror, -h))
                  / (2 * h);
          double[] found = score[index(part)][t];
          double exact = found == null ? 0 : found[i] + (mirror == i ? 0 : found[mirror]);
          assertEquals(
              slope,
              exact,
              2e-6 * Math.max(1, Math.abs(slope)),
              part + " at step " + t + ", entry " + i);
        }
      }
    }
  }

  private static int n0(Varying matrix) {
    return matrix.rows();
  }

  private static int index(SystemPart part) {
    return java.util.Arrays.asList(SystemPart.values()).indexOf(part);
  }

  private static double logLikelihood(
      LinearSystem system, Observations seen, SystemPart part, int t, int i, int mirror, double h) {
    Varying matrix = system.part(part);
    double[][] values = new double[matrix.steps()][];
    for (int s = 0; s < values.length; s++) values[s] = matrix.at(s).clone();
    values[t][i] += h;
    if (mirror != i) values[t][mirror] += h;
    LinearSystem moved = system.with(part, Varying.each(matrix.rows(), matrix.columns(), values));
    return KalmanFilter.logLikelihood(moved, seen).value();
  }
}
