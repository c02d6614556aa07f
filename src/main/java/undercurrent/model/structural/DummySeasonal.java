package undercurrent.model.structural;

import java.util.List;
import undercurrent.model.ModelWords;
import undercurrent.model.linear.Varying;

/**
 * A season of s values that sum to zero but for noise, γₜ₊₁ = -γₜ - … - γₜ₋ₛ₊₂ + N(0, σ²); the s-1
 * states γₜ, …, γₜ₋ₛ₊₂ start anywhere (Durbin and Koopman 2012, 3.2.2).
 *
 * @param period s ≥ 2, in steps
 * @param moves whether σ² is a parameter; if not it is zero and the season stays as it is
 */
public record DummySeasonal(int period, boolean moves) implements Component {
  public DummySeasonal {
    requirePeriod(period);
  }

  /** A season that may change. */
  public DummySeasonal(int period) {
    this(period, true);
  }

  static void requirePeriod(int period) {
    if (period < 2) {
      throw new IllegalArgumentException(ModelWords.of("dummySeasonal.period", period));
    }
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
    int n = period - 1;
    double[][] transition = new double[n][n];
    double[][] noise = new double[n][n];
    double[] emission = new double[n];
    for (int j = 0; j < n; j++) {
      transition[0][j] = -1;
      if (j > 0) transition[j][j - 1] = 1;
    }
    noise[0][0] = moves ? Math.exp(theta[0]) : 0;
    emission[0] = 1;
    return Block.diffuse(transition, noise, Varying.constant(1, n, emission));
  }

  @Override
  public double[] start(double[] values) {
    return moves ? new double[] {Scale.logOfChanges(values, 0.03)} : new double[0];
  }
}
