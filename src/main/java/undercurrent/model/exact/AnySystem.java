package undercurrent.model.exact;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import undercurrent.math.Randomness;
import undercurrent.model.linear.ExpectationMaximisation;
import undercurrent.model.linear.Learner;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Part;

/**
 * Any linear system of a latent size, all of it learned by EM from a slow start: z keeps nine
 * tenths of itself, and every channel sees all of it a little.
 */
final class AnySystem implements SystemKind {
  private static final double KEPT = 0.9;
  private static final double MOVED = 0.2;
  private static final double NOISE = 0.5;

  /** Beside the log-likelihood, what a step must gain. */
  private static final double TOLERANCE = 1e-7;

  private static final Set<Part> FREE =
      EnumSet.of(
          Part.TRANSITION,
          Part.TRANSITION_NOISE,
          Part.EMISSION,
          Part.EMISSION_OFFSET,
          Part.EMISSION_NOISE,
          Part.INITIAL_MEAN,
          Part.INITIAL_COVARIANCE);
  private final ExpectationMaximisation learner;

  AnySystem(int latent, int observed, List<Learned> series, Randomness randomness) {
    learner =
        new ExpectationMaximisation(
            start(latent, observed, randomness),
            series.stream().map(Learned::seen).toList(),
            FREE,
            Set.of(Part.EMISSION_NOISE),
            TOLERANCE);
  }

  private static LinearSystem start(int n, int m, Randomness random) {
    double[][] f = diagonal(n, KEPT);
    double[][] h = new double[m][n];
    double spread = 1 / Math.sqrt(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        // A turn between every two dimensions, so that waves can be found.
        double turn = MOVED * random.normal();
        f[i][j] = turn;
        f[j][i] = -turn;
      }
    }
    for (double[] row : h) for (int i = 0; i < n; i++) row[i] = spread * random.normal();
    return LinearSystem.of(f, diagonal(n, MOVED), h, diagonal(m, NOISE))
        .startingAt(new double[n], diagonal(n, 1));
  }

  private static double[][] diagonal(int n, double value) {
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) matrix[i][i] = value;
    return matrix;
  }

  @Override
  public Learner learner() {
    return learner;
  }

  @Override
  public LinearSystem system(double[] times) {
    return learner.system(0);
  }
}
