package undercurrent.model.known;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Climbs a log-likelihood by compass search (Kolda, Lewis and Torczon 2003): a step up or down in
 * each of a few coordinates, and on with twice the step while that is better; where neither is, the
 * top of the parabola through the three values; and a quarter of the step where no step was better.
 * It needs no slope, so it also climbs what particles estimate, which jumps where another particle
 * survives. All it knows fits into a few floats, so that a file can keep it.
 */
final class NoiseSearch {
  /** Of logarithms of deviations a factor of e. */
  private static final float FIRST_STEP = 1;

  /** Of deviations half a per cent. */
  private static final float LAST_STEP = 0.005f;

  /** Nats, of all the rows together, that no data could tell from nothing: for a noise of zero. */
  private static final double LEAST_GAIN = 1e-3;

  private final ToDoubleFunction<float[]> function;
  private final float[] start;
  private final float[] reach;
  private float[] at;
  private float step;
  private double value = Double.NaN;

  /**
   * @param function of the coordinates; NaN or an {@link IllegalArgumentException} where there is
   *     none
   * @param reach how far each coordinate may go from its start
   */
  NoiseSearch(ToDoubleFunction<float[]> function, float[] start, float[] reach) {
    this.function = function;
    this.start = start.clone();
    this.reach = reach.clone();
    this.at = start.clone();
    this.step = start.length == 0 ? 0 : FIRST_STEP;
  }

  float[] at() {
    return at.clone();
  }

  boolean isConverged() {
    return step < LAST_STEP;
  }

  void iterate() {
    if (isConverged()) return;
    if (Double.isNaN(value)) value = value(at);
    boolean better = false;
    for (int i = 0; i < at.length; i++) better |= moves(i);
    if (!better) step /= 4;
  }

  /** Whether whole steps along a coordinate were better. */
  private boolean moves(int i) {
    float[] from = at;
    double here = value;
    double up = tried(from, i, step);
    if (hasGained(here)) return goesOn(i, 2 * step);
    double down = tried(from, i, -step);
    if (hasGained(here)) return goesOn(i, -2 * step);
    double bend = 2 * here - up - down;
    // Also false where one of them is -∞, or all are the same.
    if (bend > 0 && bend < Double.POSITIVE_INFINITY) {
      tried(from, i, (float) (step * (up - down) / (2 * bend)));
    }
    return false;
  }

  /** Ever longer steps while they are better. */
  private boolean goesOn(int i, float by) {
    double here = value;
    tried(at, i, by);
    return !hasGained(here) || goesOn(i, 2 * by);
  }

  private boolean hasGained(double before) {
    return value - before >= LEAST_GAIN;
  }

  /** The value there, and goes there if it is better. */
  private double tried(float[] from, int i, float by) {
    float[] trial = from.clone();
    trial[i] += by;
    if (Math.abs(trial[i] - start[i]) > reach[i]) return Double.NEGATIVE_INFINITY;
    double there = value(trial);
    if (there > value) {
      at = trial;
      value = there;
    }
    return there;
  }

  private double value(float[] place) {
    try {
      double found = function.applyAsDouble(place);
      return Double.isNaN(found) ? Double.NEGATIVE_INFINITY : found;
    } catch (IllegalArgumentException lost) {
      return Double.NEGATIVE_INFINITY;
    }
  }

  /** The coordinates and, last, the step. */
  float[] state() {
    float[] state = Arrays.copyOf(at, at.length + 1);
    state[at.length] = step;
    return state;
  }

  void restore(float[] state) {
    at = Arrays.copyOf(state, at.length);
    step = state[at.length];
    value = Double.NaN;
  }
}
