package undercurrent.model.kvae;

import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/**
 * q(a|x) = N(W_μ h + b_μ, cap · σ(W_s h + b_s)) of the last layer h of an encoder. The latter is a
 * variance, so that it cannot widen beyond the noise of the linear model by much.
 */
final class EncodingHeads {
  private final Linear mean;
  private final Linear spread;
  private final double cap;

  /**
   * With freshly drawn weights.
   *
   * @param units of h
   */
  EncodingHeads(Parameters parameters, KalmanVaeSettings settings, int units, Randomness random) {
    int size = settings.encodingSize();
    mean = new Linear(parameters, "encoder.mean", units, size, random);
    spread = new Linear(parameters, "encoder.spread", units, size, random);
    cap = settings.linearNoise().encoderVariance();
  }

  /** Records it. */
  Normal record(Tape tape, Value h) {
    Value variance = tape.multiply(spread.recordSigmoid(tape, h), tape.constant(cap));
    return new Normal(mean.record(tape, h), tape.sqrt(variance));
  }
}
