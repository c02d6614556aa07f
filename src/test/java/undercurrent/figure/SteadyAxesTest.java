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
}
