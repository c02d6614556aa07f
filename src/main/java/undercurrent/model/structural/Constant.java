package undercurrent.model.structural;

import java.util.List;

/**
 * A mean that does not change and is a parameter of the likelihood (R's arima calls it intercept),
 * not a diffuse state: its log-likelihood is that of the mean that fits best.
 */
public record Constant() implements Component {
  @Override
  public String name() {
    return "constant";
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(Quantity.real("constant", "x"));
  }

  @Override
  public Block block(double[] theta) {
    return Block.known(theta[0]);
  }

  @Override
  public double[] start(double[] values) {
    return new double[] {Scale.mean(values)};
  }
}
