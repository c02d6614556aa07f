package undercurrent.inference;

import undercurrent.math.Randomness;
import undercurrent.model.EmittedRows;
import undercurrent.model.Rollout;
import undercurrent.series.Sequence;

/**
 * Runs a rollout on beyond what was seen: the first step follows what was observed, every later one
 * what its own path has drawn.
 */
final class Feed {
  private final Rollout rollout;
  private final Sequence sequence;
  private final float[] drawn;
  private final double[] row;
  private int step;
  private boolean isFirst = true;

  /**
   * @param sequence the whole series, for what is known of the steps ahead
   * @param seen how many of its rows were seen
   */
  Feed(Rollout rollout, Sequence sequence, int seen) {
    this.rollout = rollout;
    this.sequence = sequence;
    this.step = seen;
    int size = sequence.values().length / Math.max(1, sequence.steps());
    row = new double[rollout.readsObservations() ? size : 0];
    drawn = new float[rollout.rows() * row.length];
  }

  /** Draws the next state of each path. */
  void move(float[] noise, float[] state) {
    Rollout.Step next =
        isFirst || drawn.length == 0
            ? Rollout.Step.of(sequence, step)
            : Rollout.Step.after(sequence, step, drawn);
    if (step == 0) rollout.start(next, noise, state);
    else rollout.step(next, noise, state);
    step++;
    isFirst = false;
  }

  /**
   * Draws what a path emits, for a rollout that reads it.
   *
   * @param noise a standard normal for each channel
   */
  void draw(EmittedRows emitted, int path, double[] noise) {
    if (row.length == 0) return;
    emitted.draw(path, noise, row);
    for (int d = 0; d < row.length; d++) drawn[path * row.length + d] = (float) row[d];
  }

  /** Draws what each path emits, for a rollout that reads it. */
  void draw(EmittedRows emitted, Randomness random) {
    double[] noise = new double[row.length];
    for (int path = 0; path < rollout.rows() && row.length > 0; path++) {
      for (int d = 0; d < noise.length; d++) noise[d] = random.normal();
      draw(emitted, path, noise);
    }
  }
}
