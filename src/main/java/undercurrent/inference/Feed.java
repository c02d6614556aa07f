package undercurrent.inference;

import undercurrent.model.EmittedRows;
import undercurrent.model.Rollout;
import undercurrent.series.Dataset;
import undercurrent.series.Preparation;
import undercurrent.series.Sequence;

/**
 * Runs a rollout on beyond what was seen: the first step follows what was observed, every later one
 * what its own path has drawn.
 */
final class Feed {
  private final Rollout rollout;
  private final Sequence sequence;
  private final Preparation preparation;
  private final float[] drawn;
  private final double[] row;

  /** Of a track the position that each path has reached. */
  private float[] places;

  private int step;
  private boolean isFirst = true;

  /**
   * @param series whose rows hold what is known of the steps ahead
   * @param seen how many of its rows were seen
   */
  Feed(Rollout rollout, Dataset data, int series, int seen) {
    this.rollout = rollout;
    preparation = data.preparation();
    sequence = data.whole().get(series);
    this.step = seen;
    int size = sequence.values().length / Math.max(1, sequence.steps());
    row = new double[rollout.readsObservations() ? size : 0];
    drawn = new float[rollout.rows() * row.length];
    places = new float[0];
  }

  /** Draws the next state of each path. */
  void move(float[] noise, float[] state) {
    Rollout.Step next = next();
    if (step == 0) rollout.start(next, noise, state);
    else rollout.step(next, noise, state);
    step++;
    isFirst = false;
  }

  private Rollout.Step next() {
    if (isFirst || drawn.length == 0) {
      Rollout.Step next = Rollout.Step.of(sequence, step);
      places = new float[rollout.rows() * next.place().length];
      for (int i = 0; i < places.length; i++) places[i] = next.place()[i % next.place().length];
      return next;
    }
    preparation.move(places, drawn);
    return Rollout.Step.after(sequence, step, drawn, places);
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
}
