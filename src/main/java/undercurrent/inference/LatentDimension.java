package undercurrent.inference;

/**
 * A latent dimension that a person knows by its name. Estimates hold it as the model does, mostly
 * standardised, so that dimensions can be compared; in the file's units it is centre + scale · z.
 *
 * @param unit of the file; empty where there is none
 * @param centre what 0 is in that unit
 * @param scale what 1 is more
 */
public record LatentDimension(String name, String unit, double centre, double scale) {
  /** One whose unit is not known, or that has none. */
  static LatentDimension named(String name) {
    return new LatentDimension(name, "", 0, 1);
  }

  /** In the file's units. */
  double inFile(double z) {
    return centre + scale * z;
  }
}
