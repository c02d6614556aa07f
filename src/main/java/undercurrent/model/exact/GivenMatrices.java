package undercurrent.model.exact;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import undercurrent.model.ModelWords;
import undercurrent.model.linear.SystemPart;

/**
 * Matrices of a system that a person gives by their letters, in the units of the file: F and Q, H,
 * d and R, m1 and P1. A row of numbers stands for the diagonal of a covariance.
 */
final class GivenMatrices {
  private static final List<SystemPart> PARTS =
      List.of(
          SystemPart.TRANSITION,
          SystemPart.TRANSITION_NOISE,
          SystemPart.EMISSION,
          SystemPart.EMISSION_OFFSET,
          SystemPart.EMISSION_NOISE,
          SystemPart.INITIAL_MEAN,
          SystemPart.INITIAL_COVARIANCE);
  private final Map<SystemPart, double[][]> matrices = new EnumMap<>(SystemPart.class);

  /**
   * Those that are given.
   *
   * @throws IllegalArgumentException one sentence, when the size is another one
   */
  GivenMatrices(GivenValues given, Rows rows, int latent, int observed) {
    for (SystemPart part : PARTS) {
      given
          .rows(part.letter())
          .ifPresent(
              m -> matrices.put(part, inModel(part, shaped(part, m, latent, observed), rows)));
    }
  }

  /** What is given, in the model's units. */
  Map<SystemPart, double[][]> matrices() {
    return matrices;
  }

  private static double[][] shaped(SystemPart part, double[][] given, int latent, int observed) {
    boolean ofState =
        part != SystemPart.EMISSION
            && part != SystemPart.EMISSION_OFFSET
            && part != SystemPart.EMISSION_NOISE;
    int n = ofState ? latent : observed;
    boolean isVector = part == SystemPart.EMISSION_OFFSET || part == SystemPart.INITIAL_MEAN;
    int columns = isVector ? 1 : part == SystemPart.EMISSION_NOISE ? observed : latent;
    double[] row = given[0];
    if (given.length == 1 && row.length == n && (isVector || part.isCovariance())) {
      double[][] spread = new double[n][columns];
      for (int i = 0; i < n; i++) spread[i][isVector ? 0 : i] = row[i];
      return spread;
    }
    boolean fits = given.length == n && Arrays.stream(given).allMatch(r -> r.length == columns);
    if (fits) return given;
    throw new IllegalArgumentException(
        ModelWords.of("givenMatrices.size", part.letter(), latent, observed, n, columns));
  }

  private static double[][] inModel(SystemPart part, double[][] matrix, Rows rows) {
    double[][] scaled = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    for (int i = 0; i < scaled.length; i++) {
      for (int j = 0; j < scaled[i].length; j++) {
        switch (part) {
          case EMISSION -> scaled[i][j] /= rows.scale(i);
          case EMISSION_OFFSET -> scaled[i][j] = (scaled[i][j] - rows.centre(i)) / rows.scale(i);
          case EMISSION_NOISE -> scaled[i][j] /= rows.scale(i) * rows.scale(j);
          default -> {}
        }
      }
    }
    return scaled;
  }
}
