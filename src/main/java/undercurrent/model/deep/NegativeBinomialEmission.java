package undercurrent.model.deep;

import undercurrent.math.Initial;
import undercurrent.math.Parameters;
import undercurrent.math.StandardNormal;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.Normal;

/**
 * Counts that vary more than Poisson's: a negative binomial distribution with mean m, a {@link
 * Rate}, and one learned size r = softplus(s) + floor a channel; its variance is m + m²/r.
 *
 * <pre>
 *   log p(k) = log Γ(k + r) − log Γ(r) − log Γ(k + 1) + r log(r/(r + m)) + k log(m/(r + m))
 * </pre>
 */
public final class NegativeBinomialEmission implements Emission {
  /** Where sizes start: near Poisson's law, and not so near that their gradient is lost. */
  private static final double FIRST_SIZE = 5;

  /** Above this mean a quantile is that of the continuous limit. */
  private static final double LARGE = 5000;

  private final Trunk trunk;
  private final Counts counts;
  private final Rate rate;
  private final Parameters.Entry size;
  private final float floor;

  /** Starts at the means of the training data. */
  public NegativeBinomialEmission(EmissionParts parts) {
    trunk = parts.trunk();
    counts = Counts.of(parts);
    rate = new Rate(parts, counts);
    floor = (float) parts.floor();
    size = parts.parameters().add("emission.size", 1, counts.size());
    Initial.fill(parts.parameters(), size, Initial.inverseSoftplus(FIRST_SIZE - parts.floor()));
  }

  @Override
  public EmissionDensity record(Tape tape, Value z) {
    Value r = tape.softplus(tape.parameter(size), floor);
    return new NegativeBinomial(rate.record(tape, trunk.record(tape, z)), r, counts);
  }

  /**
   * Independent counts.
   *
   * @param mean m, {@code [rows × D]}
   * @param size r, one row for all
   */
  record NegativeBinomial(Value mean, Value size, Counts counts) implements EmissionDensity {
    @Override
    public Value logDensity(Tape tape, Value x, Value mask) {
      Value k = counts.counts(tape, x);
      Value logBoth = tape.log(tape.add(mean, size));
      Value gammas =
          tape.subtract(
              tape.subtract(tape.logGamma(tape.add(k, size)), tape.logGamma(size)),
              tape.logGamma(tape.add(k, tape.constant(1))));
      Value failures = tape.multiply(tape.subtract(tape.log(size), logBoth), size);
      Value successes = tape.multiply(k, tape.subtract(tape.log(mean), logBoth));
      return counts.sum(tape, mask, tape.add(gammas, tape.add(failures, successes)));
    }

    @Override
    public Normal moments(Tape tape) {
      Value more = tape.divide(tape.square(mean), size);
      Value sd = tape.sqrt(tape.add(mean, more));
      return new Normal(counts.toModel(tape, mean), counts.divided(tape, sd));
    }

    @Override
    public double logDensity(int row, float[] x, float[] mask, int at) {
      return counts.sum(x, mask, at, (d, k) -> term(k, mean.get(row, d), size.get(0, d)));
    }

    private static double term(double k, double m, double r) {
      return Counts.logGamma(k + r)
          - Counts.logGamma(r)
          - Counts.logGamma(k + 1)
          + r * StrictMath.log(r / (r + m))
          + k * StrictMath.log(m / (r + m));
    }

    @Override
    public double draw(int row, int channel, double noise) {
      double below = StandardNormal.cumulative(noise);
      double k = quantile(mean.get(row, channel), size.get(0, channel), below);
      return counts.toModel(channel, k);
    }

    /** The least count with at least a probability up to it. */
    private static double quantile(double m, double r, double below) {
      if (!(m < LARGE)) {
        // That of a gamma distribution (Wilson and Hilferty 1931).
        double z = StandardNormal.quantile(Math.clamp(below, 1e-15, 1 - 1e-15));
        double root = Math.max(0, 1 - 1 / (9 * r) + z / (3 * Math.sqrt(r)));
        return Math.rint(m * root * root * root);
      }
      double share = m / (r + m);
      double term = StrictMath.exp(r * StrictMath.log(r / (r + m)));
      double sum = term;
      int k = 0;
      double end = m + 60 * Math.sqrt(m + m * m / r) + 60;
      while (sum < below && k < end) {
        term *= share * (k + r) / (k + 1);
        k++;
        sum += term;
        if (k > m && term < 1e-17) break;
      }
      return k;
    }
  }
}
