package undercurrent.model.deep;

import java.util.Optional;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;
import undercurrent.model.Normal;
import undercurrent.model.flow.InverseAutoregressiveFlow;

/**
 * Mean-field inference networks (Krishnan et al. 2017, table 1: MF-L, MF-R, MF-LR): each q(zₜ|·)
 * stands alone and is the product of its {@link Heads}.
 */
public final class MeanFieldNetwork implements InferenceNetwork {
  private final NetworkTrunk trunk;
  private final Heads heads;
  private final Optional<InverseAutoregressiveFlow> flow;

  public MeanFieldNetwork(NetworkParts parts) {
    trunk = new NetworkTrunk(parts);
    heads = new Heads(parts);
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
    Value noise = evidence.noise();
    Normal q = repeated(tape, heads.record(tape, trunk.record(tape, evidence)), evidence);
    StateDraws draws = new StateDraws(tape, flow, tape.block(noise.rows(), noise.columns()));
    draws.record(q.mean(), q.sd(), noise, 0);
    return draws.drawn(q);
  }

  /** With one sequence and several paths, each step's row counts for every path. */
  private static Normal repeated(Tape tape, Normal q, Evidence evidence) {
    int paths = evidence.paths();
    int batch = evidence.batch();
    if (batch == paths) return q;
    Value mean = tape.block(evidence.noise().rows(), q.mean().columns());
    Value sd = tape.block(mean.rows(), mean.columns());
    for (int t = 0; t < evidence.steps(); t++) {
      tape.repeat(q.mean().rows(t * batch, batch), mean.rows(t * paths, paths));
      tape.repeat(q.sd().rows(t * batch, batch), sd.rows(t * paths, paths));
    }
    return new Normal(mean, sd);
  }
}
