package undercurrent.model.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import undercurrent.model.ModelWords;

/**
 * The log-likelihood of a family on several series, and its gradient in θ: the exact score of every
 * matrix times how the matrix moves with θ, by central differences of the family alone.
 */
final class Likelihood {
  private static final double STEP = 6e-6;
  private final Family family;
  private final List<Observations> series;

  Likelihood(Family family, List<Observations> series) {
    if (series.isEmpty()) throw new IllegalArgumentException(ModelWords.of("learning.noSeries"));
    this.family = family;
    this.series = List.copyOf(series);
  }

  /** The value, and ∂/∂θ into {@code gradient}. */
  LogLikelihood at(double[] theta, double[] gradient) {
    Arrays.fill(gradient, 0);
    LogLikelihood sum = null;
    for (int s = 0; s < series.size(); s++) {
      FilterResult filter = KalmanFilter.filter(family.system(theta, s), series.get(s));
      LogLikelihood one = filter.logLikelihood();
      sum = sum == null ? one : sum.plus(one);
      Scores scores = new Scores(filter.system(), moves(theta, s, filter.system()), gradient);
      LikelihoodGradient.of(filter, scores);
      scores.addSums();
    }
    return Objects.requireNonNull(sum);
  }

  /**
   * Carries the scores of the parts that move to the parameters: of a part that is the same at
   * every step the sum over all steps, of others the score of each step.
   */
  private static final class Scores implements LikelihoodGradient.Sink {
    private final List<Move> moves;
    private final Map<SystemPart, double[]> sums = new EnumMap<>(SystemPart.class);
    private final Set<SystemPart> varying = EnumSet.noneOf(SystemPart.class);
    private final double[] gradient;

    Scores(LinearSystem system, List<Move> moves, double[] gradient) {
      this.moves = moves;
      this.gradient = gradient;
      for (Move move : moves) {
        Varying part = system.part(move.part);
        if (!part.isConstant()) varying.add(move.part);
        else sums.computeIfAbsent(move.part, none -> new double[part.at(0).length]);
      }
    }

    @Override
    public boolean wants(SystemPart part) {
      return sums.containsKey(part) || varying.contains(part);
    }

    @Override
    public void add(int t, SystemPart part, double[] score) {
      double[] sum = sums.get(part);
      if (sum != null) {
        for (int i = 0; i < sum.length; i++) sum[i] += score[i];
      } else if (varying.contains(part)) {
        for (Move move : moves) move.add(t, part, score, gradient);
      }
    }

    void addSums() {
      sums.forEach(
          (part, score) -> {
            for (Move move : moves) move.add(0, part, score, gradient);
          });
    }
  }

  /** How one part moves with one parameter: (high - low) / width. */
  private record Move(int parameter, SystemPart part, Varying low, Varying high, double width) {
    /** Whether the part is the same here, a little below and a little above. */
    boolean isNone(Varying here) {
      if (low == here && high == here) return true;
      for (int t = 0; t < Math.max(low.steps(), high.steps()); t++) {
        if (!Arrays.equals(low.at(t), high.at(t))) return false;
      }
      return true;
    }

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
        Move move = new Move(j, part, low.part(part), high.part(part), 2 * h);
        if (!move.isNone(system.part(part))) moves.add(move);
      }
      moved[j] = theta[j];
    }
    return moves;
  }
}
