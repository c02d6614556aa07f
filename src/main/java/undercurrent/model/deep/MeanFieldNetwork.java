package undercurrent.model.deep;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;
import undercurrent.model.Normal;

/**
 * Mean-field inference networks (Krishnan et al. 2017, table 1: MF-L, MF-R, MF-LR): each q(zₜ|·)
 * stands alone. Each direction gives a Gaussian, N(W_m h + b_m, (softplus(W_s h + b_s) + floor)²);
 * two directions are multiplied.
 */
public final class MeanFieldNetwork implements InferenceNetwork {
  private final NetworkTrunk trunk;
  private final List<Linear> means = new ArrayList<>();
  private final List<Linear> spreads = new ArrayList<>();
  private final float floor;

  public MeanFieldNetwork(
      Parameters parameters, DeepSettings settings, int size, int units, Randomness random) {
    floor = (float) settings.deviationFloor();
    trunk = new NetworkTrunk(parameters, settings, size, units, random);
    NetworkKind kind = settings.inference().network();
    for (int i = 0; i < (kind.seesPast() && kind.seesFuture() ? 2 : 1); i++) {
      int z = settings.latentSize();
      means.add(new Linear(parameters, "network.mean" + i, units, z, random));
      spreads.add(new Linear(parameters, "network.spread" + i, units, z, random));
    }
  }

  @Override
  public Conditioning conditioning() {
    return trunk.conditioning();
  }

  @Override
  public Drawn record(Tape tape, Value seen, Value active, Value noise, int steps) {
    List<Value> states = trunk.record(tape, seen, active, steps);
    List<Normal> normals = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      Value h = states.get(i);
      normals.add(
          new Normal(
              means.get(i).record(tape, h), tape.softplus(spreads.get(i).record(tape, h), floor)));
    }
    Normal q = repeated(tape, product(tape, normals), noise.rows(), steps);
    Value z = tape.sample(q.mean(), q.sd(), noise, tape.block(noise.rows(), noise.columns()));
    return new Drawn(q, z);
  }

  private static Normal product(Tape tape, List<Normal> normals) {
    Normal first = normals.getFirst();
    if (normals.size() == 1) return first;
    Value mean = tape.block(first.mean().rows(), first.mean().columns());
    Value sd = tape.block(mean.rows(), mean.columns());
    Normal second = normals.get(1);
    tape.gaussianProduct(first.mean(), first.sd(), second.mean(), second.sd(), mean, sd);
    return new Normal(mean, sd);
  }

  /** With one sequence and several paths, each step's row counts for every path. */
  private static Normal repeated(Tape tape, Normal q, int rows, int steps) {
    if (q.mean().rows() == rows) return q;
    int paths = rows / steps;
    Value mean = tape.block(rows, q.mean().columns());
    Value sd = tape.block(rows, q.mean().columns());
    for (int t = 0; t < steps; t++) {
      tape.repeat(q.mean().rows(t, 1), mean.rows(t * paths, paths));
      tape.repeat(q.sd().rows(t, 1), sd.rows(t * paths, paths));
    }
    return new Normal(mean, sd);
  }
}
