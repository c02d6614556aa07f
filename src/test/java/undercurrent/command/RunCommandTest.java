package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.experiment.RunCommand;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelKind;
import undercurrent.series.Channel;
import undercurrent.series.ColumnUse;
import undercurrent.series.DecimalSign;
import undercurrent.series.FrameReading;
import undercurrent.series.ImportChoices;
import undercurrent.series.RowSpacing;
import undercurrent.series.Samples;
import undercurrent.series.Separator;
import undercurrent.series.SeriesSet;
import undercurrent.series.SplitShares;
import undercurrent.series.TimeForm;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.training.CurvePoint;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;

/** The command of a run is read by the real command line as the run's settings, and makes it. */
final class RunCommandTest {
  @TempDir private Path folder = Path.of("");

  private static double[] curve(Experiment experiment) {
    return experiment.curve().stream().mapToDouble(CurvePoint::elbo).toArray();
  }

  static Stream<Arguments> runs() {
    return Stream.of(
        Arguments.of(
            "nile",
            Map.of(
                "hiddenUnits",
                "6",
                "epochs",
                "3",
                "seed",
                "-7",
                "learningRate",
                "0.0123",
                "klSchedule",
                "cyclic",
                "klLength",
                "2")),
        Arguments.of("nile", Map.of("kind", "level", "fixed", "level-variance=1500", "seed", "5")),
        Arguments.of(
            "nile", Map.of("kind", "vrnn", "hiddenUnits", "4", "epochs", "2", "window", "30")));
  }

  /** Trained here and by the command: the same settings, and the same bits of the criterion. */
  @ParameterizedTest
  @MethodSource("runs")
  void theCommandMakesTheSameRun(String sample, Map<String, String> changes) {
    SeriesSet set = Samples.find(sample).orElseThrow().open();
    Recipe recipe = Recipe.of(set).with(changes);
    Run run = Run.of(recipe.experiment(set));
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    List<String> words = RunCommand.words(List.of(sample), set, recipe.model(), recipe.training());
    assertEquals(List.of("undercurrent", "train", sample), words.subList(0, 3));
    Experiment made = made(words);
    assertEquals(recipe.model().values(), made.model().values());
    assertEquals(recipe.training(), made.training());
    assertArrayEquals(curve(run.experiment()), curve(made));
  }

  private Experiment made(List<String> words) {
    List<Object> arguments = new ArrayList<>(words.subList(1, words.size() - 1));
    arguments.add(folder.resolve("out"));
    arguments.addAll(List.of("--figures", "none"));
    Spoken spoken = Spoken.of(arguments.toArray());
    assertEquals(0, spoken.exit(), spoken.err());
    return ExperimentFile.open(folder.resolve("out/experiment.undercurrent"));
  }

  /** Every setting of every kind that has another choice: the words give it again. */
  @Test
  void everySettingOfEveryKindIsGivenAgain() {
    SeriesSet set = Samples.find("nile").orElseThrow().open();
    int tried = 0;
    for (ModelKind<?> kind : Catalogue.standard().kinds()) {
      Recipe usual = Recipe.of(set).with("kind", kind.id());
      for (Setting setting : usual.model().knobs()) {
        for (String choice : others(setting)) {
          Recipe other;
          try {
            other = usual.with(setting.key(), choice);
          } catch (IllegalArgumentException e) {
            continue;
          }
          if (!setting.matters(other.model().settings())) continue;
          List<String> words =
              RunCommand.words(List.of("nile"), set, other.model(), other.training());
          Object value = Settings.value(other.model().settings(), setting.key());
          boolean isUsual = value.equals(Settings.value(usual.model().settings(), setting.key()));
          boolean isSaid =
              words.contains(setting.key() + "=" + choice) || (words.contains("--seed") && isUsual);
          assertTrue(isSaid, kind.id() + " " + setting.key() + " " + choice + ": " + words);
          tried++;
        }
      }
    }
    assertTrue(tried > 50, "" + tried);
  }

  private static List<String> others(Setting setting) {
    if (setting.type().isEnum()) return List.of(setting.choices().getLast());
    if (setting.type() == boolean.class) return List.of("true", "false");
    return List.of();
  }

  @Test
  void whatIsAsItIsAnywayIsLeftOut() {
    SeriesSet set = Samples.find("nile").orElseThrow().open();
    Recipe usual = Recipe.of(set);
    List<String> words = RunCommand.words(List.of("nile"), set, usual.model(), usual.training());
    assertEquals("undercurrent train nile --seed 1 --out", String.join(" ", words.subList(0, 6)));
    assertFalse(words.contains("--set"));
    TrainingSettings other = Settings.with(usual.training(), "seed", 12);
    words = RunCommand.words(List.of("nile"), set, usual.model(), other);
    assertTrue(String.join(" ", words).contains("--seed 12 "));
  }

  /** Whatever a person can choose while a table is opened has an option, which is read as that. */
  @Test
  void everyChoiceOfTheImportIsReadAgain() {
    List<ImportChoices> all = new ArrayList<>();
    ImportChoices none = ImportChoices.AUTOMATIC;
    for (Separator s : Separator.values()) all.add(none.withSeparator(s));
    for (DecimalSign s : DecimalSign.values()) all.add(none.withDecimalSign(s));
    for (TimeForm f : TimeForm.values()) all.add(none.withTimeForm(f));
    for (RowSpacing s : RowSpacing.values()) all.add(none.withSpacing(s));
    for (FrameReading f : FrameReading.values()) all.add(none.withFrames(f));
    for (ColumnUse use : ColumnUse.values()) all.add(none.withUse("a=b, c", use));
    for (Channel.Kind kind : Channel.Kind.values()) all.add(none.withKind("é", kind));
    for (boolean is : new boolean[] {true, false}) {
      all.add(none.withHeader(is));
      all.add(none.withWide(is));
    }
    all.add(none.withMissing("-999", true).withMissing("n/a", true));
    for (String shares :
        List.of("none", "0.7,0.15", "0.6,0.2", "0.1,0.2", "0.333,0.1", "0.8,0.2")) {
      all.add(none.withSplit(SplitShares.of(shares).orElseThrow()));
    }
    for (ImportChoices choices : all) {
      List<String> words = RunCommand.table(Path.of("x y.csv"), choices);
      assertTrue(Path.of(words.getFirst()).isAbsolute());
      ReadingOptions options = new ReadingOptions();
      new CommandLine(options).parseArgs(words.subList(1, words.size()).toArray(String[]::new));
      assertEquals(choices, options.choices(), words.toString());
    }
  }
}
