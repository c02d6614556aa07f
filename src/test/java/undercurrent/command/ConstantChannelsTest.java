package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelKind;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.training.Training;

/** Channels that never change or follow from others are named, with the remedy, by every kind. */
class ConstantChannelsTest {
  @TempDir private Path folder = Path.of("");

  static List<ModelKind<?>> kinds() {
    return Catalogue.standard().kinds();
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = ConstantChannelsTest.class.getResourceAsStream("channels/" + name)) {
      Files.write(file, Objects.requireNonNull(in, name).readAllBytes());
    }
    return file;
  }

  /** What is told of a file: the notes, and a refusal if there is one. */
  private static String said(ModelKind<?> kind, Path file) {
    SeriesSet set = SeriesFiles.open(file);
    Recipe recipe = Recipe.of(set).with("kind", kind.id());
    // Constant velocity wants true velocities too.
    if (kind.learnsFromTruth()) recipe = recipe.with("motion", "regression");
    Experiment start = recipe.experiment(set);
    StringBuilder said = new StringBuilder(String.join(" ", start.notes()));
    try {
      Run run = Run.of(start);
      run.trainer().step();
      assertTrue(run.trainer().status() != Training.Status.DIVERGED, said.toString());
    } catch (IllegalArgumentException e) {
      assertFalse(kind.takesConstantChannels() && !isChoosy(kind), e.toString());
      said.append(e.getMessage());
    }
    for (String never : List.of("dimension 1", "definite", "singular", "unit of the times")) {
      assertFalse(said.toString().contains(never), said.toString());
    }
    return said.toString();
  }

  /** Whether a kind wants some number of channels, so that it refuses others. */
  private static boolean isChoosy(ModelKind<?> kind) {
    return kind.id().equals("density") || !kind.isGeneral();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aConstantChannelIsNamed(ModelKind<?> kind) throws IOException {
    String said = said(kind, file("one_constant_channel.csv"));
    assertTrue(said.contains("'b' never changes in the training part"), said);
    assertTrue(said.contains("--column b=ignore"), said);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void zerosAloneAreNamed(ModelKind<?> kind) throws IOException {
    Path file = folder.resolve("zeros.csv");
    StringBuilder table = new StringBuilder("t,x\n");
    for (int t = 0; t < 40; t++) table.append(t).append(".5,0.0\n");
    Files.writeString(file, table);
    String said = said(kind, file);
    assertTrue(said.contains("'x' never changes in the training part"), said);
    assertTrue(said.contains("give a column that changes"), said);
  }

  /** Kinds that explain each channel alone say it in a note; others refuse it. */
  @ParameterizedTest
  @MethodSource("kinds")
  void aChannelThatIsTwiceAnotherIsNamed(ModelKind<?> kind) throws IOException {
    String said = said(kind, file("channel_twice.csv"));
    assertTrue(said.contains("'b' is a multiple of 'a' plus a constant"), said);
    assertTrue(said.contains("--column b=ignore"), said);
  }

  /** How the last channel of a table is made from the first, by its row. */
  @FunctionalInterface
  private interface Last {
    double of(double first, int row);
  }

  /** A table of some channels, each with its truth where a kind learns from that. */
  private Path table(int channels, boolean withTruth, Last last) throws IOException {
    StringBuilder table = new StringBuilder("t");
    for (int c = 0; c < channels; c++) {
      String name = "" + (char) ('a' + c);
      table.append(',').append(withTruth ? name + "_obs," + name + "_true" : name);
    }
    table.append('\n');
    for (int t = 0; t < 60; t++) {
      table.append(t / 20.0);
      double first = Math.sin(0.5 * t) + 0.1 * Math.sin(9 * t);
      for (int c = 0; c < channels; c++) {
        double x = c == channels - 1 ? last.of(first, t) : first + Math.cos(0.3 * t * c);
        table.append(',').append(x);
        if (withTruth) table.append(',').append(x);
      }
      table.append('\n');
    }
    Path file = folder.resolve("wanted" + channels + ".csv");
    Files.writeString(file, table);
    return file;
  }

  /** With as many channels as a kind of known equations wants, and with truths. */
  @ParameterizedTest
  @MethodSource("kinds")
  void channelsInTheNumberThatIsWantedAreNamedToo(ModelKind<?> kind) throws IOException {
    boolean withTruth = kind.learnsFromTruth();
    for (int channels = 1; channels <= 3; channels++) {
      String name = (char) ('a' + channels - 1) + (withTruth ? "_obs" : "");
      String seven = said(kind, table(channels, withTruth, (x, t) -> 7));
      assertTrue(seven.contains("'" + name + "' never changes in the training part"), seven);
      // To a network that also explains others zeros are bits, of which one may never change.
      String zeros = said(kind, table(channels, withTruth, (x, t) -> 0));
      boolean isBit = kind.takesConstantChannels() && channels > 1;
      assertTrue(
          isBit || zeros.contains("'" + name + "' never changes in the training part"), zeros);
      if (channels == 1) continue;
      String said = said(kind, table(channels, withTruth, (x, t) -> 2 * x));
      assertTrue(said.contains("'" + name + "' is a multiple of"), said);
      assertTrue(said.contains("--column " + name + "=ignore"), said);
    }
  }

  /** Whatever comes of it, a person knows that there was nothing to learn from. */
  @ParameterizedTest
  @MethodSource("kinds")
  void aChannelWithOneValueIsNamed(ModelKind<?> kind) throws IOException {
    Path file = folder.resolve("one.csv");
    StringBuilder table = new StringBuilder("t,x\n");
    for (int t = 0; t < 20; t++) table.append(t).append(t == 3 ? ".5,5.5\n" : ".5,\n");
    Files.writeString(file, table);
    String said = said(kind, file);
    assertTrue(said.contains("'x' has one value in the training part of 'one'"), said);
  }

  /** What remains is explained. */
  @Test
  void theRemedyWorks() throws IOException {
    for (String kind : List.of("linear", "level")) {
      for (String name : List.of("channel_twice.csv", "one_constant_channel.csv")) {
        Spoken said =
            Spoken.of(
                "train",
                file(name),
                "--column",
                "b=ignore",
                "--set",
                "kind=" + kind,
                "--epochs",
                2,
                "--out",
                folder.resolve("out"));
        assertEquals(0, said.exit(), said.err());
      }
    }
  }

  /** A key that is never played says something: nothing is refused of bits. */
  @Test
  void constantBitsAreNoMatterToANetwork() throws IOException {
    Path file = folder.resolve("bits.csv");
    StringBuilder table = new StringBuilder("t,a,b\n");
    for (int t = 0; t < 40; t++) table.append(t).append(',').append(t % 3 / 2).append(",0\n");
    Files.writeString(file, table);
    Spoken said =
        Spoken.of(
            "train",
            file,
            "--column",
            "b=binary",
            "--column",
            "a=binary",
            "--epochs",
            1,
            "--out",
            folder.resolve("out"));
    assertEquals(0, said.exit(), said.err());
    assertFalse(said.out().contains("never changes"), said.out());
  }

  /** An input that a switching model does not use is named in a note, and it trains without. */
  @Test
  void aSwitchingModelSaysThatItDoesNotUseAnInput() throws IOException {
    Path file = folder.resolve("driven.csv");
    StringBuilder table = new StringBuilder("t,x,u\n");
    for (int t = 0; t < 60; t++) {
      table.append(t).append(',').append(Math.sin(t)).append(',').append(t % 7).append('\n');
    }
    Files.writeString(file, table);
    Spoken said =
        Spoken.of(
            "train",
            file,
            "--set",
            "kind=switching",
            "--epochs",
            2,
            "--out",
            folder.resolve("out"));
    assertEquals(0, said.exit(), said.err());
    assertTrue(said.out().contains("The switching model does not use the input 'u'"), said.out());
  }
}
