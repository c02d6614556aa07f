package undercurrent.model.dynamical;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import undercurrent.math.Lstm;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.Posterior;
import undercurrent.model.dynamical.Part.Variable;
import undercurrent.series.Sequence;

/** Paths from the inference network: the same sequence in every row of a batch. */
final class DynamicalPosterior implements Posterior {
  private final DynamicalVae model;
  private final StateLayout layout;
  private final int steps;
  private final int paths;
  private final Tape tape;
  private final Value seen;
  private final Value noise;
  private final Value path;
  private final Value mean;
  private final Value sd;
  private final List<Lstm.States> layers;
  private final float[] states;

  DynamicalPosterior(DynamicalVae model, int steps, int paths) {
    this.model = model;
    this.steps = steps;
    this.paths = paths;
    layout = StateLayout.of(model);
    int rows = steps * paths;
    tape = new Tape(model.parameters(), false);
    seen = tape.input(rows, 2 * model.observationSize());
    noise = tape.input(rows, model.latentSize());
    Value active = tape.input(rows, 1);
    Arrays.fill(active.data(), 1f);
    Recording recording = new Recording(model, tape, seen, active, noise, steps);
    layers = layout.layers().stream().map(recording::states).toList();
    Normal q = recording.q();
    if (model.staticSize() == 0) {
      path = recording.value(Variable.STATE);
      mean = q.mean();
      sd = q.sd();
    } else {
      path = recording.join(List.of(Variable.STATE, Variable.STATIC));
      Normal ends = recording.ends();
      mean = tape.join(List.of(q.mean(), recording.atEachStep(ends.mean())));
      sd = tape.join(List.of(q.sd(), recording.atEachStep(ends.sd())));
    }
    states = new float[rows * layout.size()];
  }

  @Override
  public Paths draw(Sequence sequence, Randomness randomness) {
    randomness.normals(noise.data(), 0, noise.size());
    return along(sequence);
  }

  /** The path without noise: each state is the mean of q on the path so far. */
  Paths means(Sequence sequence) {
    Arrays.fill(noise.data(), 0f);
    return along(sequence);
  }

  private Paths along(Sequence sequence) {
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
    tape.forward();
    for (int row = 0; row < seen.rows(); row++) {
      int from = row * layout.size();
      StateLayout.write(path, row, states, from);
      for (int i = 0; i < layers.size(); i++) {
        int at = from + layout.at(layout.layers().get(i));
        StateLayout.write(layers.get(i).h(), row, states, at);
        StateLayout.write(layers.get(i).c(), row, states, at + model.units());
      }
    }
    return new Paths(steps, paths, layout.size(), states, mean.data(), sd.data());
  }
}
