package undercurrent.session;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.math.Randomness;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;

/**
 * Measures long and wide tables with a deep model, each in a program of its own: how long a file
 * takes to open, how soon after Play there is an ELBO, and the memory of a training with its
 * validation, by value of the table. Run with {@code mvn -q test-compile exec:exec@long}; {@code
 * -Dlong.tables=ROWS_1000000} measures some of the tables alone.
 */
public final class LongDataCost {
  private static final int EPOCHS = 3;
  private static final double NANOSECONDS = 1e9;

  /** The tables; of two lengths the difference shows what a value takes. */
  private enum Table {
    ROWS_250000(1, 250_000, 1),
    ROWS_1000000(1, 1_000_000, 1),
    CHANNELS_20(1, 100_000, 20),
    SHORT_SERIES(10_000, 50, 1),
    CELLS_280(1, 4_000, 280),
    LONGER_CELLS_280(1, 16_000, 280);

    private final int series;
    private final int rows;
    private final int channels;

    Table(int series, int rows, int channels) {
      this.series = series;
      this.rows = rows;
      this.channels = channels;
    }

    long numbers() {
      return (long) series * rows * channels;
    }

    /** Waves in noise. */
    void write(Path file) throws IOException {
      Randomness random = Randomness.of(1).named(name());
      try (BufferedWriter out = Files.newBufferedWriter(file)) {
        StringBuilder line = new StringBuilder(series > 1 ? "series,t" : "t");
        for (int c = 0; c < channels; c++) line.append(",x").append(c + 1);
        out.append(line).append('\n');
        for (int s = 0; s < series; s++) {
          for (int t = 0; t < rows; t++) {
            line.setLength(0);
            if (series > 1) line.append('s').append(s).append(',');
            line.append(t);
            for (int c = 0; c < channels; c++) {
              double x = Math.sin(0.1 * t * (1 + c % 7) + s) + 0.3 * random.normal();
              line.append(',').append(Math.round(10_000 * x) / 10_000.0);
            }
            out.append(line).append('\n');
          }
        }
      }
    }
  }

  private LongDataCost() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 2) {
      measure(Table.valueOf(arguments[0]), Path.of(arguments[1]));
      System.exit(0);
    }
    String wanted = System.getProperty("long.tables", "");
    for (Table table : Table.values()) {
      if (!wanted.isEmpty() && !List.of(wanted.split(",")).contains(table.name())) continue;
      Path file = Files.createTempFile("undercurrent-long", ".csv");
      try {
        table.write(file);
        int exit = program(table, file).inheritIO().start().waitFor();
        if (exit != 0) System.exit(exit);
      } finally {
        Files.delete(file);
      }
    }
  }

  private static ProcessBuilder program(Table table, Path file) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    words.add("-Xmx2g");
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.addAll(List.of(LongDataCost.class.getName(), table.name(), file.toString()));
    return new ProcessBuilder(words);
  }

  private static void measure(Table table, Path file) throws IOException, InterruptedException {
    // As in the window, where an example is open before any file.
    WarmUp.start();
    awaitWarmUp();
    long before = live();
    Clock began = Clock.now();
    SeriesSet set = SeriesFiles.open(file);
    double[] opened = began.seconds();
    Experiment experiment =
        Recipe.of(set)
            .with("kind", "deep")
            .with("epochs", EPOCHS)
            .with("validateEvery", 1)
            .experiment(set);
    began = Clock.now();
    try (Session session = new Session(experiment)) {
      session.play();
      await(session, now -> !now.curve().isEmpty());
      double[] first = began.seconds();
      await(session, now -> now.state() == Snapshot.State.FINISHED);
      double[] all = began.seconds();
      long live = live() - before;
      say(
          "%s: opened in %.1f s (%.1f of processor time), first ELBO after %.1f s (%.1f), %d epochs"
              + " after %.1f s (%.1f)",
          table, opened[0], opened[1], first[0], first[1], EPOCHS, all[0], all[1]);
      say(
          "  %.0f MB live in training, %.1f bytes a value; at most %d MB resident",
          live / 1e6, (double) live / table.numbers(), mostResident() >> 10);
    }
  }

  /** What it trains would be counted as kept. */
  private static void awaitWarmUp() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("warm-up")) thread.join();
    }
  }

  private static void await(Session session, Predicate<Snapshot> wanted)
      throws InterruptedException {
    for (; ; ) {
      if (session.poll().filter(wanted).isPresent()) return;
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** Bytes of the heap that are in use, after what is not has been cleared. */
  private static long live() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Kilobytes; 0 where the system does not tell. */
  private static long mostResident() throws IOException {
    Path told = new File("/proc/self/status").toPath();
    if (!Files.exists(told)) return 0;
    return Files.readAllLines(told).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  /** A moment, in time and in processor time of the program. */
  private record Clock(long time, long processor) {
    private static final OperatingSystemMXBean SYSTEM =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static Clock now() {
      return new Clock(System.nanoTime(), SYSTEM.getProcessCpuTime());
    }

    /** Both since then. */
    double[] seconds() {
      Clock now = now();
      return new double[] {
        (now.time - time) / NANOSECONDS, (now.processor - processor) / NANOSECONDS
      };
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
