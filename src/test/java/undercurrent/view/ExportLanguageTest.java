package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.experiment.Recipe;
import undercurrent.figure.Figure;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.text.Language;

/** A window that speaks German writes English files, unless another language is chosen for them. */
final class ExportLanguageTest {
  @TempDir private Path folder = Path.of("");
  private Optional<MainWindow> opened = Optional.empty();

  @AfterEach
  void close() {
    opened.ifPresent(TestWindows::close);
    Language.choose(Language.ENGLISH);
  }

  @Test
  void figuresInFilesAreInTheLanguageOfFiles() throws IOException {
    Language.chooseForScreen(Language.GERMAN);
    MainWindow window = TestWindows.open();
    opened = Optional.of(window);
    SeriesSet set = Samples.find("sine").orElseThrow().open();
    OffScreen.run(() -> window.lab().open(Recipe.of(set).experiment(set)));
    Figure shown =
        OffScreen.call(() -> window.controller().figures().places().observed().figure())
            .orElseThrow();
    assertTrue(shown.summary().contains("Beobachtungen"), shown.summary());
    String english = written(window, shown, "svg");
    assertTrue(english.contains(">observed<") && !english.contains("beobachtet"), english);
    OffScreen.run(() -> window.lab().preferences().filesProperty().set(Language.FRENCH));
    assertTrue(written(window, shown, "svg").contains(">observé<"));
    String table = written(window, shown, "csv");
    assertTrue(table.contains(",observed,") && table.contains("0."), table);
    assertFalse(table.contains("observé,"));
  }

  private String written(MainWindow window, Figure figure, String format) throws IOException {
    Path file = folder.resolve("figure-" + System.nanoTime() + "." + format);
    OffScreen.run(() -> window.controller().exports().export(figure, format, file));
    OffScreen.until(() -> Files.exists(file));
    return Files.readString(file);
  }
}
