package undercurrent.model.deep;

import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/**
 * The KL of a q that is a Gaussian, or one before a flow, by the one sample that was drawn, number
 * by number:
 *
 * <pre>
 *   log q(z'ᵢ) − log p(z'ᵢ) = −½ εᵢ² − log σ_q − sᵢ + ½ ((z'ᵢ − μ_p)/σ_p)² + log σ_p
 * </pre>
 *
 * with z = μ_q + σ_q ε before the flow, z' after it and s the log scales of the flow. Its mean over
 * draws is the KL.
 */
public final class SampledKl {
  private SampledKl() {}

  /**
   * Records it for some rows.
   *
   * @param q before the flow
   * @param noise ε
   * @param out where it goes
   */
  public static void record(
      Tape tape, Normal q, Value noise, Value logScales, Value z, Normal p, Value out) {
    Value half = tape.constant(0.5);
    Value pSd = tape.repeat(p.sd(), z.rows());
    Value gap = tape.divide(tape.subtract(z, tape.repeat(p.mean(), z.rows())), pSd);
    Value expected = tape.add(tape.multiply(tape.square(gap), half), tape.log(pSd));
    Value own = tape.add(tape.multiply(tape.square(noise), half), tape.log(q.sd()));
    Value kl = tape.subtract(tape.subtract(expected, own), logScales);
    tape.copy(kl, 0, out, 0, z.columns());
  }
}
