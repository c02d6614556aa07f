package undercurrent.inference;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;
import undercurrent.series.Support;

/**
 * Between which numbers a deep model has learned, in its own units: of each observed channel the
 * range of the training part, of each number of a state that of the states that explain the rows
 * which a forecast has seen. Beyond it a network says something, but nothing was there to check it.
 */
final class LearnedRange {
  /** So many times its own width beyond a range, a path has left it. */
  static final int WIDTHS = 3;

  /** The states of fewer rows tell little of where states can be. */
  private static final int FEWEST_ROWS = 20;

  private final float[] lowest;
  private final float[] highest;
  private final float[] lowestState;
  private final float[] highestState;
  private final float[] seenLowest;
  private final float[] seenHighest;
  private final int drawnSize;
  private int rows;

  LearnedRange(Dataset data, int stateSize, int drawnSize) {
    this.drawnSize = drawnSize;
    int size = data.observationSize();
    lowest = filled(size, Float.POSITIVE_INFINITY);
    highest = filled(size, Float.NEGATIVE_INFINITY);
    for (Sequence sequence : data.training()) {
      for (int i = 0; i < sequence.values().length; i++) {
        if (sequence.mask()[i] == 0) continue;
        lowest[i % size] = Math.min(lowest[i % size], sequence.values()[i]);
        highest[i % size] = Math.max(highest[i % size], sequence.values()[i]);
      }
    }
    if (data.source().frame().isPresent()) {
      // Pixels are measured in one unit, and one at an edge may never have changed.
      share(lowest, Math::min);
      share(highest, Math::max);
    }
    widen(lowest, highest);
    if (Support.of(data.source()) == Support.BINARY) {
      // A probability has nowhere to leave to; that of a key which never sounded is not quite 0.
      Arrays.fill(lowest, 0);
      Arrays.fill(highest, 1);
    }
    seenLowest = new float[stateSize];
    seenHighest = new float[stateSize];
    lowestState = new float[stateSize];
    highestState = new float[stateSize];
    forgetStates();
  }

  private static float[] filled(int size, float value) {
    float[] filled = new float[size];
    Arrays.fill(filled, value);
    return filled;
  }

  private static void share(float[] ends, DoubleBinaryOperator choice) {
    double end = ends[0];
    for (float each : ends) end = choice.applyAsDouble(end, each);
    Arrays.fill(ends, (float) end);
  }

  /** Moves both ends so far out that what lies beyond them has left the range. */
  private static void widen(float[] low, float[] high) {
    for (int d = 0; d < low.length; d++) {
      float width = high[d] - low[d];
      low[d] -= WIDTHS * width;
      high[d] += WIDTHS * width;
    }
  }

  /** Of another series. */
  void forgetStates() {
    Arrays.fill(seenLowest, Float.POSITIVE_INFINITY);
    Arrays.fill(seenHighest, Float.NEGATIVE_INFINITY);
    Arrays.fill(lowestState, Float.NEGATIVE_INFINITY);
    Arrays.fill(highestState, Float.POSITIVE_INFINITY);
    rows = 0;
  }

  /** Takes in the states {@code [paths·stateSize]} of one row that was seen. */
  void see(float[] states) {
    int size = seenLowest.length;
    for (int i = 0; i < states.length; i++) {
      seenLowest[i % size] = Math.min(seenLowest[i % size], states[i]);
      seenHighest[i % size] = Math.max(seenHighest[i % size], states[i]);
    }
    rows++;
    if (rows < FEWEST_ROWS) return;
    System.arraycopy(seenLowest, 0, lowestState, 0, size);
    System.arraycopy(seenHighest, 0, highestState, 0, size);
    widen(lowestState, highestState);
  }

  /** Whether one of several paths is within the range; what is no number is not. */
  boolean holds(int path, float[] states, float[] emitted) {
    return isWithin(path, states, lowestState, highestState, drawnSize)
        && isWithin(path, emitted, lowest, highest, lowest.length);
  }

  private static boolean isWithin(int path, float[] values, float[] low, float[] high, int count) {
    int size = low.length;
    for (int d = 0; d < count; d++) {
      float value = values[path * size + d];
      if (!Float.isFinite(value) || value < low[d] || value > high[d]) return false;
    }
    return true;
  }
}
