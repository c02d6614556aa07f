package undercurrent.command;

import com.sun.management.ThreadMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import undercurrent.math.Tape;
import undercurrent.model.Trainable;
import undercurrent.series.Dataset;
import undercurrent.settings.Settings;
import undercurrent.training.Trainer;
import undercurrent.training.TrainingSettings;
import undercurrent.training.Workers;

/** Trains a model of a known size and takes the time. */
final class Stopwatch {
  private static final double NANOSECONDS = 1e9;
  private static final int BATCHES = 20;
  private static final int ENOUGH = 5;
  private static final double SETTLED = 5;
  private static final double LONGEST_WARM_UP = 120;
  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Trainer trainer;
  private final Trainable model;
  private final int steps;
  private final int batch;

  Stopwatch(BenchSize size, int steps, int batch, Workers workers) {
    Dataset data = size.data(BATCHES * batch, steps);
    TrainingSettings settings = TrainingSettings.defaults();
    settings = Settings.with(settings, "batchSize", batch);
    settings = Settings.with(settings, "epochs", 1_000_000);
    this.steps = steps;
    this.batch = batch;
    model = size.model(data, settings.seed());
    trainer = new Trainer(model, data, settings, workers);
  }

  /** Floating-point operations in the products of one step. */
  double operations() {
    return model.record(new Tape(model.parameters()), steps, batch).tape().productOperations();
  }

  /** Steps made in each of some first seconds, counted from now. */
  int[] stepsWithin(double... seconds) {
    int[] steps = new int[seconds.length];
    long began = System.nanoTime();
    for (int made = 0; ; made++) {
      double now = (System.nanoTime() - began) / NANOSECONDS;
      for (int i = 0; i < seconds.length; i++) if (now <= seconds[i]) steps[i] = made;
      if (now > seconds[seconds.length - 1]) return steps;
      trainer.step();
    }
  }

  /**
   * Trains until the compiler has had nothing to do for some seconds: on a busy machine it may be
   * far behind, and what is not compiled yet is slow and keeps its vectors on the heap.
   *
   * @param seconds to train at least
   */
  void warmUp(double seconds) {
    double end = seconds;
    double now = 0;
    long compiled = -1;
    long began = System.nanoTime();
    while (now < Math.min(end, LONGEST_WARM_UP)) {
      trainer.step();
      now = (System.nanoTime() - began) / NANOSECONDS;
      long total = COMPILER.getTotalCompilationTime();
      if (total != compiled) end = Math.max(seconds, now + SETTLED);
      compiled = total;
    }
  }

  /** Milliseconds of a step: the median of those made in some seconds. */
  double milliseconds(double seconds) {
    return median(
        seconds,
        () -> {
          long began = System.nanoTime();
          trainer.step();
          return (System.nanoTime() - began) / 1e6;
        });
  }

  /**
   * The same in processor time of this thread, which other work on the machine hardly changes; of a
   * training without helpers.
   */
  double processorMilliseconds(double seconds) {
    return median(
        seconds,
        () -> {
          long began = THREADS.getCurrentThreadCpuTime();
          trainer.step();
          return (THREADS.getCurrentThreadCpuTime() - began) / 1e6;
        });
  }

  /** Bytes that this thread allocates in a step: the median of some. */
  double bytes() {
    double[] bytes = new double[2 * BATCHES];
    for (int i = 0; i < bytes.length; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      trainer.step();
      bytes[i] = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
    return median(bytes, bytes.length);
  }

  /** The median of what is measured again and again for some seconds, at least five times. */
  static double median(double seconds, DoubleSupplier measured) {
    double[] values = new double[1 << 16];
    int count = 0;
    long end = System.nanoTime() + (long) (seconds * NANOSECONDS);
    while ((System.nanoTime() < end || count < ENOUGH) && count < values.length) {
      values[count++] = measured.getAsDouble();
    }
    return median(values, count);
  }

  private static double median(double[] values, int count) {
    Arrays.sort(values, 0, count);
    return values[count / 2];
  }
}
