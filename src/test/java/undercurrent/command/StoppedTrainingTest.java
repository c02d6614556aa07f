package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.output.FolderClaim;

final class StoppedTrainingTest {
  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Commands commands() {
    return new Commands(new PrintWriter(out), new PrintWriter(err), false, f -> List.of());
  }

  private int train(Commands commands, String source, Object... more) {
    String[] usual = {
      "train", source, "--figures", "svg", "--out", folder.resolve("out").toString()
    };
    String[] words = new String[more.length + usual.length];
    System.arraycopy(usual, 0, words, 0, usual.length);
    for (int i = 0; i < more.length; i++) words[usual.length + i] = String.valueOf(more[i]);
    return commands.run(words);
  }

  private Experiment opened() {
    return ExperimentFile.open(folder.resolve("out").resolve("experiment.undercurrent"));
  }

  @Test
  void aStoppedTrainingWritesWhatIsThere() {
    Commands commands = commands();
    commands.stop();
    assertEquals(
        130, train(commands, "nile", "--epochs", 1_000_000, "--hidden", 4), err.toString());
    for (String name : List.of("curve.csv", "estimates.csv", "scores.json", "elbo.svg")) {
      assertTrue(Files.exists(folder.resolve("out").resolve(name)), name);
    }
    assertEquals(0, opened().curve().size());
  }

  @Test
  void aStopWithinALongStepKeepsTheModelBeforeIt() throws Exception {
    StringBuilder rows = new StringBuilder("x,y\n");
    for (int i = 0; i < 120_000; i++) rows.append(i).append(',').append(i % 7).append('\n');
    Path file = Files.writeString(folder.resolve("long.csv"), rows);
    Commands commands = commands();
    var code =
        CompletableFuture.supplyAsync(
            () -> train(commands, file.toString(), "--set", "kind=trend", "--epochs", 1000));
    Path lock = folder.resolve("out").resolve(FolderClaim.NAME);
    while (!Files.exists(lock) && !code.isDone()) TimeUnit.MILLISECONDS.sleep(20);
    TimeUnit.SECONDS.sleep(2);
    commands.stop();
    assertEquals(130, code.get(60, TimeUnit.SECONDS), err.toString());
    assertEquals("stopping…", err.toString().strip());
    assertTrue(opened().checkpoint().isPresent());
  }

  @Test
  void aBegunTrainingKeepsItsSeedBatchSizeAndWindow() {
    assertEquals(0, train(commands(), "nile", "--epochs", 1, "--hidden", 4), err.toString());
    String file = folder.resolve("out").resolve("experiment.undercurrent").toString();
    for (String setting : List.of("batchSize=3", "window=7", "seed=99")) {
      assertEquals(2, train(commands(), file, "--epochs", 2, "--set", setting), setting);
    }
    assertTrue(err.toString().contains("keeps its model, seed"), err.toString());
    assertFalse(err.toString().contains("unexpected"), err.toString());
    assertEquals(0, train(commands(), file, "--epochs", 2), err.toString());
    assertEquals(2, opened().curve().size());
  }
}
