package undercurrent.session;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import undercurrent.math.Progress;
import undercurrent.session.Snapshot.Beliefs;
import undercurrent.training.Moment;

/**
 * Estimates a series by copies of the weights of a training, on a thread of its own: the training
 * goes on meanwhile. It rests as long as it works, because the window needs the same processor.
 */
final class EstimationThread implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EstimationThread.class.getName());

  /** Ten updates of the figures a second are as many as a person can follow. */
  private static final long EVERY = 100_000_000L;

  /** Fewer leave the processor to a training that is to be as fast as it can. */
  private static final long EVERY_OF_A_FAST_TRAINING = 160_000_000L;

  /** What failed once will often fail again. */
  private static final long AFTER_FAILURE = 10 * 1_000_000_000L;

  private record Request(Moment moment, Viewpoint viewpoint, boolean again) {}

  private final Supplier<WatchedModel> models;
  private final LatestValue<Replayed> replayed = new LatestValue<>();
  private @Nullable Request watched;
  private @Nullable Request replay;
  private boolean started;
  private @Nullable WatchedModel model;
  private long restsUntil = System.nanoTime();
  private volatile long every = EVERY;
  private volatile boolean working;
  private volatile boolean closed;
  private volatile Optional<Beliefs> last = Optional.empty();

  /**
   * Without a thread until something is to be estimated.
   *
   * @param models makes the model that the weights are put into, on the thread
   */
  EstimationThread(Supplier<WatchedModel> models) {
    this.models = models;
  }

  /** True when another model of the training may be estimated now. */
  synchronized boolean isIdle(long now) {
    return !working && watched == null && replay == null && now - restsUntil >= 0;
  }

  /** Whether the training goes as fast as it can, rather than at a pace for people. */
  void fast(boolean fast) {
    every = fast ? EVERY_OF_A_FAST_TRAINING : EVERY;
  }

  /** Estimates by a model of the training; what comes of it is in {@link #last}. */
  void watch(Moment moment, Viewpoint viewpoint) {
    put(new Request(moment, viewpoint, false));
  }

  /** The newest estimate by a model of the training. */
  Optional<Beliefs> last() {
    return last;
  }

  /** Estimates by an earlier model, before anything else; one that has not begun is replaced. */
  void replay(Moment moment, Viewpoint viewpoint) {
    put(new Request(moment, viewpoint, true));
  }

  /** The answer to a replay that was not taken yet. */
  Optional<Replayed> takeReplayed() {
    return replayed.take();
  }

  private synchronized void put(Request request) {
    if (request.again()) replay = request;
    else watched = request;
    if (!started) {
      started = true;
      Thread thread = new Thread(this::work, "estimates");
      thread.setDaemon(true);
      thread.start();
    }
    notifyAll();
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  private void work() {
    try {
      while (!closed) {
        Request request = next();
        if (request != null) answer(request);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable Request next() throws InterruptedException {
    while (watched == null && replay == null && !closed) wait();
    working = true;
    @Nullable Request first = replay == null ? watched : replay;
    if (replay == null) watched = null;
    else replay = null;
    return first;
  }

  private void answer(Request request) {
    long began = System.nanoTime();
    Optional<Beliefs> beliefs = Optional.empty();
    try {
      beliefs = Optional.of(estimate(request));
    } catch (Cancelled e) {
      LOG.log(System.Logger.Level.DEBUG, "The estimates were closed.");
    } catch (RuntimeException | OutOfMemoryError e) {
      // The training goes on; a close look at its model when it pauses says what is wrong.
      LOG.log(System.Logger.Level.WARNING, "An estimate during the training failed.", e);
      model = null;
    }
    finish(request, beliefs, began);
  }

  private Beliefs estimate(Request request) {
    WatchedModel current = model();
    Progress cancel =
        (done, of) -> {
          if (closed) throw new Cancelled();
        };
    return cancel.during(() -> Observer.estimate(current, request.moment(), request.viewpoint()));
  }

  private WatchedModel model() {
    WatchedModel current = model;
    if (current == null) current = models.get();
    model = current;
    return current;
  }

  private synchronized void finish(Request request, Optional<Beliefs> beliefs, long began) {
    long now = System.nanoTime();
    long rest = beliefs.isPresent() ? every : AFTER_FAILURE;
    restsUntil = now + Math.max(now - began, rest - (now - began));
    working = false;
    if (request.again()) replayed.put(new Replayed(request.moment(), beliefs));
    else if (beliefs.isPresent()) last = beliefs;
  }
}
