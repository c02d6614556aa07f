package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.experiment.ExperimentFile;

/** A run on one page, from the command line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportCommandTest {
  @TempDir private static Path folder = Path.of("");

  private String experiment = "";

  @BeforeAll
  void train() {
    String out = folder.resolve("run").toString();
    assertEquals(0, train("nile", out).exit());
    experiment = out + "/experiment.undercurrent";
  }

  private static Spoken train(String source, String out) {
    return Spoken.of(
        "train", source, "--set", "kind=level", "--epochs", "3", "--figures", "none", "--out", out);
  }

  private String page(String... more) throws IOException {
    String file = folder.resolve("page.html").toString();
    String[] words = new String[4 + more.length];
    System.arraycopy(new String[] {"report", experiment, "--out", file}, 0, words, 0, 4);
    System.arraycopy(more, 0, words, 4, more.length);
    assertEquals(0, Spoken.of((Object[]) words).exit());
    return Files.readString(Path.of(file));
  }

  @Test
  void theCommandOnThePageMakesTheSameRunAgain() throws IOException {
    Matcher command =
        Pattern.compile("<pre>undercurrent (train nile .*) --out .*</pre>").matcher(page());
    assertTrue(command.find());
    String again = folder.resolve("again").toString();
    String line = command.group(1) + " --figures none --out " + again;
    assertEquals(0, Spoken.of((Object[]) line.split(" ", -1)).exit());
    assertEquals(
        Files.readString(folder.resolve("run/curve.csv")),
        Files.readString(folder.resolve("again/curve.csv")));
  }

  @Test
  void noCommandMakesARunAgainWhoseSettingsWereChangedOnTheWay() throws IOException {
    Path turned = folder.resolve("turned.undercurrent");
    ExperimentFile.save(ExperimentFile.open(Path.of(experiment)).turned(), turned);
    String file = folder.resolve("of.html").toString();
    assertEquals(0, Spoken.of("report", turned.toString(), "--out", file).exit());
    String page = Files.readString(Path.of(file));
    assertTrue(page.contains("Settings were changed while") && !page.contains("<pre>"));
  }

  @Test
  void theTableOfASeriesCanBeNamedAndMustHoldTheSame() throws IOException {
    assertTrue(page("--data", "samples/01_nile.csv").contains("01_nile.csv"));
    Spoken other =
        Spoken.of("report", experiment, "--data", "samples/02_air_passengers.csv", "--out", "x");
    assertEquals(2, other.exit());
    assertTrue(other.err().contains("does not hold the series"), other.err());
  }
}
