package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Recipe;
import undercurrent.figure.Figure;
import undercurrent.series.Samples;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;

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
      assertEquals("observed", figures.getFirst().id());
    } finally {
      TestWindows.close(window);
    }
  }
}
