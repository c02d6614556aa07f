package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Recipe;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;

final class RecentFilesTest {
  @TempDir private Path folder = Path.of("");
  private final MainWindow window = TestWindows.open();

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private Path document(String name) throws IOException {
    SeriesSet set = new SineFamily(10, 30, 0.1).generate(1);
    Experiment experiment = Recipe.of(set).with("hiddenUnits", 4).experiment(set);
    Path file = folder.resolve(name);
    ExperimentFile.save(experiment, file);
    return file;
  }

  private void open(Path file) {
    OffScreen.run(() -> window.controller().files().open(file));
    OffScreen.until(() -> window.lab().unsaved().fileProperty().get().equals(Optional.of(file)));
  }

  private void untilTitled(String title) {
    OffScreen.until(() -> ((Stage) window.scene().getWindow()).getTitle().equals(title));
  }

  @Test
  void theNewestIsFirstAndEachOccursOnce() {
    RecentFiles recent = new RecentFiles();
    for (int i = 0; i < 20; i++) recent.add(folder.resolve(i + ".csv"));
    recent.add(folder.resolve("15.csv"));
    assertEquals(12, recent.all().size());
    assertEquals(
        List.of("15.csv", "19.csv", "18.csv"),
        recent.all().subList(0, 3).stream().map(f -> f.getFileName().toString()).toList());
  }

  @Test
  void theMenuOpensTheFilesThatAreStillThereAndTheTitleIsTheFiles() throws IOException {
    Path first = document("first.undercurrent");
    Path second = document("second.undercurrent");
    Path gone = document("gone.undercurrent");
    open(first);
    open(gone);
    open(second);
    untilTitled("second.undercurrent – Undercurrent");
    Files.delete(gone);
    SplitMenuButton menu = (SplitMenuButton) window.scene().lookup("#open");
    List<MenuItem> items =
        OffScreen.call(
            () -> {
              window.controller().files().fillRecent(menu);
              return List.copyOf(menu.getItems());
            });
    assertEquals(2, items.size());
    assertTrue(items.get(1).getText().startsWith("first.undercurrent"));
    OffScreen.run(() -> items.get(1).fire());
    untilTitled("first.undercurrent – Undercurrent");
    OffScreen.run(
        () ->
            window
                .controller()
                .files()
                .save(new SaveWish(folder.resolve("third"), false), () -> {}));
    untilTitled("third.undercurrent – Undercurrent");
    assertEquals(
        folder.resolve("third.undercurrent"), window.controller().files().recent().all().get(0));
  }

  @Test
  void whatWasOpenIsRemembered() throws IOException {
    Path file = document("last.undercurrent");
    Path kept = folder.resolve("window.properties");
    open(file);
    OffScreen.run(() -> ((Button) window.scene().lookup("#model-fold")).fire());
    OffScreen.run(() -> memory(kept).keep());
    assertEquals(Optional.of(file), memory(kept).document());
    assertEquals(List.of(file), Preferences.read(kept).preferences().recent());
    OffScreen.run(() -> window.controller().modelFolded().set(false));
    assertTrue(OffScreen.call(() -> window.scene().lookup("#model-summary") == null));
    OffScreen.run(() -> memory(kept).recall());
    assertTrue(OffScreen.call(() -> window.scene().lookup("#model-summary") != null));
    Files.delete(file);
    assertEquals(Optional.empty(), memory(kept).document());
  }

  private WindowMemory memory(Path kept) {
    Stage stage = (Stage) window.scene().getWindow();
    return new WindowMemory(stage, window, kept);
  }
}
