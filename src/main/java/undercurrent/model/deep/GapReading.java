package undercurrent.model.deep;

/**
 * How a model reads the time before a step, in columns of what is known at it: as one number, in
 * typical gaps; or, where a transition is a known function of one typical gap, as how often it is
 * applied.
 *
 * @param unit a typical gap, in the unit of the times
 * @param most how often a known function is applied at most; 0 where the time is read as a number
 */
record GapReading(double unit, int most) {
  /** Longer gaps are read as so many typical ones. */
  static final int LONGEST = 100;

  /** More steps of a known function than these are not worth their time. */
  static final int MOST_STEPS = 8;

  /** Of networks, which read a number. */
  static GapReading number(double unit) {
    return new GapReading(unit, 0);
  }

  /** Of a known function. */
  static GapReading steps(double unit) {
    return new GapReading(unit, MOST_STEPS);
  }

  /** How many columns. */
  int size() {
    return most == 0 ? 1 : most - 1;
  }

  /**
   * Writes them to an array, from a place on: the number, or 1 for each further step.
   *
   * @param gap time since the step before; NaN, which is not known, counts as a typical one
   */
  void fill(float gap, float[] out, int at) {
    float ratio = Float.isNaN(gap) ? 1 : (float) Math.clamp(gap / unit, 0, LONGEST);
    if (most == 0) {
      out[at] = ratio;
      return;
    }
    for (int step = 1; step < most; step++) out[at + step - 1] = ratio >= step + 0.5f ? 1 : 0;
  }
}
