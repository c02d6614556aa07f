package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import undercurrent.command.Commands;
import undercurrent.edit.HiddenStretch;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.KeptRun;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.series.ImportChoices;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.series.SplitShares;
import undercurrent.settings.Settings;
import undercurrent.text.Language;
import undercurrent.training.CurvePoint;

/** The command of a run makes it again; where there is none, a sentence says what to do. */
final class CommandCopyTest extends CompareFixture {

  private static CommandCopy.Answer answer(CompletableFuture<CommandCopy.Answer> coming) {
    return coming.join();
  }

  private CommandCopy copy() {
    return new CommandCopy(lab, new FileTasks(lab, () -> window.scene().getWindow()));
  }

  /** A table that was opened with choices, and settings that were turned: the same bits. */
  @Test
  void theCommandMakesThisVeryRun() throws IOException {
    StringBuilder table = new StringBuilder("t;my x;other\n");
    for (int t = 0; t < 90; t++) {
      table.append(t).append(';').append(Math.sin(0.3 * t) + 0.1 * (t % 7)).append(';');
      table.append(t % 5 == 0 ? "-999" : Double.toString(Math.cos(0.2 * t))).append('\n');
    }
    Path file = Files.writeString(folder.resolve("it's a table.csv"), table);
    ImportChoices choices =
        ImportChoices.AUTOMATIC
            .withMissing("-999", true)
            .withSplit(SplitShares.of("0.6,0.2").orElseThrow());
    SeriesSet set = lab.compared().sources().read(file, choices);
    OffScreen.run(() -> lab.open(Recipe.of(set).experiment(set)));
    OffScreen.run(
        () -> {
          lab.turn(
              lab.knobs().model().with("hiddenUnits", 5).with("latentSize", 3),
              Settings.with(
                  Settings.with(lab.knobs().training(), "seed", 11), "learningRate", 0.0087));
          lab.turn(lab.knobs().model(), Settings.with(lab.knobs().training(), "epochs", 4));
          lab.restart();
        });
    TestWindows.train(window, OffScreen.call(() -> lab.experiment().orElseThrow()));
    Experiment trained = OffScreen.call(lab::document).join();
    pin();
    CommandCopy.Answer current = answer(OffScreen.call(copy()::current));
    KeptRun pinned = pinned().getFirst();
    CommandCopy.Answer ofPin = answer(OffScreen.call(() -> copy().of(pinned)));
    assertEquals(current.words(), ofPin.words(), current.sentence());
    List<String> words = new ArrayList<>(current.words());
    assertTrue(words.containsAll(List.of("--seed", "11", "--split", "0.6,0.2")), words.toString());
    words.set(words.size() - 1, folder.resolve("out").toString());
    words.addAll(List.of("--figures", "none"));
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int exit =
        new Commands(out, out, false, to -> List.of())
            .run(words.subList(1, words.size()).toArray(String[]::new));
    assertEquals(0, exit, said.toString());
    Experiment made = ExperimentFile.open(folder.resolve("out/experiment.undercurrent"));
    assertEquals(trained.model().values(), made.model().values());
    assertEquals(trained.training(), made.training());
    assertEquals(trained.data().split(), made.data().split());
    assertArrayEquals(elbo(trained), elbo(made));
  }

  private static double[] elbo(Experiment experiment) {
    return experiment.curve().stream().mapToDouble(CurvePoint::elbo).toArray();
  }

  @Test
  void aRunThatNoCommandMakesSaysWhatToDo() {
    begin(4);
    assertTrue(answer(OffScreen.call(copy()::current)).words().contains("nile"));
    // A setting that acts at once is turned on the way.
    OffScreen.run(
        () ->
            lab.turn(
                lab.knobs().model(), Settings.with(lab.knobs().training(), "learningRate", 0.001)));
    assertRefused("command.turned");
    pin();
    assertTrue(pinned().getFirst().isTurned());
    OffScreen.run(lab::restart);
    assertTrue(answer(OffScreen.call(copy()::current)).words().contains("learningRate=0.001"));
    // Data of no file.
    SeriesSet drawn = new SineFamily(2, 40, 0.1).generate(3);
    OffScreen.run(() -> lab.open(Recipe.of(drawn).experiment(drawn)));
    assertRefused("command.noFile");
    SeriesSet nile = Samples.find("nile").orElseThrow().open();
    OffScreen.run(() -> lab.open(recipe(nile, 4).experiment(nile)));
    OffScreen.run(() -> lab.edits().make(new HiddenStretch(0, 5, 9)));
    assertRefused("command.edited");
    // On a page in another language the sentence is of that language.
    CommandCopy.Answer german = answer(OffScreen.call(() -> copy().current(Language.GERMAN)));
    String begins = Language.in(Language.GERMAN, () -> Words.of("command.edited", ""));
    assertTrue(german.sentence().startsWith(begins), german.sentence());
  }

  private void assertRefused(String key) {
    CommandCopy.Answer answer = answer(OffScreen.call(copy()::current));
    assertEquals(List.of(), answer.words());
    String sentence = Words.of(key, "");
    assertTrue(answer.sentence().startsWith(sentence), answer.sentence());
    assertTrue(answer.sentence().contains("undercurrent train "), answer.sentence());
    assertTrue(answer.sentence().contains(".undercurrent"), answer.sentence());
  }

  /** The seed on the screen is that of the training, also while another one is typed. */
  @Test
  void theSeedShownIsTheSeedTrained() {
    begin(4);
    String shown = OffScreen.call(() -> ((Label) window.scene().lookup("#seed")).getText());
    Experiment document = OffScreen.call(lab::document).join();
    assertEquals(Long.toString(document.training().seed()), shown);
    OffScreen.run(
        () -> lab.turn(lab.knobs().model(), Settings.with(lab.knobs().training(), "seed", 77)));
    assertEquals("4", OffScreen.call(() -> ((Label) window.scene().lookup("#seed")).getText()));
    OffScreen.run(() -> ((Button) window.scene().lookup("#newSeed")).fire());
    OffScreen.until(() -> lab.experiment().orElseThrow().training().seed() == 78);
    assertEquals("78", OffScreen.call(() -> ((Label) window.scene().lookup("#seed")).getText()));
    OffScreen.run(lab::step);
    OffScreen.until(lab::isTrained);
    // The same document from the command line's engine: the same bits after the same step.
    Experiment stepped = OffScreen.call(lab::document).join();
    Run run =
        Run.of(
            Recipe.of(stepped.data())
                .with(Map.of("hiddenUnits", 4, "epochs", 3, "seed", 78))
                .experiment(stepped.data()));
    run.trainer().step();
    assertArrayEquals(
        run.trainer().checkpoint().weights(), stepped.checkpoint().orElseThrow().weights());
  }
}
