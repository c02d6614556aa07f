package undercurrent.model.normalizing;

import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.linear.LinearSystem;

/** The linear-Gaussian model of the base space, with weights that are learned. */
interface BaseDynamics {
  /**
   * Records log p of each number given those before it, as {@link KalmanLikelihood} does.
   *
   * @param y {@code [T·B × D]}, time-major
   */
  Value record(Tape tape, Value y, Value mask, int steps);

  /** The same model of all channels with the weights as they are now. */
  LinearSystem system();

  /** How many numbers the state of {@link #system} has. */
  int latentSize();

  /** What number i of the state is called. */
  String latentName(int i);
}
