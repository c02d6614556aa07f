package undercurrent.model.deep;

import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;
import undercurrent.model.Normal;

/** q(z₁:T|x₁:T), the helper that the generative half is learned with. */
public interface InferenceNetwork {
  /** FILTERED when q(zₜ|·) sees nothing after t, else SMOOTHED. */
  Conditioning conditioning();

  /** Records q and a reparameterised sample of it. */
  Drawn record(Tape tape, Evidence evidence);

  /**
   * q on a tape.
   *
   * @param normal of each step on the path drawn, {@code [T·R × Z]}
   * @param z the path, {@code [T·R × Z]}
   */
  record Drawn(Normal normal, Value z) {}
}
