package undercurrent.model.linear;

/**
 * A learned quantity.
 *
 * @param standardError from the observed information; NaN where the log-likelihood is not curved
 */
public record Parameter(String name, double value, double standardError, Place place) {
  /** Where an estimate lies. */
  public enum Place {
    /** At a maximum inside its range, or learned by EM. */
    INSIDE,
    /** The likelihood grows, if at all, towards the least value that it can have. */
    LOWER_BOUND,
    /** The same of the greatest value. */
    UPPER_BOUND,
    /** The likelihood does not depend on it here: it is where the search happened to leave it. */
    UNDETERMINED,
    /** It was given and not learned. */
    FIXED
  }

  /** Inside its range. */
  public Parameter(String name, double value, double standardError) {
    this(name, value, standardError, Place.INSIDE);
  }

  /** The same elsewhere in its range. */
  public Parameter at(Place other) {
    return new Parameter(name, value, standardError, other);
  }

  /** The same in another unit, of which this one is {@code factor}. */
  public Parameter times(double factor) {
    return new Parameter(name, factor * value, factor * standardError, place);
  }
}
