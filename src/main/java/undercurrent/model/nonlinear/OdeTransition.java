package undercurrent.model.nonlinear;

import java.util.Arrays;
import java.util.function.Function;
import undercurrent.model.gaussian.ConstantNoise;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Matrix;
import undercurrent.series.RungeKutta;

/**
 * A transition that follows a differential equation dz/dt = v(z) for some Runge–Kutta steps, and
 * adds noise at the end.
 *
 * @param field v
 * @param fieldJacobian ∂v/∂z
 * @param interval of one Runge–Kutta step
 * @param steps of them in a transition
 * @param covariance Q
 */
record OdeTransition(
    RungeKutta.Field field,
    Function<double[], Matrix> fieldJacobian,
    double interval,
    int steps,
    Covariance covariance)
    implements ConstantNoise {
  @Override
  public double[] mean(double[] z) {
    return RungeKutta.steps(field, z, interval, steps);
  }

  @Override
  public void means(double[] z, int count, double[] out) {
    RungeKutta.steps(field, z, covariance.size(), interval, steps, out);
  }

  /**
   * The matrix M of dM/dt = ∂v/∂z M from M = I, followed beside z: to differentiate a Runge–Kutta
   * step is to take one of the joint equation.
   */
  @Override
  public Matrix jacobian(double[] z) {
    int n = z.length;
    double[] joint = Arrays.copyOf(z, n + n * n);
    for (int i = 0; i < n; i++) joint[n + i * n + i] = 1;
    double[] end = RungeKutta.steps(this::jointField, joint, interval, steps);
    return Matrix.of(n, n, Arrays.copyOfRange(end, n, end.length));
  }

  private void jointField(double[] joint, double[] out) {
    int n = covariance.size();
    double[] z = Arrays.copyOf(joint, n);
    Matrix m = Matrix.of(n, n, Arrays.copyOfRange(joint, n, joint.length));
    Matrix change = fieldJacobian.apply(z).times(m);
    double[] slope = new double[n];
    field.at(z, slope);
    System.arraycopy(slope, 0, out, 0, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) out[n + i * n + j] = change.at(i, j);
    }
  }
}
