package undercurrent.command;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Randomness;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.model.deep.Equations;
import undercurrent.model.deep.NetworkKind;
import undercurrent.series.Dataset;
import undercurrent.series.NumberWords;
import undercurrent.series.Series;
import undercurrent.settings.Settings;

/**
 * Six inference networks on the linear system of Krishnan et al. (2017), figure 4, whose equations
 * are given: z₁ ~ N(0, 1), zₜ ~ N(zₜ₋₁ + 0.05, 10), xₜ ~ N(½ zₜ, 20). The best bound that each can
 * reach follows from what its q sees. No bound is better than the likelihood, so that each value is
 * reported as the likelihood that is expected, and beside it what the network loses on the test
 * series.
 */
final class NetworksCheck implements Check {
  /** −log p(x) that is expected, in nats a time step. */
  static final double EXACT = 3.0758;

  private static final double ABOVE = 0.03;
  private static final double BELOW = 0.01;
  private static final int TEST = 5000;

  /**
   * A network and the least −ELBO that its family has.
   *
   * @param limit in nats a time step
   */
  record Runner(NetworkKind network, double limit) {}

  static final List<Runner> RUNNERS =
      List.of(
          new Runner(NetworkKind.STRUCTURED_BOTH, EXACT),
          new Runner(NetworkKind.STRUCTURED_FUTURE, EXACT),
          new Runner(NetworkKind.STRUCTURED_PAST, 3.2251),
          new Runner(NetworkKind.MEAN_FIELD_BOTH, 3.2680),
          new Runner(NetworkKind.MEAN_FIELD_FUTURE, 3.3860),
          new Runner(NetworkKind.MEAN_FIELD_PAST, 3.4173));

  @Override
  public String id() {
    return "networks";
  }

  @Override
  public String sentence() {
    return "Six inference networks approach the best bounds of their families on a linear system.";
  }

  @Override
  public Size size() {
    return new Size(100, 5000);
  }

  @Override
  public List<Reached> run(CheckRun run) {
    Dataset data = run.data("drifting walk", 1, TEST, NetworksCheck::draw);
    double exact = exact(data);
    run.say()
        .accept(
            NumberWords.format(
                "−log p(x) of the test series: %.4f, %.4f is expected", exact, EXACT));
    List<Reached> numbers = new ArrayList<>();
    // What is reached must have the order of the limits.
    double highest = 0;
    double highestOfLess = 0;
    double limit = EXACT;
    for (Runner runner : RUNNERS) {
      String name = Settings.text(runner.network());
      DeepMarkovModel model = run.trained(name, settings(runner.network()), data);
      double value = EXACT + CheckRun.testBound(model, data) - exact;
      if (runner.limit() > limit) highestOfLess = highest;
      limit = runner.limit();
      double least = Math.max(limit - BELOW, highestOfLess);
      numbers.add(new Reached(name, value, least, limit + ABOVE));
      highest = Math.max(highest, value);
    }
    return numbers;
  }

  static DeepSettings settings(NetworkKind network) {
    DeepSettings settings = Settings.with(DeepSettings.defaults(), "network", network);
    settings = Settings.with(settings, "equations", Equations.DRIFTING_WALK);
    settings = Settings.with(settings, "latentSize", 1);
    settings = Settings.with(settings, "cell", "lstm");
    return Settings.with(settings, "networkUnits", 40);
  }

  private static double[][] draw(Randomness random) {
    double[][] x = new double[CheckRun.STEPS][1];
    double z = random.normal();
    for (int t = 0; t < x.length; t++) {
      if (t > 0) z += 0.05 + Math.sqrt(10) * random.normal();
      x[t][0] = 0.5 * z + Math.sqrt(20) * random.normal();
    }
    return x;
  }

  /** −log p(x) of the test series by the Kalman filter, in nats a time step. */
  static double exact(Dataset data) {
    double sum = 0;
    int steps = 0;
    int size = data.source().series().size();
    for (Series series : data.source().series().subList(size - TEST, size)) {
      double m = 0;
      double p = 1;
      for (int t = 0; t < series.length(); t++) {
        if (t > 0) {
          m += 0.05;
          p += 10;
        }
        double s = 0.25 * p + 20;
        double e = series.values()[t][0] - 0.5 * m;
        sum += 0.5 * (StrictMath.log(2 * Math.PI * s) + e * e / s);
        double k = p * 0.5 / s;
        m += k * e;
        p -= k * 0.5 * p;
        steps++;
      }
    }
    return sum / steps;
  }
}
