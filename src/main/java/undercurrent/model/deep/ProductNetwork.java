package undercurrent.model.deep;

import java.util.Optional;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;
import undercurrent.model.Normal;
import undercurrent.model.flow.InverseAutoregressiveFlow;

/**
 * The product of what the model expects and what the data say (the option "useprior" of Krishnan et
 * al. 2017): q(zₜ|·) ∝ p(zₜ|zₜ₋₁) · heads, at the first step with p(z₁).
 *
 * <pre>
 *   v = 1 / Σ 1/vᵢ      m = v Σ mᵢ/vᵢ
 * </pre>
 */
public final class ProductNetwork implements InferenceNetwork {
  private final NetworkTrunk trunk;
  private final Heads heads;
  private final ExpectedState expectation;
  private final Optional<InverseAutoregressiveFlow> flow;

  public ProductNetwork(NetworkParts parts) {
    trunk = new NetworkTrunk(parts);
    heads = new Heads(parts);
    expectation = new ExpectedState(parts.prior(), parts.transition());
    flow = parts.flow();
  }

  @Override
  public Conditioning conditioning() {
    return trunk.conditioning();
  }

  @Override
  public boolean isGaussian() {
    return flow.isEmpty();
  }

  @Override
  public Drawn record(Tape tape, Evidence evidence) {
    Normal data = heads.record(tape, trunk.record(tape, evidence));
    int rows = evidence.paths();
    Value mean = tape.block(evidence.noise().rows(), evidence.noise().columns());
    Value sd = tape.block(mean.rows(), mean.columns());
    Value z = tape.block(mean.rows(), mean.columns());
    StateDraws draws = new StateDraws(tape, flow, z);
    for (int t = 0; t < evidence.steps(); t++) {
      Normal expected = expectation.record(tape, evidence, z, t);
      Normal said = new Normal(evidence.at(tape, data.mean(), t), evidence.at(tape, data.sd(), t));
      Value m = mean.rows(t * rows, rows);
      Value s = sd.rows(t * rows, rows);
      Heads.multiply(tape, expected, said, m, s);
      draws.record(m, s, evidence.noise(t), t * rows);
    }
    return draws.drawn(new Normal(mean, sd));
  }
}
