package undercurrent.model.structural;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.Learner;
import undercurrent.model.linear.MaximumLikelihood;
import undercurrent.model.linear.Observations;

/**
 * Which transform a series asks for under a model, by the maximum of the likelihood of the series
 * itself at every λ from -1 to 2.
 *
 * <p>The rule: the simplest of λ = 1, 0, ½, -½, -1, in this order, that the likelihood ratio does
 * not refuse at five in a hundred, 2 (ℓ(λ̂) - ℓ(λ)) ≤ 3.84; if it refuses all, λ̂ itself.
 *
 * @param lambda λ̂, the one that fits best
 * @param gain 2 (ℓ(λ̂) - ℓ(1)), what it gains over the series as it is; χ² of one degree of freedom
 *     if that is right
 * @param suggested by the rule
 */
public record TransformChoice(double lambda, double gain, Transform suggested) {
  private static final double LOWEST = -1;
  private static final double HIGHEST = 2;

  /** The 95 % point of χ² with one degree of freedom. */
  private static final double REFUSED = 3.841458820694124;

  private static final double[] SIMPLE = {1, 0, 0.5, -0.5, -1};
  private static final double CLOSE = 1e-3;

  /**
   * For a positive series of one channel; about twenty searches of the model's likelihood. The
   * model must be able to take up a shift, by a level or a {@link Constant}.
   */
  public static TransformChoice of(StructuralModel model, Observations seen) {
    DoubleUnaryOperator profile = lambda -> profile(model, seen, new Transform(lambda));
    double best = highest(profile);
    double most = profile.applyAsDouble(best);
    double asItIs = profile.applyAsDouble(1);
    Transform suggested = new Transform(best);
    for (double simple : SIMPLE) {
      if (2 * (most - profile.applyAsDouble(simple)) > REFUSED) continue;
      suggested = new Transform(simple);
      break;
    }
    return new TransformChoice(best, Math.max(0, 2 * (most - asItIs)), suggested);
  }

  /** Whether the series should not be left as it is. */
  public boolean isAsked() {
    return suggested.lambda() != 1;
  }

  /** The greatest log-likelihood of the series itself under the model, for one transform. */
  static double profile(StructuralModel model, Observations seen, Transform transform) {
    Observations transformed = transform.forward(seen);
    MaximumLikelihood search =
        new MaximumLikelihood(model, List.of(transformed), model.start(transformed));
    while (search.status() == Learner.Status.READY) search.step();
    FilterResult filter = KalmanFilter.filter(search.system(0), transformed);
    return transform.logLikelihood(filter, seen).value();
  }

  /** Golden section for a function with one hill. */
  private static double highest(DoubleUnaryOperator function) {
    double golden = (Math.sqrt(5) - 1) / 2;
    double low = LOWEST;
    double high = HIGHEST;
    double left = high - golden * (high - low);
    double right = low + golden * (high - low);
    double atLeft = function.applyAsDouble(left);
    double atRight = function.applyAsDouble(right);
    while (high - low > CLOSE) {
      if (atLeft > atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - golden * (high - low);
        atLeft = function.applyAsDouble(left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + golden * (high - low);
        atRight = function.applyAsDouble(right);
      }
    }
    return (low + high) / 2;
  }

  /**
   * λ without a model, at once: the one that makes the spread of every period most nearly a power
   * of its level, minimising the coefficient of variation of s / m^(1-λ) over the whole periods at
   * the end of the series (Guerrero 1993, J. Forecasting 12).
   *
   * @param values positive, none missing; at least two periods
   * @param period the season, or 2 where there is none
   */
  public static double guerrero(double[] values, int period) {
    int periods = period < 2 ? 0 : values.length / period;
    if (periods < 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Guerrero's λ needs at least two periods of at least two steps; here are %d values"
                  + " and a period of %d.",
              values.length,
              period));
    }
    double[] means = new double[periods];
    double[] deviations = new double[periods];
    int first = values.length - periods * period;
    for (int i = 0; i < periods; i++) {
      int from = first + i * period;
      means[i] = IntStream.range(from, from + period).mapToDouble(t -> values[t]).sum() / period;
      double squares = 0;
      for (int t = from; t < from + period; t++) squares += Math.pow(values[t] - means[i], 2);
      deviations[i] = Math.sqrt(squares / (period - 1));
      if (!(means[i] > 0)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Guerrero's λ needs positive values; the period that begins at step %d has the mean"
                    + " %s.",
                from + 1,
                means[i]));
      }
    }
    return highest(lambda -> -variation(means, deviations, lambda));
  }

  private static double variation(double[] means, double[] deviations, double lambda) {
    double[] ratios = new double[means.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = deviations[i] / Math.pow(means[i], 1 - lambda);
    }
    double mean = Scale.mean(ratios);
    double squares = 0;
    for (double ratio : ratios) squares += (ratio - mean) * (ratio - mean);
    return Math.sqrt(squares / (ratios.length - 1)) / mean;
  }
}
