package undercurrent.model.deep;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Layer;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/**
 * A Gaussian of the state from each recurrent layer, N(W_m h + b_m, (softplus(W_s h + b_s) +
 * floor)²); those of two directions are multiplied.
 */
final class Heads {
  private final List<Layer> means = new ArrayList<>();
  private final List<Layer> spreads = new ArrayList<>();
  private final float floor;

  Heads(NetworkParts parts) {
    floor = parts.floor();
    NetworkKind kind = parts.network().network();
    for (int i = 0; i < (kind.seesPast() && kind.seesFuture() ? 2 : 1); i++) {
      means.add(parts.layer("mean" + i, parts.units(), parts.latentSize()));
      spreads.add(parts.layer("spread" + i, parts.units(), parts.latentSize()));
    }
  }

  /**
   * Records them.
   *
   * @param states of each layer, {@code [T·B × H]}
   * @return {@code [T·B × Z]}
   */
  Normal record(Tape tape, List<Value> states) {
    List<Normal> normals = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      Value h = states.get(i);
      normals.add(
          new Normal(
              means.get(i).record(tape, h), tape.softplus(spreads.get(i).record(tape, h), floor)));
    }
    Normal first = normals.getFirst();
    if (normals.size() == 1) return first;
    Value mean = tape.block(first.mean().rows(), first.mean().columns());
    Value sd = tape.block(mean.rows(), mean.columns());
    multiply(tape, first, normals.get(1), mean, sd);
    return new Normal(mean, sd);
  }

  /** Records the normalised product of two Gaussians. */
  static void multiply(Tape tape, Normal a, Normal b, Value mean, Value sd) {
    tape.gaussianProduct(a.mean(), a.sd(), b.mean(), b.sd(), mean, sd);
  }
}
