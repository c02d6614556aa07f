package undercurrent.model.dynamical;

import java.util.Arrays;
import java.util.Locale;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;
import undercurrent.model.Posterior;
import undercurrent.series.Sequence;

/** Paths from the inference network: the same sequence in every row of a batch. */
final class VrnnPosterior implements Posterior {
  private final int steps;
  private final int paths;
  private final int units;
  private final Tape tape;
  private final Value seen;
  private final Value noise;
  private final Vrnn.Path path;
  private final float[] states;

  VrnnPosterior(Vrnn model, int steps, int paths) {
    this.steps = steps;
    this.paths = paths;
    this.units = model.units();
    int rows = steps * paths;
    tape = new Tape(model.parameters(), false);
    seen = tape.input(rows, 2 * model.observationSize());
    noise = tape.input(rows, model.latentSize());
    Value active = tape.input(rows, 1);
    Arrays.fill(active.data(), 1f);
    path = model.recordPath(tape, seen, active, noise, steps);
    states = new float[rows * (model.latentSize() + 2 * units)];
  }

  @Override
  public Conditioning conditioning() {
    return Conditioning.FILTERED;
  }

  @Override
  public Paths draw(Sequence sequence, Randomness randomness) {
    if (sequence.steps() != steps) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "recorded for %d steps, not %d", steps, sequence.steps()));
    }
    int size = seen.columns() / 2;
    for (int row = 0; row < seen.rows(); row++) {
      for (int d = 0; d < size; d++) {
        int at = row / paths * size + d;
        seen.set(row, d, sequence.values()[at] * sequence.mask()[at]);
        seen.set(row, size + d, sequence.mask()[at]);
      }
    }
    randomness.normals(noise.data(), 0, noise.size());
    tape.forward();
    int z = noise.columns();
    int stateSize = z + 2 * units;
    for (int row = 0; row < seen.rows(); row++) {
      copyRow(path.z(), row, states, row * stateSize);
      copyRow(path.h(), row, states, row * stateSize + z);
      copyRow(path.c(), row, states, row * stateSize + z + units);
    }
    return new Paths(steps, paths, stateSize, states, path.q().mean().data(), path.q().sd().data());
  }

  /** Copies a row of a value. */
  static void copyRow(Value from, int row, float[] to, int at) {
    System.arraycopy(from.data(), from.offset() + row * from.columns(), to, at, from.columns());
  }
}
