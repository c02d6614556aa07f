package undercurrent.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import undercurrent.training.Workers;

/**
 * Makes the runs of a sweep that are not done, several at once in this process: each on one thread,
 * so that its bits are those of any other machine.
 */
public final class Sweep {
  private static final double NANOSECONDS = 1e9;

  /** Hears of runs, from the threads that make them. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A run is done.
     *
     * @param done of the runs of this part, those of earlier calls among them
     */
    void done(Outcome outcome, int done, int of);
  }

  private final SweepFolder folder;
  private final int runs;
  private final Listener listener;
  private final BooleanSupplier stopped;
  private int done;

  private Sweep(
      SweepFolder folder, int runs, int left, Listener listener, BooleanSupplier stopped) {
    this.folder = folder;
    this.runs = runs;
    this.listener = listener;
    this.stopped = stopped;
    done = runs - left;
  }

  /** The runs of a share that are not done. */
  public static List<Point> left(SweepFolder folder, Share share) {
    return share.of(folder.plan().grid().runs()).stream()
        .map(folder.plan()::point)
        .filter(point -> !folder.isDone(point))
        .toList();
  }

  /**
   * Makes what is left of a part.
   *
   * @param workers one run at a time for each
   * @param stopped is asked between two steps of a training; what is in flight then is lost
   * @return whether all runs of the part are done
   */
  public static boolean run(
      SweepFolder folder, Share share, Workers workers, Listener listener, BooleanSupplier stopped)
      throws IOException {
    folder.clear();
    List<Point> left = left(folder, share);
    int runs = share.of(folder.plan().grid().runs()).size();
    Sweep sweep = new Sweep(folder, runs, left.size(), listener, stopped);
    try {
      workers.each(left, sweep::make);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return sweep.done == runs;
  }

  private void make(Point point) {
    if (stopped.getAsBoolean()) return;
    try {
      folder.begun(point);
      long began = System.nanoTime();
      Optional<RunResult> result = RunResult.of(folder.plan(), point, stopped);
      if (result.isEmpty()) return;
      folder.finished(result.get(), (System.nanoTime() - began) / NANOSECONDS);
      tell(result.get().outcome());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void tell(Outcome outcome) {
    done++;
    listener.done(outcome, done, runs);
  }

  /**
   * Joins the parts of a sweep that lie in a folder.
   *
   * @return the whole, of which runs may still be missing
   * @throws SweepException when there are no parts, or they are of different sweeps
   */
  public static SweepFolder merge(Path folder) throws IOException {
    List<Path> parts;
    try (Stream<Path> files = Files.list(folder)) {
      parts =
          files
              .filter(f -> String.valueOf(f.getFileName()).startsWith("part-"))
              .filter(PlanFiles::areIn)
              .sorted()
              .toList();
    }
    if (parts.isEmpty()) {
      throw new SweepException(Words.of("sweep.noParts", folder));
    }
    Path first = PlanFiles.areIn(folder) ? folder : parts.getFirst();
    PlanFiles wanted = PlanFiles.read(first);
    for (Path part : parts) {
      if (PlanFiles.read(part).equals(wanted)) continue;
      throw new SweepException(Words.of("sweep.foreignPart", part, first));
    }
    SweepFolder whole = SweepFolder.of(folder, wanted.plan());
    for (Path part : parts) whole.take(SweepFolder.of(part, whole.plan()));
    return whole;
  }
}
