package undercurrent.model.known;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import undercurrent.model.formula.Evaluator;
import undercurrent.model.formula.Formula;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.nonlinear.Substeps;

/**
 * p(zₜ|zₜ₋₁) of typed equations over a gap. Where the motion changes with time, the time goes along
 * behind each state as a number of its own, with a speed of 1.
 */
final class FormulaTransition implements ConditionalGaussian {
  private final FormulaEquations equations;
  private final Formula formula;
  private final double[] inputs;
  private final double from;
  private final double gap;
  private final int steps;
  private final NoiseSpread spread;
  private @Nullable Covariance everywhere;

  /**
   * Over a gap.
   *
   * @param factors of the noise, as {@link Formula#noise}
   * @param inputs u that lead to its end
   * @param from the time at its start
   * @param motion deviation of the noise
   */
  FormulaTransition(
      FormulaEquations equations,
      double[] factors,
      double[] inputs,
      double from,
      double gap,
      double motion) {
    this.equations = equations;
    this.inputs = inputs;
    this.from = from;
    this.gap = gap;
    formula = equations.formula();
    steps = formula.isContinuous() ? Substeps.count(gap, equations.interval()) : 1;
    spread = new NoiseSpread(formula, factors, gap, motion);
  }

  private int size() {
    return formula.size();
  }

  private boolean carriesTime() {
    return formula.isContinuous() && formula.hasTime();
  }

  /** What moves states; a discrete step reads the time of the row that it leads to. */
  private Evaluator motion(int most) {
    double time = formula.isContinuous() ? from : from + gap;
    return formula.motion(equations.parameters(), most).at(time, inputs);
  }

  @Override
  public double[] mean(double[] z) {
    double[] out = new double[size()];
    means(z, 1, out);
    return out;
  }

  @Override
  public void means(double[] z, int count, double[] out) {
    Evaluator motion = motion(count);
    int n = size();
    if (!formula.isContinuous()) {
      motion.values(z, n, count, out, n);
      return;
    }
    int wide = carriesTime() ? n + 1 : n;
    double[] begun = widened(z, count, wide);
    double[] ended = new double[begun.length];
    equations
        .solver()
        .follow(
            (x, change) -> {
              int some = x.length / wide;
              motion.values(x, wide, some, change, wide);
              for (int p = 0; wide > n && p < some; p++) change[p * wide + n] = 1;
            },
            begun,
            wide,
            gap / steps,
            steps,
            ended);
    for (int p = 0; p < count; p++) System.arraycopy(ended, p * wide, out, p * n, n);
  }

  private double[] widened(double[] z, int count, int wide) {
    int n = size();
    if (wide == n) return z;
    double[] all = new double[count * wide];
    for (int p = 0; p < count; p++) {
      System.arraycopy(z, p * n, all, p * wide, n);
      all[p * wide + n] = from;
    }
    return all;
  }

  /**
   * The matrix M of dM/dt = ∂v/∂z M from M = I, followed beside z: to differentiate a step of a
   * solver is to take one of the joint equation.
   */
  @Override
  public Matrix jacobian(double[] z) {
    int n = size();
    Evaluator motion = motion(1);
    double[] slopes = new double[n * n];
    double[] speed = new double[n];
    if (!formula.isContinuous()) {
      motion.slopes(z, false, speed, slopes);
      return Matrix.of(n, n, slopes);
    }
    boolean hasTime = carriesTime();
    int head = hasTime ? n + 1 : n;
    double[] joint = Arrays.copyOf(z, head + n * n);
    if (hasTime) joint[n] = from;
    for (int i = 0; i < n; i++) joint[head + i * n + i] = 1;
    double[] end = new double[joint.length];
    equations
        .solver()
        .follow(
            (x, change) -> {
              motion.slopes(x, hasTime, speed, slopes);
              System.arraycopy(speed, 0, change, 0, n);
              if (hasTime) change[n] = 1;
              Matrix m = Matrix.of(n, n, Arrays.copyOfRange(x, head, x.length));
              Matrix moved = Matrix.of(n, n, slopes).times(m);
              for (int i = 0; i < n * n; i++) change[head + i] = moved.at(i / n, i % n);
            },
            joint,
            joint.length,
            gap / steps,
            steps,
            end);
    return Matrix.of(n, n, Arrays.copyOfRange(end, head, end.length));
  }

  @Override
  public Covariance noise(double[] z) {
    if (!spread.isEven()) return spread.of(slopes -> slopes(z, slopes));
    Covariance known = everywhere;
    if (known != null) return known;
    Covariance made = spread.of(slopes -> slopes(new double[size()], slopes));
    everywhere = made;
    return made;
  }

  private void slopes(double[] z, double[] slopes) {
    motion(1).slopes(z, false, new double[size()], slopes);
  }

  @Override
  public boolean hasConstantNoise() {
    return spread.isEven();
  }
}
