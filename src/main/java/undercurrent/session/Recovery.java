package undercurrent.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import undercurrent.experiment.Comparisons;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentException;
import undercurrent.experiment.ExperimentFile;
import undercurrent.output.NamedFailure;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * Keeps what is unsaved in a side file, on a thread of its own: every few seconds while it changes,
 * less often where writing takes long, so that it takes a quarter of the time of that thread at
 * most. Sets that are too large are not kept, and that is reported.
 */
public final class Recovery implements AutoCloseable {
  /** The pause between two times that the side file is written. */
  public static final Duration EVERY = Duration.ofSeconds(5);

  /** Numbers in a table, times included, that can be written every few seconds. */
  public static final long MOST_NUMBERS = 4_000_000;

  private static final System.Logger LOG = System.getLogger(Recovery.class.getName());
  private static final long LOOK_EVERY_MILLISECONDS = 500;
  private static final int PAUSE_PER_WORK = 3;
  private static final int PATIENCE_SECONDS = 20;

  /** Why something is not kept; reported once. */
  public sealed interface Trouble {
    /** It is more than {@link #MOST_NUMBERS}. */
    record TooLarge(String name, long numbers) implements Trouble {}

    /** The folder cannot be written. */
    record NotWritten(Path folder, String reason) implements Trouble {}
  }

  /** What the side file holds. */
  private record Written(Session session, TrainingPosition standing, Comparisons compared) {
    /** A training that was replaced stays kept until another one has begun. */
    boolean outweighs(Written other) {
      return session != other.session && standing.step() > 0 && other.standing.step() == 0;
    }
  }

  private final Path folder;
  private final Duration every;
  private final long most;
  private final Consumer<Trouble> trouble;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "recovery");
            made.setDaemon(true);
            return made;
          });
  private volatile Map<String, String> look = Map.of();
  private volatile Comparisons compared = Comparisons.NONE;

  // The rest belongs to the thread.
  private Optional<UnsavedChanges> followed = Optional.empty();
  private Optional<RecoverySlot> slot = Optional.empty();
  private Optional<Written> written = Optional.empty();
  private Optional<CompletableFuture<Experiment>> request = Optional.empty();
  private Optional<Session> tooLarge = Optional.empty();
  private boolean failing;
  private long earliest = System.nanoTime();

  /**
   * Begins, with nothing to follow.
   *
   * @param folder where each window has a folder of its own while something is unsaved in it
   * @param trouble receives on the thread the reason why something is not kept
   */
  public Recovery(Path folder, Consumer<Trouble> trouble) {
    this(folder, EVERY, MOST_NUMBERS, trouble);
  }

  Recovery(Path folder, Duration every, long most, Consumer<Trouble> trouble) {
    this.folder = folder;
    this.every = every;
    this.most = most;
    this.trouble = trouble;
    var unused =
        thread.scheduleWithFixedDelay(
            this::check, LOOK_EVERY_MILLISECONDS, LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  /** What is watched in the window, which is kept too. */
  public void look(Map<String, String> now) {
    look = Map.copyOf(now);
  }

  /** What is kept beside the training to be compared with it, which is kept too. */
  public void beside(Comparisons now) {
    compared = now;
  }

  /**
   * Says what is open, or that it was saved. What was open before stays kept until something else
   * is unsaved.
   */
  public void follow(UnsavedChanges now) {
    thread.execute(() -> begin(now));
  }

  /** The same for what an earlier window left: its side file is now the one of this window. */
  public void adopt(RecoveredWork left, UnsavedChanges now) {
    thread.execute(
        () -> {
          slot.ifPresent(RecoverySlot::delete);
          slot = Optional.of(left.slot());
          written = Optional.of(new Written(now.session(), now.kept(), compared));
          begin(now);
        });
  }

  private void begin(UnsavedChanges now) {
    if (followed.filter(f -> f.session() == now.session()).isEmpty()) request = Optional.empty();
    followed = Optional.of(now);
    boolean kept = written.filter(w -> w.session() == now.session()).isPresent();
    if (kept && !now.any()) drop();
  }

  private void check() {
    try {
      followed.ifPresent(this::keep);
    } catch (RuntimeException | OutOfMemoryError e) {
      fail(e.toString(), e);
    }
  }

  private void keep(UnsavedChanges now) {
    if (request.isPresent()) {
      CompletableFuture<Experiment> answer = request.get();
      if (!answer.isDone()) return;
      request = Optional.empty();
      // A training that has failed has no document; what was kept of it stays.
      if (!answer.isCompletedExceptionally()) write(now, answer.join());
      return;
    }
    boolean due = System.nanoTime() - earliest >= 0 && now.any();
    if (!due || tooLarge.filter(s -> s == now.session()).isPresent()) return;
    Written wanted = new Written(now.session(), now.session().standing(), compared);
    if (written.filter(w -> w.equals(wanted) || w.outweighs(wanted)).isPresent()) return;
    request = Optional.of(now.session().experimentInPassing());
    // Most often it is there at once.
    if (request.get().isDone()) keep(now);
  }

  private void write(UnsavedChanges now, Experiment document) {
    if (!now.any()) return;
    long numbers = numbers(document.data());
    if (numbers > most) {
      tooLarge = Optional.of(now.session());
      trouble.accept(new Trouble.TooLarge(document.data().name(), numbers));
      return;
    }
    long began = System.nanoTime();
    try {
      if (slot.isEmpty()) slot = Optional.of(RecoverySlot.free(folder));
      Comparisons beside = compared;
      ExperimentFile.save(
          RecoveredWork.document(document, look, now.file()).withCompared(beside),
          slot.orElseThrow().file());
      written = Optional.of(new Written(now.session(), TrainingPosition.of(document), beside));
      failing = false;
    } catch (ExperimentException e) {
      fail(reason(e.getCause() instanceof IOException cause ? cause : e), e);
    } catch (IOException e) {
      fail(reason(e), e);
    } finally {
      long end = System.nanoTime();
      earliest = end + Math.max(every.toNanos(), PAUSE_PER_WORK * (end - began));
    }
  }

  static long numbers(SeriesSet set) {
    long rows = set.series().stream().mapToLong(Series::length).sum();
    return rows * (set.channels().size() + 1);
  }

  private static String reason(Exception e) {
    if (e instanceof IOException file) return NamedFailure.reason(file);
    String reason = e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  /** It is tried again, and reported once. */
  private void fail(String reason, Throwable e) {
    if (failing) return;
    failing = true;
    LOG.log(System.Logger.Level.WARNING, "What is unsaved is not kept.", e);
    trouble.accept(new Trouble.NotWritten(folder, reason));
  }

  private void drop() {
    slot.ifPresent(RecoverySlot::delete);
    slot = Optional.empty();
    written = Optional.empty();
  }

  /** Ends as a window does that is closed: nothing is kept. Waits for what is being written. */
  @Override
  public void close() {
    if (thread.isShutdown()) return;
    thread.execute(this::drop);
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(System.Logger.Level.WARNING, "What is unsaved is still being written.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
