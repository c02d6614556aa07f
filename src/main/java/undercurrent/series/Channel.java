package undercurrent.series;

/**
 * One column of a series: what is measured and what it is used for.
 *
 * @param unit empty when it has none or none is known
 */
public record Channel(String name, String unit, Kind kind, Role role) {
  /** What the numbers of a channel are. */
  public enum Kind {
    REAL,
    BINARY,
    COUNT,
    LATITUDE,
    LONGITUDE,
    PIXEL
  }

  /** What a channel is used for. */
  public enum Role {
    /** The model explains it. */
    OBSERVED,
    /** The known truth behind the observation: shown in figures, never seen by a model. */
    TRUTH,
    /**
     * The standard deviation of the measurement of each row of an observed channel, in its unit.
     */
    NOISE,
    /** What acts on the observed channels and is known: linear models regress on it. */
    INPUT
  }
}
