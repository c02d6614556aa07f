package undercurrent.series;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A piece of one series in the units that a model is fitted to (standardised, tracks as steps in
 * metres). What was not observed is 0 in {@code values} and 0 in {@code mask}.
 *
 * @param series index in the {@link SeriesSet}
 * @param from the row of the series that step 0 is
 * @param steps T
 * @param values {@code [T·D]} row-major, D = the model's observation size
 * @param mask {@code [T·D]}, 1 = observed, 0 = missing
 * @param inputs {@code [T·U]} row-major, standardised; 0 where missing
 * @param gaps time since the row before, {@code [T]}, in the unit of the time axis; 0 at the first
 *     row of a series
 * @param places of a track the position that was observed last before each row and before the one
 *     after the last, {@code [(T+1)·P]}, standardised, P = 2; 0 before there is one; otherwise P =
 *     0
 * @param shape of the D values of a step
 */
public record Sequence(
    int series,
    int from,
    int steps,
    float[] values,
    float[] mask,
    float[] inputs,
    float[] gaps,
    float[] places,
    Shape shape) {

  /** A piece of what is no track. */
  public Sequence(
      int series,
      int from,
      int steps,
      float[] values,
      float[] mask,
      float[] inputs,
      float[] gaps,
      Shape shape) {
    this(series, from, steps, values, mask, inputs, gaps, new float[0], shape);
  }

  /** A piece without inputs, at even times one apart. */
  public Sequence(int series, int from, int steps, float[] values, float[] mask) {
    this(
        series,
        from,
        steps,
        values,
        mask,
        new float[0],
        even(from, steps),
        new Shape.Vector(values.length / Math.max(1, steps)));
  }

  private static float[] even(int from, int steps) {
    float[] gaps = new float[steps];
    for (int t = 0; t < steps; t++) gaps[t] = from + t == 0 ? 0 : 1;
    return gaps;
  }

  /** The same numbers as a piece of another series of the set. */
  Sequence of(int other) {
    return new Sequence(other, from, steps, values, mask, inputs, gaps, places, shape);
  }

  /** Steps {@code first .. end-1} of it. */
  public Sequence part(int first, int end) {
    int count = Math.max(1, steps);
    int size = values.length / count;
    int told = inputs.length / count;
    int place = places.length / (steps + 1);
    return new Sequence(
        series,
        from + first,
        end - first,
        Arrays.copyOfRange(values, first * size, end * size),
        Arrays.copyOfRange(mask, first * size, end * size),
        Arrays.copyOfRange(inputs, first * told, end * told),
        Arrays.copyOfRange(gaps, first, end),
        Arrays.copyOfRange(places, first * place, (end + 1) * place),
        shape);
  }

  /** Itself if it has at most so many steps; else parts of it, whose lengths differ by one. */
  public List<Sequence> parts(int longest) {
    int count = Math.ceilDiv(steps, longest);
    if (count <= 1) return List.of(this);
    return IntStream.range(0, count)
        .mapToObj(i -> part(boundary(i, count), boundary(i + 1, count)))
        .toList();
  }

  private int boundary(int i, int count) {
    return (int) ((long) steps * i / count);
  }

  /** How many values of a step were observed. */
  public int observedAt(int t) {
    int size = shape.size();
    int observed = 0;
    for (int i = t * size; i < (t + 1) * size; i++) if (mask[i] != 0) observed++;
    return observed;
  }

  /**
   * Copies the values of a step and what is known of them to arrays, from a place on; a missing
   * value becomes 0.
   *
   * @return whether some value was observed
   */
  public boolean put(int t, float[] x, float[] known, int at) {
    int size = shape.size();
    boolean isObserved = false;
    for (int d = 0; d < size; d++) {
      float m = mask[t * size + d];
      x[at + d] = values[t * size + d] * m;
      known[at + d] = m;
      isObserved |= m != 0;
    }
    return isObserved;
  }

  /** uₜ, {@code [U]}; beyond the end those of the last step. */
  public float[] inputsAt(int t) {
    int size = inputs.length / Math.max(1, steps);
    float[] at = new float[size];
    int row = Math.min(t, steps - 1);
    if (size > 0) System.arraycopy(inputs, row * size, at, 0, size);
    return at;
  }

  /** The position before a step, {@code [P]}; beyond the end that of the last row. */
  public float[] placeAt(int t) {
    int size = places.length / (steps + 1);
    float[] at = new float[size];
    if (size > 0) System.arraycopy(places, Math.min(t, steps) * size, at, 0, size);
    return at;
  }

  /** Time since the step before; beyond the end NaN, because it is not known. */
  public float gapAt(int t) {
    return t < steps ? gaps[t] : Float.NaN;
  }
}
