package undercurrent.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.Objective;
import undercurrent.model.Terms;
import undercurrent.model.Trainable;
import undercurrent.series.Sequence;

/**
 * The objective of a batch and its gradient, computed in shards of {@link #FEW} sequences, or of
 * {@link #MANY} where the weights of a recursion are so many that reading them at each step takes
 * longer than using them for a few; the last shard has up to twice as many less one. Which they are
 * depends on the sizes of the batch and of the model alone; a worker takes the next one that is
 * free, and gradients are added up in the order of the shards. So the bits do not depend on how
 * many workers there are. What a shard needs stays in a near cache, which makes this the faster way
 * for one worker too.
 */
final class Shards {
  /** Rows of a tile of the matrix products. */
  private static final int FEW = 8;

  /** Three of them. */
  private static final int MANY = 24;

  /** Weights that a second cache does not hold beside what they are multiplied with: 1 MB. */
  private static final int LARGE = 1 << 18;

  private final Trainable model;
  private final int batch;
  private final int rows;
  private final int most;
  private final Workers workers;
  private final Randomness noise;
  private final List<Worker> idle = new ArrayList<>();
  private final float[] gradient;
  private @Nullable Terms terms;
  private final Runnable task = this::work;
  private Optional<Consumer<Objective>> watcher = Optional.empty();
  private int count;
  private int[] pieces = new int[0];
  private List<Sequence> sequences = List.of();
  private int steps;
  private long step;
  private double klWeight;
  private double done;
  private long realSteps;
  private int next;
  private int added;
  private boolean failed;

  /**
   * @param batch most sequences of a batch
   * @param noise the stream of the samples
   */
  Shards(Trainable model, int batch, Workers workers, Randomness noise) {
    this.model = model;
    this.batch = batch;
    this.rows = model.recurrentWeights() > LARGE ? MANY : FEW;
    this.most = Math.max(1, batch / rows);
    this.workers = workers;
    this.noise = noise;
    gradient = new float[model.parameters().size()];
    for (int w = 0; w < workers.count(); w++) idle.add(new Worker());
  }

  /** Says how much of the training is done, 0 … 1. */
  void progress(double share) {
    done = Math.min(1, share);
  }

  /**
   * Computes the objective of some sequences and its gradient per real step.
   *
   * @param pieces which of the sequences
   * @param steps time steps to record, at least those of the longest
   * @param step of the training, says which noise
   */
  void compute(List<Sequence> sequences, int[] pieces, int steps, long step, double klWeight) {
    this.sequences = sequences;
    this.pieces = pieces;
    this.steps = steps;
    this.step = step;
    this.klWeight = klWeight;
    // A batch that is not full fills the first shards.
    count = Math.min(most, (pieces.length + rows - 1) / rows);
    realSteps = 0;
    for (int piece : pieces) realSteps += sequences.get(piece).steps();
    if (terms != null) terms.clear();
    Arrays.fill(gradient, 0);
    next = 0;
    added = 0;
    failed = false;
    workers.run(task);
  }

  /** What each worker does: takes shards until there are no more. */
  private void work() {
    Worker worker = hire();
    boolean done = false;
    try {
      for (int shard = take(); shard < count; shard = take()) {
        if (!add(shard, worker.compute(shard))) return;
      }
      done = true;
    } finally {
      dismiss(worker, done);
    }
  }

  private synchronized Worker hire() {
    return idle.removeLast();
  }

  private synchronized void dismiss(Worker worker, boolean done) {
    idle.add(worker);
    if (done) return;
    failed = true;
    notifyAll();
  }

  private synchronized int take() {
    return next++;
  }

  /** Adds up what was found when it is the shard's turn; false when another worker failed. */
  private synchronized boolean add(int shard, Objective found) {
    awaitTurn(shard);
    if (failed) return false;
    if (shard == 0 && watcher.isPresent()) watcher.get().accept(found);
    found.tape().addGradientTo(gradient);
    if (terms == null) terms = found.terms().empty();
    terms.add(found.terms());
    added++;
    notifyAll();
    return true;
  }

  private synchronized void awaitTurn(int shard) {
    boolean interrupted = false;
    while (added < shard && !failed) {
      try {
        wait();
      } catch (InterruptedException e) {
        // Half a gradient would be worse than a short wait.
        interrupted = true;
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
  }

  /** Sets what receives the objective of the first shard after it was computed. */
  void watch(Optional<Consumer<Objective>> wanted) {
    watcher = wanted;
  }

  /** The gradient, laid out as {@link undercurrent.math.Parameters#data()}; not a copy. */
  float[] gradient() {
    return gradient;
  }

  /** The sums over all real steps of the batch; not a copy. */
  Terms terms() {
    return Objects.requireNonNull(terms, "nothing computed yet");
  }

  /** How many real time steps the batch has. */
  long realSteps() {
    return realSteps;
  }

  /** The recorded objectives of one worker. */
  private final class Worker {
    private final Randomness own = noise.copy();
    private final List<Objective> recorded = new ArrayList<>();

    Objective compute(int shard) {
      int from = shard * rows;
      int size = shard == most - 1 ? batch - from : rows;
      Objective objective = objective(size);
      objective.clear();
      for (int b = 0; b < size && from + b < pieces.length; b++) {
        objective.put(b, sequences.get(pieces[from + b]));
      }
      own.moveTo(step << Short.SIZE | shard);
      objective.progress(done);
      objective.noise(own);
      objective.forward();
      objective.backward(klWeight, realSteps);
      return objective;
    }

    private Objective objective(int size) {
      for (int i = 0; i < recorded.size(); i++) {
        Objective known = recorded.get(i);
        if (known.batch() == size && known.steps() == steps) return known;
      }
      Objective fresh = model.record(new Tape(model.parameters()), steps, size);
      recorded.add(fresh);
      return fresh;
    }
  }
}
