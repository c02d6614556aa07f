package undercurrent.model.deep;

import java.util.Locale;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;
import undercurrent.model.Posterior;
import undercurrent.series.Sequence;

/** A model's inference network, recorded for one sequence and several paths. */
final class MarkovPosterior implements Posterior {
  private final int steps;
  private final int paths;
  private final int size;
  private final Conditioning conditioning;
  private final Tape tape;
  private final Value seen;
  private final Value noise;
  private final InferenceNetwork.Drawn drawn;
  private final float[] z;

  MarkovPosterior(DeepMarkovModel model, int steps, int paths) {
    this.steps = steps;
    this.paths = paths;
    this.size = model.observationSize();
    this.conditioning = model.conditioning();
    tape = new Tape(model.parameters(), false);
    seen = tape.input(steps, 2 * size);
    noise = tape.input(steps * paths, model.latentSize());
    Value active = tape.input(steps, 1);
    java.util.Arrays.fill(active.data(), 1f);
    drawn = model.network().record(tape, seen, active, noise, steps);
    z = new float[noise.size()];
  }

  @Override
  public Conditioning conditioning() {
    return conditioning;
  }

  @Override
  public Paths draw(Sequence sequence, Randomness randomness) {
    if (sequence.steps() != steps) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "recorded for %d steps, not %d", steps, sequence.steps()));
    }
    for (int t = 0; t < steps; t++) {
      for (int d = 0; d < size; d++) {
        float m = sequence.mask()[t * size + d];
        seen.data()[t * 2 * size + d] = sequence.values()[t * size + d] * m;
        seen.data()[t * 2 * size + size + d] = m;
      }
    }
    randomness.normals(noise.data(), 0, noise.size());
    tape.forward();
    System.arraycopy(drawn.z().data(), drawn.z().offset(), z, 0, z.length);
    return new Paths(
        steps, paths, noise.columns(), z, drawn.normal().mean().data(), drawn.normal().sd().data());
  }
}
