package undercurrent.command;

import java.util.List;
import undercurrent.experiment.NetworkRace;
import undercurrent.math.Randomness;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.model.deep.Equations;
import undercurrent.series.Dataset;
import undercurrent.settings.Settings;

/**
 * The structured network of the future on the nonlinear system of Krishnan et al. (2017), figure 8,
 * whose equations are given: zₜ ~ N(zₜ₋₁ + 2 sin zₜ₋₁, 5), xₜ ~ N(½ zₜ, 5). A filter on a grid has
 * −log p(x) = 2.480 a time step, below which no bound can be.
 */
final class SineCheck implements Check {
  private static final double EXACT = 2.480;
  private static final double MOST = 2.70;
  private static final int TEST = 5000;

  @Override
  public String id() {
    return "sine";
  }

  @Override
  public Size size() {
    return new Size(60, 5000);
  }

  @Override
  public List<Reached> run(CheckRun run) {
    Dataset data = run.data("sine drift", 1, TEST, SineCheck::draw);
    DeepSettings settings =
        Settings.with(DeepSettings.defaults(), "equations", Equations.SINE_DRIFT);
    settings = Settings.with(settings, "latentSize", 1);
    settings = Settings.with(settings, "networkUnits", 40);
    DeepMarkovModel model = run.trained("structured-future", settings, data);
    return List.of(
        new Reached("structured-future", NetworkRace.testBound(model, data), EXACT, MOST));
  }

  private static double[][] draw(Randomness random) {
    double[][] x = new double[CheckRun.STEPS][1];
    double z = 0.1 * random.normal();
    for (int t = 0; t < x.length; t++) {
      if (t > 0) z += 2 * StrictMath.sin(z) + Math.sqrt(5) * random.normal();
      x[t][0] = 0.5 * z + Math.sqrt(5) * random.normal();
    }
    return x;
  }
}
