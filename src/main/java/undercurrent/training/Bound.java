package undercurrent.training;

/**
 * What a part of the data is compared by, per time step, and how sure that number is.
 *
 * @param value NaN for a part without rows
 * @param standardError of drawing, NaN where nothing is drawn
 */
public record Bound(double value, double standardError) {
  /** Of what is computed without drawing. */
  public static Bound exact(double value) {
    return new Bound(value, Double.NaN);
  }
}
