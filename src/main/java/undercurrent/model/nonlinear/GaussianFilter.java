package undercurrent.model.nonlinear;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Progress;
import undercurrent.model.gaussian.Conditioned;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Linearisation;
import undercurrent.model.gaussian.MomentRule;
import undercurrent.model.gaussian.MomentRule.Moments;
import undercurrent.model.gaussian.SigmaPoints;

/**
 * Filters that approximate the state of every step by one Gaussian (Särkkä, Bayesian Filtering and
 * Smoothing, chapters 5 and 6). The moment rule gives it its name.
 *
 * <pre>
 *   predict  (m⁻, P⁻) = moments of f(z) + N(0, Q) for z ~ N(m, P)
 *   update   (ŷ, S, C) = moments of h(z) + N(0, R) for z ~ N(m⁻, P⁻)
 *            K = C S⁻¹     m = m⁻ + K (x - ŷ)     P = P⁻ - K S K'
 * </pre>
 *
 * On a linear model it is the Kalman filter, whatever the rule.
 */
public record GaussianFilter(MomentRule rule) {
  public static final GaussianFilter EXTENDED = new GaussianFilter(new Linearisation());
  public static final GaussianFilter UNSCENTED = new GaussianFilter(SigmaPoints.UNSCENTED);
  public static final GaussianFilter CUBATURE = new GaussianFilter(SigmaPoints.CUBATURE);

  /**
   * Filters a series.
   *
   * @param x [T][m]; NaN is not observed, and an empty row nothing at all
   */
  public GaussianFiltering filter(NonlinearModel model, double[][] x) {
    List<Gaussian> predicted = new ArrayList<>();
    List<Gaussian> filtered = new ArrayList<>();
    List<Moments> moves = new ArrayList<>();
    double[] logLikelihoods = new double[x.length];
    Progress progress = Progress.current();
    for (int t = 0; t < x.length; t++) {
      progress.at(t, x.length);
      int step = t;
      if (t == 0) {
        predicted.add(model.prior());
      } else {
        Gaussian before = filtered.getLast();
        Moments move = StepErrors.of(t, () -> rule.of(before, model.transition(step)));
        moves.add(move);
        predicted.add(Gaussian.of(move.mean(), move.covariance()));
      }
      Gaussian now = predicted.getLast();
      Conditioned update =
          StepErrors.of(t, () -> Conditioned.on(x[step], model.emission(step), now, rule));
      filtered.add(update.state());
      logLikelihoods[t] = update.logLikelihood();
    }
    progress.at(x.length, x.length);
    return new GaussianFiltering(predicted, filtered, moves, logLikelihoods);
  }
}
