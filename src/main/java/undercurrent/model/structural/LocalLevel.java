package undercurrent.model.structural;

import java.util.List;
import undercurrent.model.linear.Varying;

/**
 * A level that moves as a random walk, μₜ₊₁ = μₜ + N(0, σ²), and starts anywhere (Durbin and
 * Koopman 2012, 2.1).
 */
public record LocalLevel() implements Component {
  @Override
  public String name() {
    return "level";
  }

  @Override
  public List<Meaning> meaning(double[] theta) {
    return List.of(new Meaning(name(), new double[] {1}, Meaning.Amount.LEVEL));
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(Quantity.variance("level variance"));
  }

  @Override
  public Block block(double[] theta) {
    double[][] noise = {{Math.exp(theta[0])}};
    return Block.diffuse(new double[][] {{1}}, noise, Varying.constant(1, 1, 1));
  }

  @Override
  public double[] start(double[] values) {
    return new double[] {Scale.logOfChanges(values, 0.3)};
  }

  @Override
  public double[] shift(double[] theta) {
    return new double[] {1};
  }
}
