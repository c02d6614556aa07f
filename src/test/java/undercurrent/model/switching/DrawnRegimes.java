package undercurrent.model.switching;

import undercurrent.math.Randomness;
import undercurrent.model.gaussian.LogWeights;
import undercurrent.model.nonlinear.LinearModel;

/**
 * A series drawn from a switching model, with its true regimes and states.
 *
 * @param regimes [T], from 0
 * @param states [T][n]
 * @param observations [T][m]
 */
public record DrawnRegimes(int[] regimes, double[][] states, double[][] observations) {
  /** A draw of some steps. */
  public static DrawnRegimes of(SwitchingModel model, int steps, Randomness random) {
    int[] s = new int[steps];
    double[][] z = new double[steps][];
    double[][] x = new double[steps][];
    for (int t = 0; t < steps; t++) {
      double[] shares = t == 0 ? model.initial() : model.transition()[s[t - 1]];
      s[t] = LogWeights.draw(shares, random.uniform());
      LinearModel regime = model.regimes().get(s[t]);
      z[t] = t == 0 ? regime.prior().draw(random) : regime.transition(t).draw(z[t - 1], random);
      x[t] = regime.emission(t).draw(z[t], random);
    }
    return new DrawnRegimes(s, z, x);
  }
}
