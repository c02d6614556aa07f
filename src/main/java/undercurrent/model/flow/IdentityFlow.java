package undercurrent.model.flow;

import undercurrent.math.Tape;
import undercurrent.math.Value;

/** x = u. */
public final class IdentityFlow implements ElementwiseFlow {
  @Override
  public Mapped toBase(Tape tape, Value x) {
    return Mapped.unchanged(tape, x);
  }

  @Override
  public Mapped toData(Tape tape, Value u) {
    return toBase(tape, u);
  }

  @Override
  public Curve curve(int channel) {
    return new Curve() {
      @Override
      public double toBase(double x) {
        return x;
      }

      @Override
      public double toData(double u) {
        return u;
      }

      @Override
      public double logDerivative(double x) {
        return 0;
      }
    };
  }
}
