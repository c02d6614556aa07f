package undercurrent.experiment;

import java.util.List;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;
import undercurrent.inference.WideSeries;
import undercurrent.kind.ChosenModel;
import undercurrent.series.NumberWords;
import undercurrent.series.Part;
import undercurrent.training.Criterion;
import undercurrent.training.Curve;
import undercurrent.training.CurvePoint;
import undercurrent.training.Training;

/**
 * The exact filter of a linear model compared with a deep one, or one of known equations: of the
 * same series in the same units, so that its log-likelihood can be compared. Not thread-safe.
 */
public final class ExactComparison {
  /** Enough for EM to settle; it is for comparison, not for record. */
  private static final int ITERATIONS = 60;

  private final Estimator estimator;
  private final double training;
  private final double validation;

  private ExactComparison(Experiment linear) {
    Run run = Run.of(linear);
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    estimator = run.estimator();
    training = run.criterion(Part.TRAINING);
    validation = run.criterion(Part.VALIDATION);
  }

  /**
   * Whether a linear model can stand beside an experiment's. It is estimated whole, for which some
   * films are too long.
   */
  public static boolean isPossible(Experiment experiment) {
    boolean ownNoise = experiment.data().noiseChannels().length > 0;
    int most = WideSeries.watchedRows(experiment.data().observedChannels().length);
    if (experiment.data().series().stream().anyMatch(s -> s.length() > most)) return false;
    return experiment.model().kind().isComparedWithLinear()
        && (!ownNoise || experiment.data().isTrack());
  }

  /**
   * Fits a linear model with as many latent dimensions, at most eight; to a track, one of constant
   * velocity.
   */
  public static ExactComparison of(Experiment deep) {
    ChosenModel<?> linear = deep.model().linearBeside(deep.data().isTrack());
    Recipe recipe =
        new Recipe(linear, deep.training()).with("epochs", ITERATIONS).with("validateEvery", 0);
    return new ExactComparison(recipe.experiment(deep.data()));
  }

  /** What it makes of the rows that were seen, and of those after them. */
  public List<Estimate> estimates(int series, int seen, int horizon) {
    Estimate filtered = estimator.filtered(series).rows(0, seen);
    return horizon == 0
        ? List.of(filtered)
        : List.of(filtered, estimator.forecast(series, seen, horizon));
  }

  /** One line: both numbers, and why they differ. */
  public String why(Curve curve) {
    CurvePoint deep = curve.getLast();
    boolean validated = !Double.isNaN(deep.validationElbo()) && !Double.isNaN(validation);
    double elbo = validated ? deep.validationElbo() : deep.elbo();
    double exact = validated ? validation : training;
    double gap = elbo - exact;
    if (curve.criterion() != Criterion.ELBO) return known(exact, elbo, validated);
    return ExperimentWords.of(
        gap > 0 ? "comparison.better" : "comparison.lower",
        number(exact),
        number(elbo),
        data(validated),
        number(Math.abs(gap)));
  }

  private static String known(double linear, double known, boolean validated) {
    return ExperimentWords.of(
        known > linear ? "comparison.knownBetter" : "comparison.knownLower",
        number(linear),
        number(known),
        data(validated),
        number(Math.abs(known - linear)));
  }

  private static String number(double value) {
    return NumberWords.format("%.3f", value).replace('-', '−');
  }

  private static String data(boolean validated) {
    return ExperimentWords.of(validated ? "comparison.validation" : "comparison.training");
  }
}
