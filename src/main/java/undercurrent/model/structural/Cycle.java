package undercurrent.model.structural;

import java.util.List;
import undercurrent.model.linear.Varying;

/**
 * A wave that fades and is kicked on, with the damping ρ in (0, 1) and λ = 2π/period; it starts
 * from its stationary N(0, σ²/(1-ρ²)) (Harvey 1989, 2.3.3):
 *
 * <pre>
 *   ψₜ₊₁  = ρ ( ψₜ cos λ + ψ*ₜ sin λ) + N(0, σ²)
 *   ψ*ₜ₊₁ = ρ (-ψₜ sin λ + ψ*ₜ cos λ) + N(0, σ²)
 * </pre>
 *
 * @param shortest the least period, in steps, at least 2
 * @param longest the greatest
 */
public record Cycle(double shortest, double longest) implements Component {
  public Cycle {
    if (!(shortest >= 2) || !(longest > shortest) || longest == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "A cycle needs periods from at least 2 steps to more than that; here from %s to %s."
              .formatted(shortest, longest));
    }
  }

  @Override
  public String name() {
    return "cycle";
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(
        Quantity.variance("cycle variance"),
        Quantity.between("cycle damping", "", 0, 1),
        new Quantity(
            "cycle period",
            "steps",
            // the middle of the range of ratios, so that 2 … 200 begins at 20
            theta -> shortest * Math.pow(longest / shortest, 1 / (1 + Math.exp(-theta))),
            value -> Math.log(Math.log(value / shortest) / Math.log(longest / value))));
  }

  @Override
  public Block block(double[] theta) {
    double[] natural = natural(theta);
    double variance = natural[0];
    // a wave that does not fade at all has no stationary start
    double damping = Math.min(natural[1], 1 - 1e-9);
    double cosine = damping * Math.cos(2 * Math.PI / natural[2]);
    double sine = damping * Math.sin(2 * Math.PI / natural[2]);
    double settled = variance / ((1 - damping) * (1 + damping));
    return Block.proper(
        new double[][] {{cosine, sine}, {-sine, cosine}},
        new double[][] {{variance, 0}, {0, variance}},
        Varying.constant(1, 2, 1, 0),
        new double[][] {{settled, 0}, {0, settled}});
  }

  @Override
  public double[] start(double[] values) {
    return new double[] {Math.log(0.1 * Scale.variance(values)), 2, 0};
  }
}
