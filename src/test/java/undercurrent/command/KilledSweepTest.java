package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import undercurrent.math.Randomness;
import undercurrent.sweep.RunFiles;
import undercurrent.sweep.SweepFolder;

/**
 * A program that makes a sweep is killed at random moments, and the same command goes on: all runs
 * are there with the bytes of a sweep that nothing disturbed, and only those that were being made
 * are made once more. {@code -Dkills=20} kills as often as was tried before a release.
 */
final class KilledSweepTest {
  private static final int KILLS = Integer.getInteger("kills", 2);
  private static final int THREADS = 2;
  private static final int RUNS = 6;
  private static final int PATIENCE_SECONDS = 60;
  private static final double LATEST_MILLISECONDS = 500;
  private static final JsonMapper LINE = JsonMapper.shared();

  @TempDir private Path folder = Path.of("");

  /** The program that is killed. */
  public static final class Sweeper {
    private Sweeper() {}

    public static void main(String[] arguments) {
      PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
      System.exit(new Commands(out, out, false, gallery -> List.of()).run(arguments));
    }
  }

  private static String[] words(Path out) {
    return new String[] {
      "sweep",
      "nile",
      "--grid",
      "latentSize=1,2,3",
      "--set",
      "hiddenUnits=8",
      "--seeds",
      "2",
      "--set",
      "epochs=40",
      "--threads",
      String.valueOf(THREADS),
      "--out",
      out.toString()
    };
  }

  private Process started(Path out, Path log) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("--add-modules=jdk.incubator.vector", "-cp"));
    words.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    words.add(Sweeper.class.getName());
    words.addAll(List.of(words(out)));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  @Test
  void aSweepThatIsKilledGoesOnAndLosesOnlyWhatIsInFlight() throws Exception {
    Path undisturbed = folder.resolve("undisturbed");
    assertEquals(0, Spoken.of((Object[]) words(undisturbed)).exit());
    Map<String, byte[]> expected = RunFiles.of(SweepFolder.open(undisturbed));
    assertEquals(4 * RUNS, expected.size());

    Path out = folder.resolve("killed");
    Path log = folder.resolve("log");
    Randomness random = Randomness.of(3).named("kills");
    Map<String, Integer> begun = new TreeMap<>();
    int inFlight = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process sweep = started(out, log);
      awaitBegun(out, sweep, begun);
      TimeUnit.MICROSECONDS.sleep((long) random.uniform(0, 1000 * LATEST_MILLISECONDS));
      sweep.destroyForcibly();
      assertTrue(sweep.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
      Set<String> done = done(out);
      Map<String, Integer> now = begun(out);
      for (String run : done) {
        int before = begun.getOrDefault(run, 0);
        boolean wasDone = before > 0 && before == now.getOrDefault(run, 0);
        assertTrue(wasDone || now.getOrDefault(run, 0) == before + 1, run);
      }
      int lost = RUNS - done.size() - (RUNS - now.size());
      assertTrue(lost <= THREADS, lost + " runs were in flight");
      inFlight += lost;
      begun = now;
    }
    Set<String> kept = done(out);
    Process last = started(out, log);
    assertTrue(last.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
    assertEquals(0, last.exitValue(), Files.readString(log));

    Map<String, byte[]> actual = RunFiles.of(SweepFolder.open(out));
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
    Map<String, Integer> all = begun(out);
    for (String run : kept) assertEquals(begun.get(run), all.get(run), run);
    int repeated = all.values().stream().mapToInt(Integer::intValue).sum() - RUNS;
    assertEquals(inFlight, repeated);
    assertArrayEquals(
        Files.readAllBytes(undisturbed.resolve("summary.csv")),
        Files.readAllBytes(out.resolve("summary.csv")));
  }

  /** Waits until the program has begun a run, or has ended because there was none left. */
  private static void awaitBegun(Path out, Process sweep, Map<String, Integer> before)
      throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (sweep.isAlive() && begun(out).equals(before)) {
      assertTrue(System.nanoTime() < end, "it began no run");
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  /** The names of the runs that are there. */
  private static Set<String> done(Path out) throws IOException {
    Set<String> done = new HashSet<>();
    SweepFolder sweep = SweepFolder.open(out);
    sweep.outcomes().forEach(outcome -> done.add(outcome.point().name()));
    return done;
  }

  /** How often each run was begun, by the manifest. */
  private static Map<String, Integer> begun(Path out) throws IOException {
    Map<String, Integer> begun = new TreeMap<>();
    Path manifest = out.resolve("manifest.jsonl");
    if (!Files.exists(manifest)) return begun;
    for (String text : Files.readAllLines(manifest)) {
      try {
        JsonNode line = LINE.readTree(text);
        if (!line.path("event").asString("").equals("begun")) continue;
        String run = String.format(Locale.ROOT, "%06d", line.path("run").asInt());
        begun.merge(run, 1, Integer::sum);
      } catch (JacksonException e) {
        // A line that was cut off, or is being written.
      }
    }
    return begun;
  }
}
