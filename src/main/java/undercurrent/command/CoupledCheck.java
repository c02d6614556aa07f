package undercurrent.command;

import java.util.List;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.model.deep.Equations;
import undercurrent.series.Dataset;
import undercurrent.settings.Settings;

/**
 * Learns α = 0.5 and β = −0.1 of the system of Krishnan et al. (2017), figure 3: zₜ ~ N([0.2 z⁰ +
 * tanh(α z¹), 0.2 z¹ + sin(β z⁰)], I), xₜ ~ N(½ zₜ, 0.1 I).
 */
final class CoupledCheck implements Check {
  private static final double ALPHA = 0.5;
  private static final double BETA = -0.1;
  private static final double NEAR = 0.05;

  @Override
  public String id() {
    return "coupled";
  }

  @Override
  public Size size() {
    return new Size(30, 5000);
  }

  @Override
  public List<Reached> run(CheckRun run) {
    return learned(
        run, Settings.with(DeepSettings.defaults(), "equations", Equations.COUPLED_PAIR));
  }

  /** α and β of a model with these equations. */
  static List<Reached> learned(CheckRun run, DeepSettings equations) {
    Dataset data = run.data("coupled pair", 2, 1, CoupledCheck::draw);
    DeepSettings settings = Settings.with(equations, "networkUnits", 40);
    DeepMarkovModel model = run.trained("structured-future", settings, data);
    return List.of(
        new Reached("alpha", learned(model, "transition.alpha"), ALPHA - NEAR, ALPHA + NEAR),
        new Reached("beta", learned(model, "transition.beta"), BETA - NEAR, BETA + NEAR));
  }

  private static double learned(DeepMarkovModel model, String name) {
    Parameters parameters = model.parameters();
    for (Parameters.Entry entry : parameters.entries()) {
      if (entry.name().equals(name)) return parameters.data()[entry.offset()];
    }
    throw new IllegalStateException(name);
  }

  private static double[][] draw(Randomness random) {
    double[][] x = new double[CheckRun.STEPS][2];
    double a = random.normal();
    double b = random.normal();
    for (int t = 0; t < x.length; t++) {
      if (t > 0) {
        double next = 0.2 * a + StrictMath.tanh(ALPHA * b) + random.normal();
        b = 0.2 * b + StrictMath.sin(BETA * a) + random.normal();
        a = next;
      }
      x[t][0] = 0.5 * a + Math.sqrt(0.1) * random.normal();
      x[t][1] = 0.5 * b + Math.sqrt(0.1) * random.normal();
    }
    return x;
  }
}
