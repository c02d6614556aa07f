package undercurrent.model;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;

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
  private final Linear combiner;
  private final Linear mean;
  private final Linear spread;
  private final float floor;

  public StructuredNetwork(
      Parameters parameters, ModelSettings settings, int size, int units, Randomness random) {
    int z = settings.latentSize();
    floor = (float) settings.deviationFloor();
    trunk = new NetworkTrunk(parameters, settings, size, units, random);
    before = parameters.add("network.z0", 1, z);
    combiner = new Linear(parameters, "network.combiner", z, units, random);
    mean = new Linear(parameters, "network.mean", units, z, random);
    spread = new Linear(parameters, "network.spread", units, z, random);
  }

  @Override
  public Conditioning conditioning() {
    return trunk.conditioning();
  }

  @Override
  public Drawn record(Tape tape, Value seen, Value active, Value noise, int steps) {
    int rows = noise.rows() / steps;
    int batch = seen.rows() / steps;
    List<Value> states = trunk.record(tape, seen, active, steps);
    Value mu = tape.block(noise.rows(), noise.columns());
    Value sd = tape.block(noise.rows(), noise.columns());
    Value z = tape.block(noise.rows(), noise.columns());
    Value last = tape.repeat(tape.parameter(before), rows);
    for (int t = 0; t < steps; t++) {
      List<Value> parts = new ArrayList<>();
      parts.add(tape.tanh(combiner.record(tape, last)));
      for (Value state : states) parts.add(state.rows(t * batch, batch));
      Value c = tape.mean(parts);
      Value mean = this.mean.record(tape, c, mu.rows(t * rows, rows));
      Value deviation = tape.softplus(spread.record(tape, c), floor, sd.rows(t * rows, rows));
      last = tape.sample(mean, deviation, noise.rows(t * rows, rows), z.rows(t * rows, rows));
    }
    return new Drawn(new Normal(mu, sd), z);
  }
}
