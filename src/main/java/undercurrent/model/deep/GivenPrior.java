package undercurrent.model.deep;

import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/**
 * p(z₁) = N(0, diag(variance)).
 *
 * @param variance {@code [Z]}
 */
record GivenPrior(double... variance) implements Prior {
  @Override
  public Normal record(Tape tape, Value context) {
    int rows = context.rows();
    return new Normal(
        tape.block(rows, variance.length), Constants.rows(tape, rows, roots(variance)));
  }

  /** Standard deviations. */
  static double[] roots(double... variance) {
    double[] sd = new double[variance.length];
    for (int i = 0; i < sd.length; i++) sd[i] = Math.sqrt(variance[i]);
    return sd;
  }
}
