package undercurrent.model.linear;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import undercurrent.math.Progress;
import undercurrent.math.Randomness;
import undercurrent.model.structural.LocalLevel;
import undercurrent.model.structural.StructuralModel;

/**
 * Measures the filter and smoother of n = 4, m = 2 beside a scalar loop of as many multiply-adds,
 * and a fit of a local level. Run with {@code mvn -q test-compile exec:exec@linear}.
 */
public final class LinearBench {
  private static final int STEPS = 10_000;
  private static final int HUNDRED_THOUSAND = 100_000;
  private static final int LONG = 1_000_000;
  private static final int ROUNDS = 101;

  /**
   * Multiply-adds a step: F P F' and N twice 3/2 n³, P N P 3/2 n³, and a scalar 5 n² forward and 2½
   * n² back, with n = 4 and m = 2.
   */
  private static final int MULTIPLY_ADDS = 96 + 96 + 96 + 2 * 80 + 2 * 40;

  private static double sink;

  private LinearBench() {}

  public static void main(String[] arguments) {
    Randomness random = Randomness.of(1);
    LinearSystem system = RandomSystems.constant(4, 2, 4, random);
    Observations seen = draw(system, STEPS, random);
    say("n 4, m 2, T %,d; median of %d", STEPS, ROUNDS);
    double floor = median(ROUNDS, LinearBench::floor);
    double both = median(ROUNDS, () -> KalmanSmoother.smooth(system, seen));
    FilterResult filter = KalmanFilter.filter(system, seen);
    say("scalar loop of %d multiply-adds a step  %6.2f ms", MULTIPLY_ADDS, floor);
    say(
        "filter and smoother                     %6.2f ms, %.1f times the loop",
        both, both / floor);
    say(
        "filter                                  %6.2f ms",
        median(ROUNDS, () -> KalmanFilter.filter(system, seen)));
    say(
        "log-likelihood alone                    %6.2f ms",
        median(ROUNDS, () -> KalmanFilter.logLikelihood(system, seen)));
    say(
        "smoother                                %6.2f ms",
        median(ROUNDS, () -> KalmanSmoother.smooth(filter)));
    say(
        "filter in square-root form              %6.2f ms",
        median(
            ROUNDS,
            () -> KalmanFilter.filter(system, seen, FilterForm.SQUARE_ROOT, Progress.NONE)));
    say(
        "score                                   %6.2f ms",
        median(ROUNDS, () -> LikelihoodGradient.of(filter, (t, part, g) -> sink += g.length)));
    say(
        "F P F' + Q alone, our loops             %6.2f ms",
        median(ROUNDS, () -> predictions(system)));
    say(
        "F P F' + Q alone, EJML                  %6.2f ms",
        median(ROUNDS, () -> ejmlPredictions(system)));
    say("allocated a step, log-likelihood alone  %6.2f bytes", allocated(system, seen));
    Observations hundredThousand = draw(system, HUNDRED_THOUSAND, random);
    FilterResult run = KalmanFilter.filter(system, hundredThousand);
    say("T %,d; median of 21", HUNDRED_THOUSAND);
    say(
        "filter                                  %6.1f ms",
        median(21, () -> KalmanFilter.filter(system, hundredThousand)));
    say(
        "smoother                                %6.1f ms",
        median(21, () -> KalmanSmoother.smooth(run)));
    Observations walk = walk(random);
    StructuralModel level = StructuralModel.of(new LocalLevel());
    say("fit of a local level                    %6.0f ms", median(7, () -> fit(level, walk)));
    try (ForkJoinPool pool = new ForkJoinPool(Runtime.getRuntime().availableProcessors())) {
      Observations longer = draw(system, LONG, random);
      say("T %,d; median of 7", LONG);
      double sequential = median(7, () -> KalmanFilter.filter(system, longer));
      FilterResult known = KalmanFilter.filter(system, longer);
      say("filter                                  %6.0f ms", sequential);
      double back = median(7, () -> KalmanSmoother.smooth(known));
      say("smoother                                %6.0f ms", back);
      for (int blocks : new int[] {2, 3, 4, 8}) {
        double parallel = median(7, () -> ParallelKalman.filter(system, longer, pool, blocks));
        double parallelBack = median(7, () -> ParallelKalman.smooth(known, pool, blocks));
        say(
            "in %d blocks on %d processors: filter %4.0f ms (%.2f of one), smoother %4.0f ms"
                + " (%.2f)",
            blocks,
            Runtime.getRuntime().availableProcessors(),
            parallel,
            parallel / sequential,
            parallelBack,
            parallelBack / back);
      }
    }
    if (sink == 42) say("");
  }

  private static Observations draw(LinearSystem system, int steps, Randomness random) {
    Observations like = Observations.of(new double[steps][2]);
    return Simulation.of(system, like, random).observations();
  }

  /** A random walk with steps of deviation 0.3, seen with noise of deviation 1. */
  private static Observations walk(Randomness random) {
    double[] values = new double[HUNDRED_THOUSAND];
    double level = 0;
    for (int t = 0; t < values.length; t++) {
      level += 0.3 * random.normal();
      values[t] = level + random.normal();
    }
    return Observations.ofChannel(values);
  }

  /** From the model's own start until the search converges. */
  private static void fit(StructuralModel model, Observations seen) {
    var search = new MaximumLikelihood(model, List.of(seen), model.start(seen));
    while (search.status() == Learner.Status.READY) search.step();
    sink += search.logLikelihood().value();
  }

  /**
   * Independent sums over arrays that stay in the nearest cache: the multiply-adds, nothing else.
   */
  private static void floor() {
    double[] a = new double[64];
    double[] b = new double[64];
    Arrays.fill(a, 1.0001);
    Arrays.fill(b, 0.9999);
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    for (int t = 0; t < STEPS; t++) {
      a[t & 63] += 1e-9;
      for (int i = 0; i < MULTIPLY_ADDS; i += 4) {
        int at = i & 60;
        s0 += a[at] * b[at];
        s1 += a[at + 1] * b[at + 1];
        s2 += a[at + 2] * b[at + 2];
        s3 += a[at + 3] * b[at + 3];
      }
    }
    sink += s0 + s1 + s2 + s3;
  }

  private static void predictions(LinearSystem system) {
    double[] f = system.part(SystemPart.TRANSITION).at(0);
    double[] q = system.part(SystemPart.TRANSITION_NOISE).at(0);
    double[] p = q.clone();
    double[] work = new double[16];
    for (int t = 0; t < STEPS; t++) {
      Matrices.sandwich(f, p, p, work, 4);
      for (int i = 0; i < 16; i++) p[i] += q[i];
    }
    sink += p[0];
  }

  private static void ejmlPredictions(LinearSystem system) {
    DMatrixRMaj f = new DMatrixRMaj(4, 4, true, system.part(SystemPart.TRANSITION).at(0));
    DMatrixRMaj q = new DMatrixRMaj(4, 4, true, system.part(SystemPart.TRANSITION_NOISE).at(0));
    DMatrixRMaj p = q.copy();
    DMatrixRMaj work = new DMatrixRMaj(4, 4);
    for (int t = 0; t < STEPS; t++) {
      CommonOps_DDRM.mult(f, p, work);
      CommonOps_DDRM.multTransB(work, f, p);
      CommonOps_DDRM.addEquals(p, q);
    }
    sink += p.get(0);
  }

  private static double allocated(LinearSystem system, Observations seen) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    sink += KalmanFilter.logLikelihood(system, seen).value();
    return (threads.getCurrentThreadAllocatedBytes() - before) / (double) STEPS;
  }

  private static double median(int rounds, Runnable work) {
    for (int i = 0; i < rounds; i++) work.run();
    double[] times = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      work.run();
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    return times[rounds / 2];
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
