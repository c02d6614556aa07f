package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Recipe;
import undercurrent.output.FolderClaim;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;

/** A small sweep from the window: its grid, its table, and the best run. */
final class SweepDialogTest {
  private final MainWindow window = TestWindows.open();
  private final List<Path> opened = new ArrayList<>();
  @TempDir private Path folder;

  @BeforeEach
  void openASeries() {
    SeriesSet set = Samples.find("nile").orElseThrow().open();
    Recipe recipe = Recipe.of(set).with("epochs", 1);
    OffScreen.run(() -> window.lab().open(recipe.experiment(set)));
    OffScreen.until(() -> window.lab().experiment().isPresent());
  }

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private SweepDialog shown() {
    return OffScreen.call(
        () ->
            SweepDialog.show(window.lab(), window.scene().getWindow(), opened::add).orElseThrow());
  }

  private static <T> T find(SweepDialog dialog, Class<T> type, String id) {
    return type.cast(Objects.requireNonNull(dialog.content().lookup("#" + id), id));
  }

  @Test
  void theMenuOpensTheDialog() {
    OffScreen.run(() -> ((MenuButton) window.scene().lookup("#compare")).getItems().get(2).fire());
    assertTrue(OffScreen.call(() -> TestWindows.dialogs(window).findAny().isPresent()));
  }

  @Test
  void allCombinationsAreTrainedAndTheBestOneOpens() {
    SweepDialog dialog = shown();
    OffScreen.run(
        () -> {
          dialog.keepIn(folder);
          find(dialog, TextField.class, "sweep-values-1").setText("1, 2");
          find(dialog, TextField.class, "sweep-values-2").setText("4");
          find(dialog, TextField.class, "sweep-seeds").setText("1");
          find(dialog, Button.class, "sweep-start").fire();
        });
    OffScreen.until(dialog::isIdle);
    String said = OffScreen.call(() -> find(dialog, Label.class, "sweep-said").getText());
    assertTrue(said.startsWith("2 runs of 2 combinations"), said);
    OffScreen.run(() -> find(dialog, Button.class, "sweep-best").fire());
    assertEquals(1, opened.size());
    assertEquals(1, ExperimentFile.open(opened.getFirst()).curve().size());
    assertTrue(Files.exists(folder.resolve("summary.html")));
    OffScreen.run(dialog::close);
  }

  @Test
  void theMapOfTheSweepBeforeDoesNotStay() {
    SweepDialog dialog = shown();
    start(dialog, "1, 2", "4, 8");
    FigurePane figure = OffScreen.call(dialog::figure);
    assertTrue(OffScreen.call(figure::figure).isPresent());
    start(dialog, "1, 2", "4");
    assertTrue(OffScreen.call(figure::figure).isEmpty());
    OffScreen.run(dialog::close);
  }

  @Test
  void aFolderThatAnotherProgramWritesToIsNamed() throws IOException {
    SweepDialog dialog = shown();
    OffScreen.run(() -> dialog.keepIn(folder));
    FolderClaim.during(
        folder,
        () -> {
          start(dialog, "1", "4");
          return "";
        });
    assertEquals(
        "'"
            + folder
            + "' cannot be written (another Undercurrent writes there now); choose"
            + " another folder.",
        OffScreen.call(() -> find(dialog, Label.class, "sweep-said").getText()));
    OffScreen.run(dialog::close);
  }

  private static void start(SweepDialog dialog, String first, String second) {
    OffScreen.run(
        () -> {
          find(dialog, TextField.class, "sweep-values-1").setText(first);
          find(dialog, TextField.class, "sweep-values-2").setText(second);
          find(dialog, TextField.class, "sweep-seeds").setText("1");
          find(dialog, Button.class, "sweep-start").fire();
        });
    OffScreen.until(dialog::isIdle);
  }

  @Test
  void mistakesAreSaidAndNothingIsTrained() {
    SweepDialog dialog = shown();
    for (String values : new String[] {"", "1,1", "0"}) {
      OffScreen.run(
          () -> {
            find(dialog, TextField.class, "sweep-values-1").setText(values);
            find(dialog, TextField.class, "sweep-values-2").setText("");
            find(dialog, Button.class, "sweep-start").fire();
          });
      assertTrue(OffScreen.call(dialog::isIdle));
      assertFalse(
          OffScreen.call(() -> find(dialog, Label.class, "sweep-said").getText()).isEmpty());
    }
    OffScreen.run(dialog::close);
  }
}
