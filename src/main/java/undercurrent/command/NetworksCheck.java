package undercurrent.command;

import java.util.ArrayList;
import java.util.List;
import undercurrent.experiment.NetworkRace;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.WalkLimit;
import undercurrent.series.Dataset;
import undercurrent.series.DriftingWalk;

/**
 * Six inference networks on the linear system of Krishnan et al. (2017), figure 4, whose equations
 * are given: z₁ ~ N(0, 1), zₜ ~ N(zₜ₋₁ + 0.05, 10), xₜ ~ N(½ zₜ, 20). The best bound that each can
 * reach follows from what its q sees. No bound is better than the likelihood, so that each value is
 * reported as the likelihood that is expected, and beside it what the network loses on the test
 * series.
 */
final class NetworksCheck implements Check {
  private static final double ABOVE = 0.03;
  private static final double BELOW = 0.01;
  private static final int TEST = 5000;

  @Override
  public String id() {
    return "networks";
  }

  @Override
  public Size size() {
    return new Size(100, 5000);
  }

  @Override
  public List<Reached> run(CheckRun run) {
    Dataset data = run.data("drifting walk", 1, TEST, DriftingWalk::draw);
    double exact = NetworkRace.exact(data);
    run.say("networksCheck.exact", "%.4f", exact, WalkLimit.EXACT);
    List<Reached> numbers = new ArrayList<>();
    // What is reached must have the order of the limits.
    double highest = 0;
    double highestOfLess = 0;
    double limit = WalkLimit.EXACT;
    for (WalkLimit runner : WalkLimit.ALL) {
      String name = runner.name();
      DeepMarkovModel model = run.trained(name, NetworkRace.settings(runner.network()), data);
      double value = WalkLimit.EXACT + NetworkRace.testBound(model, data) - exact;
      if (runner.limit() > limit) highestOfLess = highest;
      limit = runner.limit();
      double least = Math.max(limit - BELOW, highestOfLess);
      numbers.add(new Reached(name, value, least, limit + ABOVE));
      highest = Math.max(highest, value);
    }
    return numbers;
  }
}
