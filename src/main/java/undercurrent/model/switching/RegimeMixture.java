package undercurrent.model.switching;

import java.util.ArrayList;
import java.util.List;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Mixture;

/** Weighted Gaussians of each regime, brought down to one a regime with the same moments. */
final class RegimeMixture {
  private final List<List<Gaussian>> states = new ArrayList<>();
  private final List<List<Double>> weights = new ArrayList<>();

  RegimeMixture(int regimes) {
    for (int k = 0; k < regimes; k++) {
      states.add(new ArrayList<>());
      weights.add(new ArrayList<>());
    }
  }

  /** Weights sum to one over all regimes. */
  void add(int regime, double weight, Gaussian state) {
    weights.get(regime).add(weight);
    states.get(regime).add(state);
  }

  /** A regime without weight keeps the first state that it was given. */
  RegimeEstimate estimate() {
    double[] shares = new double[states.size()];
    List<Gaussian> joined = new ArrayList<>();
    for (int k = 0; k < shares.length; k++) {
      double[] own = weights.get(k).stream().mapToDouble(Double::doubleValue).toArray();
      for (double w : own) shares[k] += w;
      for (int i = 0; i < own.length; i++) own[i] /= shares[k];
      joined.add(
          shares[k] > 0 ? new Mixture(own, states.get(k)).collapsed() : states.get(k).getFirst());
    }
    return new RegimeEstimate(shares, joined);
  }
}
