package undercurrent.model.linear;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The log-likelihood of a family on several series, and its gradient in θ: the exact score of every
 * matrix times how the matrix moves with θ, by central differences of the family alone.
 */
final class Likelihood {
  private static final double STEP = 6e-6;
  private final Family family;
  private final List<Observations> series;

  Likelihood(Family family, List<Observations> series) {
    if (series.isEmpty()) throw new IllegalArgumentException("There is no series to learn from.");
    this.family = family;
    this.series = List.copyOf(series);
  }

  /** The value, and ∂/∂θ into {@code gradient}. */
  LogLikelihood at(double[] theta, double[] gradient) {
    java.util.Arrays.fill(gradient, 0);
    LogLikelihood sum = null;
    for (int s = 0; s < series.size(); s++) {
      FilterResult filter = KalmanFilter.filter(family.system(theta, s), series.get(s));
      LogLikelihood one = filter.logLikelihood();
      sum = sum == null ? one : sum.plus(one);
      List<Move> moves = moves(theta, s, filter.system());
      Map<SystemPart, double[]> sums = new EnumMap<>(SystemPart.class);
      LikelihoodGradient.of(
          filter,
          (t, part, score) -> {
            if (filter.system().part(part).isConstant()) add(sums, part, score);
            else for (Move move : moves) move.add(t, part, score, gradient);
          });
      sums.forEach(
          (part, score) -> {
            for (Move move : moves) move.add(0, part, score, gradient);
          });
    }
    return java.util.Objects.requireNonNull(sum);
  }

  private static void add(Map<SystemPart, double[]> sums, SystemPart part, double[] score) {
    double[] sum = sums.computeIfAbsent(part, none -> new double[score.length]);
    for (int i = 0; i < sum.length; i++) sum[i] += score[i];
  }

  /** How one part moves with one parameter: (high - low) / width. */
  private record Move(int parameter, SystemPart part, Varying low, Varying high, double width) {
    void add(int t, SystemPart scored, double[] score, double[] gradient) {
      if (scored != part) return;
      double[] from = low.at(t);
      double[] to = high.at(t);
      double sum = 0;
      for (int i = 0; i < from.length; i++) sum += score[i] * (to[i] - from[i]);
      gradient[parameter] += sum / width;
    }
  }

  private List<Move> moves(double[] theta, int s, LinearSystem system) {
    List<Move> moves = new ArrayList<>();
    double[] moved = theta.clone();
    for (int j = 0; j < theta.length; j++) {
      double h = STEP * Math.max(1, Math.abs(theta[j]));
      moved[j] = theta[j] + h;
      LinearSystem high = family.system(moved, s);
      moved[j] = theta[j] - h;
      LinearSystem low = family.system(moved, s);
      for (SystemPart part : SystemPart.values()) {
        boolean fixed = high.part(part) == system.part(part) && low.part(part) == high.part(part);
        if (!fixed) moves.add(new Move(j, part, low.part(part), high.part(part), 2 * h));
      }
      moved[j] = theta[j];
    }
    return moves;
  }
}
