package undercurrent.model.structural;

import java.util.List;
import undercurrent.model.ModelWords;
import undercurrent.model.linear.Varying;

/**
 * A season as a sum of waves, the j-th turning by 2πj/s a step; all share one variance σ² and start
 * anywhere (Durbin and Koopman 2012, 3.2.2):
 *
 * <pre>
 *   γⱼ,ₜ₊₁  =  γⱼₜ cos λⱼ + γ*ⱼₜ sin λⱼ + N(0, σ²)
 *   γ*ⱼ,ₜ₊₁ = -γⱼₜ sin λⱼ + γ*ⱼₜ cos λⱼ + N(0, σ²)
 * </pre>
 *
 * @param period s ≥ 2, in steps
 * @param harmonics how many waves, 1 … s/2; all of them can draw any season
 * @param moves whether σ² is a parameter; if not it is zero and the season stays as it is
 */
public record TrigonometricSeasonal(int period, int harmonics, boolean moves) implements Component {
  public TrigonometricSeasonal {
    DummySeasonal.requirePeriod(period);
    if (harmonics < 1 || harmonics > period / 2) {
      throw new IllegalArgumentException(
          ModelWords.of("trigonometricSeasonal.harmonics", period, period / 2, harmonics));
    }
  }

  /** All harmonics, and a season that may change. */
  public TrigonometricSeasonal(int period) {
    this(period, period / 2, true);
  }

  @Override
  public String name() {
    return "seasonal";
  }

  @Override
  public List<Quantity> quantities() {
    return moves ? List.of(Quantity.variance("seasonal variance")) : List.of();
  }

  @Override
  public Block block(double[] theta) {
    // the wave of two steps has no sine
    int n = 2 * harmonics == period ? period - 1 : 2 * harmonics;
    double[][] transition = new double[n][n];
    double[][] noise = new double[n][n];
    double[] emission = new double[n];
    for (int i = 0; i < n; i += 2) {
      double angle = Math.PI * (i + 2) / period;
      transition[i][i] = Math.cos(angle);
      emission[i] = 1;
      if (i + 1 == n) break;
      transition[i][i + 1] = Math.sin(angle);
      transition[i + 1][i] = -Math.sin(angle);
      transition[i + 1][i + 1] = Math.cos(angle);
    }
    for (int i = 0; i < n; i++) noise[i][i] = moves ? Math.exp(theta[0]) : 0;
    return Block.diffuse(transition, noise, Varying.constant(1, n, emission));
  }

  @Override
  public double[] start(double[] values) {
    return moves ? new double[] {Scale.logOfChanges(values, 0.003)} : new double[0];
  }
}
