package undercurrent.session;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Run;
import undercurrent.math.Progress;
import undercurrent.session.SessionMail.Order;
import undercurrent.session.Snapshot.State;
import undercurrent.training.Moment;
import undercurrent.training.StepTrace;
import undercurrent.training.Training;

/** What the thread of a session does: it trains, carries out orders and publishes snapshots. */
final class SessionWorker {
  private static final long PUBLISH_EVERY = 30_000_000L;
  private static final long PATIENCE_MILLISECONDS = 50;
  private static final double NANOSECONDS = 1e9;
  private final SessionMail mail;
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

  /** Nanoseconds that steps took here; those of a document that was trained before are unknown. */
  private long trained;

  /** Nanoseconds that steps were held, in which nothing was trained. */
  private long waited;

  private final boolean isWhole;
  private long began;
  private long published;
  private long answered;

  SessionWorker(SessionMail mail, EstimationThread estimates, Run run) {
    this.mail = mail;
    this.run = run;
    this.trainer = run.trainer();
    this.isWhole = trainer.steps() == 0;
    this.watched = new WatchedSeries(run, estimates);
  }

  void work() throws InterruptedException {
    history.begin(run.replay(), trainer);
    publish();
    while (!mail.closed || !mail.orders.isEmpty()) {
      mail.documents.serve(run);
      Order order = training() || mail.closed ? orderUntilDue() : nextOrder();
      mail.settings.take().ifPresent(trainer::adjust);
      mail.watch.take().ifPresent(watched::watch);
      if (order != null) carryOut(order);
      else if (training() && !mail.closed && isDue()) advance();
      else if (mail.snapshots.isEmpty() && watched.hasNews()) publish();
      mail.standing = mail.standing.now(run);
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
    return mail.closed || wait <= 0
        ? mail.orders.poll()
        : mail.orders.poll(wait, TimeUnit.NANOSECONDS);
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
    Order soon = mail.orders.poll(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
    if (soon != null) return soon;
    mail.watch.take().ifPresent(watched::watch);
    if (look(watched::lookClosely)) publish();
    return idle();
  }

  private Order idle() throws InterruptedException {
    mail.waiting = true;
    long start = System.nanoTime();
    try {
      // A request made before that was seen is answered now; a later one is an order.
      mail.documents.serve(run);
      return mail.orders.take();
    } finally {
      mail.waiting = false;
      waited += System.nanoTime() - start;
    }
  }

  /** Looks at the model, unless an order comes before that is done. */
  private boolean look(BooleanSupplier closer) {
    try {
      return make(
          looks,
          () -> {
            mail.documents.serve(run);
            if (mail.closed || !mail.orders.isEmpty()) throw new Cancelled();
          },
          closer);
    } catch (Cancelled e) {
      return false;
    }
  }

  private void makeStep(Runnable step) {
    long start = System.nanoTime() - waited;
    make(
        steps,
        this::admit,
        () -> {
          step.run();
          return true;
        });
    trained += System.nanoTime() - waited - start;
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
          if (part() > 0 && due && mail.snapshots.isEmpty()) publish();
        };
    try {
      return progress.during(work::getAsBoolean);
    } finally {
      making = Optional.empty();
    }
  }

  /**
   * Lets orders in while a long step is being made; a pause holds it where it is. A short one is
   * made to its end first, because nothing can be looked at closely within a step.
   */
  private void admit() {
    if (!held && !isLong()) return;
    try {
      Order order = held ? idle() : mail.orders.poll();
      while (order != null) {
        if (mail.closed) throw new Cancelled();
        carryOut(order);
        order = held ? idle() : mail.orders.poll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Cancelled();
    }
  }

  /** How much of what is being made is done, where that is worth telling. */
  private double part() {
    return isLong() && !held ? making.map(PassProgress::share).orElse(0.0) : 0;
  }

  private boolean isLong() {
    return System.nanoTime() - began > SessionStart.LONG;
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
    if (ended || (mail.snapshots.isEmpty() && now - published > PUBLISH_EVERY)) publish();
  }

  Run run() {
    return run;
  }

  void pace(double epochsPerSecond) {
    pacing.limit(epochsPerSecond);
    watched.fast(epochsPerSecond == 0);
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
    mail.snapshots.put(
        Snapshot.of(
            trainer,
            State.of(trainer.status(), playing),
            trainer.diagnosis().or(watched::refusal),
            answered,
            pace.perSecond(),
            isWhole ? trained / NANOSECONDS : Double.NaN,
            watched.tell(),
            history.moments(),
            part()));
  }
}
