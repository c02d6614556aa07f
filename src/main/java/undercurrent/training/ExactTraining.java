package undercurrent.training;

import java.util.Optional;
import undercurrent.model.exact.ExactModel;
import undercurrent.model.linear.Learner;
import undercurrent.series.Part;

/**
 * The fit of a linear model: one iteration of EM or of a quasi-Newton search is a step and an
 * epoch. The curve shows the log-likelihood where that of a deep model shows the ELBO; the KL is
 * zero, because the posterior is exact.
 */
public final class ExactTraining implements Training {
  private final ExactModel model;
  private final Learner learner;
  private TrainingSettings settings;
  private Curve curve = Curve.EMPTY;
  private int epoch;
  private boolean converged;
  private double best = Double.NaN;
  private int bestEpoch;

  /** From the model as it is. */
  public ExactTraining(ExactModel model, TrainingSettings settings) {
    this.model = model;
    this.learner = model.learner();
    this.settings = settings;
  }

  @Override
  public void step() {
    if (status() != Status.READY) return;
    iterate();
    double validation = look() ? model.perStep(Part.VALIDATION) : Double.NaN;
    double training = model.perStep(Part.TRAINING);
    keep(validation);
    curve =
        curve.and(
            new CurvePoint(
                epoch,
                epoch,
                training,
                training,
                training,
                0,
                1,
                validation,
                Double.NaN,
                Double.NaN,
                new double[0]));
  }

  private void iterate() {
    learner.step();
    epoch++;
    converged = learner.status() == Learner.Status.CONVERGED;
  }

  private boolean look() {
    int every = settings.validateEvery();
    return every > 0 && (converged || epoch >= settings.epochs() || epoch % every == 0);
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

  /** How many iterations were made says all: they can be made again. */
  @Override
  public Checkpoint checkpoint() {
    return new Checkpoint(
        epoch,
        epoch,
        0,
        new float[0],
        new float[0],
        new float[0],
        new float[0],
        best,
        bestEpoch,
        0,
        new double[0],
        status());
  }

  /** Makes the iterations again, which gives the same bits and needs no matrices in a file. */
  @Override
  public void restore(Checkpoint checkpoint, Curve curve) {
    while (epoch < checkpoint.epoch() && !converged) iterate();
    this.curve = curve;
    best = checkpoint.bestElbo();
    bestEpoch = checkpoint.bestEpoch();
  }

  @Override
  public double bestElbo() {
    return best;
  }
}
