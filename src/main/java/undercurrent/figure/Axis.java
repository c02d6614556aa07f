package undercurrent.figure;

/**
 * One axis of a figure.
 *
 * @param unit empty when there is none; shown in brackets after the label
 * @param min first value, NaN = from the marks
 * @param max last value, NaN = from the marks
 */
public record Axis(String label, String unit, Kind kind, double min, double max) {
  /** How the numbers of an axis are written. */
  public enum Kind {
    NUMBER,
    /** Nothing lies between two whole numbers, as with epochs. */
    COUNT,
    /** Times of a series that are numbers. */
    TIME,
    /** Times of a series as days since 1970-01-01T00:00Z, written as dates. */
    DATE,
    /** Times of day of a series without dates, as days since its first midnight. */
    CLOCK,
    /** Keys of a piano by their MIDI numbers, written by name. */
    PITCH,
    LATITUDE,
    LONGITUDE,
    /** Nothing is written along it, and there is no grid. */
    NONE;

    /** Whether its values are times of a series, so that other figures have the same time. */
    public boolean isTime() {
      return this == TIME || isInDays();
    }

    /** Whether its values are days that are written with the time of day. */
    public boolean isInDays() {
      return this == DATE || this == CLOCK;
    }
  }

  /** An axis that only says how far the plot reaches. */
  static Axis bare(double min, double max) {
    return new Axis("", "", Kind.NONE, min, max);
  }

  /** The same axis from the first to the last value of a range. */
  Axis over(Range range) {
    return new Axis(label, unit, kind, range.min(), range.max());
  }

  /** A plain axis that takes its range from the marks. */
  public static Axis of(String label, String unit) {
    return new Axis(label, unit, Kind.NUMBER, Double.NaN, Double.NaN);
  }
}
