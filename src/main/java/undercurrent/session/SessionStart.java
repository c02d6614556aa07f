package undercurrent.session;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Run;
import undercurrent.math.Progress;
import undercurrent.session.Snapshot.State;

/**
 * The time before the training of a session is there, and what is said when it cannot be.
 *
 * @param isClosed whether nobody waits for it any more
 */
record SessionStart(Experiment start, LatestValue<Snapshot> snapshots, BooleanSupplier isClosed) {
  /** What takes less time, in nanoseconds, is not worth a progress bar. */
  static final long LONG = 300_000_000L;

  /** A long fit may have to be made again. */
  Run open(WorkerThreads workers) {
    PassProgress passes = new PassProgress();
    long began = System.nanoTime();
    Progress progress =
        (done, of) -> {
          if (isClosed.getAsBoolean()) throw new Cancelled();
          passes.at(done, of);
          if (System.nanoTime() - began > LONG && snapshots.isEmpty()) {
            snapshots.put(
                Snapshot.unopened(
                    State.PAUSED,
                    start.curve(),
                    start.training(),
                    Optional.empty(),
                    0,
                    passes.share()));
          }
        };
    return progress.during(() -> Run.of(start, workers));
  }

  Snapshot failed(Throwable e, long answered) {
    String sentence =
        e instanceof OutOfMemoryError
            ? SessionWords.of("sessionStart.memory")
            : Optional.ofNullable(e.getMessage())
                .orElse(SessionWords.of("sessionStart.failed", e.getClass().getSimpleName()));
    return Snapshot.unopened(
        State.FAILED, start.curve(), start.training(), Optional.of(sentence), answered, 0);
  }
}
