package undercurrent.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import undercurrent.edit.Revision;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Run;
import undercurrent.training.Moment;
import undercurrent.training.StepTrace;
import undercurrent.training.TrainingSettings;

/**
 * A training on its own thread. Every method returns at once; what has come of it is seen in the
 * next {@link Snapshot}. The numbers do not depend on whether anybody looks.
 */
public final class Session implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Session.class.getName());
  private final SessionStart start;
  private final SessionMail mail;
  private final EstimationThread estimates;

  /** Comes when the training is there; nothing is estimated before. */
  private final CompletableFuture<Run> run = new CompletableFuture<>();

  /** Starts paused. */
  public Session(Experiment experiment) {
    this.mail = new SessionMail(TrainingPosition.of(experiment));
    this.start = new SessionStart(experiment, mail.snapshots, () -> mail.closed);
    this.estimates = new EstimationThread(() -> new WatchedModel(run.join()));
    WarmUp.start();
    Thread thread = new Thread(this::work, "training");
    thread.setDaemon(true);
    thread.start();
  }

  /** The newest snapshot that was not taken yet. */
  public Optional<Snapshot> poll() {
    return mail.snapshots.take();
  }

  /** Trains until the end, or until another order. */
  public void play() {
    mail.order(worker -> worker.play(true));
  }

  /** Stops after the step that is being made. */
  public void pause() {
    mail.order(worker -> worker.play(false));
  }

  /** Makes one update and stops. */
  public void step() {
    mail.order(SessionWorker::single);
  }

  /** The same, and its numbers where the model has weights. */
  public CompletableFuture<Optional<StepTrace>> tracedStep() {
    CompletableFuture<Optional<StepTrace>> answer = new CompletableFuture<>();
    mail.order(worker -> answer.complete(worker.traced()));
    return answer;
  }

  /** The model as of the next moment between two steps. */
  public CompletableFuture<Moment> moment() {
    CompletableFuture<Moment> answer = new CompletableFuture<>();
    mail.order(worker -> answer.complete(worker.moment()));
    return answer;
  }

  /**
   * Slows the training down so that it can be followed; the numbers do not depend on it.
   *
   * @param epochsPerSecond at most; 0 = as fast as it can
   */
  public void pace(double epochsPerSecond) {
    mail.order(worker -> worker.pace(epochsPerSecond));
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
    mail.settings.put(live);
    mail.order(worker -> {});
  }

  /** Sets what is watched. */
  public void watch(Viewpoint wanted) {
    mail.watch.put(wanted);
    mail.order(worker -> {});
  }

  /**
   * Other edits of the data, which the document keeps from now on. What is watched are the data
   * that {@link Viewpoint#edited} has; the training goes on with those that it began with.
   */
  public void revise(Revision revision) {
    mail.order(worker -> worker.run().revise(revision));
  }

  /** How many orders were given so far; a snapshot says how many of them it knows. */
  public long orderCount() {
    return mail.orderCount();
  }

  /** The document as of the next moment between two steps. */
  public CompletableFuture<Experiment> experiment() {
    CompletableFuture<Experiment> answer = mail.documents.ask();
    mail.order(worker -> mail.documents.serve(worker.run()));
    return answer;
  }

  /** The same for somebody who is in no hurry: nothing is given up for it, no look at the model. */
  CompletableFuture<Experiment> experimentInPassing() {
    CompletableFuture<Experiment> answer = mail.documents.ask();
    if (mail.waiting) mail.order(worker -> mail.documents.serve(worker.run()));
    return answer;
  }

  /** How far it is. */
  public TrainingPosition standing() {
    return mail.standing;
  }

  /** Ends the thread after the step that is being made. */
  @Override
  public void close() {
    mail.closed = true;
    estimates.close();
    mail.order(worker -> {});
  }

  private void work() {
    try (WorkerThreads workers = WorkerThreads.besideWindow()) {
      Run opened = start.open(workers);
      run.complete(opened);
      new SessionWorker(mail, estimates, opened).work();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Cancelled e) {
      LOG.log(System.Logger.Level.DEBUG, "The training was closed.");
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "The training failed.", e);
      mail.snapshots.put(start.failed(e, mail.orderCount()));
    } finally {
      mail.documents.end();
    }
  }
}
