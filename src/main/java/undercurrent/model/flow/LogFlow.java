package undercurrent.model.flow;

import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * x = exp(u) − a for each channel, without parameters: in the base space stands the logarithm of a
 * value that is positive in the file's units, where a is the file's zero in the model's units.
 */
public final class LogFlow implements ElementwiseFlow {
  private final double[] offset;

  /**
   * @param offset a, {@code [D]}
   */
  public LogFlow(double[] offset) {
    this.offset = offset.clone();
  }

  private Value offsets(Tape tape) {
    Value row = tape.input(1, offset.length);
    for (int d = 0; d < offset.length; d++) row.set(0, d, offset[d]);
    return row;
  }

  @Override
  public Mapped toBase(Tape tape, Value x) {
    Value u = tape.log(tape.add(x, offsets(tape)));
    return new Mapped(u, tape.negate(u));
  }

  @Override
  public Mapped toData(Tape tape, Value u) {
    return new Mapped(tape.subtract(tape.exp(u), offsets(tape)), u);
  }

  @Override
  public Curve curve(int channel) {
    double a = offset[channel];
    return new Curve() {
      @Override
      public double toBase(double x) {
        return StrictMath.log(x + a);
      }

      @Override
      public double toData(double u) {
        return StrictMath.exp(u) - a;
      }

      @Override
      public double logDerivative(double x) {
        return -StrictMath.log(x + a);
      }
    };
  }
}
