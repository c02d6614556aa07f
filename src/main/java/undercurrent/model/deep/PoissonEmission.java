package undercurrent.model.deep;

import undercurrent.math.Initial;
import undercurrent.math.Linear;
import undercurrent.math.StandardNormal;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.Normal;
import undercurrent.series.Support;

/**
 * Counts: k ~ Poisson(λ), λ = softplus(W h + b) + floor with h the trunk of z. (With eᵃ as rate, a
 * forecast whose state leaves what was learned has rates beyond all numbers.) A model sees counts
 * standardised, x = (k − shift)/scale; the density is that of x, so that it compares with other
 * emissions.
 *
 * <pre>
 *   log p(x) = k log λ − λ − log Γ(k + 1) + log scale
 * </pre>
 */
public final class PoissonEmission implements Emission {
  /** A rate that a channel without counts starts with. */
  private static final double LEAST_RATE = 0.05;

  private final Trunk trunk;
  private final Linear rate;
  private final float floor;
  private final ChannelStatistics channels;

  /** Starts at the rates of the training data. */
  public PoissonEmission(EmissionParts parts) {
    channels = parts.channels();
    if (!channels.support().isWithin(Support.COUNT)) {
      throw new IllegalArgumentException(
          "The setting 'likelihood' cannot be 'poisson' for values that are not whole numbers from"
              + " 0 on; choose 'gaussian'.");
    }
    trunk = parts.trunk();
    rate = parts.head("emission.rate");
    floor = (float) parts.floor();
    for (int d = 0; d < channels.size(); d++) {
      double first = channels.mean()[d] * channels.scale()[d] + channels.shift()[d];
      parts.parameters().data()[rate.bias().offset() + d] =
          (float) Initial.inverseSoftplus(Math.max(LEAST_RATE, first));
    }
  }

  @Override
  public EmissionDensity record(Tape tape, Value z) {
    Value a = rate.record(tape, trunk.record(tape, z));
    return new Poisson(tape.softplus(a, floor), channels);
  }

  /** Independent counts with rates λ. */
  record Poisson(Value rate, ChannelStatistics channels) implements EmissionDensity {
    @Override
    public Value logDensity(Tape tape, Value x, Value mask) {
      Value scale = row(tape, channels.scale());
      Value k = tape.add(tape.multiply(x, scale), row(tape, channels.shift()));
      Value constant = tape.subtract(tape.log(scale), tape.logGamma(tape.add(k, tape.constant(1))));
      Value term = tape.subtract(tape.multiply(k, tape.log(rate)), rate);
      return tape.rowSum(tape.multiply(mask, tape.add(term, constant)));
    }

    private static Value row(Tape tape, double[] numbers) {
      Value row = tape.input(1, numbers.length);
      for (int d = 0; d < numbers.length; d++) row.set(0, d, numbers[d]);
      return row;
    }

    @Override
    public Value sample(Tape tape, Value noise) {
      Value k = tape.quantile(rate, noise, Poisson::quantile);
      return toModel(tape, k);
    }

    private Value toModel(Tape tape, Value counts) {
      return tape.divide(
          tape.subtract(counts, row(tape, channels.shift())), row(tape, channels.scale()));
    }

    @Override
    public Normal moments(Tape tape) {
      // mean and variance of the count are its rate
      Value sd = tape.divide(tape.sqrt(rate), row(tape, channels.scale()));
      return new Normal(toModel(tape, rate), sd);
    }

    @Override
    public double logDensity(int row, float[] x, float[] mask, int at) {
      double sum = 0;
      for (int d = 0; d < rate.columns(); d++) {
        if (mask[at + d] == 0) continue;
        double scale = channels.scale()[d];
        double k = Math.rint(x[at + d] * scale + channels.shift()[d]);
        double r = rate.get(row, d);
        sum += k * StrictMath.log(r) - r - logFactorial(k) + StrictMath.log(scale);
      }
      return sum;
    }

    private static double logFactorial(double k) {
      double sum = 0;
      if (k < 20) {
        for (int i = 2; i <= k; i++) sum += StrictMath.log(i);
        return sum;
      }
      // Stirling's series; the next term is below 1e-10 here.
      double y = k + 1;
      double series = 1 / (12 * y) - 1 / (360 * y * y * y) + 1 / (1260 * StrictMath.pow(y, 5));
      return (y - 0.5) * StrictMath.log(y) - y + 0.5 * StrictMath.log(2 * Math.PI) + series;
    }

    @Override
    public double draw(int row, int channel, double noise) {
      double k = quantile(rate.get(row, channel), StandardNormal.cumulative(noise));
      return (k - channels.shift()[channel]) / channels.scale()[channel];
    }

    /** The least count with at least a probability up to it. */
    private static double quantile(double rate, double below) {
      if (!(rate < 700)) {
        // The normal limit with the correction of Cornish and Fisher.
        double z = StandardNormal.quantile(Math.clamp(below, 1e-15, 1 - 1e-15));
        return Math.max(0, Math.rint(rate + Math.sqrt(rate) * z + (z * z - 1) / 6));
      }
      double term = StrictMath.exp(-rate);
      double sum = term;
      int k = 0;
      while (sum < below && term > 0) {
        k++;
        term *= rate / k;
        sum += term;
        if (k > rate && term < 1e-17) break;
      }
      return k;
    }
  }
}
