package undercurrent.model.deep;

import undercurrent.math.Functions;
import undercurrent.math.StandardNormal;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.ModelWords;
import undercurrent.model.Normal;

/**
 * Binary observations with log-odds W a + b, a the trunk of z; of grey pixels from 0 to 1 the
 * cross-entropy, which is largest where the probability is the pixel.
 */
public final class BernoulliEmission implements Emission {
  private final Trunk trunk;
  private final Readout logit;

  /**
   * The first bias of a channel is the log-odds of how often it is 1 in the training data, without
   * which the first updates are so large that the KL can overflow.
   */
  public BernoulliEmission(EmissionParts parts) {
    if (!parts.channels().isBinaryOrGrey()) {
      throw new IllegalArgumentException(ModelWords.of("bernoulliEmission.values"));
    }
    trunk = parts.trunk();
    logit = parts.readout("emission.logit");
    double[] odds = parts.channels().mean().clone();
    for (int i = 0; i < odds.length; i++) {
      double p = Math.clamp(odds[i], 1e-3, 1 - 1e-3);
      odds[i] = StrictMath.log(p / (1 - p));
    }
    logit.startAt(odds);
  }

  @Override
  public EmissionDensity record(Tape tape, Value z) {
    return new Bernoulli(logit.record(tape, trunk.record(tape, z)));
  }

  /** Independent coins with log-odds {@code logit}. */
  public record Bernoulli(Value logit) implements EmissionDensity {
    @Override
    public Value logDensity(Tape tape, Value x, Value mask) {
      return tape.bernoulliLogLikelihood(x, mask, logit);
    }

    @Override
    public Normal moments(Tape tape) {
      // √(p (1 − p))
      Value p = tape.sigmoid(logit);
      return new Normal(p, tape.sqrt(tape.multiply(p, tape.subtract(tape.constant(1), p))));
    }

    @Override
    public double logDensity(int row, float[] x, float[] mask, int at) {
      double sum = 0;
      for (int d = 0; d < logit.columns(); d++) {
        if (mask[at + d] == 0) continue;
        double p = probability(row, d);
        double value = x[at + d];
        if (value == 0 || value == 1) sum += StrictMath.log(value == 1 ? p : 1 - p);
        else sum += value * logit.get(row, d) - softplus(logit.get(row, d));
      }
      return sum;
    }

    @Override
    public double draw(int row, int channel, double noise) {
      return draw(probability(row, channel), StandardNormal.cumulative(noise));
    }

    @Override
    public double shown(int row, int channel, double noise) {
      return probability(row, channel);
    }

    private double probability(int row, int channel) {
      return Functions.sigmoid(logit.get(row, channel));
    }

    /** log(1 + eᵃ). */
    private static double softplus(double a) {
      return Math.max(a, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(a)));
    }

    private static double draw(double p, double below) {
      return below > 1 - p ? 1 : 0;
    }
  }
}
