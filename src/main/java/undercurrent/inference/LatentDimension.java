package undercurrent.inference;

/**
 * A latent dimension that a person knows by its name. Estimates hold it as the model does, mostly
 * standardised, so that dimensions can be compared; in the file's units it is centre + scale · z.
 *
 * @param isTyped whether a person typed the name, which then is the same in every language
 * @param unit of the file; empty where there is none
 * @param centre what 0 is in that unit
 * @param scale what 1 is more
 */
public record LatentDimension(
    String name, boolean isTyped, String unit, double centre, double scale) {
  /** One whose unit is not known, or that has none. */
  static LatentDimension named(String name) {
    return new LatentDimension(name, false, "", 0, 1);
  }

  /** A state of equations that a person typed; otherwise the same. */
  static LatentDimension typed(String name) {
    return new LatentDimension(name, true, "", 0, 1);
  }

  /** The name in the language of words. */
  public String words() {
    return isTyped ? name : ModelNames.of(name);
  }

  /** In the file's units. */
  double inFile(double z) {
    return centre + scale * z;
  }
}
