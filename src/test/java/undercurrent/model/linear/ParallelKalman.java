package undercurrent.model.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import undercurrent.math.Progress;

/**
 * The filter and the smoother of one long series, parallel in time: blocks of steps are summed up
 * at the same time, the sums are chained, and then the blocks are gone through at the same time
 * (Särkkä and García-Fernández 2021, in the form of a blocked scan). A sum costs about as much
 * again as the pass itself, so two processors gain little and one loses; the numbers are those of
 * {@link KalmanFilter} to rounding. The executor's threads are the caller's.
 */
public final class ParallelKalman {
  private final Executor executor;
  private final int[] bounds;

  /**
   * Splits {@code steps} into blocks; the one that needs no sum, the first of the filter and the
   * last of the smoother, is twice as long.
   */
  private ParallelKalman(Executor executor, int blocks, int steps, boolean firstIsLong) {
    this.executor = executor;
    bounds = new int[blocks + 1];
    for (int i = 1; i < blocks; i++) {
      bounds[i] = (int) ((long) steps * (firstIsLong ? i + 1 : i) / (blocks + 1));
    }
    bounds[blocks] = steps;
  }

  /** Like {@link KalmanFilter#filter(LinearSystem, Observations)}, in at least two blocks. */
  public static FilterResult filter(
      LinearSystem system, Observations seen, Executor executor, int blocks) {
    if (blocks < 2 || seen.steps() < 4 * blocks) return KalmanFilter.filter(system, seen);
    system.require(seen);
    return new ParallelKalman(executor, blocks, seen.steps(), true).filter(system, seen);
  }

  /** Like {@link KalmanSmoother#smooth(FilterResult)}, in at least two blocks. */
  public static SmootherResult smooth(FilterResult filter, Executor executor, int blocks) {
    int steps = filter.observations().steps();
    ParallelKalman parallel = new ParallelKalman(executor, Math.max(1, blocks), steps, false);
    boolean can = blocks >= 2 && steps >= 4 * blocks;
    if (!can || filter.diffuseSteps() > parallel.bounds[1]) return KalmanSmoother.smooth(filter);
    return parallel.smooth(filter);
  }

  private FilterResult filter(LinearSystem system, Observations seen) {
    int blocks = bounds.length - 1;
    int n = system.latentSize();
    FilterResult result = new FilterResult(system, seen);
    FilterPass first = new FilterPass(system, seen);
    FilterBlock[] sums = new FilterBlock[blocks];
    together(
        0,
        blocks - 1,
        i -> {
          if (i == 0) KalmanFilter.run(first, result, 0, bounds[1], Progress.NONE);
          else sums[i] = new FilterBlock(system, seen, bounds[i], bounds[i + 1]);
        });
    // a start that the first block does not fix cannot be handed on
    if (first.diffuse > 0) return KalmanFilter.filter(system, seen);
    double[][] means = new double[blocks][];
    double[][] covariances = new double[blocks][];
    means[1] = first.mean;
    covariances[1] = first.covariance;
    for (int i = 2; i < blocks; i++) {
      means[i] = means[i - 1].clone();
      covariances[i] = covariances[i - 1].clone();
      sums[i - 1].apply(means[i], covariances[i]);
    }
    together(
        1,
        blocks,
        i -> {
          FilterPass pass = new FilterPass(system, seen);
          pass.diffuse = 0;
          System.arraycopy(means[i], 0, pass.mean, 0, n);
          System.arraycopy(covariances[i], 0, pass.covariance, 0, n * n);
          pass.predict(bounds[i] - 1);
          KalmanFilter.run(pass, result, bounds[i], bounds[i + 1], Progress.NONE);
        });
    return result;
  }

  private SmootherResult smooth(FilterResult filter) {
    int blocks = bounds.length - 1;
    SmootherResult result = new SmootherResult(filter, false);
    KalmanSmoother[] passes = new KalmanSmoother[blocks];
    for (int i = 0; i < blocks; i++) passes[i] = new KalmanSmoother(filter, result);
    SmootherBlock[] sums = new SmootherBlock[blocks];
    together(
        1,
        blocks,
        i -> {
          if (i == blocks - 1) passes[i].run(bounds[i], bounds[i + 1], Progress.NONE);
          else sums[i] = new SmootherBlock(filter, bounds[i], bounds[i + 1]);
        });
    for (int i = blocks - 2; i >= 0; i--) {
      BackwardPass later = passes[i + 1].pass;
      BackwardPass here = passes[i].pass;
      System.arraycopy(later.r[0], 0, here.r[0], 0, here.r[0].length);
      System.arraycopy(later.information[0], 0, here.information[0], 0, here.information[0].length);
      // the last block has gone through its steps already
      if (i + 1 < blocks - 1) sums[i + 1].apply(here.r[0], here.information[0]);
    }
    together(0, blocks - 1, i -> passes[i].run(bounds[i], bounds[i + 1], Progress.NONE));
    return result;
  }

  private void together(int from, int to, IntConsumer task) {
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (int i = from; i < to; i++) {
      int block = i;
      running.add(CompletableFuture.runAsync(() -> task.accept(block), executor));
    }
    try {
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw e;
    }
  }
}
