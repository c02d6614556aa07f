package undercurrent.model.deep;

import undercurrent.math.StandardNormal;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.Normal;

/**
 * Counts whose variance is their mean: k ~ Poisson(λ) with λ a {@link Rate}.
 *
 * <pre>
 *   log p(k) = k log λ − λ − log Γ(k + 1)
 * </pre>
 */
public final class PoissonEmission implements Emission {
  private final Trunk trunk;
  private final Counts counts;
  private final Rate rate;

  /** Starts at the rates of the training data. */
  public PoissonEmission(EmissionParts parts) {
    trunk = parts.trunk();
    counts = Counts.of(parts);
    rate = new Rate(parts, counts);
  }

  @Override
  public EmissionDensity record(Tape tape, Value z) {
    return new Poisson(rate.record(tape, trunk.record(tape, z)), counts);
  }

  /** Independent counts with rates λ. */
  record Poisson(Value rate, Counts counts) implements EmissionDensity {
    @Override
    public Value logDensity(Tape tape, Value x, Value mask) {
      return counts.sum(tape, mask, term(tape, counts.counts(tape, x), rate));
    }

    /** Records log p(k). */
    static Value term(Tape tape, Value k, Value rate) {
      Value power = tape.subtract(tape.multiply(k, tape.log(rate)), rate);
      return tape.subtract(power, tape.logGamma(tape.add(k, tape.constant(1))));
    }

    @Override
    public Normal moments(Tape tape) {
      return new Normal(counts.toModel(tape, rate), counts.divided(tape, tape.sqrt(rate)));
    }

    @Override
    public double logDensity(int row, float[] x, float[] mask, int at) {
      return counts.sum(x, mask, at, (d, k) -> Counts.poisson(k, rate.get(row, d)));
    }

    @Override
    public double draw(int row, int channel, double noise) {
      double below = StandardNormal.cumulative(noise);
      return counts.toModel(channel, Counts.poissonQuantile(rate.get(row, channel), below));
    }
  }
}
