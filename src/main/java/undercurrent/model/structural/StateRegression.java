package undercurrent.model.structural;

import java.util.List;
import java.util.Locale;
import undercurrent.model.linear.Varying;

/**
 * What inputs explain, Σ βⱼₜ uⱼₜ, with coefficients that are states and start anywhere; constant,
 * or random walks with a variance each (Durbin and Koopman 2012, 3.6.1). The log-likelihood is that
 * of what is left when the coefficients are fixed, as in restricted maximum likelihood. The inputs
 * belong to one series, so a model with this component learns from one alone.
 */
public final class StateRegression implements Component {
  private final List<String> names;
  private final Varying inputs;
  private final boolean drifting;

  private StateRegression(List<String> names, Varying inputs, boolean drifting) {
    this.names = names;
    this.inputs = inputs;
    this.drifting = drifting;
  }

  /**
   * Coefficients that do not change.
   *
   * @param inputs u [T][k], with further rows for what is to be forecast
   * @param names of the k inputs
   */
  public static StateRegression constant(double[][] inputs, String... names) {
    return of(inputs, names, false);
  }

  /** Coefficients that drift, each with a variance of its own. */
  public static StateRegression drifting(double[][] inputs, String... names) {
    return of(inputs, names, true);
  }

  private static StateRegression of(double[][] inputs, String[] names, boolean drifting) {
    int k = names.length;
    if (k == 0 || inputs.length == 0) {
      throw new IllegalArgumentException(
          "A regression needs at least one input, with a name and values.");
    }
    double[][] rows = new double[inputs.length][];
    for (int t = 0; t < rows.length; t++) {
      rows[t] = inputs[t].clone();
      for (int j = 0; j < Math.max(k, rows[t].length); j++) {
        if (j < Math.min(k, rows[t].length) && Double.isFinite(rows[t][j])) continue;
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "The inputs of the regression have no finite value, or one too many, at step %d,"
                    + " column %d; give %d a step.",
                t + 1,
                j + 1,
                k));
      }
    }
    return new StateRegression(List.of(names), Varying.each(1, k, rows), drifting);
  }

  @Override
  public String name() {
    return "regression";
  }

  @Override
  public List<Quantity> quantities() {
    if (!drifting) return List.of();
    return names.stream()
        .map(
            name ->
                new Quantity(
                    "variance of the effect of " + name, "(x per u)²", Math::exp, Math::log))
        .toList();
  }

  @Override
  public Block block(double[] theta) {
    int k = names.size();
    double[][] transition = new double[k][k];
    double[][] noise = new double[k][k];
    for (int j = 0; j < k; j++) {
      transition[j][j] = 1;
      noise[j][j] = drifting ? Math.exp(theta[j]) : 0;
    }
    return Block.diffuse(transition, noise, inputs);
  }

  @Override
  public double[] start(double[] values) {
    double[] theta = new double[quantities().size()];
    for (int j = 0; j < theta.length; j++) {
      double square = 0;
      for (int t = 0; t < inputs.steps(); t++) square += inputs.at(t)[j] * inputs.at(t)[j];
      double size = square > 0 ? square / inputs.steps() : 1;
      theta[j] = Scale.logOfChanges(values, 0.01) - Math.log(size);
    }
    return theta;
  }
}
