package undercurrent.model.nonlinear;

import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;

/** How a target moves in the plane; its state has position and speed in some form. */
public sealed interface Motion permits ConstantVelocity, ConstantTurn {
  /** p(z after some time | z). */
  ConditionalGaussian after(double seconds);

  /** (px, py, vx, vy) of a state. */
  double[] inPlane(double[] z);

  /** Its derivative by z. */
  Matrix inPlaneJacobian(double[] z);

  /** A state that is known to be near a place, of which the speed is not known. */
  Gaussian startingAt(double px, double py);
}
