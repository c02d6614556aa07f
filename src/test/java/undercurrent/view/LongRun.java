package undercurrent.view;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.stage.Stage;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.session.Snapshot;

/**
 * Trains for an hour with the window open and says each minute what is held: heap after a
 * collection, threads, open files, resident memory. Run with {@code mvn -q test-compile
 * exec:exec@long-run}; the number of minutes may be given.
 */
public final class LongRun {
  private static final int MINUTES = 60;

  private LongRun() {}

  public static void main(String[] arguments) throws InterruptedException {
    int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MINUTES;
    SeriesSet set = Samples.find("sine").orElseThrow().open();
    Experiment experiment = Recipe.of(set).with("epochs", 1_000_000).experiment(set);
    OffScreen.start();
    MainWindow window =
        OffScreen.call(
            () -> {
              Stage stage = new Stage();
              MainWindow main = new MainWindow(stage);
              stage.show();
              main.lab().open(experiment);
              main.lab().play();
              return main;
            });
    say("minute  state     epoch    step  heap MB  threads  files  resident MB");
    for (int minute = 1; minute <= minutes; minute++) {
      TimeUnit.MINUTES.sleep(1);
      // What is looked at changes too, as a person does it.
      int series = minute % set.series().size();
      try {
        OffScreen.run(() -> window.lab().selection().seriesProperty().set(series));
        sample(minute, OffScreen.call(() -> window.lab().snapshotProperty().get()));
      } catch (IllegalStateException e) {
        say("%6d  the screen's thread did not answer for a minute", minute);
      }
    }
    System.exit(0);
  }

  private static void sample(int minute, Snapshot now) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    say(
        "%6d  %-8s %6d %7d %8.1f %8d %6d %12.1f",
        minute,
        now.state(),
        now.epoch(),
        now.step(),
        (runtime.totalMemory() - runtime.freeMemory()) / 1e6,
        ManagementFactory.getThreadMXBean().getThreadCount(),
        openFiles(),
        residentMegabytes());
  }

  /** Where the system says it; else −1. */
  private static long openFiles() {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    } catch (IOException e) {
      return -1;
    }
  }

  private static double residentMegabytes() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(l -> l.startsWith("VmRSS:"))
          .mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")) / 1e3)
          .findFirst()
          .orElse(-1);
    } catch (IOException e) {
      return -1;
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
