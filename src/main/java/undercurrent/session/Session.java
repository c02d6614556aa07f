package undercurrent.session;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Run;
import undercurrent.math.Progress;
import undercurrent.session.Snapshot.State;
import undercurrent.training.StepTrace;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;

/**
 * A training on its own thread. Every method returns at once; what has come of it is seen in the
 * next {@link Snapshot}. The numbers do not depend on whether anybody looks.
 */
public final class Session implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Session.class.getName());
  private static final long PUBLISH_EVERY = 30_000_000L;
  private static final long PATIENCE_MILLISECONDS = 50;

  private final SessionStart start;
  private final LatestValue<Snapshot> snapshots = new LatestValue<>();
  private final LatestValue<TrainingSettings> settings = new LatestValue<>();
  private final LatestValue<Viewpoint> watch = new LatestValue<>();
  private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
  private final AtomicLong orderCount = new AtomicLong();
  private final DocumentRequests documents = new DocumentRequests();
  private final EstimationThread estimates;
  private volatile TrainingPosition standing;
  private volatile boolean closed;

  /** True while the thread has nothing to do. */
  private volatile boolean waiting;

  /** Something that is done between two steps. */
  private interface Order {
    void carryOut(Worker worker);
  }

  /** Starts paused. */
  public Session(Experiment experiment) {
    this.start = new SessionStart(experiment, snapshots, () -> closed);
    this.standing = TrainingPosition.of(experiment);
    this.estimates = new EstimationThread(() -> Run.model(experiment));
    WarmUp.start();
    Thread thread = new Thread(this::work, "training");
    thread.setDaemon(true);
    thread.start();
  }

  /** The newest snapshot that was not taken yet. */
  public Optional<Snapshot> poll() {
    return snapshots.take();
  }

  /** Trains until the end, or until another order. */
  public void play() {
    ask(worker -> worker.play(true));
  }

  /** Stops after the step that is being made. */
  public void pause() {
    ask(worker -> worker.play(false));
  }

  /** Makes one update and stops. */
  public void step() {
    ask(Worker::single);
  }

  /** The same, and its numbers where the model has weights. */
  public CompletableFuture<Optional<StepTrace>> tracedStep() {
    CompletableFuture<Optional<StepTrace>> answer = new CompletableFuture<>();
    ask(worker -> answer.complete(worker.traced()));
    return answer;
  }

  /** The model as of the next moment between two steps. */
  public CompletableFuture<Moment> moment() {
    CompletableFuture<Moment> answer = new CompletableFuture<>();
    ask(worker -> answer.complete(worker.moment()));
    return answer;
  }

  /**
   * Slows the training down so that it can be followed; the numbers do not depend on it.
   *
   * @param epochsPerSecond at most; 0 = as fast as it can
   */
  public void pace(double epochsPerSecond) {
    ask(worker -> worker.pacing.limit(epochsPerSecond));
  }

  /** Estimates by the model of an earlier moment, which {@link #takeReplayed} gives. */
  public void replay(Moment moment, Viewpoint viewpoint) {
    estimates.replay(moment, viewpoint);
  }

  /** The newest answer to a replay that was not taken yet. */
  public Optional<Replayed> takeReplayed() {
    return estimates.takeReplayed();
  }

  /** Changes live settings before the next step. */
  public void adjust(TrainingSettings live) {
    settings.put(live);
    ask(worker -> {});
  }

  /** Sets what is watched. */
  public void watch(Viewpoint wanted) {
    watch.put(wanted);
    ask(worker -> {});
  }

  /** How many orders were given so far; a snapshot says how many of them it knows. */
  public long orderCount() {
    return orderCount.get();
  }

  private void ask(Order order) {
    orderCount.incrementAndGet();
    orders.add(order);
  }

  /** The document as of the next moment between two steps. */
  public CompletableFuture<Experiment> experiment() {
    CompletableFuture<Experiment> answer = documents.ask();
    ask(worker -> documents.serve(worker.run));
    return answer;
  }

  /** The same for somebody who is in no hurry: nothing is given up for it, no look at the model. */
  CompletableFuture<Experiment> experimentInPassing() {
    CompletableFuture<Experiment> answer = documents.ask();
    if (waiting) ask(worker -> documents.serve(worker.run));
    return answer;
  }

  /** How far it is. */
  public TrainingPosition standing() {
    return standing;
  }

  /** Ends the thread after the step that is being made. */
  @Override
  public void close() {
    closed = true;
    estimates.close();
    ask(worker -> {});
  }

  private void work() {
    try (WorkerThreads workers = WorkerThreads.besideWindow()) {
      new Worker(start.open(workers)).work();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Cancelled e) {
      LOG.log(System.Logger.Level.DEBUG, "The training was closed.");
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "The training failed.", e);
      snapshots.put(start.failed(e, orderCount.get()));
    } finally {
      documents.end();
    }
  }

  /** What happens on the thread. */
  private final class Worker {
    private final Run run;
    private final Training trainer;
    private final WatchedSeries watched;
    private final StepPacing pacing = new StepPacing();
    private final TrainingHistory history = new TrainingHistory();
    private final StepRate pace = new StepRate();
    private final PassProgress steps = new PassProgress();
    private final PassProgress looks = new PassProgress();
    private boolean playing;

    /** Which of both is being made; steps of a paused training are held. */
    private Optional<PassProgress> making = Optional.empty();

    private Optional<StepTrace> trace = Optional.empty();
    private boolean held;
    private long began;
    private long published;
    private long answered;

    Worker(Run run) {
      this.run = run;
      this.trainer = run.trainer();
      this.watched = new WatchedSeries(run, estimates);
    }

    void work() throws InterruptedException {
      history.offer(trainer);
      publish();
      while (!closed || !orders.isEmpty()) {
        documents.serve(run);
        Order order = training() || closed ? orderUntilDue() : nextOrder();
        settings.take().ifPresent(trainer::adjust);
        watch.take().ifPresent(watched::watch);
        if (order != null) carryOut(order);
        else if (training() && !closed && isDue()) advance();
        else if (snapshots.isEmpty() && watched.hasNews()) publish();
        standing = standing.now(trainer);
      }
    }

    private void carryOut(Order order) {
      answered++;
      order.carryOut(this);
      publish();
    }

    /** An order that is there, or comes before the next step of a slow training is due. */
    private @Nullable Order orderUntilDue() throws InterruptedException {
      long wait = Math.min(pacing.remaining(System.nanoTime()), PUBLISH_EVERY);
      return closed || wait <= 0 ? orders.poll() : orders.poll(wait, TimeUnit.NANOSECONDS);
    }

    private boolean isDue() {
      return pacing.remaining(System.nanoTime()) <= 0;
    }

    private boolean training() {
      return playing && trainer.status() == Training.Status.READY;
    }

    /** Waits for an order; looks closely at the model before, unless there is one already. */
    private Order nextOrder() throws InterruptedException {
      // Orders come in groups: open, look, play. A close look between them would hold them up.
      Order soon = orders.poll(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
      if (soon != null) return soon;
      watch.take().ifPresent(watched::watch);
      if (look(watched::lookClosely)) publish();
      return idle();
    }

    private Order idle() throws InterruptedException {
      waiting = true;
      try {
        // A request made before that was seen is answered now; a later one is an order.
        documents.serve(run);
        return orders.take();
      } finally {
        waiting = false;
      }
    }

    /** Looks at the model, unless an order comes before that is done. */
    private boolean look(BooleanSupplier closer) {
      try {
        return make(
            looks,
            () -> {
              documents.serve(run);
              if (closed || !orders.isEmpty()) throw new Cancelled();
            },
            closer);
      } catch (Cancelled e) {
        return false;
      }
    }

    private void makeStep(Runnable step) {
      make(
          steps,
          this::admit,
          () -> {
            step.run();
            return true;
          });
    }

    /** Makes something that may be long, with a break every few thousand rows. */
    private boolean make(PassProgress passes, Runnable pause, BooleanSupplier work) {
      passes.begin();
      making = Optional.of(passes);
      began = System.nanoTime();
      Progress progress =
          (done, of) -> {
            passes.at(done, of);
            pause.run();
            boolean due = System.nanoTime() - published > PUBLISH_EVERY;
            if (part() > 0 && due && snapshots.isEmpty()) publish();
          };
      try {
        return progress.during(work::getAsBoolean);
      } finally {
        making = Optional.empty();
      }
    }

    /** Lets orders in while a step is being made; a pause holds it where it is. */
    private void admit() {
      try {
        Order order = held ? idle() : orders.poll();
        while (order != null) {
          if (closed) throw new Cancelled();
          carryOut(order);
          order = held ? idle() : orders.poll();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Cancelled();
      }
    }

    /** How much of what is being made is done, where that is worth telling. */
    private double part() {
      boolean isLong = System.nanoTime() - began > SessionStart.LONG;
      return isLong && !held ? making.map(PassProgress::share).orElse(0.0) : 0;
    }

    private void advance() {
      makeStep(trainer::step);
      long now = System.nanoTime();
      pace.step(now);
      boolean ended = trainer.status() != Training.Status.READY;
      if (ended) playing = false;
      history.offer(trainer);
      pacing.step(now, trainer.stepsPerEpoch());
      if (playing) watched.follow(now);
      // No snapshot is made while the last one has not been taken.
      if (ended || (snapshots.isEmpty() && now - published > PUBLISH_EVERY)) publish();
    }

    void play(boolean wanted) {
      playing = wanted && trainer.status() == Training.Status.READY;
      held = making.isPresent() && !wanted;
      pace.start(System.nanoTime());
    }

    void single() {
      single(trainer::step);
    }

    Moment moment() {
      return new Moment(trainer.epoch(), trainer.steps(), trainer.model());
    }

    /** The numbers of one update; nothing when one that is held is made to its end. */
    Optional<StepTrace> traced() {
      trace = Optional.empty();
      single(() -> trace = trainer.tracedStep());
      return trace;
    }

    /** One that is held is made to its end. */
    private void single(Runnable step) {
      playing = false;
      held = false;
      if (making.isEmpty()) {
        makeStep(step);
        history.offer(trainer);
      }
    }

    private void publish() {
      published = System.nanoTime();
      snapshots.put(
          Snapshot.of(
              trainer,
              State.of(trainer.status(), playing),
              answered,
              pace.perSecond(),
              watched.tell(),
              history.moments(),
              part()));
    }
  }
}
