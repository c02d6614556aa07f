package undercurrent.model.deep;

import undercurrent.settings.Settings;

/**
 * The generative half of a known system.
 *
 * @param latentSize Z
 * @param observationSize D
 * @param scale about how large each state becomes; networks read states divided by it
 */
record GivenBoxes(
    int latentSize,
    int observationSize,
    double[] scale,
    Prior prior,
    Transition transition,
    Emission emission) {

  /**
   * Refuses settings and data of other sizes.
   *
   * @throws IllegalArgumentException one sentence that names the setting or the data
   */
  void require(DeepSettings settings, int size) {
    String name = Settings.text(settings.given().equations());
    if (settings.latentSize() != latentSize) {
      throw new IllegalArgumentException(
          "The setting 'latentSize' must be %d with the equations '%s'."
              .formatted(latentSize, name));
    }
    if (size != observationSize) {
      throw new IllegalArgumentException(
          ("The equations '%s' are those of %d observed channels, and the data have %d; choose"
                  + " other columns or equations.")
              .formatted(name, observationSize, size));
    }
  }
}
