package undercurrent.model.deep;

import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;
import undercurrent.model.Normal;

/**
 * An inference network of z / scale, so that its layers read and give numbers of about 1 where the
 * states of known equations are much larger.
 */
final class ScaledNetwork implements InferenceNetwork {
  private final double[] scale;
  private final InferenceNetwork inner;

  /**
   * @param parts with the boxes in the units of the states
   */
  ScaledNetwork(NetworkParts parts, double[] scale) {
    this.scale = scale.clone();
    Prior prior = (tape, context) -> shrunk(tape, parts.prior().record(tape, context));
    Transition transition =
        (tape, z, context) ->
            shrunk(tape, parts.transition().record(tape, grown(tape, z), context));
    inner = parts.of(prior, transition).inferenceNetwork();
  }

  private Value grown(Tape tape, Value value) {
    return tape.multiply(value, Constants.row(tape, scale));
  }

  private Normal shrunk(Tape tape, Normal normal) {
    Value row = Constants.row(tape, scale);
    return new Normal(tape.divide(normal.mean(), row), tape.divide(normal.sd(), row));
  }

  @Override
  public Conditioning conditioning() {
    return inner.conditioning();
  }

  @Override
  public boolean isGaussian() {
    return inner.isGaussian();
  }

  @Override
  public Drawn record(Tape tape, Evidence evidence) {
    Drawn drawn = inner.record(tape, evidence);
    Normal q = drawn.normal();
    // The scales of a flow compare its two sides, which grow alike.
    return new Drawn(
        new Normal(grown(tape, q.mean()), grown(tape, q.sd())),
        grown(tape, drawn.z()),
        drawn.logScales());
  }
}
