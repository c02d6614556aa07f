package undercurrent.model.optimized;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Randomness;
import undercurrent.model.FitState;
import undercurrent.model.ModelWords;

/**
 * Trains Q and R by Adam (Kingma and Ba 2015) on their Cholesky numbers, from the noise estimate. A
 * machine of single steps: no clock, no thread; the same seed gives the same bits. With {@link
 * Objective#STATE_ERROR} it makes the Optimized Kalman Filter (Greenberg, Yannay and Mannor 2023,
 * algorithm 1).
 */
public final class NoiseTraining {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final Tracker tracker;
  private final TrainingObjective objective;
  private final TrainingRecipe recipe;
  private final Randomness randomness;
  private final List<LabelledSeries> training;
  private final List<LabelledSeries> validation;
  private final List<Validation> curve = new ArrayList<>();
  private final CholeskyParameters parameters;
  private final double[] theta;
  private final double[] mean;
  private final double[] square;
  private double[] best;
  private int bad;
  private int updates;
  private int[] order = {};

  /**
   * The objective on the series that are kept aside.
   *
   * @param updates done before
   */
  public record Validation(int updates, double value) {}

  /** Series are dealt to training and validation by the seed. */
  public NoiseTraining(
      Tracker tracker,
      TrainingObjective objective,
      TrainingRecipe recipe,
      List<LabelledSeries> series,
      Randomness randomness) {
    this(tracker, objective, recipe, dealt(tracker, recipe, series, randomness), randomness);
  }

  /** With series of its own to validate on; the share of the recipe does not count. */
  public NoiseTraining(
      Tracker tracker,
      TrainingObjective objective,
      TrainingRecipe recipe,
      List<LabelledSeries> training,
      List<LabelledSeries> validation,
      Randomness randomness) {
    this(tracker, objective, recipe, new Dealt(training, validation), randomness);
  }

  private NoiseTraining(
      Tracker tracker,
      TrainingObjective objective,
      TrainingRecipe recipe,
      Dealt dealt,
      Randomness randomness) {
    this.tracker = tracker;
    this.objective = objective;
    this.recipe = recipe;
    this.randomness = randomness;
    tracker.require(dealt.validation);
    training = List.copyOf(dealt.training);
    validation = List.copyOf(dealt.validation);
    parameters = new CholeskyParameters(tracker.latentSize(), tracker.observedSize());
    theta = parameters.of(Noise.estimated(tracker, training));
    mean = new double[theta.length];
    square = new double[theta.length];
    best = theta.clone();
    validate();
  }

  private record Dealt(List<LabelledSeries> training, List<LabelledSeries> validation) {}

  private static Dealt dealt(
      Tracker tracker, TrainingRecipe recipe, List<LabelledSeries> series, Randomness randomness) {
    tracker.require(series);
    int aside = (int) Math.round(recipe.validationShare() * series.size());
    if (aside < 1 || aside >= series.size()) {
      throw new IllegalArgumentException(
          ModelWords.of(
              "noiseTraining.tooFew",
              series.size(),
              (int) Math.ceil(1 / recipe.validationShare())));
    }
    List<LabelledSeries> dealt = new ArrayList<>();
    for (int i : randomness.named("validation").permutation(series.size())) {
      dealt.add(series.get(i));
    }
    return new Dealt(dealt.subList(aside, dealt.size()), dealt.subList(0, aside));
  }

  /** Whether the epochs are over or validation has not become better for too long. */
  public boolean finished() {
    return bad >= recipe.patience() || updates >= (long) recipe.epochs() * batches();
  }

  /** One update; gives the objective of its batch before it. */
  public double step() {
    FilterLoss.Result loss = FilterLoss.of(tracker, objective, current(), nextBatch());
    double[] gradient = clipped(parameters.gradient(loss.gradient(), theta));
    int halvings = updates / recipe.halvedEvery();
    double rate = recipe.learningRate() * Math.pow(0.5, halvings);
    updates++;
    for (int i = 0; i < theta.length; i++) {
      // m = β₁ m + (1-β₁) g     v = β₂ v + (1-β₂) g²     θ -= rate m̂ / (√v̂ + ε)
      mean[i] = BETA_1 * mean[i] + (1 - BETA_1) * gradient[i];
      square[i] = BETA_2 * square[i] + (1 - BETA_2) * gradient[i] * gradient[i];
      double direction = mean[i] / (1 - Math.pow(BETA_1, updates));
      double size = Math.sqrt(square[i] / (1 - Math.pow(BETA_2, updates)));
      theta[i] -= rate * direction / (size + EPSILON);
    }
    if (updates % recipe.validateEvery() == 0 || updates == (long) recipe.epochs() * batches()) {
      validate();
    }
    return loss.value();
  }

  /** All the steps there are. */
  public NoiseTraining run() {
    while (!finished()) step();
    return this;
  }

  /** Q and R of the best validation. */
  public Noise best() {
    return parameters.noise(best);
  }

  /** Q and R as they are now. */
  public Noise current() {
    return parameters.noise(theta);
  }

  /** What validation found, first before any update. */
  public List<Validation> curve() {
    return List.copyOf(curve);
  }

  public int updates() {
    return updates;
  }

  /** Updates of one round through the series. */
  int batches() {
    return Math.max(1, training.size() / recipe.batchSize());
  }

  /** Writes where it stands. */
  void write(FitState to) {
    to.put(theta).put(mean).put(square).put(best).put(bad, updates, least());
  }

  /** Goes to where one of the same series stood. */
  void read(FitState from) {
    for (double[] numbers : List.of(theta, mean, square, best)) {
      System.arraycopy(from.parameters(numbers.length), 0, numbers, 0, numbers.length);
    }
    bad = from.nextInt();
    updates = from.nextInt();
    curve.clear();
    curve.add(new Validation(updates, from.next()));
    order = order();
  }

  private int[] order() {
    return randomness.named("epoch").at(updates / batches()).permutation(training.size());
  }

  private List<LabelledSeries> nextBatch() {
    int place = updates % batches();
    if (place == 0) order = order();
    int from = place * recipe.batchSize();
    int to = Math.min(from + recipe.batchSize(), order.length);
    List<LabelledSeries> batch = new ArrayList<>();
    for (int i = from; i < to; i++) batch.add(training.get(order[i]));
    return batch;
  }

  private double least() {
    return curve.stream().mapToDouble(Validation::value).min().orElse(Double.POSITIVE_INFINITY);
  }

  private void validate() {
    double value = FilterLoss.of(tracker, objective, current(), validation).value();
    double least = least();
    curve.add(new Validation(updates, value));
    if (value < least) {
      best = theta.clone();
      bad = 0;
    } else {
      bad++;
    }
  }

  private double[] clipped(double[] gradient) {
    double norm = 0;
    for (double g : gradient) norm += g * g;
    norm = Math.sqrt(norm);
    if (norm <= recipe.gradientNorm()) return gradient;
    double[] cut = new double[gradient.length];
    for (int i = 0; i < cut.length; i++) cut[i] = gradient[i] * recipe.gradientNorm() / norm;
    return cut;
  }
}
