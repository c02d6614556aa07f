package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.inference.Estimate;
import undercurrent.model.Conditioning;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;

final class FilmFiguresTest {
  private static final SeriesSet BALL = FilmExamples.ball();
  private static final List<Estimate> ESTIMATES = FilmExamples.estimates(BALL);

  private static Frames frames(Figure figure) {
    return ((Mark.Film) figure.marks().getFirst()).frames();
  }

  private static Frames strip(OptionalDouble cursor) {
    return frames(Figures.film(BALL, 0, ESTIMATES, cursor));
  }

  @Test
  void aStripHasARowForEachEstimateAndOneScaleForAllOfThem() {
    Frames strip = strip(OptionalDouble.of(7));
    assertEquals(
        List.of(
            "observed",
            "smoothed",
            "filtered, forecast from 8",
            "one step ahead",
            "error, smoothed"),
        strip.rows());
    for (int i = 0; i < 4; i++) {
      for (Frames.Frame frame : strip.frames().get(i)) assertEquals(0, frame.scale());
    }
    assertEquals(List.of("4", "5", "6", "7", "8", "9", "10", "11"), strip.columns());
    assertEquals(3, strip.marked());
    assertEquals(0, strip.scales().getFirst().low());
    assertEquals(1, strip.scales().getFirst().high());
    // The error is a quarter of what was observed, and its scale reaches as far down as up.
    FrameScale errors = strip.scales().getLast();
    assertEquals(-errors.high(), errors.low());
    assertEquals(1 - FilmExamples.SHARE, errors.high(), 1e-6);
    double[] seen = strip.frame(0, 5).values();
    double[] error = strip.frame(4, 5).values();
    for (int p = 0; p < seen.length; p++) {
      assertEquals((FilmExamples.SHARE - 1) * seen[p], error[p], 1e-12);
    }
  }

  @Test
  void aHiddenFrameIsMarkedAndHasNoError() {
    Frames strip = strip(OptionalDouble.of(7));
    assertTrue(strip.frame(0, 0).isHidden());
    assertTrue(strip.frame(1, 0).isKnown());
    assertFalse(strip.frame(4, 0).isKnown());
  }

  @Test
  void withoutACursorTheWholeFilmIsShown() {
    Frames strip = strip(OptionalDouble.empty());
    assertEquals("0", strip.columns().getFirst());
    // The forecast goes on for two frames, of which none was observed.
    assertEquals("17", strip.columns().getLast());
    assertEquals(Frames.NONE, strip.marked());
    assertFalse(strip.frame(0, 7).isKnown());
    assertTrue(strip.frame(2, 7).isKnown());
  }

  @Test
  void theErrorOfAFrameIsThatOfItsCellsTogether() {
    Figure figure = Figures.filmErrors(BALL, 0, ESTIMATES);
    Series film = BALL.series().getFirst();
    int[] cells = BALL.observedChannels();
    Mark.Line smoothed = (Mark.Line) figure.marks().getFirst();
    Mark.Line persistence =
        figure.marks().stream()
            .filter(m -> m.legend().equals("persistence, one step"))
            .map(Mark.Line.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals("smoothed", smoothed.legend());
    for (int t = 6; t < film.length(); t++) {
      double squares = 0;
      double steps = 0;
      for (int c : cells) {
        squares += Math.pow((1 - FilmExamples.SHARE) * film.value(t, c), 2) / cells.length;
        steps += Math.pow(film.value(t, c) - film.value(t - 1, c), 2) / cells.length;
      }
      assertEquals(Math.sqrt(squares), smoothed.y()[t], 1e-12);
      assertEquals(Math.sqrt(steps), persistence.y()[t], 1e-12);
    }
    // Nothing was observed there, and what lasts after it is the frame before.
    assertTrue(Double.isNaN(smoothed.y()[4]));
    assertTrue(persistence.y()[5] > 0);
  }

  @Test
  void frameByFrameTheFilteredMeanGoesOnAsTheForecast() {
    MovingFigure moving = Figures.frames(BALL, 0, ESTIMATES, Conditioning.FILTERED);
    assertEquals(18, moving.length());
    assertEquals("filtered", frames(moving.at(7)).columns().get(1));
    assertEquals("forecast", frames(moving.at(8)).columns().get(1));
    assertEquals(3, frames(moving.at(8)).columns().size());
    assertEquals(2, frames(moving.narrow(8)).columns().size());
    assertEquals(frames(moving.at(3)).scales(), frames(moving.at(9)).scales());
    assertEquals(5, MovingFigure.nearest(moving, 5.2));
  }

  @Test
  void anotherSetIsRefused() {
    SeriesSet sine = SineFamily.USUAL.generate(1);
    assertThrows(
        IllegalArgumentException.class,
        () -> Figures.film(sine, 0, List.of(), OptionalDouble.empty()));
  }

  /** The ends of a short bar are longer words than the steps of a long one. */
  @Test
  void titlesOfBarsStandInOneLineWithinTheRoom() {
    Figure strip = Figures.film(BALL, 0, ESTIMATES, OptionalDouble.empty());
    Box room = new Box(0, 0, 900, 500);
    List<Text> titles =
        FramesLayout.of(frames(strip), room, 12).texts(Palette.LIGHT).stream()
            .filter(Text::turned)
            .toList();
    assertEquals(2, titles.size());
    assertEquals(titles.getFirst().x(), titles.getLast().x());
    assertTrue(titles.getFirst().x() + 3 <= room.right(), "" + titles.getFirst().x());
  }

  @ParameterizedTest(name = "{0} × {1}")
  @CsvSource({"300, 200", "420, 260", "960, 600", "1600, 300", "300, 900"})
  void framesAndWordsLieBesideOneAnotherAndAreFoundByTheMouse(int width, int height) {
    for (Figure figure : FilmExamples.all().values()) {
      if (!(figure.marks().getFirst() instanceof Mark.Film film)) continue;
      Box room = new Box(0, 0, width, height);
      FramesLayout layout = FramesLayout.of(film.frames(), room, 12);
      List<Box> boxes = new ArrayList<>();
      for (int i = 0; i < film.frames().rows().size(); i++) {
        for (int j = 0; j < film.frames().columns().size(); j++) {
          Box box = layout.frame(i, j);
          boxes.add(box);
          int last = film.frames().shape().width() * film.frames().shape().height() - 1;
          assertEquals(
              new FramesLayout.Hit(i, j, 0),
              layout.hit(box.x() + 1e-6, box.y() + 1e-6).orElseThrow());
          assertEquals(
              new FramesLayout.Hit(i, j, last),
              layout.hit(box.right() - 1e-6, box.bottom() - 1e-6).orElseThrow());
        }
      }
      for (int k = 0; k < film.frames().scales().size(); k++) boxes.add(layout.bar(k));
      layout.texts(Palette.LIGHT).stream()
          .filter(t -> !t.turned())
          .map(Text::box)
          .forEach(boxes::add);
      for (int a = 0; a < boxes.size(); a++) {
        if (width >= 420 && height >= 260) {
          assertTrue(grown(room).holds(boxes.get(a)), figure.id() + ": " + boxes.get(a));
        }
        for (int b = 0; b < a; b++) {
          String words = figure.id() + ": " + boxes.get(a) + " over " + boxes.get(b);
          assertFalse(boxes.get(a).overlaps(boxes.get(b)), words);
        }
      }
    }
  }

  /** Numbers at the ends of a bar reach a little over it. */
  private static Box grown(Box box) {
    return new Box(box.x() - 8, box.y() - 8, box.width() + 16, box.height() + 16);
  }

  @Test
  void picturesInAnSvgAreAlwaysTheSame() {
    Figure figure = Figures.film(BALL, 0, ESTIMATES, OptionalDouble.of(7));
    String svg = SvgWriter.svg(figure, 960, 600, false);
    assertEquals(svg, SvgWriter.svg(figure, 960, 600, false));
    assertTrue(svg.contains("data:image/png;base64,"));
  }
}
