package undercurrent.model.formula;

import java.util.Arrays;
import java.util.Optional;

/**
 * p(z₁) of a formula: independent normals. A state of which nothing is said starts where it is seen
 * directly, three times as wide as the data; one that is not seen starts around 0, as wide as the
 * widest of them.
 *
 * @param means {@code [n]}
 * @param deviations {@code [n]}
 */
@SuppressWarnings("ArrayRecordComponent")
public record StartValues(double[] means, double[] deviations) {
  private static final double WIDE = 3;

  /**
   * For some data.
   *
   * @param means of the observed channels
   * @param deviations of the observed channels
   */
  public static StartValues of(Formula formula, double[] means, double[] deviations) {
    int n = formula.size();
    double[] mean = new double[n];
    double[] deviation = new double[n];
    Arrays.fill(deviation, WIDE * Arrays.stream(deviations).max().orElse(1));
    for (int d = 0; d < formula.observations(); d++) {
      int state = formula.seen()[d];
      if (state < 0) continue;
      mean[state] = means[d];
      deviation[state] = WIDE * deviations[d];
    }
    for (int i = 0; i < n; i++) {
      Optional<Formula.Start> said = formula.starts().get(i);
      if (said.isEmpty()) continue;
      mean[i] = said.get().mean();
      deviation[i] = said.get().deviation();
    }
    return new StartValues(mean, deviation);
  }
}
