package undercurrent.model.physics;

import java.util.Optional;
import undercurrent.math.Initial;
import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.deep.HiddenLayers;
import undercurrent.model.deep.SideInputs;

/**
 * A chain of states: its transition, and what the inference network has for it.
 *
 * <pre>
 *   known    mean = known part of z and u            sd of ReLU layers of z
 *   network  mean = W a + b                          sd = softplus(W a + b) + floor
 *   mixed    mean = α known + (1 − α) network        a = ReLU layers of [z, u]
 * </pre>
 */
final class Chain {
  /** Where a standard deviation starts, in units of the states. */
  private static final double FIRST = 0.05;

  private final Optional<KnownPart> known;
  private final Optional<Share> share;
  private final Optional<HiddenLayers> layers;
  private final Optional<Linear> mean;
  private final Optional<Linear> spread;
  private final Optional<Parameters.Entry> evenSpread;
  private final Parameters.Entry before;
  private final Linear combiner;
  private final Linear posteriorMean;
  private final Linear posteriorSpread;
  private final float floor;

  /** What a chain is made of. */
  record Parts(
      Parameters parameters, PhysicsSettings settings, int size, int inputs, Randomness random) {
    Linear layer(String name, int in, int out) {
      return new Linear(parameters, name, in, out, random);
    }

    float floor() {
      return (float) settings.deviationFloor();
    }
  }

  /**
   * Draws its weights.
   *
   * @param name in front of those of its layers
   * @param known its known part, if it has one
   * @param share of the known part where there is a network too
   * @param hasNetwork whether there is one
   */
  Chain(
      Parts parts,
      String name,
      Optional<KnownPart> known,
      Optional<Share> share,
      boolean hasNetwork) {
    this.known = known;
    this.share = share;
    floor = parts.floor();
    PhysicsSettings settings = parts.settings();
    Parameters parameters = parts.parameters();
    int z = parts.size();
    int units = settings.units().transition();
    int read = hasNetwork ? z + parts.inputs() : z;
    boolean varies = settings.spread().stateNoise() == PhysicsSettings.StateNoise.STATE_DEPENDENT;
    layers =
        hasNetwork || varies
            ? Optional.of(new HiddenLayers(parameters, name, read, units, parts.random()))
            : Optional.empty();
    mean = hasNetwork ? Optional.of(parts.layer(name + ".mean", units, z)) : Optional.empty();
    double start = Initial.inverseSoftplus(FIRST - floor);
    if (varies) {
      spread = Optional.of(parts.layer(name + ".spread", units, z));
      evenSpread = Optional.empty();
      Initial.fill(parameters, spread.get().bias(), start);
    } else {
      spread = Optional.empty();
      evenSpread = Optional.of(parameters.add(name + ".spread", 1, z));
      Initial.fill(parameters, evenSpread.get(), start);
    }
    int width = settings.units().network();
    String network = "network." + name;
    before = parameters.add(network + ".z0", 1, z);
    combiner = parts.layer(network + ".combiner", read, width);
    posteriorMean = parts.layer(network + ".mean", width, z);
    posteriorSpread = parts.layer(network + ".spread", width, z);
  }

  /** Whether its inference network reads the inputs beside the state. */
  boolean readsInputs() {
    return mean.isPresent();
  }

  /** Records p(zₜ|zₜ₋₁) for many states at once, {@code [rows × Z]}. */
  Normal next(Tape tape, Value z, Value u) {
    Value read = readsInputs() ? SideInputs.join(tape, z, u) : z;
    Optional<Value> a = layers.map(l -> l.record(tape, read));
    return new Normal(mean(tape, z, u, a), sd(tape, z.rows(), a));
  }

  private Value mean(Tape tape, Value z, Value u, Optional<Value> a) {
    Optional<Value> ofKnown = known.map(k -> k.next(tape, z, u));
    if (mean.isEmpty()) return ofKnown.orElseThrow();
    Value ofNetwork = mean.get().record(tape, a.orElseThrow());
    return ofKnown.isEmpty() ? ofNetwork : share.orElseThrow().mix(tape, ofKnown.get(), ofNetwork);
  }

  private Value sd(Tape tape, int rows, Optional<Value> a) {
    if (spread.isPresent()) {
      return tape.softplus(spread.get().record(tape, a.orElseThrow()), floor);
    }
    Value even = tape.softplus(tape.parameter(evenSpread.orElseThrow()), floor);
    return tape.repeat(even, rows);
  }

  /** What B u adds to the mean of q, where the chain is the known part alone. */
  Optional<Value> push(Tape tape, Value u) {
    return mean.isPresent() ? Optional.empty() : known.flatMap(k -> k.push(tape, u));
  }

  /** z₀ of the inference network. */
  Parameters.Entry before() {
    return before;
  }

  Linear combiner() {
    return combiner;
  }

  Linear posteriorMean() {
    return posteriorMean;
  }

  Linear posteriorSpread() {
    return posteriorSpread;
  }

  float floor() {
    return floor;
  }
}
