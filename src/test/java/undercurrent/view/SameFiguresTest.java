package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Trained;
import undercurrent.figure.Figure;
import undercurrent.figure.FigureExamples;
import undercurrent.figure.Mark;
import undercurrent.figure.SvgWriter;
import undercurrent.kind.FigureCard;
import undercurrent.kind.ResultKey;
import undercurrent.kind.Results;
import undercurrent.report.RunFigures;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.Beliefs;
import undercurrent.view.chart.FigureChart;

/** Figures of the window have what those of files have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameFiguresTest {
  private static final Pattern WORD =
      Pattern.compile("<text [^>]*?( font-weight[^>]*)?>([^<]*)</text>");
  private static final Pattern TICK =
      Pattern.compile(
          "[-−+\\d.,·⁻⁰¹²³⁴-⁹°NSWE: %]*|(\\d+ )?[A-Z][a-z]{2}( \\d+)?|[A-G][♯♭]?\\d|\\d+ h");

  private final MainWindow window = TestWindows.open();

  @AfterAll
  void close() {
    TestWindows.close(window);
  }

  /** What is drawn, but for numbers: those of the window have other paths and other weights. */
  private static List<String> marks(Figure figure) {
    List<String> marks = new ArrayList<>();
    for (Mark mark : figure.marks()) {
      String label =
          switch (mark) {
            case Mark.Rule m -> m.label();
            case Mark.Span m -> m.label();
            default -> mark.legend();
          };
      // Sample paths are as many as are drawn.
      boolean isFurtherPath =
          mark instanceof Mark.Line line && line.stroke() == Mark.Stroke.FAINT && label.isEmpty();
      if (!isFurtherPath)
        marks.add(mark.getClass().getSimpleName() + " " + label.replaceAll("[−\\d.·⁻]+", "0"));
    }
    return marks;
  }

  @ParameterizedTest
  @ValueSource(strings = {"deep", "linear", "switching", "kvae"})
  void everyFigureOfTheWindowHasTheMarksOfThatOfAFile(String kind) {
    SeriesSet set = new SineFamily(10, 40, 0.1).generate(1);
    Recipe recipe = Recipe.of(set).with("kind", kind).with("epochs", 3);
    TestWindows.train(window, recipe.experiment(set));
    Experiment document = OffScreen.call(() -> window.lab().document()).join();
    RunFigures files = new RunFigures(document, Trained.of(document));
    int series = files.results().need(ResultKey.SERIES);
    OffScreen.run(
        () -> {
          window.lab().selection().channelProperty().set(files.results().need(ResultKey.CHANNEL));
          window.lab().selection().seriesProperty().set(series);
          window.lab().selection().seenShareProperty().set(0.5);
        });
    OffScreen.until(
        () ->
            TestWindows.snapshot(window)
                .flatMap(Snapshot::beliefs)
                .filter(Beliefs::fine)
                .filter(b -> b.watch().series() == series && b.watch().seen() == 20)
                .isPresent());
    int compared = 0;
    for (FigureCard card : document.model().figures()) {
      if (!card.isDrawn() || !card.isPossible(files.results())) continue;
      Results shown = OffScreen.call(() -> window.controller().figures().shownResults());
      assertEquals("", card.reasonAgainst(shown).orElse(""), card.id());
      assertEquals(marks(card.figure(files.results())), marks(card.figure(shown)), card.id());
      compared++;
    }
    assertTrue(compared >= 7, compared + " figures");
  }

  @Test
  void aChartSaysAllThatAFileSays() {
    FigureChart chart = OffScreen.call(FigureChart::new);
    Stage stage =
        OffScreen.call(
            () -> {
              Stage made = new Stage();
              made.setScene(new Scene(chart, 960, 640));
              chart.alone(true);
              made.show();
              return made;
            });
    for (Map.Entry<String, Figure> example : FigureExamples.all().entrySet()) {
      Figure figure = example.getValue();
      // The window has another node for films.
      if (figure.marks().stream().anyMatch(Mark.Film.class::isInstance)) continue;
      OffScreen.run(() -> chart.show(figure));
      OffScreen.frames(stage.getScene(), 4);
      String said = " " + String.join(" ", OffScreen.call(chart::words)) + " ";
      for (String word : words(figure)) {
        assertTrue(said.contains(" " + word), example.getKey() + ": " + word + " is not in" + said);
      }
    }
    OffScreen.run(stage::hide);
  }

  /** The words of a figure but for its title, which the window shortens, and numbers along axes. */
  private static List<String> words(Figure figure) {
    return WORD.matcher(SvgWriter.svg(figure, 960, 600, false))
        .results()
        .filter(r -> r.group(1) == null)
        .map(r -> r.group(2).replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&"))
        .filter(word -> !TICK.matcher(word).matches())
        .filter(word -> !ofCells(figure).contains(word))
        .toList();
  }

  /** What matrices have written beside their cells, as marks. */
  private static Set<String> ofCells(Figure figure) {
    Set<String> words = new HashSet<>();
    for (Mark mark : figure.marks()) {
      if (!(mark instanceof Mark.Cells cells)) continue;
      words.add(cells.legend());
      words.addAll(cells.rows());
      words.addAll(cells.columns());
    }
    return words;
  }

  @Test
  void theRunThatIsOpenIsWrittenOnOnePage(@TempDir Path folder) throws IOException {
    SeriesSet set = new SineFamily(10, 40, 0.1).generate(1);
    TestWindows.train(window, Recipe.of(set).with("kind", "level").experiment(set));
    Path page = folder.resolve("run.html");
    OffScreen.run(() -> window.controller().exports().report(page));
    OffScreen.until(() -> Files.exists(page));
    assertTrue(Files.readString(page).contains("not saved as it is shown here"));
  }
}
