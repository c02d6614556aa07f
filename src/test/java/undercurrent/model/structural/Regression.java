package undercurrent.model.structural;

import java.util.List;

/**
 * What inputs explain, Σ βⱼ uⱼₜ, with coefficients that are parameters of the likelihood (as the
 * xreg of R's arima), not diffuse states; see {@link StateRegression} for those. The inputs are
 * columns of u of the observations; a search is quickest when they have means near zero.
 *
 * @param inputs the names of the inputs, one a column, at least one
 */
public record Regression(List<String> inputs) implements Component {
  public Regression {
    inputs = List.copyOf(inputs);
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("A regression needs the name of at least one input.");
    }
  }

  public static Regression on(String... inputs) {
    return new Regression(List.of(inputs));
  }

  @Override
  public String name() {
    return "regression";
  }

  @Override
  public List<Quantity> quantities() {
    return inputs.stream().map(input -> Quantity.real("effect of " + input, "x per u")).toList();
  }

  @Override
  public Block block(double[] theta) {
    return Block.known(0, theta.clone());
  }

  @Override
  public double[] start(double[] values) {
    return new double[inputs.size()];
  }
}
