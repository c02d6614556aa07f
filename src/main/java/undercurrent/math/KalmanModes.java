package undercurrent.math;

/**
 * The Kalman filter on a tape, of several sequences at once, for a linear model whose matrices are
 * mixed anew at each step from those of K modes (Fraccaro et al. 2017):
 *
 * <pre>
 *   Fₜ = Σₖ αₜₖ F⁽ᵏ⁾   Hₜ = Σₖ αₜₖ H⁽ᵏ⁾   Bₜ = Σₖ αₜₖ B⁽ᵏ⁾
 *   z₁ ~ N(0, diag p)   zₜ = Fₜ zₜ₋₁ + Bₜ uₜ + N(0, diag q)   yₜ = Hₜ zₜ + N(0, diag r)
 * </pre>
 *
 * Moments are kept in double precision beside the tape: a variance of what was just observed is
 * left over from the difference of two large ones. The steps are recorded one by one, so that the
 * weights αₜ may depend on what the filter has given before.
 */
public final class KalmanModes {
  final Matrices matrices;
  final int rows;

  /** n, m, U and K. */
  final int states;

  final int observed;
  final int inputs;
  final int modes;

  /** The moments before the first step and after each, {@code [(T+1)·R]} times n or n·n. */
  final double[] mean;

  final double[] covariance;

  /** What the step t of a row leaves for the way back, {@code [T·R]} times the size. */
  final double[] predictedMean;

  final double[] predictedCovariance;

  /** L with L·Lᵀ = Sₜ, of which the lower triangle is used. */
  final double[] root;

  /** L⁻¹ (y − H m⁻). */
  final double[] innovation;

  /** L⁻¹ H P⁻. */
  final double[] gain;

  /** log p(yₜ|y₁:ₜ₋₁), {@code [T·R]}. */
  final double[] density;

  /** The gradients by the moments before a step, which the step after it has left. */
  final double[] meanGradient;

  final double[] covarianceGradient;

  private final Tape tape;
  private final KalmanModesArithmetic arithmetic;
  private final Value logDensity;
  private final Value read;
  private final Value conditionalMean;
  private final Value conditionalSd;
  private boolean isContinued;

  /**
   * What is mixed, and the variances; all of them may be learned.
   *
   * @param transition F of each mode, {@code [K × n·n]} row by row
   * @param emission H of each mode, {@code [K × m·n]} row by row
   * @param input B of each mode, {@code [K × n·U]} row by row; U may be 0
   * @param stateNoise q, {@code [1 × n]}
   * @param noise r, {@code [1 × m]}
   * @param firstVariance p, {@code [1 × n]}
   */
  public record Matrices(
      Value transition,
      Value emission,
      Value input,
      Value stateNoise,
      Value noise,
      Value firstVariance) {}

  KalmanModes(Tape tape, Matrices matrices, int steps, int rows) {
    this.tape = tape;
    this.matrices = matrices;
    this.rows = rows;
    states = matrices.stateNoise.columns;
    observed = matrices.noise.columns;
    inputs = matrices.input.columns / states;
    modes = matrices.transition.rows;
    int all = steps * rows;
    mean = new double[(all + rows) * states];
    covariance = new double[(all + rows) * states * states];
    predictedMean = new double[all * states];
    predictedCovariance = new double[all * states * states];
    root = new double[all * observed * observed];
    innovation = new double[all * observed];
    gain = new double[all * observed * states];
    density = new double[all];
    meanGradient = new double[rows * states];
    covarianceGradient = new double[rows * states * states];
    arithmetic = new KalmanModesArithmetic(this);
    logDensity = tape.block(all, observed);
    read = tape.block(all, observed);
    conditionalMean = tape.input(all, observed);
    conditionalSd = tape.input(all, observed);
  }

  /**
   * Records step t, the next one.
   *
   * @param weights αₜ, {@code [R × K]}
   * @param y {@code [R × m]}
   * @param u {@code [R × U]}
   * @param seen 1 = y is known, 0 = it is missing, {@code [R × 1]}
   * @param isLast whether no step follows
   */
  public void record(int t, Value weights, Value y, Value u, Value seen, boolean isLast) {
    int from = t * rows;
    tape.add(
        new KalmanModesStep(
            this,
            arithmetic,
            t,
            isLast,
            weights,
            y,
            u,
            seen,
            logDensity.rows(from, rows),
            read.rows(from, rows),
            conditionalMean.rows(from, rows),
            conditionalSd.rows(from, rows)));
  }

  /**
   * log p(yₜᵢ | yₜ₁ … yₜ,ᵢ₋₁, y₁:ₜ₋₁) of each number, which together are log p(yₜ|y₁:ₜ₋₁); 0 where
   * nothing was seen, {@code [T·R × m]}.
   */
  public Value logDensity() {
    return logDensity;
  }

  /** yₜ where it is known, else Hₜ m⁻, what the filter expects of it; {@code [T·R × m]}. */
  public Value read() {
    return read;
  }

  /** The mean that {@link #logDensity} takes of each number; without a gradient. */
  public Value conditionalMean() {
    return conditionalMean;
  }

  /** The deviation that {@link #logDensity} takes of each number; without a gradient. */
  public Value conditionalSd() {
    return conditionalSd;
  }

  /** The sum of a row of {@link #logDensity} at a step, in double precision. */
  public double logDensity(int t, int row) {
    return density[t * rows + row];
  }

  /** Number i of the filtered mean of a row after a step. */
  public double mean(int t, int row, int i) {
    return mean[((t + 1) * rows + row) * states + i];
  }

  /** The filtered covariance of two numbers of the state of a row after a step. */
  public double covariance(int t, int row, int i, int j) {
    return covariance[(((t + 1) * rows + row) * states + i) * states + j];
  }

  /** The next replay begins with N(0, diag p) again. */
  public void restart() {
    isContinued = false;
  }

  /** The next replay of a recording of one step goes on from the moments after the last one. */
  public void goOn() {
    System.arraycopy(mean, rows * states, mean, 0, rows * states);
    int size = rows * states * states;
    System.arraycopy(covariance, size, covariance, 0, size);
    isContinued = true;
  }

  /** Whether a step begins with the first state instead of a transition. */
  boolean isFirst(int t) {
    return t == 0 && !isContinued;
  }
}
