package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words beside marks: all that the legend has, readable, and beside what they name. */
final class DirectLabelsTest {
  private static final Box PLOT = new Box(0, 0, 1700, 800);
  private static final Sizes SIZES = new Sizes(22, false, 1);

  static Stream<Map.Entry<String, Figure>> figures() {
    // A matrix has its words in itself.
    return FigureExamples.all().entrySet().stream()
        .filter(e -> e.getValue().marks().stream().noneMatch(Mark.Cells.class::isInstance));
  }

  private static Scales scales(Figure figure) {
    return new Scales(Extent.of(figure, PLOT.width(), PLOT.height()), PLOT);
  }

  private static DirectLabels of(Figure figure, DirectLabels before) {
    return DirectLabels.of(figure, scales(figure), SIZES, Palette.LIGHT, before);
  }

  @ParameterizedTest
  @MethodSource("figures")
  void allWordsOfTheLegendStandInThePlotAndClearOfEachOther(Map.Entry<String, Figure> example) {
    Figure figure = example.getValue();
    if (scales(figure).extent().isEmpty()) return;
    DirectLabels labels = of(figure, DirectLabels.NONE);
    assertTrue(labels.isComplete());
    Set<String> words =
        labels.labels().stream().map(DirectLabels.Label::words).collect(Collectors.toSet());
    for (Legend.Entry entry : Legend.of(figure.marks(), PLOT, SIZES, 0).entries()) {
      boolean isThere = words.contains(entry.text().text());
      assertTrue(isThere || isOutside(entry.mark(), figure), entry.text().text());
    }
    for (DirectLabels.Label label : labels.labels()) {
      assertTrue(PLOT.holds(label.box()), label.words());
      assertEquals(
          label.words(), label.lines().stream().map(Text::text).collect(Collectors.joining(" ")));
      label.lines().forEach(line -> assertTrue(label.box().overlaps(line.box()), line.text()));
      for (DirectLabels.Label other : labels.labels()) {
        assertTrue(label.equals(other) || !label.box().overlaps(other.box()), label + " " + other);
      }
    }
  }

  /** Axes with given ends may leave a mark out. */
  private static boolean isOutside(Mark mark, Figure figure) {
    Scales scales = scales(figure);
    return switch (mark) {
      case Mark.Line m -> isOutside(m.x(), m.y(), scales);
      case Mark.Points m -> isOutside(m.x(), m.y(), scales);
      case Mark.Area m -> Stream.of(m.rings()).allMatch(ring -> isOutside(ring, scales));
      default -> false;
    };
  }

  private static boolean isOutside(double[] ring, Scales scales) {
    for (int i = 0; i < ring.length; i += 2) {
      if (isIn(scales.x(ring[i]), scales.y(ring[i + 1]))) return false;
    }
    return true;
  }

  private static boolean isOutside(double[] x, double[] y, Scales scales) {
    for (int i = 0; i < x.length; i++) if (isIn(scales.x(x[i]), scales.y(y[i]))) return false;
    return true;
  }

  private static boolean isIn(double x, double y) {
    return x >= 0 && x <= PLOT.width() && y >= 0 && y <= PLOT.height();
  }

  private static Figure lines(double[]... ys) {
    double[] x = new double[ys[0].length];
    for (int i = 0; i < x.length; i++) x[i] = i;
    List<Mark> marks = new java.util.ArrayList<>();
    for (int k = 0; k < ys.length; k++) {
      Ink ink = LatentFigure.INKS.get(k);
      marks.add(new Mark.Line("line " + k, ink, Mark.Stroke.SOLID, x, ys[k]));
    }
    return new Figure("f", "f", Axis.of("x", ""), Axis.of("y", ""), marks, 0, "");
  }

  private static double[] sine(double phase, double rise) {
    double[] y = new double[200];
    for (int i = 0; i < y.length; i++) y[i] = Math.sin(0.06 * i + phase) + rise;
    return y;
  }

  private static double distance(Box box, Mark.Line line, Scales scales) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < line.x().length; i++) {
      double x = scales.x(line.x()[i]);
      double y = scales.y(line.y()[i]);
      double across = Math.max(0, Math.max(box.x() - x, x - box.right()));
      double down = Math.max(0, Math.max(box.y() - y, y - box.bottom()));
      least = Math.min(least, Math.hypot(across, down));
    }
    return least;
  }

  @Test
  void wordsAreNearTheirLineAndCoverNoOther() {
    Figure figure = lines(sine(0, 0), sine(0, 3), sine(0, 6));
    DirectLabels labels = of(figure, DirectLabels.NONE);
    for (int k = 0; k < 3; k++) {
      DirectLabels.Label label = labels.labels().get(k);
      assertEquals("line " + k, label.words());
      for (int other = 0; other < 3; other++) {
        double far = distance(label.box(), (Mark.Line) figure.marks().get(other), scales(figure));
        if (other == k) assertTrue(far <= SIZES.font(), label + " is " + far + " away");
        else assertTrue(far > SIZES.font(), label + " is at line " + other);
      }
      assertEquals(Palette.LIGHT.words(LatentFigure.INKS.get(k)), label.lines().getFirst().rgb());
    }
  }

  @Test
  void wordsStayAtTheirLineWhileItMoves() {
    DirectLabels before = of(lines(sine(0, 0), sine(0, 3)), DirectLabels.NONE);
    for (double phase = 0.05; phase < 0.3; phase += 0.05) {
      DirectLabels now = of(lines(sine(phase, 0), sine(phase, 3)), before);
      for (int k = 0; k < 2; k++) {
        assertEquals(before.labels().get(k).place(), now.labels().get(k).place());
      }
      before = now;
    }
  }

  @Test
  void aPlotWithoutRoomSaysSo() {
    Figure figure = lines(sine(0, 0), sine(0, 3), sine(0, 6));
    Scales small = new Scales(scales(figure).extent(), new Box(0, 0, 60, 40));
    assertTrue(
        !DirectLabels.of(figure, small, SIZES, Palette.LIGHT, DirectLabels.NONE).isComplete());
  }

  @Test
  void aMarkOutsideOfWhatIsZoomedIntoHasNoWords() {
    Figure figure = lines(sine(0, 0), sine(0, 30));
    Scales lower = new Scales(new Extent(new Range(0, 200), new Range(-2, 2)), PLOT);
    DirectLabels labels = DirectLabels.of(figure, lower, SIZES, Palette.LIGHT, DirectLabels.NONE);
    assertTrue(labels.isComplete());
    assertEquals(List.of("line 0"), labels.labels().stream().map(l -> l.words()).toList());
  }
}
