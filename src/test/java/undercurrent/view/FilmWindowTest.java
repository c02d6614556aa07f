package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Recipe;
import undercurrent.figure.Figure;
import undercurrent.figure.FramesLayout;
import undercurrent.figure.Mark;
import undercurrent.series.Samples;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.view.chart.FilmCanvas;

/** A film in the window: it trains, and figures of one channel show a pixel that changes. */
final class FilmWindowTest {
  private static SeriesSet ball() {
    SeriesSet all = Samples.find("new-ball").orElseThrow().open();
    List<Series> few = all.series().subList(0, 4);
    return all.withSeries(few, Split.BY_TIME);
  }

  @Test
  void aFilmTrainsAndShowsThePixelThatChangesMost() {
    MainWindow window = TestWindows.open();
    try {
      SeriesSet set = ball();
      Recipe recipe = Recipe.of(set).with("epochs", 2).with("hiddenUnits", 4);
      TestWindows.train(window, recipe.experiment(set));
      OffScreen.frames(window.scene(), 2);
      List<Figure> figures = OffScreen.call(() -> window.controller().figures().figures());
      assertFalse(figures.isEmpty());
      assertEquals(List.of("film", "frame"), figures.stream().map(Figure::id).limit(2).toList());
      playerAndCursorAreOne(window);
      aClickChoosesACell(window);
    } finally {
      TestWindows.close(window);
    }
  }

  private static void playerAndCursorAreOne(MainWindow window) {
    MovingPane player = OffScreen.call(() -> window.controller().figures().films().player());
    OffScreen.run(() -> window.lab().cursor().rest(OptionalDouble.of(3)));
    assertEquals("3", OffScreen.call(() -> ((Label) player.lookup("#film-moment")).getText()));
    long before = OffScreen.call(player::drawn);
    OffScreen.run(player::toggle);
    OffScreen.until(() -> player.drawn() > before + 2);
    OffScreen.run(player::toggle);
    double cursor = OffScreen.call(() -> window.lab().cursorProperty().get().orElse(Double.NaN));
    assertEquals(
        Double.toString(cursor),
        OffScreen.call(() -> ((Label) player.lookup("#film-moment")).getText()) + ".0");
  }

  private static void aClickChoosesACell(MainWindow window) {
    OffScreen.frames(window.scene(), 2);
    FilmCanvas canvas =
        OffScreen.call(
            () ->
                (FilmCanvas) window.controller().figures().films().player().lookup(".film-canvas"));
    OffScreen.run(
        () -> {
          Mark.Film film =
              (Mark.Film)
                  window
                      .controller()
                      .figures()
                      .films()
                      .player()
                      .figure()
                      .orElseThrow()
                      .at(0)
                      .marks()
                      .getFirst();
          canvas.click(new FilmCanvas.Pointed(film.frames(), new FramesLayout.Hit(0, 0, 16 + 2)));
        });
    SeriesSet set = ball();
    int chosen = OffScreen.call(() -> window.lab().selection().channelProperty().get());
    assertEquals("r2 c3", set.channels().get(chosen).name());
    ComboBox<?> box = (ComboBox<?>) window.scene().lookup("#channel");
    assertEquals("r2 c3", OffScreen.call(() -> String.valueOf(box.getValue())));
    List<Figure> figures = OffScreen.call(() -> window.controller().figures().figures());
    assertEquals("observed", figures.getFirst().id());
  }
}
