package undercurrent.model.structural;

import java.util.ArrayList;
import java.util.List;
import undercurrent.model.linear.Varying;

/**
 * A level with a slope, μₜ₊₁ = μₜ + νₜ + N(0, σ²μ), νₜ₊₁ = νₜ + N(0, σ²ν), of which both start
 * anywhere (Durbin and Koopman 2012, 3.2.1).
 *
 * @param levelMoves whether σ²μ is a parameter; if not it is zero, which makes the trend smooth
 * @param slopeMoves whether σ²ν is a parameter; if not it is zero, which makes a drift
 */
public record LocalLinearTrend(boolean levelMoves, boolean slopeMoves) implements Component {
  /** Both variances are parameters. */
  public LocalLinearTrend() {
    this(true, true);
  }

  @Override
  public String name() {
    return "trend";
  }

  @Override
  public List<Meaning> meaning(double[] theta) {
    return List.of(
        new Meaning("trend", new double[] {1, 0}, Meaning.Amount.LEVEL),
        new Meaning("slope", new double[] {0, 1}, Meaning.Amount.DIFFERENCE_PER_STEP));
  }

  @Override
  public List<Quantity> quantities() {
    List<Quantity> quantities = new ArrayList<>();
    if (levelMoves) quantities.add(Quantity.variance("level variance"));
    if (slopeMoves) quantities.add(Quantity.variance("slope variance"));
    return quantities;
  }

  @Override
  public Block block(double[] theta) {
    double level = levelMoves ? Math.exp(theta[0]) : 0;
    double slope = slopeMoves ? Math.exp(theta[theta.length - 1]) : 0;
    return Block.diffuse(
        new double[][] {{1, 1}, {0, 1}},
        new double[][] {{level, 0}, {0, slope}},
        Varying.constant(1, 2, 1, 0));
  }

  @Override
  public double[] start(double[] values) {
    double level = Scale.logOfChanges(values, 0.3);
    double slope = Scale.logOfChanges(values, 0.01);
    if (levelMoves && slopeMoves) return new double[] {level, slope};
    if (levelMoves) return new double[] {level};
    return slopeMoves ? new double[] {slope} : new double[0];
  }

  /**
   * A smooth trend: beside a cycle the likelihood can have one maximum where the level moves by
   * itself and one where only the slope does.
   */
  @Override
  public List<double[]> otherStarts(double[] values) {
    if (!levelMoves || !slopeMoves) return List.of();
    double level = Scale.logOfChanges(values, 1e-5);
    double slope = Scale.logOfChanges(values, 1e-4);
    return List.of(new double[] {level, slope});
  }

  @Override
  public double[] shift(double[] theta) {
    return new double[] {1, 0};
  }
}
