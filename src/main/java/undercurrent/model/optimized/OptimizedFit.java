package undercurrent.model.optimized;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.math.Randomness;
import undercurrent.model.Fit;
import undercurrent.model.FitState;
import undercurrent.model.ModelWords;
import undercurrent.model.exact.LinearPosterior;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Matrix;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.SeriesSet;

/**
 * The Optimized Kalman Filter of a data set with true states: Q and R trained on the error of the
 * filter, beside those estimated from the noise and those trained on the likelihood. Not
 * thread-safe.
 */
public final class OptimizedFit implements Fit {
  /** The learning rate is halved every 150 updates; after so many nothing moves any more. */
  private static final int UPDATES = 1500;

  private final Dataset data;
  private final StateChannels channels;
  private final Tracker tracker;
  private final List<LabelledSeries> training;
  private final Noise estimated;
  private final NoiseTraining byLikelihood;
  private final NoiseTraining byError;

  private OptimizedFit(MotionKind motion, Dataset data, long seed) {
    this.data = data;
    SeriesSet set = data.source();
    if (set.isTrack()) {
      throw new IllegalArgumentException(ModelWords.of("optimizedFit.track", set.name()));
    }
    channels = StateChannels.of(set);
    for (int i = 0; i < set.series().size(); i++) channels.requireStart(i);
    training = labelled(Part.TRAINING);
    if (training.isEmpty()) {
      throw new IllegalArgumentException(ModelWords.of("optimizedFit.tooShort", set.name()));
    }
    tracker = tracker(motion);
    estimated = Noise.estimated(tracker, training);
    List<LabelledSeries> aside = labelled(Part.VALIDATION);
    Randomness randomness = Randomness.of(seed).named("optimized");
    byLikelihood = training(TrainingObjective.LIKELIHOOD, aside, randomness);
    byError = training(TrainingObjective.STATE_ERROR, aside, randomness);
  }

  /**
   * As it is before the first update: the noise estimate.
   *
   * @throws IllegalArgumentException one sentence, when the data have no states to learn from
   */
  public static OptimizedFit of(MotionKind motion, Dataset data, long seed) {
    return new OptimizedFit(motion, data, seed);
  }

  private NoiseTraining training(
      TrainingObjective objective, List<LabelledSeries> aside, Randomness randomness) {
    TrainingRecipe usual = TrainingRecipe.USUAL;
    int batches = Math.max(1, training.size() / usual.batchSize());
    TrainingRecipe recipe = usual.withEpochs((UPDATES - 1) / batches + 1);
    return aside.isEmpty()
        ? new NoiseTraining(tracker, objective, recipe, training, randomness)
        : new NoiseTraining(tracker, objective, recipe, training, aside, randomness);
  }

  /** The rows of a part, each series from its first one on. */
  private List<LabelledSeries> labelled(Part part) {
    List<LabelledSeries> labelled = new ArrayList<>();
    SeriesSet set = data.source();
    for (int s = 0; s < set.series().size(); s++) {
      int length = set.series().get(s).length();
      int from = set.split().start(part, s, length);
      int to = set.split().end(part, s, length);
      if (to - from < 2) continue;
      if (part != Part.TRAINING && !channels.isWhole(s, from, to)) continue;
      labelled.add(channels.labelled(s, from, to));
    }
    return labelled;
  }

  private Tracker tracker(MotionKind motion) {
    Matrix f =
        switch (motion) {
          case CONSTANT_VELOCITY -> channels.constantVelocity();
          case REGRESSION -> regression();
        };
    Matrix h = channels.h();
    double squares = 0;
    for (LabelledSeries one : training) {
      double[] start = h.transposed().times(one.observations()[0]);
      for (int i = 0; i < start.length; i++) {
        double gap = one.states()[0][i] - start[i];
        squares += gap * gap / start.length / training.size();
      }
    }
    return new Tracker(f, h, Math.max(squares, Double.MIN_NORMAL));
  }

  /** F = Σ zₜ₊₁ zₜ' (Σ zₜ zₜ')⁻¹. */
  private Matrix regression() {
    int n = channels.states().length;
    Matrix squares = Matrix.identity(n).times(0);
    Matrix products = squares;
    for (LabelledSeries one : training) {
      for (int t = 1; t < one.steps(); t++) {
        Matrix before = Matrix.of(n, 1, one.states()[t - 1]);
        squares = squares.plus(before.timesTransposed(before));
        products = products.plus(Matrix.of(n, 1, one.states()[t]).timesTransposed(before));
      }
    }
    return Covariance.of(ModelWords.of("optimizedFit.products"), squares).dividing(products);
  }

  /** One round of both trainings through the series. */
  @Override
  public void step() {
    for (NoiseTraining one : List.of(byLikelihood, byError)) {
      for (int i = 0; i < one.batches() && !one.finished(); i++) one.step();
    }
  }

  @Override
  public boolean isConverged() {
    return byLikelihood.finished() && byError.finished();
  }

  @Override
  public double[] state() {
    FitState state = FitState.empty();
    byLikelihood.write(state);
    byError.write(state);
    return state.numbers();
  }

  @Override
  public void restore(double[] state) {
    FitState from = FitState.of(state);
    byLikelihood.read(from);
    byError.read(from);
    from.requireEnd();
  }

  /** Minus the mean squared error in what is seen, in the file's units squared. */
  @Override
  public double perStep(Part part) {
    List<LabelledSeries> series = part == Part.TRAINING ? training : labelled(part);
    if (series.isEmpty()) return Double.NaN;
    return -FilterLoss.of(tracker, TrainingObjective.STATE_ERROR, byError.best(), series).value();
  }

  /**
   * One of the filters that are compared.
   *
   * @param noise as it was found
   * @param factor of Q, R and P₁, which changes no estimate, but says how uncertain it is
   */
  public record Candidate(String name, Noise noise, double factor) {
    /** Q and R with the factor. */
    public Noise scaled() {
      return new Noise(noise.q().times(factor), noise.r().times(factor));
    }
  }

  /**
   * The three filters, the one trained on the error last. The error does not know a common factor
   * of Q, R and P₁; it is chosen so that the innovations on the training part have the size that
   * the filter says.
   */
  public List<Candidate> candidates() {
    return List.of(
        new Candidate("noise estimate", estimated, 1),
        new Candidate("likelihood", byLikelihood.best(), 1),
        own());
  }

  Candidate own() {
    Noise best = byError.best();
    return new Candidate("state error", best, Calibration.factor(tracker, best, training));
  }

  /** Errors on the part that is scored; empty where no series of it has all its true states. */
  public Optional<FilterErrors> errors(Candidate candidate) {
    List<LabelledSeries> tested = labelled(testedPart());
    return tested.isEmpty()
        ? Optional.empty()
        : Optional.of(FilterErrors.of(tracker, candidate.noise, tested));
  }

  /** The part that a model has seen least of. */
  public Part testedPart() {
    if (!data.test().isEmpty()) return Part.TEST;
    return data.validation().isEmpty() ? Part.TRAINING : Part.VALIDATION;
  }

  /** The data that it belongs to, in their own units. */
  public Dataset dataset() {
    return data;
  }

  /** What each dimension of the state is called. */
  public List<String> stateNames() {
    return channels.names();
  }

  /** The unit of the observed channels; empty when they have none, or several. */
  public String unit() {
    List<String> units = channels.units();
    return units.size() == 1 ? units.getFirst() : "";
  }

  /** Estimates with the filter that was trained on the error, as it is at each call. */
  public LinearPosterior posterior() {
    return new OptimizedPosterior(this, data, channels, tracker);
  }
}
