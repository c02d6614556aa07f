package undercurrent.model.deep;

import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/** Gaussian observations: their {@link Centre} and {@link Deviation} as set. */
public final class GaussianEmission implements Emission {
  private final Trunk trunk;
  private final Centre centre;
  private final Deviation deviation;

  public GaussianEmission(EmissionParts parts) {
    trunk = parts.trunk();
    centre = parts.centre();
    deviation = Deviation.of(parts);
  }

  @Override
  public Normal record(Tape tape, Value z) {
    Value a = trunk.record(tape, z);
    return new Normal(centre.record(tape, z, a), deviation.record(tape, a));
  }
}
