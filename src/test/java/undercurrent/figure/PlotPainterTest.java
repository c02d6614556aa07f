package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A live chart draws what a file has. */
class PlotPainterTest {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 600;

  private static DrawnMarks file(Figure figure) {
    DrawnMarks file = new DrawnMarks();
    Painter.paint(figure, WIDTH, HEIGHT, false, file);
    return file;
  }

  private static DrawnMarks chart(Figure figure, Layout layout) {
    DrawnMarks chart = new DrawnMarks();
    PlotPainter painter = new PlotPainter(figure, layout.sizes().font(), false, chart);
    painter.ground(layout.scales().extent(), layout.plot());
    painter.marks(layout.scales().extent(), layout.plot());
    return chart;
  }

  @Test
  void everyMarkOfAFileIsDrawnInAChartInTheSameOrder() {
    FigureExamples.all()
        .forEach(
            (name, figure) -> {
              Layout layout = Layout.of(figure, WIDTH, HEIGHT, Palette.LIGHT);
              List<String> marks = chart(figure, layout).marks;
              assertEquals(marks, commonPart(file(figure).marks, marks), name);
            });
  }

  /** What of the first list is in the second, in the order of the first. */
  private static List<String> commonPart(List<String> all, List<String> wanted) {
    List<String> left = new ArrayList<>(wanted);
    List<String> common = new ArrayList<>();
    for (String mark : all) if (left.remove(mark)) common.add(mark);
    return common;
  }

  @Test
  void everyWordOfAFileIsSaidInAChart() {
    FigureExamples.all()
        .forEach(
            (name, figure) -> {
              Layout layout = Layout.of(figure, WIDTH, HEIGHT, Palette.LIGHT);
              DrawnMarks chart = new DrawnMarks();
              PlotPainter painter = new PlotPainter(figure, layout.sizes().font(), false, chart);
              painter.legend(WIDTH - 2 * layout.sizes().padding());
              painter.colourBar(layout.plot());
              painter.paint(
                  painter.labelsBesideLegend(
                      layout.scales().extent(), layout.plot(), DirectLabels.NONE));
              String said = String.join(" ", chart.words);
              for (String word : words(layout)) assertTrue(said.contains(word), name + ": " + word);
            });
  }

  /** All but title, names of axes and numbers along them, which a window has in other places. */
  private static List<String> words(Layout layout) {
    List<String> words = new ArrayList<>();
    layout.legend().entries().forEach(entry -> words.add(entry.text().text()));
    layout.colourBar().ifPresent(bar -> bar.texts().forEach(text -> words.add(text.text())));
    List<Mark> marks = layout.isEmpty() ? List.of() : layout.figure().marks();
    for (Text text : TopLabels.of(marks, layout.scales(), layout.page(), layout.sizes(), 0).texts())
      words.add(text.text());
    for (Text text : SideLabels.of(marks, layout.scales(), layout.sizes(), 0).texts())
      words.add(text.text());
    return words;
  }

  @Test
  void timeScaleAndTheBeginningOfAForecastAreAmongThem() {
    Layout phase = layout("phase");
    assertEquals(1, words(phase).stream().filter("t"::equals).count());
    assertTrue(words(layout("observed")).contains("forecast begins"));
    assertTrue(words(layout("elbo")).contains("KL weight is not 1"));
    assertFalse(words(layout("latent")).isEmpty());
  }

  private static Layout layout(String name) {
    Figure figure = java.util.Objects.requireNonNull(FigureExamples.all().get(name));
    return Layout.of(figure, WIDTH, HEIGHT, Palette.LIGHT);
  }
}
