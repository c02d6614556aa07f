package undercurrent.model.deep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.math.Layer;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;
import undercurrent.model.Normal;
import undercurrent.model.flow.InverseAutoregressiveFlow;

/**
 * Structured inference networks (Krishnan et al. 2017, table 1: ST-L, ST-R = DKS, ST-LR): q(zₜ|·)
 * also sees zₜ₋₁, as the true posterior does.
 *
 * <pre>
 *   c  = (tanh(W zₜ₋₁ + b) + hₜ) / 2      or with both directions (tanh(·) + h→ + h←) / 3
 *   q(zₜ|·) = N(W_m c + b_m, (softplus(W_s c + b_s) + floor)²)      z₀ learned
 * </pre>
 */
public final class StructuredNetwork implements InferenceNetwork {
  private final NetworkTrunk trunk;
  private final Parameters.Entry before;
  private final Layer combiner;
  private final Layer mean;
  private final Layer spread;
  private final float floor;
  private final Optional<InverseAutoregressiveFlow> flow;

  public StructuredNetwork(NetworkParts parts) {
    int z = parts.latentSize();
    int units = parts.units();
    floor = parts.floor();
    trunk = new NetworkTrunk(parts);
    before = parts.parameters().add("network.z0", parts.layers().pixels(), z);
    combiner = parts.layer("combiner", z, units);
    mean = parts.layer("mean", units, z);
    spread = parts.layer("spread", units, z);
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
    int rows = evidence.paths();
    int batch = evidence.batch();
    int count = evidence.noise().rows();
    int size = evidence.noise().columns();
    List<Value> states = trunk.record(tape, evidence);
    // z₀ … z_T in one block, so that what each step starts from is whole rows too.
    Value all = tape.block(rows + count, size);
    tape.repeat(tape.parameter(before), all.rows(0, rows));
    Value last = all.rows(0, count);
    Value z = all.rows(rows, count);
    StateDraws draws = new StateDraws(tape, flow, z);
    Value turned = tape.block(count, combiner.bias().columns());
    Value c = tape.block(count, turned.columns());
    Value mu = tape.block(count, size);
    Value spreads = tape.block(count, size);
    Value sd = tape.block(count, size);
    Tape.Steps combiner = this.combiner.steps(tape, last, true, turned);
    Tape.Steps mean = this.mean.steps(tape, c, false, mu);
    Tape.Steps spread = this.spread.steps(tape, c, false, spreads);
    for (int t = 0; t < evidence.steps(); t++) {
      int from = t * rows;
      List<Value> parts = new ArrayList<>();
      parts.add(combiner.record(from, rows));
      for (Value state : states) parts.add(state.rows(t * batch, batch));
      tape.mean(parts, c.rows(from, rows));
      Value m = mean.record(from, rows);
      Value s = tape.softplus(spread.record(from, rows), floor, sd.rows(from, rows));
      draws.record(m, s, evidence.noise(t), from);
    }
    return draws.drawn(new Normal(mu, sd));
  }
}
