package undercurrent.model.deep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.math.Combiner;
import undercurrent.math.Layer;
import undercurrent.math.Linear;
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
    int count = evidence.noise().rows();
    int size = evidence.noise().columns();
    List<Value> states = trunk.record(tape, evidence);
    // z₀ … z_T in one block, so that what each step starts from is whole rows too.
    Value all = tape.block(rows + count, size);
    tape.repeat(tape.parameter(before), all.rows(0, rows));
    Normal q = new Normal(tape.block(count, size), tape.block(count, size));
    StateDraws draws = new StateDraws(tape, flow, all.rows(rows, count));
    if (flow.isEmpty()
        && combiner instanceof Linear state
        && mean instanceof Linear first
        && spread instanceof Linear second) {
      new Combiner(state, first, second, floor)
          .record(tape, states, evidence.noise(), all, q.mean(), q.sd());
    } else {
      recordSteps(tape, evidence, states, all.rows(0, count), q, draws);
    }
    return draws.drawn(q);
  }

  /** Step by step, where the layers read frames or a flow stands between two states. */
  private void recordSteps(
      Tape tape, Evidence evidence, List<Value> states, Value last, Normal q, StateDraws draws) {
    int rows = evidence.paths();
    int batch = evidence.batch();
    Value turned = tape.block(last.rows(), combiner.bias().columns());
    Value c = tape.block(last.rows(), turned.columns());
    Tape.Steps combiner = this.combiner.steps(tape, last, true, turned);
    Tape.Steps mean = this.mean.steps(tape, c, false, q.mean());
    Tape.Steps spread = this.spread.steps(tape, c, false, tape.block(last.rows(), last.columns()));
    for (int t = 0; t < evidence.steps(); t++) {
      int from = t * rows;
      List<Value> parts = new ArrayList<>();
      parts.add(combiner.record(from, rows));
      for (Value state : states) parts.add(state.rows(t * batch, batch));
      tape.mean(parts, c.rows(from, rows));
      Value m = mean.record(from, rows);
      Value s = tape.softplus(spread.record(from, rows), floor, q.sd().rows(from, rows));
      draws.record(m, s, evidence.noise(t), from);
    }
  }
}
