package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import undercurrent.math.Randomness;
import undercurrent.model.FitState;
import undercurrent.model.exact.FittedQuantity.Dimension;
import undercurrent.model.linear.ExpectationMaximisation;
import undercurrent.model.linear.Learner;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Parameter;
import undercurrent.model.linear.Spectrum;
import undercurrent.model.linear.SystemPart;
import undercurrent.model.linear.Varying;

/**
 * A linear system of a given latent size whose matrices are all learned by EM. It starts from F =
 * 0.9 I and an emission of small weights from every latent dimension to every channel.
 */
final class EmSystem implements SystemKind {
  private static final double KEPT = 0.9;
  private static final double MOVED = 0.2;
  private static final double NOISE = 0.5;

  /** Beside the log-likelihood, what a step must gain. */
  private static final double TOLERANCE = 1e-7;

  private static final Set<SystemPart> FREE =
      EnumSet.of(
          SystemPart.TRANSITION,
          SystemPart.TRANSITION_NOISE,
          SystemPart.EMISSION,
          SystemPart.EMISSION_OFFSET,
          SystemPart.EMISSION_NOISE,
          SystemPart.INITIAL_MEAN,
          SystemPart.INITIAL_COVARIANCE);
  private final Effects effects;
  private final Map<SystemPart, double[][]> given;
  private final ExpectationMaximisation learner;

  @Override
  public Optional<String> noiseName() {
    return Optional.of("R");
  }

  /** Matrices that are given are not learned. */
  EmSystem(
      int latent,
      List<Learned> series,
      Effects effects,
      Randomness randomness,
      GivenMatrices given) {
    this.effects = effects;
    this.given = given.matrices();
    int observed = series.getFirst().seen().observedSize();
    int k = effects.size();
    Set<SystemPart> free = EnumSet.copyOf(FREE);
    if (k > 0) free.addAll(List.of(SystemPart.TRANSITION_INPUT, SystemPart.EMISSION_INPUT));
    free.removeAll(this.given.keySet());
    learner =
        new ExpectationMaximisation(
            with(start(latent, observed, randomness), this.given)
                .withInputs(
                    Varying.constant(new double[latent][k]),
                    Varying.constant(new double[observed][k])),
            series.stream().map(Learned::seen).toList(),
            free,
            free.contains(SystemPart.EMISSION_NOISE) ? Set.of(SystemPart.EMISSION_NOISE) : Set.of(),
            TOLERANCE);
  }

  private static LinearSystem with(LinearSystem start, Map<SystemPart, double[][]> given) {
    LinearSystem system = start;
    for (Map.Entry<SystemPart, double[][]> one : given.entrySet()) {
      system = system.with(one.getKey(), one.getValue());
    }
    return system;
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
  public void write(FitState to) {
    learner.write(to);
  }

  @Override
  public void read(FitState from) {
    learner.read(from);
  }

  @Override
  public LinearSystem system(double[] times) {
    return learner.system(0);
  }

  /** The noise of every channel, and of the motion what does not depend on coordinates. */
  @Override
  public List<FittedQuantity.Raw> quantities() {
    LinearSystem system = learner.system(0);
    int m = system.observedSize();
    List<FittedQuantity.Raw> quantities = new ArrayList<>();
    for (int d = 0; d < m; d++) {
      double variance = system.part(SystemPart.EMISSION_NOISE).at(0)[d * m + d];
      quantities.add(raw("measurement noise variance", variance, d, Dimension.VARIANCE, ""));
    }
    int motion = 0;
    for (Complex_F64 value : eigenvalues(system)) {
      if (value.imaginary < 0) continue;
      String name = String.format(Locale.ROOT, "motion %d: ", ++motion);
      quantities.add(
          raw(name + "kept a step", value.getMagnitude(), ExactModel.ALL, Dimension.NUMBER, ""));
      if (value.imaginary == 0) continue;
      double period = 2 * Math.PI / Math.atan2(value.imaginary, value.real);
      quantities.add(raw(name + "period", period, ExactModel.ALL, Dimension.NUMBER, "time steps"));
    }
    addEffects(system, quantities);
    return quantities;
  }

  /**
   * Of each input on each channel: D, at once, and D + H (I - F)⁻¹ B, where it ends if the input
   * stays; both do not depend on coordinates.
   */
  private void addEffects(LinearSystem system, List<FittedQuantity.Raw> quantities) {
    int n = system.latentSize();
    int k = effects.size();
    if (k == 0) return;
    DMatrixRMaj left = CommonOps_DDRM.identity(n);
    CommonOps_DDRM.subtractEquals(left, matrix(system, SystemPart.TRANSITION));
    DMatrixRMaj settled = new DMatrixRMaj(n, k);
    boolean settles = eigenvalues(system).getFirst().getMagnitude() < 1;
    if (settles) CommonOps_DDRM.solve(left, matrix(system, SystemPart.TRANSITION_INPUT), settled);
    DMatrixRMaj at = matrix(system, SystemPart.EMISSION_INPUT);
    DMatrixRMaj lasting = at.copy();
    CommonOps_DDRM.multAdd(matrix(system, SystemPart.EMISSION), settled, lasting);
    for (int d = 0; d < at.numRows; d++) {
      for (int j = 0; j < k; j++) {
        String of = "effect of " + effects.names().get(j);
        Parameter now = new Parameter("immediate " + of, at.get(d, j), Double.NaN);
        quantities.add(effects.quantity(now, j).of(d).byEm());
        if (!settles) continue;
        Parameter then = new Parameter("lasting " + of, lasting.get(d, j), Double.NaN);
        quantities.add(effects.quantity(then, j).of(d).byEm());
      }
    }
  }

  private static DMatrixRMaj matrix(LinearSystem system, SystemPart part) {
    Varying values = system.part(part);
    return new DMatrixRMaj(values.rows(), values.columns(), true, values.at(0).clone());
  }

  /** Of F, the slowest first. */
  private static List<Complex_F64> eigenvalues(LinearSystem system) {
    DMatrixRMaj f = matrix(system, SystemPart.TRANSITION);
    List<Complex_F64> values = new ArrayList<>(Spectrum.values(f).orElse(List.of()));
    values.sort(Comparator.comparingDouble((Complex_F64 c) -> -c.getMagnitude()));
    return values;
  }

  /** EM gives no standard errors. */
  private static FittedQuantity.Raw raw(
      String name, double value, int channel, Dimension dimension, String unit) {
    return new FittedQuantity.Raw(
        new Parameter(name, value, Double.NaN), channel, dimension, unit, true);
  }

  /** F, B, Q, H, D, d, R, m1 and P1, less the choice of coordinates, which is free. */
  @Override
  public int parameterCount() {
    int n = learner.system(0).latentSize();
    int m = learner.system(0).observedSize();
    int k = effects.size();
    int inputs = k * (n + m);
    if (given.isEmpty()) return n * (n + 1) + n + n * m + 2 * m + inputs;
    // What is given fixes the coordinates, or is no matter of them: each free entry counts.
    int count = inputs;
    for (SystemPart part : FREE) {
      if (given.containsKey(part)) continue;
      count +=
          switch (part) {
            case TRANSITION -> n * n;
            case TRANSITION_NOISE, INITIAL_COVARIANCE -> n * (n + 1) / 2;
            case EMISSION -> n * m;
            case INITIAL_MEAN -> n;
            default -> m;
          };
    }
    return count;
  }

  /** Seen in one channel, z of n dimensions is an ARMA(n, n) process. */
  @Override
  public int shapeCount() {
    return 2 * learner.system(0).latentSize();
  }
}
