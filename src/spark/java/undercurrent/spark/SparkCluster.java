package undercurrent.spark;

import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;
import undercurrent.sweep.Cluster;
import undercurrent.sweep.PlanFiles;
import undercurrent.sweep.Point;
import undercurrent.sweep.RunResult;
import undercurrent.sweep.Share;
import undercurrent.sweep.Sweep;
import undercurrent.sweep.SweepException;
import undercurrent.sweep.SweepFolder;

/**
 * A cluster of Apache Spark: one task a run, which Spark makes again elsewhere when a machine is
 * lost. Results are written by the driver as they come.
 */
public final class SparkCluster implements Cluster {
  /** What Java must open to Spark, and what our own arithmetic needs. */
  static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "sun.nio.ch",
          "sun.util.calendar");

  private static final int MOST_FAILURES = 8;
  private static final int MILLISECONDS_BETWEEN_LOOKS = 200;

  @Override
  public boolean run(
      SweepFolder folder,
      Share share,
      String master,
      Sweep.Listener listener,
      BooleanSupplier stopped)
      throws IOException {
    folder.clear();
    List<Integer> numbers = Sweep.left(folder, share).stream().map(Point::number).toList();
    if (numbers.isEmpty()) return true;
    int runs = share.of(folder.plan().grid().runs()).size();
    try (JavaSparkContext context = new JavaSparkContext(configured(master))) {
      Thread watch = watch(context, stopped);
      try {
        compute(context, folder, numbers, new Gathered(folder, listener, numbers.size(), runs));
      } finally {
        watch.interrupt();
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      if (!stopped.getAsBoolean()) {
        throw new SweepException(
            "The cluster at '%s' ended the work (%s); what it has sent is kept, and the same command goes on."
                .formatted(master, first(e.getMessage())));
      }
    }
    return Sweep.left(folder, share).isEmpty();
  }

  private static String first(@Nullable String message) {
    return String.valueOf(message).lines().findFirst().orElse("");
  }

  private static SparkConf configured(String master) {
    List<String> options = new ArrayList<>();
    for (String name : OPENED) options.add("--add-opens=java.base/" + name + "=ALL-UNNAMED");
    options.add("--add-modules=jdk.incubator.vector");
    SparkConf conf = new SparkConf(true).setAppName("Undercurrent sweep");
    conf.setMaster(master);
    conf.setIfMissing("spark.executor.extraJavaOptions", String.join(" ", options));
    conf.setIfMissing("spark.task.maxFailures", Integer.toString(MOST_FAILURES));
    // It counts what all runs send together, though each is written and forgotten as it comes.
    conf.setIfMissing("spark.driver.maxResultSize", "0");
    return conf;
  }

  private static void compute(
      JavaSparkContext context, SweepFolder folder, List<Integer> numbers, Gathered gathered) {
    Broadcast<PlanFiles> plan = context.broadcast(PlanFiles.of(folder.plan()));
    JavaRDD<Integer> tasks = context.parallelize(numbers, numbers.size());
    ClassTag<MadeRun> tag = ClassTag$.MODULE$.apply(MadeRun.class);
    List<Object> partitions = IntStream.range(0, numbers.size()).mapToObj(i -> (Object) i).toList();
    context
        .sc()
        .runJob(
            tasks.rdd(),
            new RunTask(plan),
            CollectionConverters.asScala(partitions).toSeq(),
            gathered,
            tag);
  }

  /** Ends the work when a person wants it to end. */
  private static Thread watch(JavaSparkContext context, BooleanSupplier stopped) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (!stopped.getAsBoolean()) Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
                context.cancelAllJobs();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** Writes each run as it comes, on the driver. */
  private static final class Gathered extends AbstractFunction2<Object, MadeRun, BoxedUnit>
      implements Serializable {
    @Serial private static final long serialVersionUID = 1;
    private final transient SweepFolder folder;
    private final transient Sweep.Listener listener;
    private final int runs;
    private int done;

    Gathered(SweepFolder folder, Sweep.Listener listener, int left, int runs) {
      this.folder = folder;
      this.listener = listener;
      this.runs = runs;
      done = runs - left;
    }

    @Override
    public synchronized BoxedUnit apply(Object partition, MadeRun made) {
      RunResult result = RunResult.of(made.files());
      try {
        folder.finished(result, made.seconds());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      done++;
      listener.done(result.outcome(), done, runs);
      return BoxedUnit.UNIT;
    }
  }
}
