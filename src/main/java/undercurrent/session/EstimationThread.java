package undercurrent.session;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import undercurrent.kind.Fitting;
import undercurrent.math.Progress;
import undercurrent.session.Snapshot.Beliefs;

/**
 * Estimates a series by copies of the weights of a training, on a thread of its own: the training
 * goes on meanwhile. It rests as long as it works, because the window needs the same processor.
 */
final class EstimationThread implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EstimationThread.class.getName());

  /** Ten updates of the figures a second are as many as a person can follow. */
  private static final long EVERY = 100_000_000L;

  private record Request(Moment moment, Viewpoint viewpoint, boolean again) {}

  private final Supplier<Fitting> models;
  private final LatestValue<Beliefs> replayed = new LatestValue<>();
  private @Nullable Request watched;
  private @Nullable Request replay;
  private boolean started;
  private long restsUntil = System.nanoTime();
  private volatile boolean working;
  private volatile boolean closed;
  private volatile Optional<Beliefs> last = Optional.empty();

  /**
   * Without a thread until something is to be estimated.
   *
   * @param models makes the model that the weights are put into, on the thread
   */
  EstimationThread(Supplier<Fitting> models) {
    this.models = models;
  }

  /** True when another model of the training may be estimated now. */
  synchronized boolean isIdle(long now) {
    return !working && watched == null && replay == null && now - restsUntil >= 0;
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

  /** The estimate by an earlier model that was not taken yet. */
  Optional<Beliefs> takeReplayed() {
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
      Fitting model = models.get();
      while (!closed) {
        Request request = next();
        if (request != null) estimate(model, request);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Cancelled e) {
      LOG.log(System.Logger.Level.DEBUG, "The estimates were closed.");
    } catch (RuntimeException | OutOfMemoryError e) {
      // The training goes on; a close look at its model when it pauses says what is wrong.
      LOG.log(System.Logger.Level.WARNING, "The estimates during the training ended.", e);
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

  private void estimate(Fitting model, Request request) {
    long began = System.nanoTime();
    model.use(request.moment().model());
    Progress cancel =
        (done, of) -> {
          if (closed) throw new Cancelled();
        };
    Beliefs beliefs =
        cancel.during(
            () ->
                Observer.estimate(
                    model.estimator(),
                    request.viewpoint(),
                    request.moment().epoch(),
                    request.moment().step()));
    finish(request, beliefs, began);
  }

  private synchronized void finish(Request request, Beliefs beliefs, long began) {
    long now = System.nanoTime();
    restsUntil = now + Math.max(now - began, EVERY - (now - began));
    working = false;
    if (request.again()) replayed.put(beliefs);
    else last = Optional.of(beliefs);
  }
}
