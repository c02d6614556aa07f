package undercurrent.session;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.math.VectorLoops;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;

/**
 * Trains something small once a launch, so that the vector loops are compiled while the first real
 * training is already moving in the scalar ones, which give the same bits.
 */
public final class WarmUp {
  private static final AtomicBoolean STARTED = new AtomicBoolean();

  /** About what the compiler needs before it optimises fully. */
  private static final int STEPS = 60;

  /** What a person waits for comes first: a window that opens, a first ELBO. */
  private static final long HEAD_START = 400_000_000L;

  private WarmUp() {}

  /** Begins on a thread of its own; returns at once, and does nothing the second time. */
  public static void start() {
    if (!VectorLoops.isPresent() || STARTED.getAndSet(true)) return;
    Thread thread = new Thread(() -> VectorLoops.warmUp(WarmUp::train), "warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private static void train() {
    LockSupport.parkNanos(HEAD_START);
    SeriesSet set = Samples.find("sine").orElseThrow().open();
    Recipe recipe = Recipe.of(set).with("window", 20).with("batchSize", 8).with("epochs", STEPS);
    Run run = Run.of(recipe.experiment(set));
    for (int step = 0; step < STEPS; step++) run.trainer().step();
  }
}
