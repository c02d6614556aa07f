package undercurrent.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.math.SpeedReference;
import undercurrent.report.JsonText;
import undercurrent.series.NumberWords;
import undercurrent.session.WarmUp;
import undercurrent.session.WorkerThreads;

/** {@code undercurrent bench}: how fast this machine trains. */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {
  private static final double[] FIRST_SECONDS = {1, 2, 5};
  private static final int[][] PRODUCTS = {{64, 128, 384}, {256, 1024, 1024}};
  private static final int[] LENGTHS = {50, 100, 200, 400, 800, 1600, 3200};
  private static final int[] BATCHES = {8, 16, 32, 64, 128, 256, 512};
  private static final int ROUNDS = 9;
  private static final double RATE_SECONDS = 1.5;
  private static final double ENOUGH_OPERATIONS = 1e7;
  private final Console console;

  @Option(names = "--size", defaultValue = "classroom")
  private BenchSize size = BenchSize.CLASSROOM;

  @Option(names = "--threads", defaultValue = "1")
  private int threads;

  @Option(names = "--seconds", defaultValue = "5")
  private double seconds;

  @Option(names = "--scaling")
  private boolean scaling;

  @Option(names = "--json")
  private boolean json;

  BenchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (threads < 1) throw new BadUsage(Words.of("option.threads", threads));
    if (!(seconds > 0)) {
      throw new BadUsage(Words.of("bench.seconds", seconds));
    }
    WarmUp.start();
    try (WorkerThreads workers = WorkerThreads.of(threads)) {
      if (scaling) scaling(workers);
      else measure(workers);
    }
    return 0;
  }

  private void measure(WorkerThreads workers) {
    Stopwatch watch = new Stopwatch(size, size.steps, size.batch, workers);
    int[] first = watch.stepsWithin(FIRST_SECONDS);
    watch.warmUp(seconds);
    double milliseconds = watch.milliseconds(seconds);
    double bytes = watch.bytes();
    double rate = watch.operations() / milliseconds / 1e6;
    double one = rate(SpeedReference::peak);
    double peak = one * Math.min(threads, Runtime.getRuntime().availableProcessors());
    String name = size.toString();
    say("size", Words.of("bench.model", name, size.steps, size.batch));
    say("threads", Integer.toString(threads));
    ObjectNode node = JsonText.JSON.createObjectNode();
    node.put("size", name).put("threads", threads);
    node.put("millisecondsPerStep", milliseconds).put("bytesPerStep", bytes);
    say(
        "step",
        Words.of(
            "bench.step",
            NumberWords.format("%.3f", milliseconds),
            NumberWords.format("%.0f", bytes)));
    ObjectNode cold = node.putObject("stepsPerSecondInTheFirst");
    for (int i = 0; i < first.length; i++) {
      double perSecond = first[i] / FIRST_SECONDS[i];
      cold.put(NumberWords.format("%.0f s", FIRST_SECONDS[i]), perSecond);
      say("cold", Words.of("bench.cold", decimal(perSecond), whole(FIRST_SECONDS[i])));
    }
    node.put("peakGflops", peak).put("stepGflops", rate);
    say("peak", NumberWords.format("%.1f GFLOP/s", peak));
    say("products", Words.of("bench.products", decimal(rate), whole(100 * rate / peak)));
    ArrayNode kernels = node.putArray("kernels");
    for (int[] p : PRODUCTS) {
      double kernel = rate(new SpeedReference.Product(p[0], p[1], p[2])::run);
      String product = NumberWords.format("%d×%d×%d", p[0], p[1], p[2]);
      kernels.addObject().put("product", product).put("gflops", kernel).put("ofPeak", kernel / one);
      say("kernel", Words.of("bench.kernel", decimal(kernel), product, whole(100 * kernel / one)));
    }
    if (json) console.json(node);
  }

  /** All in turns, because the machine is not as fast in every minute. */
  private void scaling(WorkerThreads workers) {
    List<Point> points = new ArrayList<>();
    for (int steps : LENGTHS) points.add(new Point(steps, size.batch, workers));
    for (int batch : BATCHES) points.add(new Point(size.steps, batch, workers));
    for (int round = 0; round < ROUNDS; round++) {
      for (Point point : points) point.measure(round);
    }
    ObjectNode node = JsonText.JSON.createObjectNode();
    node.put("clock", threads == 1 ? "processor" : "wall");
    ArrayNode byLength = node.putArray("byLength");
    ArrayNode byBatch = node.putArray("byBatch");
    for (int i = 0; i < points.size(); i++) {
      points.get(i).tell(i < LENGTHS.length ? byLength : byBatch);
    }
    if (json) console.json(node);
  }

  /** A length and a batch size, and how long a training step takes in each round. */
  private final class Point {
    private final int steps;
    private final int batch;
    private final Stopwatch watch;
    private final double[] milliseconds = new double[ROUNDS];

    Point(int steps, int batch, WorkerThreads workers) {
      this.steps = steps;
      this.batch = batch;
      watch = new Stopwatch(size, steps, batch, workers);
      watch.warmUp(seconds / 2);
    }

    void measure(int round) {
      double share = seconds / ROUNDS;
      milliseconds[round] =
          threads == 1 ? watch.processorMilliseconds(share) : watch.milliseconds(share);
    }

    void tell(ArrayNode array) {
      Arrays.sort(milliseconds);
      double median = milliseconds[ROUNDS / 2];
      double each = 1e6 * median / steps / batch;
      array
          .addObject()
          .put("steps", steps)
          .put("batch", batch)
          .put("millisecondsPerStep", median)
          .put("nanosecondsPerTimeStep", each);
      String sizes = NumberWords.format("%5d %5d: %9.3f ms", steps, batch, median);
      say("scaling", Words.of("bench.each", sizes, whole(each)));
    }
  }

  /** Billions of operations in a second: the median of many runs, after as many to warm up. */
  private static double rate(DoubleSupplier work) {
    DoubleSupplier measured =
        () -> {
          long began = System.nanoTime();
          double operations = 0;
          while (operations < ENOUGH_OPERATIONS) operations += work.getAsDouble();
          return operations / (System.nanoTime() - began);
        };
    Stopwatch.median(RATE_SECONDS, measured);
    return Stopwatch.median(RATE_SECONDS, measured);
  }

  private static String decimal(double value) {
    return NumberWords.format("%.1f", value);
  }

  private static String whole(double value) {
    return NumberWords.format("%.0f", value);
  }

  private void say(String what, String words) {
    if (!json) console.say("%-9s %s", Words.of("bench.line." + what), words);
  }
}
