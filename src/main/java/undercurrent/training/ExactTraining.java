package undercurrent.training;

import java.util.Optional;
import undercurrent.model.Fit;
import undercurrent.series.Part;

/**
 * A fit by iterations, of which each is a step and an epoch. The curve shows the criterion of the
 * fit where that of a deep model shows the ELBO, and there is no KL.
 */
public final class ExactTraining implements Training {
  private final Fit fit;
  private final boolean searchHasChanged;
  private TrainingSettings settings;
  private Curve curve;
  private int epoch;
  private boolean converged;
  private double best = Double.NaN;
  private int bestEpoch;

  /**
   * From the model as it is.
   *
   * @param searchHasChanged whether the fit is searched otherwise than in files of version 1
   */
  public ExactTraining(
      Fit fit, Criterion criterion, TrainingSettings settings, boolean searchHasChanged) {
    this.fit = fit;
    this.searchHasChanged = searchHasChanged;
    this.curve = Curve.empty(criterion);
    this.settings = settings;
  }

  @Override
  public void step() {
    if (status() != Status.READY) return;
    fit.step();
    boolean last = fit.isConverged();
    double validation = look(epoch + 1, last) ? fit.perStep(Part.VALIDATION) : Double.NaN;
    double training = fit.perStep(Part.TRAINING);
    // Who looks while that is worked out sees the epoch before.
    epoch++;
    converged = last;
    keep(validation);
    // An error has no terms.
    boolean isError = curve.criterion() == Criterion.SQUARED_ERROR;
    double reconstruction = isError ? Double.NaN : training;
    curve =
        curve.and(
            new CurvePoint(
                epoch,
                epoch,
                training,
                training,
                reconstruction,
                0,
                1,
                validation,
                Double.NaN,
                Double.NaN,
                new double[0]));
  }

  private boolean look(int at, boolean last) {
    int every = settings.validateEvery();
    return every > 0 && (last || at >= settings.epochs() || at % every == 0);
  }

  private void keep(double validation) {
    if (Double.isNaN(validation) || validation <= best) return;
    best = validation;
    bestEpoch = epoch;
  }

  @Override
  public Status status() {
    return converged || epoch >= settings.epochs() ? Status.FINISHED : Status.READY;
  }

  /** A likelihood that is searched by exact means does not diverge. */
  @Override
  public Optional<String> diagnosis() {
    return Optional.empty();
  }

  @Override
  public void adjust(TrainingSettings live) {
    settings = live.startingFrom(settings);
  }

  @Override
  public TrainingSettings settings() {
    return settings;
  }

  @Override
  public Curve curve() {
    return curve;
  }

  @Override
  public int epoch() {
    return epoch;
  }

  @Override
  public long steps() {
    return epoch;
  }

  @Override
  public int stepsPerEpoch() {
    return 1;
  }

  @Override
  public Checkpoint checkpoint() {
    float[] none = new float[0];
    return new Checkpoint(
        epoch,
        epoch,
        0,
        none,
        none,
        none,
        none,
        best,
        bestEpoch,
        0,
        new double[0],
        status(),
        fit.state());
  }

  @Override
  public void restore(Checkpoint checkpoint, Curve curve) {
    if (checkpoint.state().length > 0) fit.restore(checkpoint.state());
    else repeat(checkpoint.epoch());
    epoch = checkpoint.epoch();
    converged = fit.isConverged();
    this.curve = curve;
    best = checkpoint.bestElbo();
    bestEpoch = checkpoint.bestEpoch();
  }

  /**
   * Files of version 1 keep only how many iterations were made. Where the search is another one by
   * now, that number means nothing, and the fit is made to its end.
   */
  private void repeat(int iterations) {
    int most = searchHasChanged ? Math.max(iterations, settings.epochs()) : iterations;
    for (int i = 0; i < most && !fit.isConverged(); i++) fit.step();
  }

  @Override
  public double bestElbo() {
    return best;
  }
}
