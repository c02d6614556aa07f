package undercurrent.model.deep;

import java.util.List;
import java.util.Optional;
import undercurrent.math.Layer;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;
import undercurrent.model.Normal;
import undercurrent.model.flow.InverseAutoregressiveFlow;

/**
 * A learned update in place of Kalman's: from what the model expects and what is observed at the
 * step, q(zₜ|·) is computed without a recurrent layer.
 *
 * <pre>
 *   a = ReLU(W₂ ReLU(W₁ [mean and deviation of p(zₜ|zₜ₋₁), xₜ·mₜ, mₜ, uₜ] + b₁) + b₂)
 *   q(zₜ|·) = N(W_m a + b_m, (softplus(W_s a + b_s) + floor)²)
 * </pre>
 */
public final class KalmanUpdateNetwork implements InferenceNetwork {
  private final ExpectedState expectation;
  private final Layer first;
  private final Layer second;
  private final Layer mean;
  private final Layer spread;
  private final float floor;
  private final Optional<InverseAutoregressiveFlow> flow;

  public KalmanUpdateNetwork(NetworkParts parts) {
    int z = parts.latentSize();
    int units = parts.units();
    floor = parts.floor();
    expectation = new ExpectedState(parts.prior(), parts.transition());
    first = parts.layer("hidden1", 2 * z + parts.seenSize(), units);
    second = parts.layer("hidden2", units, units);
    mean = parts.layer("mean", units, z);
    spread = parts.layer("spread", units, z);
    flow = parts.flow();
  }

  @Override
  public Conditioning conditioning() {
    return Conditioning.FILTERED;
  }

  @Override
  public boolean isGaussian() {
    return flow.isEmpty();
  }

  @Override
  public Drawn record(Tape tape, Evidence evidence) {
    int rows = evidence.paths();
    Value means = tape.block(evidence.noise().rows(), evidence.noise().columns());
    Value sds = tape.block(means.rows(), means.columns());
    Value z = tape.block(means.rows(), means.columns());
    StateDraws draws = new StateDraws(tape, flow, z);
    for (int t = 0; t < evidence.steps(); t++) {
      Normal p = expectation.record(tape, evidence, z, t);
      Value seen = evidence.at(tape, evidence.seen(), t);
      Value read = tape.join(List.of(p.mean(), p.sd(), seen));
      Value a = second.recordRelu(tape, first.recordRelu(tape, read));
      Value m = mean.record(tape, a, means.rows(t * rows, rows));
      Value s = tape.softplus(spread.record(tape, a), floor, sds.rows(t * rows, rows));
      draws.record(m, s, evidence.noise(t), t * rows);
    }
    return draws.drawn(new Normal(means, sds));
  }
}
