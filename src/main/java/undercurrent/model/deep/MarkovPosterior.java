package undercurrent.model.deep;

import java.util.Arrays;
import java.util.Locale;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Posterior;
import undercurrent.series.Sequence;

/** A model's inference network, recorded for one sequence and several paths. */
final class MarkovPosterior implements Posterior {
  private final int steps;
  private final int paths;
  private final SideInputs sides;
  private final Tape tape;
  private final Evidence evidence;
  private final InferenceNetwork.Drawn drawn;
  private final float[] states;

  MarkovPosterior(DeepMarkovModel model, int steps, int paths) {
    this.steps = steps;
    this.paths = paths;
    this.sides = model.sides();
    tape = new Tape(model.parameters(), false);
    Value active = tape.input(steps, 1);
    Arrays.fill(active.data(), 1f);
    evidence =
        new Evidence(
            tape.input(steps, sides.seenSize()),
            tape.input(steps, sides.contextSize()),
            active,
            tape.input(steps * paths, model.latentSize()),
            steps);
    drawn = model.network().record(tape, evidence);
    states = new float[steps * paths * (model.latentSize() + sides.contextSize())];
  }

  @Override
  public Paths draw(Sequence sequence, Randomness randomness) {
    if (sequence.steps() != steps) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "recorded for %d steps, not %d", steps, sequence.steps()));
    }
    Value context = evidence.context();
    for (int t = 0; t < steps; t++) {
      sides.fillSeen(sequence, t, evidence.seen().data(), t * sides.seenSize());
      sides.fillContext(sequence, t, context.data(), t * sides.contextSize());
    }
    Value noise = evidence.noise();
    randomness.normals(noise.data(), 0, noise.size());
    tape.forward();
    int size = noise.columns();
    int stateSize = size + sides.contextSize();
    Value z = drawn.z();
    for (int row = 0; row < noise.rows(); row++) {
      System.arraycopy(z.data(), z.offset() + row * size, states, row * stateSize, size);
      System.arraycopy(
          context.data(),
          row / paths * sides.contextSize(),
          states,
          row * stateSize + size,
          sides.contextSize());
    }
    if (drawn.logScales().isPresent()) {
      // Behind a flow q is no Gaussian; each drawn state stands for itself.
      float[] alone = Arrays.copyOfRange(z.data(), z.offset(), z.offset() + z.size());
      return new Paths(steps, paths, stateSize, states, alone, new float[alone.length]);
    }
    return new Paths(
        steps, paths, stateSize, states, drawn.normal().mean().data(), drawn.normal().sd().data());
  }
}
