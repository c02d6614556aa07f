package undercurrent.model.deep;

import java.util.Optional;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;
import undercurrent.model.Normal;

/** q(z₁:T|x₁:T), the helper that the generative half is learned with. */
public interface InferenceNetwork {
  /** FILTERED when q(zₜ|·) sees nothing after t, else SMOOTHED. */
  Conditioning conditioning();

  /** Whether q(zₜ|·) is Gaussian on a drawn path; behind a flow it is not. */
  default boolean isGaussian() {
    return true;
  }

  /** Records q and a reparameterised sample of it. */
  Drawn record(Tape tape, Evidence evidence);

  /**
   * q on a tape.
   *
   * @param normal of each step on the path drawn, {@code [T·R × Z]}
   * @param z the path, {@code [T·R × Z]}
   * @param logScales of the flow that z was mapped by after it was drawn from the Gaussians, {@code
   *     [T·R × Z]}; empty without a flow
   */
  record Drawn(Normal normal, Value z, Optional<Value> logScales) {
    /** Without a flow. */
    public Drawn(Normal normal, Value z) {
      this(normal, z, Optional.empty());
    }
  }
}
