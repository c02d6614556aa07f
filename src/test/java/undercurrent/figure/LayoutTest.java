package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {
  private static final Map<String, Figure> FIGURES = FigureExamples.all();

  @ParameterizedTest(name = "{0} × {1}")
  @CsvSource({"640, 400", "1280, 800", "1920, 1080", "400, 700"})
  void noTextLiesOverAnotherOrOutsideThePage(int width, int height) {
    FIGURES.forEach((name, figure) -> check(name, figure, width, height));
  }

  /** A density is never negative; numbers of a matrix may become so while it learns. */
  @Test
  void theBarOfAMapBeginsAtNothingAndThatOfAMatrixBelow() {
    ColourBar ofMap = bar(false);
    assertEquals(ColourBar.Colours.ONE_SIGN, ofMap.colours());
    assertTrue(ofMap.texts().stream().noneMatch(t -> t.text().startsWith("−")));
    assertTrue(ofMap.texts().getLast().text().contains("density"));
    ColourBar ofMatrix = bar(true);
    assertEquals(ColourBar.Colours.BOTH_SIGNS, ofMatrix.colours());
    assertTrue(ofMatrix.texts().stream().anyMatch(t -> t.text().startsWith("−")));
  }

  private static ColourBar bar(boolean numbered) {
    List<String> names = List.of("", "");
    double[][] values = {{0.2, 0.5}, {1, 0}};
    Mark cells = new Mark.Cells("all", names, names, values, 1, -1, 2, numbered);
    Figure figure =
        new Figure("f", "f", Axis.bare(0, 4), Axis.bare(-4, 0), List.of(cells), 1, "Cells.");
    return Layout.of(figure, 800, 500, Palette.LIGHT).colourBar().orElseThrow();
  }

  static void check(String name, Figure figure, int width, int height) {
    Layout layout = Layout.of(figure, width, height, Palette.LIGHT);
    List<Text> texts = layout.allTexts();
    List<Box> boxes = new ArrayList<>();
    for (Text text : texts) {
      Box box = text.box();
      assertTrue(layout.page().holds(box), name + ": outside the page: " + text);
      for (int i = 0; i < boxes.size(); i++) {
        assertFalse(box.overlaps(boxes.get(i)), name + ": " + text + " over " + texts.get(i));
      }
      if (!layout.isEmpty()) {
        assertFalse(box.overlaps(layout.plot()), name + ": over the plot: " + text);
      }
      boxes.add(box);
    }
    layout
        .legend()
        .entries()
        .forEach(
            entry -> {
              for (Text text : texts) {
                boolean over = text.box().overlaps(entry.swatch());
                assertFalse(over, name + ": swatch over " + text);
              }
            });
  }

  @Test
  void nothingIsCutOffOnALargePage() {
    FIGURES.forEach(
        (name, figure) -> {
          for (Text text : Layout.of(figure, 1280, 800, Palette.LIGHT).allTexts()) {
            assertFalse(text.text().endsWith("…"), name + ": " + text.text());
          }
        });
  }

  @Test
  void plotTakesMostOfThePage() {
    FIGURES.forEach(
        (name, figure) -> {
          Box plot = Layout.of(figure, 1280, 800, Palette.LIGHT).plot();
          double share = plot.width() * plot.height() / (1280 * 800);
          assertTrue(share > 0.65, name + " uses only " + share + " of the page");
        });
  }

  @Test
  void bothAxesOfEveryFigureHaveTicks() {
    FIGURES.forEach(
        (name, figure) -> {
          if (figure.x().kind() == Axis.Kind.NONE) return;
          for (int width : new int[] {640, 1280}) {
            Layout layout = Layout.of(figure, width, 0.625 * width, Palette.LIGHT);
            assertTrue(layout.xTicks().size() >= 3, name + ": " + layout.xTicks());
            assertTrue(layout.yTicks().size() >= 3, name + ": " + layout.yTicks());
          }
        });
  }

  @Test
  void epochsAreWholeNumbers() {
    Layout layout = Layout.of(Figures.elbo(FigureExamples.curve(3)), 1280, 800, Palette.LIGHT);
    List<String> labels = layout.xTicks().stream().map(Tick::label).toList();
    assertTrue(labels.equals(List.of("1", "2", "3")), labels.toString());
  }

  @Test
  void thumbnailsHaveNoText() {
    FIGURES.forEach(
        (name, figure) ->
            assertTrue(Layout.of(figure, 200, 120, Palette.DARK).allTexts().isEmpty(), name));
  }

  @Test
  void mapKeepsTheShapeOfTheEarth() {
    Layout layout =
        Layout.of(
            Figures.map(ExampleSets.acrossTheDateline(), 0, List.of()), 1280, 800, Palette.LIGHT);
    double northPixels = Math.abs(layout.scales().y(1) - layout.scales().y(0));
    double eastPixels = layout.scales().x(171) - layout.scales().x(170);
    double middle = layout.scales().extent().y().middle();
    double expected = 1 / Math.cos(Math.toRadians(middle));
    assertTrue(Math.abs(northPixels / eastPixels / expected - 1) < 1e-6);
  }

  @Test
  void longWordsAreCutRatherThanLaidOverOthers() {
    String longWord = "x".repeat(400);
    Figure figure =
        new Figure(
            "long",
            longWord,
            Axis.of(longWord, longWord),
            Axis.of(longWord, ""),
            Stream.of(0.1, 0.2, 0.9)
                .<Mark>map(at -> new Mark.Rule(longWord + at, longWord, at, at < 0.5))
                .toList(),
            0,
            longWord);
    List<Mark> marks = new ArrayList<>(figure.marks());
    double[] values = {0, 1};
    marks.add(new Mark.Line(longWord, Ink.BLUE, Mark.Stroke.SOLID, values, values));
    Figure filled =
        new Figure("long", longWord, figure.x(), figure.y(), marks, 0, figure.summary());
    check("long", filled, 640, 400);
    check("long and empty", figure, 640, 400);
  }
}
