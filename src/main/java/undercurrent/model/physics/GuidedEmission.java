package undercurrent.model.physics;

import java.util.Arrays;
import java.util.Optional;
import undercurrent.math.Initial;
import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.deep.Emission;
import undercurrent.model.deep.EmissionSettings.Noise;
import undercurrent.model.deep.HiddenLayers;

/** x ~ N(what is known to be observed of z, sd²); z is mixed of two chains, or that of the one. */
final class GuidedEmission implements Emission {
  /** Where a learned deviation starts, in standardised units. */
  private static final double FIRST = 0.05;

  private static final String SPREAD = "emission.spread";
  private final KnownPart known;
  private final Optional<Share> share;
  private final int size;
  private final int observed;
  private final float floor;
  private final double fixed;
  private final Optional<HiddenLayers> layers;
  private final Optional<Linear> spread;
  private final Optional<Parameters.Entry> evenSpread;

  /**
   * Draws its weights.
   *
   * @param share where there are two chains
   * @param observed D
   */
  GuidedEmission(Chain.Parts parts, KnownPart known, Optional<Share> share, int observed) {
    this.known = known;
    this.share = share;
    this.observed = observed;
    size = parts.size();
    floor = parts.floor();
    PhysicsSettings.Spread noise = parts.settings().spread();
    fixed = noise.fixedNoise();
    int units = parts.settings().units().emission();
    double start = Initial.inverseSoftplus(FIRST - floor);
    Parameters parameters = parts.parameters();
    boolean varies = noise.noise() == Noise.STATE_DEPENDENT;
    layers =
        varies
            ? Optional.of(new HiddenLayers(parameters, "emission", size, units, parts.random()))
            : Optional.empty();
    spread = varies ? Optional.of(parts.layer(SPREAD, units, observed)) : Optional.empty();
    evenSpread =
        noise.noise() == Noise.LEARNED
            ? Optional.of(parameters.add(SPREAD, 1, observed))
            : Optional.empty();
    spread.ifPresent(s -> Initial.fill(parameters, s.bias(), start));
    evenSpread.ifPresent(s -> Initial.fill(parameters, s, start));
  }

  @Override
  public Normal record(Tape tape, Value read) {
    int all = share.isPresent() ? 2 * size : size;
    Value first = read.columns() == size ? read : tape.columns(read, 0, size);
    Value z = share.map(s -> s.mix(tape, first, tape.columns(read, size, size))).orElse(first);
    Value u = tape.columns(read, all, read.columns() - all);
    return new Normal(known.observed(tape, z, u), sd(tape, z));
  }

  private Value sd(Tape tape, Value z) {
    if (spread.isPresent()) {
      Value a = layers.orElseThrow().record(tape, z);
      return tape.softplus(spread.get().record(tape, a), floor);
    }
    if (evenSpread.isPresent()) return tape.softplus(tape.parameter(evenSpread.get()), floor);
    Value even = tape.input(1, observed);
    Arrays.fill(even.data(), (float) fixed);
    return even;
  }
}
