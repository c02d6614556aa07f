package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.experiment.Trained;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.session.WorkerThreads;
import undercurrent.training.Training;

/** Estimates, tables and scores that are made side by side. */
final class ResultFilesTest {
  @TempDir private Path folder = Path.of("");
  private final Console console =
      new Console(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false);

  private Run trained(String sample, String kind) {
    SeriesSet set = Samples.find(sample).orElseThrow().open();
    Run run = Run.of(Recipe.of(set).with("kind", kind).with("epochs", 2).experiment(set));
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    return run;
  }

  private ResultFiles files(Path out, WorkerThreads workers) throws IOException {
    return new ResultFiles(
        console, Files.createDirectories(out), FigureWish.NONE, List.of(), workers);
  }

  /** Every file by its name. */
  private Map<String, byte[]> written(Run run, int count) throws IOException {
    Path out = folder.resolve("by" + count);
    try (WorkerThreads workers = WorkerThreads.of(count)) {
      files(out, workers).write(run.experiment(), run.finish(), () -> {});
    }
    Map<String, byte[]> all = new TreeMap<>();
    try (Stream<Path> names = Files.list(out)) {
      for (Path file : names.toList()) {
        all.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    }
    return all;
  }

  /** Kinds that answer several threads at a time, one thread alone, and with regimes. */
  @ParameterizedTest
  @CsvSource({"nile, level", "nile, linear", "nile, deep", "nile, switching"})
  void filesDoNotDependOnHowManyWrite(String sample, String kind) throws IOException {
    Map<String, byte[]> one = written(trained(sample, kind), 1);
    assertTrue(
        one.keySet().containsAll(Set.of("estimates.csv", "latents.csv", "scores.json")),
        one.keySet().toString());
    for (int count : new int[] {2, 5}) {
      Map<String, byte[]> several = written(trained(sample, kind), count);
      assertEquals(one.keySet(), several.keySet());
      one.forEach((name, bytes) -> assertArrayEquals(bytes, several.get(name), name));
    }
  }

  /** The document is done before any table, and what cannot be written ends all. */
  @ParameterizedTest
  @CsvSource({"level, 1", "level, 2", "linear, 3", "deep, 2"})
  void theDocumentIsWrittenFirst(String kind, int count) throws IOException {
    Run run = trained("nile", kind);
    Path out = folder.resolve("first");
    try (WorkerThreads workers = WorkerThreads.of(count)) {
      Trained trained = run.finish();
      ResultFiles files = files(out, workers);
      AtomicInteger tables = new AtomicInteger(-1);
      assertThrows(
          FileSystemException.class,
          () ->
              files.write(
                  run.experiment(),
                  trained,
                  () -> {
                    throw new FileSystemException("document");
                  }));
      files.write(
          run.experiment(),
          trained,
          () -> {
            try (Stream<Path> names = Files.list(out)) {
              tables.set((int) names.count());
            }
          });
      assertEquals(0, tables.get());
    }
  }

  /** What had been begun is ended, nothing half is left, and the same workers go on. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void aTableThatCannotBeWrittenIsNamedAndTheOthersEnd(int count) throws IOException {
    Run run = trained("nile", "level");
    Trained trained = run.finish();
    Path out = folder.resolve("out");
    Path blocked = Files.createDirectories(out.resolve("latents.csv"));
    try (WorkerThreads workers = WorkerThreads.of(count)) {
      ResultFiles files = files(out, workers);
      FileSystemException failure =
          assertThrows(
              FileSystemException.class, () -> files.write(run.experiment(), trained, () -> {}));
      String sentence = Sentences.of(failure);
      assertTrue(sentence.contains("latents.csv") && sentence.endsWith("."), sentence);
      assertEquals(1, sentence.lines().count());
      try (Stream<Path> left = Files.list(out)) {
        assertEquals(
            List.of("estimates.csv", "latents.csv", "matrices.csv", "scores.json"),
            left.map(file -> String.valueOf(file.getFileName())).sorted().toList());
      }
      AtomicInteger asked = new AtomicInteger();
      workers.run(asked::incrementAndGet);
      assertEquals(count, asked.get());
      Files.delete(blocked);
      files.write(run.experiment(), trained, () -> {});
      assertTrue(Files.isRegularFile(blocked));
    }
  }

  @Test
  void theCommandTellsItInOneSentence() throws IOException {
    Path out = folder.resolve("command");
    Files.createDirectories(out.resolve("estimates.csv"));
    Spoken spoken =
        Spoken.of("train", "nile", "--set", "kind=level", "--figures", "none", "--out", out);
    assertEquals(1, spoken.exit());
    assertEquals(1, spoken.err().lines().count(), spoken.err());
    assertTrue(spoken.err().contains("estimates.csv"), spoken.err());
  }
}
