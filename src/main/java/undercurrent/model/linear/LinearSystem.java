package undercurrent.model.linear;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import undercurrent.model.FitState;
import undercurrent.model.ModelWords;

/**
 * A linear-Gaussian state-space model, immutable:
 *
 * <pre>
 *   z₁   ~ N(m1, P1 + κ A A'), κ → ∞
 *   zₜ₊₁ = Fₜ zₜ + Bₜ uₜ + bₜ + N(0, Qₜ)
 *   xₜ   = Hₜ zₜ + Dₜ uₜ + dₜ + N(0, Rₜ)
 * </pre>
 *
 * with n latent and m observed dimensions and k inputs. F, B, b and Q of a step lead from it to the
 * next one. The columns of A [n][q] are the directions in which the start is exactly diffuse.
 */
public final class LinearSystem {
  private final int latent;
  private final int observed;
  private final int inputs;
  private final Map<SystemPart, Varying> parts;
  private final Start start;
  private final double[] diffuse;

  /** How the first state is known; it decides what the log-likelihood counts. */
  enum Start {
    PROPER,
    APPROXIMATELY_DIFFUSE,
    EXACTLY_DIFFUSE
  }

  private LinearSystem(
      int latent,
      int observed,
      int inputs,
      Map<SystemPart, Varying> parts,
      Start start,
      double[] diffuse) {
    this.latent = latent;
    this.observed = observed;
    this.inputs = inputs;
    this.parts = parts;
    this.start = start;
    this.diffuse = diffuse;
  }

  /** F [n][n], Q [n][n], H [m][n], R [m][m]; the rest is zero until it is given. */
  public static LinearSystem of(Varying f, Varying q, Varying h, Varying r) {
    int n = f.rows();
    int m = h.rows();
    Map<SystemPart, Varying> parts = new EnumMap<>(SystemPart.class);
    for (SystemPart part : SystemPart.values()) {
      parts.put(part, Varying.zero(part.rows(n, m), part.columns(n, m, 0)));
    }
    return new LinearSystem(n, m, 0, parts, Start.PROPER, new double[0])
        .with(SystemPart.TRANSITION, f)
        .with(SystemPart.TRANSITION_NOISE, q)
        .with(SystemPart.EMISSION, h)
        .with(SystemPart.EMISSION_NOISE, r);
  }

  /** The same with matrices that do not change. */
  public static LinearSystem of(double[][] f, double[][] q, double[][] h, double[][] r) {
    return of(Varying.constant(f), Varying.constant(q), Varying.constant(h), Varying.constant(r));
  }

  /** With another value of one part, of the size it has. */
  public LinearSystem with(SystemPart part, Varying value) {
    Checks.size(
        part.letter(), value, part.rows(latent, observed), part.columns(latent, observed, inputs));
    if (part.isCovariance()) Checks.covariance(part.letter(), value);
    else Checks.finite(part.letter(), value);
    Map<SystemPart, Varying> changed = new EnumMap<>(parts);
    changed.put(part, value);
    return new LinearSystem(latent, observed, inputs, changed, start, diffuse);
  }

  public LinearSystem with(SystemPart part, double[][] value) {
    return with(part, Varying.constant(value));
  }

  /** With k inputs that act through B [n][k] and D [m][k]. */
  public LinearSystem withInputs(Varying b, Varying d) {
    return new LinearSystem(latent, observed, b.columns(), parts, start, diffuse)
        .with(SystemPart.TRANSITION_INPUT, b)
        .with(SystemPart.EMISSION_INPUT, d);
  }

  /** With a first state of known mean [n] and covariance [n][n]. */
  public LinearSystem startingAt(double[] mean, double[][] covariance) {
    return starting(Start.PROPER, Varying.constant(latent, 1, mean), Varying.constant(covariance));
  }

  /** With a first state of mean zero and a large variance, such as 1e7, in every dimension. */
  public LinearSystem startingApproximatelyDiffuse(double variance) {
    double[] p = new double[latent * latent];
    for (int i = 0; i < latent; i++) p[i * latent + i] = variance;
    return starting(
        Start.APPROXIMATELY_DIFFUSE, Varying.zero(latent, 1), Varying.constant(latent, latent, p));
  }

  /**
   * With a first state of which nothing is known, in any dimension (Durbin and Koopman 2012, 5).
   */
  public LinearSystem startingDiffuse() {
    double[][] all = new double[latent][latent];
    for (int i = 0; i < latent; i++) all[i][i] = 1;
    return startingDiffuse(new double[latent], new double[latent][latent], all);
  }

  /**
   * With a first state of known mean [n] and covariance [n][n] but for the columns of A [n][q],
   * linearly independent directions in which nothing is known.
   */
  public LinearSystem startingDiffuse(double[] mean, double[][] covariance, double[][] directions) {
    Varying a = Varying.constant(directions);
    Checks.size("A", a, latent, a.columns());
    Checks.finite("A", a);
    LinearSystem known = startingAt(mean, covariance);
    return new LinearSystem(
        latent,
        observed,
        inputs,
        known.parts,
        a.columns() == 0 ? Start.PROPER : Start.EXACTLY_DIFFUSE,
        a.at(0).clone());
  }

  private LinearSystem starting(Start how, Varying mean, Varying covariance) {
    LinearSystem changed =
        with(SystemPart.INITIAL_MEAN, mean).with(SystemPart.INITIAL_COVARIANCE, covariance);
    return new LinearSystem(latent, observed, inputs, changed.parts, how, new double[0]);
  }

  /** Writes its parts as they are at the first step. */
  public void write(FitState to) {
    for (SystemPart part : SystemPart.values()) to.put(part(part).at(0));
  }

  /** A system of the same sizes and start, of which all parts are constant and as written. */
  public LinearSystem read(FitState from) {
    LinearSystem system = this;
    for (SystemPart part : SystemPart.values()) {
      int rows = part.rows(latent, observed);
      int columns = part.columns(latent, observed, inputs);
      system = system.with(part, Varying.constant(rows, columns, from.next(rows * columns)));
    }
    return system;
  }

  /** n, the latent size. */
  public int latentSize() {
    return latent;
  }

  /** m, the number of observed dimensions. */
  public int observedSize() {
    return observed;
  }

  /** k, the number of inputs. */
  public int inputSize() {
    return inputs;
  }

  public Varying part(SystemPart part) {
    return Objects.requireNonNull(parts.get(part));
  }

  /** q, the number of directions in which the start is exactly diffuse. */
  public int diffuseSize() {
    return diffuse.length / latent;
  }

  /** A [n][q], of which the columns are the directions in which the start is exactly diffuse. */
  public double[][] diffuseDirections() {
    int q = diffuseSize();
    double[][] directions = new double[latent][];
    for (int i = 0; i < latent; i++) {
      directions[i] = Arrays.copyOfRange(diffuse, i * q, (i + 1) * q);
    }
    return directions;
  }

  /** A [n·q], to be read only. */
  double[] diffuse() {
    return diffuse;
  }

  Start start() {
    return start;
  }

  /** Refuses observations that do not fit. */
  void require(Observations seen) {
    if (seen.observedSize() != observed) {
      throw new IllegalArgumentException(
          ModelWords.of("linearSystem.observed", seen.observedSize(), observed));
    }
    if (seen.inputSize() != inputs) {
      throw new IllegalArgumentException(
          ModelWords.of("linearSystem.inputs", seen.inputSize(), inputs));
    }
    for (SystemPart part : SystemPart.values()) {
      boolean between = part.isBetweenSteps();
      if (part == SystemPart.EMISSION_NOISE && seen.hasOwnNoise()) continue;
      if (!part.isInitial()) {
        Checks.steps(part.letter(), part(part), seen.steps() - (between ? 1 : 0));
      }
    }
  }
}
