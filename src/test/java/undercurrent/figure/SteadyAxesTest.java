package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SteadyAxesTest {
  private static Figure figure(double high) {
    Mark line =
        new Mark.Line(
            "", Ink.BLUE, Mark.Stroke.SOLID, new double[] {0, 10}, new double[] {-1, high});
    return new Figure("a", "a", Axis.of("x", ""), Axis.of("y", ""), List.of(line), 0, "");
  }

  @Test
  void allHaveTheRangesOfMostAndOfTheLast() {
    double[] highs = {500, 80, 3, 2, 2, 2.5, 2, 2, 1, 4};
    List<Figure> steady =
        SteadyAxes.of(IntStream.range(0, 10).mapToObj(i -> figure(highs[i])).toList(), 100, 100);
    assertEquals(1, steady.stream().map(Figure::y).distinct().count());
    assertEquals(1, steady.stream().map(Figure::x).distinct().count());
    Axis y = steady.getFirst().y();
    assertTrue(y.max() >= 4 && y.max() < 6, "the last fits, two wild ones do not widen: " + y);
    assertTrue(y.min() <= -1 && y.min() > -2);
  }

  @Test
  void picturesOfNothingStayAsTheyAre() {
    Figure nothing = new Figure("a", "a", Axis.of("x", ""), Axis.of("y", ""), List.of(), 0, "");
    assertEquals(List.of(nothing), SteadyAxes.of(List.of(nothing), 100, 100));
  }

  /**
   * While a training runs the axis grows to the right, seldom, and never before the first epoch.
   */
  @Test
  void theAxisOfEpochsBeginsWithTheFirst() {
    Extent shown = Extent.of(Figures.elbo(FigureExamples.curve(2)), 400, 200);
    int changes = 0;
    for (int epochs = 3; epochs <= 200; epochs++) {
      Figure now = Figures.elbo(FigureExamples.curve(epochs));
      Extent needed = Extent.of(now, 400, 200);
      Extent next = needed.heldBy(shown, now, 400, 200);
      assertEquals(needed.x().min(), next.x().min());
      assertTrue(next.x().max() >= needed.x().max());
      assertTrue(next.y().span() <= 2 * needed.y().span() + 1e-9);
      if (next.x().max() != shown.x().max()) changes++;
      shown = next;
    }
    assertTrue(changes < 30, changes + " changes");
  }
}
