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
    drawn = new float[rollout.readsObservations() ? rollout.rows() * size : 0];
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

  /** Draws what a path emits to a channel, for a rollout that reads it. */
  void draw(EmittedRows emitted, int path, int channel, double noise) {
    int size = drawn.length / rollout.rows();
    if (size > 0) drawn[path * size + channel] = (float) emitted.draw(path, channel, noise);
  }

  /** Draws what each path emits, for a rollout that reads it. */
  void draw(EmittedRows emitted, Randomness random) {
    int size = drawn.length / rollout.rows();
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = (float) emitted.draw(i / size, i % size, random.normal());
    }
  }
}
