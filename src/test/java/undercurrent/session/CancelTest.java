package undercurrent.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.inference.Estimator;
import undercurrent.math.Progress;
import undercurrent.math.Randomness;
import undercurrent.series.ImportChoices;
import undercurrent.series.Samples;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.sweep.Grid;
import undercurrent.sweep.Plan;
import undercurrent.sweep.Share;
import undercurrent.sweep.Sweep;
import undercurrent.sweep.SweepFolder;
import undercurrent.training.Workers;

/**
 * Whatever takes long on a long series ends within a second after it is no longer wanted. The
 * second is one of processor time of the thread, which other work on the machine does not change.
 */
final class CancelTest {
  private static final int ROWS = 300_000;
  private static final long PATIENCE_SECONDS = 120;
  private static final double ONE_SECOND = 1e9;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @TempDir private static Path folder = Path.of("");
  private static Path file = Path.of("");
  private static SeriesSet set =
      SeriesFiles.open("short", "t,x\n0,1\n1,2\n2,3\n3,4\n", ImportChoices.AUTOMATIC);

  @BeforeAll
  static void write() throws Exception {
    Randomness random = Randomness.of(1);
    StringBuilder text = new StringBuilder("t,x\n");
    for (int t = 0; t < ROWS; t++) {
      double x = Math.sin(0.1 * t) + 0.3 * random.normal();
      text.append(t).append(',').append(Math.round(1000 * x) / 1000.0).append('\n');
    }
    file = Files.writeString(folder.resolve("long.csv"), text);
    set = SeriesFiles.open(file);
  }

  /** Not wanted any more. */
  private static final class Unwanted extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Lets work begin, and cancels it.
   *
   * @param after so many milliseconds of its processor time
   */
  private static void assertEnds(Runnable work, long after) throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    AtomicReference<String> outcome = new AtomicReference<>("");
    boolean[] isUnwanted = {false};
    Progress progress =
        (done, of) -> {
          synchronized (isUnwanted) {
            if (isUnwanted[0]) throw new Unwanted();
          }
        };
    long[] spent = {0};
    Thread thread =
        new Thread(
            () -> {
              try {
                progress.during(
                    () -> {
                      work.run();
                      return "";
                    });
                outcome.set("done");
              } catch (Unwanted e) {
                outcome.set("cancelled");
              } catch (RuntimeException | Error e) {
                outcome.set(e.toString());
              } finally {
                spent[0] = THREADS.getCurrentThreadCpuTime();
                ended.countDown();
              }
            });
    thread.start();
    long cancelled = 0;
    while (ended.getCount() > 0 && cancelled < after * 1_000_000) {
      TimeUnit.MILLISECONDS.sleep(1);
      cancelled = Math.max(cancelled, THREADS.getThreadCpuTime(thread.threadId()));
    }
    synchronized (isUnwanted) {
      isUnwanted[0] = true;
    }
    assertTrue(ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "it did not end");
    assertEquals("cancelled", outcome.get());
    assertTrue(spent[0] - cancelled < ONE_SECOND, (spent[0] - cancelled) / 1e9 + " s");
  }

  private static Run run(String kind) {
    return Run.of(
        Recipe.of(set)
            .with("kind", kind)
            .with("epochs", 1)
            .with("validateEvery", 1)
            .experiment(set));
  }

  @Test
  void opening() throws Exception {
    assertEnds(() -> SeriesFiles.open(file), 20);
    assertEnds(() -> SeriesFiles.preview(file, ImportChoices.AUTOMATIC), 20);
  }

  @Test
  void openingADocument() throws Exception {
    Path document = folder.resolve("long.undercurrent");
    ExperimentFile.save(Recipe.of(set).experiment(set), document);
    assertEnds(() -> ExperimentFile.open(document), 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deep", "linear"})
  void theStartOfATraining(String kind) throws Exception {
    assertEnds(() -> run(kind), 5);
  }

  /** Of an exact kind within an iteration, of a deep one within a look at the validation part. */
  @Test
  void aStep() throws Exception {
    Run exact = run("linear");
    assertEnds(exact.trainer()::step, 20);
    Run deep = run("deep");
    int updates = deep.trainer().stepsPerEpoch();
    for (int i = 0; i < updates - 1; i++) deep.trainer().step();
    assertEnds(deep.trainer()::step, 20);
    assertEquals(0, deep.trainer().epoch());
    assertTrue(deep.trainer().curve().isEmpty());
    deep.trainer().step();
    assertEquals(1, deep.trainer().curve().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"deep", "linear", "cru"})
  void estimates(String kind) throws Exception {
    Estimator estimator = run(kind).estimator();
    assertEnds(() -> estimator.online(0), 20);
    assertEnds(() -> estimator.smoothed(0), 20);
    assertEnds(() -> estimator.forecast(0, ROWS - 1000, 1000), 20);
  }

  @Test
  void aSweep() throws Exception {
    SeriesSet nile = Samples.find("nile").orElseThrow().open();
    Recipe recipe = Recipe.of(nile).with("epochs", 1_000_000);
    Plan plan = Plan.of(recipe.experiment(nile), new Grid(List.of(), 2));
    SweepFolder made = SweepFolder.of(folder.resolve("sweep"), plan);
    long began = THREADS.getCurrentThreadCpuTime();
    long[] cancelled = {0};
    boolean isDone =
        Sweep.run(
            made,
            Share.WHOLE,
            Workers.ALONE,
            (outcome, done, of) -> {},
            () -> {
              long now = THREADS.getCurrentThreadCpuTime();
              if (cancelled[0] == 0 && now - began > 0.2 * ONE_SECOND) cancelled[0] = now;
              return cancelled[0] > 0;
            });
    assertFalse(isDone);
    assertTrue(THREADS.getCurrentThreadCpuTime() - cancelled[0] < ONE_SECOND);
  }
}
