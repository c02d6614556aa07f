package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import undercurrent.inference.Estimate;
import undercurrent.inference.FilterComparison;
import undercurrent.inference.Findings;
import undercurrent.inference.LearnedMatrix;
import undercurrent.inference.NetworkLane;
import undercurrent.inference.PitHistogram;
import undercurrent.model.optimized.FilterErrors;
import undercurrent.series.Part;

/** Regimes, matrices and errors that are made up. */
final class FindingExamples {
  private FindingExamples() {}

  /** Three regimes, of which each is likely for a while. */
  static Estimate withRegimes(Estimate e) {
    double[][] regimes = new double[e.length()][3];
    for (int t = 0; t < regimes.length; t++) {
      double sum = 0;
      for (int k = 0; k < 3; k++) {
        regimes[t][k] = Math.exp(4 * Math.cos(t / 9.0 + 2.1 * k));
        sum += regimes[t][k];
      }
      for (int k = 0; k < 3; k++) regimes[t][k] /= sum;
    }
    return new Estimate(
        e.series(),
        e.conditioning(),
        e.method(),
        e.level(),
        e.from(),
        e.times(),
        e.observation(),
        e.latent(),
        e.paths(),
        e.crps(),
        e.dimensions(),
        regimes,
        e.notes());
  }

  /** Matrices of different sizes, with large, small and negative numbers, and three filters. */
  static Findings findings() {
    List<String> states = List.of("x", "y", "vx", "vy");
    List<String> seen = List.of("x_obs", "y_obs");
    List<LearnedMatrix> q = new ArrayList<>();
    List<LearnedMatrix> r = new ArrayList<>();
    List<FilterComparison.Filter> filters = new ArrayList<>();
    for (String name : List.of("one", "another", "the third")) {
      double size = 1 + 40 * q.size();
      double[][] noise = new double[4][4];
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) noise[i][j] = size * Math.cos(i - j) / (1 + Math.abs(i - j));
      }
      q.add(new LearnedMatrix("Q, " + name, states, states, noise));
      r.add(
          new LearnedMatrix("R, " + name, seen, seen, new double[][] {{594.58, -58}, {-58, 1e-3}}));
      double[] errors = new double[15];
      for (int i = 0; i < 15; i++) errors[i] = 200 + 40.0 * i + 3 * size * (i % 4);
      double mean = Arrays.stream(errors).average().orElseThrow();
      filters.add(new FilterComparison.Filter(name, new FilterErrors(errors, mean)));
    }
    return new Findings(
        List.of(q, r), Optional.of(new FilterComparison(Part.TEST, "m", filters.reversed())));
  }

  /** Two networks with one limit, one with another, and one that has not begun. */
  static List<NetworkLane> lanes() {
    List<NetworkLane> lanes = new ArrayList<>();
    double[] limits = {3.0758, 3.0758, 3.268, 3.4173};
    String[] names = {"structured-both", "structured-future", "mean-field-both", "mean-field-past"};
    String[] labels = {"ST-LR", "ST-R", "MF-LR", "MF-L"};
    for (int k = 0; k < limits.length; k++) {
      int length = k == 3 ? 0 : 30;
      double[] epochs = new double[length];
      double[] bounds = new double[length];
      for (int e = 0; e < length; e++) {
        epochs[e] = e;
        bounds[e] = limits[k] + (0.5 + 0.1 * k) * Math.exp(-0.2 * e);
      }
      lanes.add(new NetworkLane(names[k], labels[k], limits[k], epochs, bounds));
    }
    return lanes;
  }

  /** Distributions that are too narrow. */
  static PitHistogram pit() {
    return new PitHistogram(new long[][] {{31, 19, 15, 14, 14, 16, 15, 20, 22, 34}});
  }
}
