package undercurrent.model.convolutional;

import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;
import undercurrent.model.deep.Evidence;
import undercurrent.model.deep.InferenceNetwork;

/**
 * An inference network of films: an encoder of each frame, and behind it a network whose layers are
 * convolutions.
 *
 * @param inner of rows that are pixels of states; it reads the encoder
 * @param pixels of a state
 */
record FrameNetwork(FrameEncoder encoder, InferenceNetwork inner, int pixels)
    implements InferenceNetwork {
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
    Value seen = encoder.record(tape, evidence.seen());
    Value active = tape.broadcast(evidence.active(), evidence.active().rows(), pixels);
    Evidence ofPixels =
        new Evidence(
            seen,
            tape.input(seen.rows(), 0),
            active.reshape(seen.rows(), 1),
            FrameTransition.pixels(evidence.noise(), pixels),
            evidence.steps());
    Drawn drawn = inner.record(tape, ofPixels);
    return new Drawn(
        FrameTransition.states(drawn.normal(), pixels), FrameTransition.states(drawn.z(), pixels));
  }
}
