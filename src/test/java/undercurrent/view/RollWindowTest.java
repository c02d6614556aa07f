package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.experiment.Recipe;
import undercurrent.figure.Figure;
import undercurrent.figure.Mark;
import undercurrent.series.Pitch;
import undercurrent.series.Samples;
import undercurrent.series.Series;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.series.Split;

/** Music in the window: the roll, what can be chosen beside it, and what is written of it. */
final class RollWindowTest {
  @TempDir private Path folder = Path.of("");

  /** The octave above C4 of one tune of the sample. */
  private static SeriesSet tune() {
    SeriesSet all = Samples.find("chorales").orElseThrow().open();
    Series tune = all.series().getFirst();
    double[][] octave =
        Arrays.stream(tune.values())
            .map(row -> Arrays.copyOfRange(row, 60 - Pitch.LOWEST, 73 - Pitch.LOWEST))
            .toArray(double[][]::new);
    return new SeriesSet(
        "tune",
        all.channels().subList(60 - Pitch.LOWEST, 73 - Pitch.LOWEST),
        all.time(),
        List.of(new Series("tune", tune.times(), octave)),
        Split.BY_TIME);
  }

  @Test
  void theRollIsShownChosenAndWrittenAsMusic() throws IOException {
    MainWindow window = TestWindows.open();
    try {
      Recipe recipe = Recipe.of(tune()).with("epochs", 2).with("hiddenUnits", 8);
      TestWindows.train(window, recipe.experiment(tune()));
      OffScreen.frames(window.scene(), 2);
      assertTrue(music(window).isVisible());
      assertEquals("roll", first(window).id());
      choose(window, "roll-sample");
      Path file = folder.resolve("tune.mid");
      Figure sample = first(window);
      OffScreen.run(() -> window.controller().exports().export(sample, "mid", file));
      OffScreen.until(() -> Files.exists(file));
      SeriesSet read = SeriesFiles.open(file);
      assertEquals(32, read.series().getFirst().length());
      assertEquals(88, read.channels().size());
      choose(window, "roll-predicted");
      choose(window, "observed");
      SeriesSet sine = new SineFamily(2, 24, 0.1).generate(1);
      OffScreen.run(() -> window.lab().open(Recipe.of(sine).experiment(sine)));
      OffScreen.until(() -> isFirst(window, "observed"));
      assertFalse(music(window).isVisible());
    } finally {
      TestWindows.close(window);
    }
  }

  private static ToggleButton music(MainWindow window) {
    return OffScreen.call(() -> (ToggleButton) window.scene().lookup("#music"));
  }

  private static Figure first(MainWindow window) {
    return OffScreen.call(() -> window.controller().figures().figures().getFirst());
  }

  /** On the screen's thread. */
  private static boolean isFirst(MainWindow window, String id) {
    return window.controller().figures().figures().getFirst().id().equals(id);
  }

  private static void choose(MainWindow window, String id) {
    OffScreen.run(() -> window.controller().figures().controls().observations().choose(id));
    OffScreen.until(() -> isFirst(window, id));
    assertTrue(first(window).marks().stream().anyMatch(m -> !(m instanceof Mark.Rule)));
  }
}
