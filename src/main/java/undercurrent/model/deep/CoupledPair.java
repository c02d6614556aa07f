package undercurrent.model.deep;

import java.util.List;
import undercurrent.math.Initial;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/**
 * The system of Krishnan et al. (2017), figure 3. Its α and β are learned from 0 on; where the
 * transition is fixed they are 0.5 and −0.1:
 *
 * <pre>
 *   z₁ ~ N(0, I)      zₜ ~ N([0.2 z⁰ + tanh(α z¹), 0.2 z¹ + sin(β z⁰)], I)      xₜ ~ N(½ zₜ, 0.1 I)
 * </pre>
 */
final class CoupledPair {
  private CoupledPair() {}

  static GivenBoxes boxes(GivenParts parts) {
    Parameters.Entry alpha = parts.parameters().add("transition.alpha", 1, 1);
    Parameters.Entry beta = parts.parameters().add("transition.beta", 1, 1);
    if (parts.fixed().contains("transition")) {
      Initial.fill(parts.parameters(), alpha, 0.5);
      Initial.fill(parts.parameters(), beta, -0.1);
    }
    return new GivenBoxes(
        2,
        2,
        new double[] {1, 1},
        new GivenPrior(1, 1),
        (tape, z, context) -> next(tape, z, tape.parameter(alpha), tape.parameter(beta)),
        new GivenBoxes.Seen(0.5, 0.1, parts.channels()));
  }

  private static Normal next(Tape tape, Value z, Value alpha, Value beta) {
    Value first = tape.tanh(tape.multiply(tape.columns(z, 1, 1), alpha));
    Value second = tape.sin(tape.multiply(tape.columns(z, 0, 1), beta));
    Value kept = tape.multiply(z, Constants.row(tape, 0.2));
    Value mean = tape.add(kept, tape.join(List.of(first, second)));
    return new Normal(mean, Constants.rows(tape, z.rows(), 1, 1));
  }
}
