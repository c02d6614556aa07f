package undercurrent.model.deep;

import undercurrent.math.StandardNormal;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.Normal;

/**
 * Observations with outliers: Student's t with ν = 4 degrees of freedom, the value of Lange, Little
 * and Taylor (1989). The location is the {@link Centre}, the scale the {@link Deviation}.
 *
 * <pre>
 *   log p(x) = log Γ((ν+1)/2) − log Γ(ν/2) − ½ log(νπ) − log s − (ν+1)/2 · log(1 + ((x − m)/s)²/ν)
 * </pre>
 */
public final class StudentEmission implements Emission {
  private static final double DEGREES = 4;

  /** log Γ(5/2) − log Γ(2) − ½ log 4π = log(3/8). */
  private static final double LOG_CONSTANT = StrictMath.log(0.375);

  private final Trunk trunk;
  private final Centre centre;
  private final Deviation scale;

  public StudentEmission(EmissionParts parts) {
    trunk = parts.trunk();
    centre = parts.centre();
    scale = Deviation.of(parts);
  }

  @Override
  public EmissionDensity record(Tape tape, Value z) {
    Value a = trunk.record(tape, z);
    return new Student(centre.record(tape, z, a), scale.record(tape, a));
  }

  /**
   * Independent t distributions.
   *
   * @param scale {@code [rows × D]}, or one row for all
   */
  record Student(Value mean, Value scale) implements EmissionDensity {
    @Override
    public Value logDensity(Tape tape, Value x, Value mask) {
      Value u = tape.square(tape.divide(tape.subtract(x, mean), scale));
      Value tail =
          tape.log(tape.add(tape.constant(1), tape.multiply(u, tape.constant(1 / DEGREES))));
      Value term =
          tape.subtract(
              tape.subtract(tape.constant(LOG_CONSTANT), tape.log(scale)),
              tape.multiply(tail, tape.constant((DEGREES + 1) / 2)));
      return tape.rowSum(tape.multiply(mask, term));
    }

    @Override
    public Normal moments(Tape tape) {
      // The variance is s² ν/(ν − 2).
      double factor = Math.sqrt(DEGREES / (DEGREES - 2));
      return new Normal(mean, tape.multiply(scale, tape.constant(factor)));
    }

    @Override
    public double logDensity(int row, float[] x, float[] mask, int at) {
      double sum = 0;
      for (int d = 0; d < mean.columns(); d++) {
        if (mask[at + d] == 0) continue;
        double s = scale(row, d);
        double u = (x[at + d] - mean.get(row, d)) / s;
        sum +=
            LOG_CONSTANT
                - StrictMath.log(s)
                - (DEGREES + 1) / 2 * StrictMath.log1p(u * u / DEGREES);
      }
      return sum;
    }

    @Override
    public double draw(int row, int channel, double noise) {
      double below = StandardNormal.cumulative(noise);
      return mean.get(row, channel) + scale(row, channel) * quantile(below);
    }

    private double scale(int row, int channel) {
      return scale.get(scale.rows() == 1 ? 0 : row, channel);
    }

    /** In closed form for ν = 4 (Shaw 2006). */
    private static double quantile(double below) {
      double p = Math.clamp(below, 1e-15, 1 - 1e-15);
      double root = Math.sqrt(4 * p * (1 - p));
      double q = StrictMath.cos(StrictMath.acos(root) / 3) / root;
      return Math.signum(p - 0.5) * 2 * Math.sqrt(Math.max(0, q - 1));
    }
  }
}
