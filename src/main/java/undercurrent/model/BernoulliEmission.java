package undercurrent.model;

import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/** Binary observations with log-odds W a + b, a the trunk of z. */
public final class BernoulliEmission implements Emission {
  private final EmissionTrunk trunk;
  private final Linear logit;

  /**
   * @param frequency how often each channel is 1 in the training data: the first bias is its
   *     log-odds, without which the first updates are so large that the KL can overflow
   */
  public BernoulliEmission(
      Parameters parameters, int latentSize, int units, double[] frequency, Randomness random) {
    trunk = new EmissionTrunk(parameters, latentSize, units, random);
    logit = new Linear(parameters, "emission.logit", units, frequency.length, random);
    for (int i = 0; i < frequency.length; i++) {
      double p = Math.clamp(frequency[i], 1e-3, 1 - 1e-3);
      parameters.data()[logit.bias().offset() + i] = (float) StrictMath.log(p / (1 - p));
    }
  }

  @Override
  public Emitted record(Tape tape, Value z) {
    return new Bernoulli(logit.record(tape, trunk.record(tape, z)));
  }
}
