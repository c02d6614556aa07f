package undercurrent.training;

import java.util.Optional;
import undercurrent.math.Adam;
import undercurrent.math.Randomness;
import undercurrent.model.Trainable;
import undercurrent.series.Dataset;

/**
 * Fits a model to the training part of a data set by stochastic gradient ascent on its objective,
 * one update a {@link #step()}. Knows no clock, no thread and no screen: the same settings, seed
 * and data give the same bits. Not thread-safe.
 */
public final class Trainer implements Training {
  private final Trainable model;
  private final Dataset data;
  private final Batches batches;
  private final Shards shards;
  private final Best best;
  private final Held held;
  private final Adam adam;
  private final DivergenceGuard guard;
  private final EpochSums sums;
  private TrainingSettings settings;
  private Status status = Status.READY;
  private Curve curve;
  private String diagnosis = "";
  private int[][] order;
  private int epoch;
  private int batch;
  private long step;

  /** A training without helpers. */
  public Trainer(Trainable model, Dataset data, TrainingSettings settings) {
    this(model, data, settings, Workers.ALONE);
  }

  /**
   * @param workers compute the shards of a batch
   */
  public Trainer(Trainable model, Dataset data, TrainingSettings settings, Workers workers) {
    this(model, data, settings, workers, Criterion.ELBO);
  }

  /**
   * @param workers compute the shards of a batch
   * @param criterion what the objective is
   */
  public Trainer(
      Trainable model,
      Dataset data,
      TrainingSettings settings,
      Workers workers,
      Criterion criterion) {
    if (data.training().isEmpty()) {
      throw new IllegalArgumentException(Words.of("refused.nothing", data.source().name()));
    }
    this.model = model;
    this.data = data;
    this.settings = settings;
    curve = Curve.empty(criterion);
    Randomness random = Randomness.of(settings.seed());
    batches = new Batches(data.training(), settings.batchSize(), random.named("order"));
    shards = new Shards(model, batches.size(), workers, random.named("noise"));
    best = new Best(model, data.training(), data.validation(), random.named("validation"));
    held = new Held(model.parameters());
    adam = new Adam(model.parameters().size());
    guard = new DivergenceGuard(model.parameters().size());
    sums = new EpochSums(criterion.hasTerms() ? model.latentSize() : 0);
    order = batches.epoch(0);
  }

  @Override
  public void step() {
    if (status != Status.READY) return;
    if (batch == order.length) {
      endEpoch();
      return;
    }
    int[] pieces = order[batch];
    double klWeight = KlWeight.at(settings, step, batches.count());
    shards.progress((double) step / updates());
    shards.compute(data.training(), pieces, batches.steps(pieces), step, klWeight);
    float[] gradient = shards.gradient();
    held.clear(gradient);
    double norm = Adam.norm(gradient);
    double value = shards.terms().value(klWeight);
    float[] weights = model.parameters().data();
    if (!guard.isSound(value, norm)) {
      guard.restore(weights, adam);
      diagnosis = DivergenceGuard.diagnosis(settings, curve.criterion(), value, norm);
      status = Status.DIVERGED;
      return;
    }
    guard.keep(step, weights, adam);
    sums.add(shards, klWeight, norm);
    step++;
    adam.ascend(weights, gradient, step, rate(), settings.weightDecay(), clipped(norm));
    held.restore(weights);
    batch++;
    if (batch == order.length) endEpoch();
  }

  @Override
  public Optional<StepTrace> tracedStep() {
    if (status != Status.READY) return Optional.empty();
    if (batch == order.length) endEpoch();
    if (status != Status.READY) return Optional.empty();
    int[] pieces = order[batch];
    double klWeight = KlWeight.at(settings, step, batches.count());
    try (StepWatch watch = new StepWatch(shards, data.training().get(pieces[0]))) {
      float[] weights = model.parameters().data();
      float[] before = weights.clone();
      step();
      if (status == Status.DIVERGED) return Optional.empty();
      double norm = Adam.norm(shards.gradient());
      return Optional.of(
          watch.trace(step, pieces.length, klWeight, norm, clipped(norm), rate(), before, weights));
    }
  }

  /** Of the whole training. */
  private long updates() {
    return (long) settings.epochs() * batches.count();
  }

  private double rate() {
    return LearningRate.at(settings, step, updates());
  }

  private double clipped(double norm) {
    double most = settings.gradientClip();
    return most > 0 && norm > most ? most / norm : 1;
  }

  /** What waits may end the look, or save what there is during it; then it is made once more. */
  private void endEpoch() {
    int ended = epoch + 1;
    boolean last = ended >= settings.epochs();
    boolean look = settings.validateEvery() > 0 && (last || ended % settings.validateEvery() == 0);
    double validation = look ? best.look(ended) : Double.NaN;
    epoch = ended;
    batch = 0;
    order = batches.epoch(epoch);
    double klWeight = KlWeight.at(settings, step - 1, batches.count());
    curve = curve.and(sums.point(epoch, step, klWeight, validation, rate()));
    sums.clear();
    if (last) status = Status.FINISHED;
    else if (look && best.waited() >= settings.patience() && settings.patience() > 0) {
      status = Status.STOPPED_EARLY;
    }
  }

  @Override
  public Status status() {
    return status;
  }

  @Override
  public Optional<String> diagnosis() {
    return status == Status.DIVERGED ? Optional.of(diagnosis) : Optional.empty();
  }

  @Override
  public void adjust(TrainingSettings live) {
    boolean more = live.epochs() > epoch;
    if (status == Status.FINISHED && more) status = Status.READY;
    if (status == Status.DIVERGED) status = Status.READY;
    if (status == Status.STOPPED_EARLY && live.patience() != settings.patience()) {
      best.forgetWaiting();
      status = Status.READY;
    }
    settings = live.startingFrom(settings);
    if (!more) status = Status.FINISHED;
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
    return step;
  }

  @Override
  public int stepsPerEpoch() {
    return batches.count();
  }

  @Override
  public Checkpoint checkpoint() {
    return new Checkpoint(
        epoch,
        step,
        batch,
        model.parameters().data().clone(),
        adam.firstMoment().clone(),
        adam.secondMoment().clone(),
        best.weights(),
        best.elbo(),
        best.epoch(),
        best.waited(),
        sums.copy(),
        status);
  }

  @Override
  public Checkpoint model() {
    float[] none = new float[0];
    float[] weights = model.parameters().data().clone();
    return new Checkpoint(
        epoch, step, batch, weights, none, none, none, Double.NaN, 0, 0, new double[0], status);
  }

  @Override
  public void restore(Checkpoint checkpoint, Curve curve) {
    float[] weights = model.parameters().data();
    if (checkpoint.weights().length != weights.length) {
      throw new IllegalArgumentException(
          Words.of("refused.weights", checkpoint.weights().length, weights.length));
    }
    System.arraycopy(checkpoint.weights(), 0, weights, 0, weights.length);
    System.arraycopy(checkpoint.firstMoment(), 0, adam.firstMoment(), 0, weights.length);
    System.arraycopy(checkpoint.secondMoment(), 0, adam.secondMoment(), 0, weights.length);
    best.restore(checkpoint);
    sums.restore(checkpoint.sums());
    this.curve = curve;
    epoch = checkpoint.epoch();
    step = checkpoint.step();
    batch = checkpoint.batch();
    order = batches.epoch(epoch);
    status = checkpoint.status() == Status.DIVERGED ? Status.READY : checkpoint.status();
  }

  @Override
  public double bestElbo() {
    return best.elbo();
  }
}
