package undercurrent.model.structural;

/**
 * Something of a state that a person knows, such as a level or a season.
 *
 * @param weights w [n]; it is w'z
 */
public record Meaning(String name, double[] weights, Amount amount) {
  /** How it goes with the values of the series. */
  public enum Amount {
    /** A value itself, which also moves with what 0 of the model is. */
    LEVEL,
    /** A difference of values. */
    DIFFERENCE,
    /** A difference of values from a time step to the next. */
    DIFFERENCE_PER_STEP
  }

  /** The same as a part of a longer state, from {@code first} on. */
  Meaning within(int size, int first, String unusedName) {
    double[] all = new double[size];
    System.arraycopy(weights, 0, all, first, weights.length);
    return new Meaning(unusedName, all, amount);
  }
}
