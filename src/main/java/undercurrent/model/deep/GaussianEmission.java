package undercurrent.model.deep;

import undercurrent.math.Linear;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/** Gaussian observations: mean = W a + b with a the trunk of z; the {@link Deviation} as set. */
public final class GaussianEmission implements Emission {
  private final Trunk trunk;
  private final Linear mean;
  private final Deviation deviation;

  public GaussianEmission(EmissionParts parts) {
    trunk = parts.trunk();
    mean = parts.head("emission.mean");
    deviation = Deviation.of(parts);
  }

  @Override
  public Normal record(Tape tape, Value z) {
    Value a = trunk.record(tape, z);
    return new Normal(mean.record(tape, a), deviation.record(tape, a));
  }
}
