package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;

class LongFigureTest {
  private static final int ROWS = 300_000;
  private static final int COLUMNS = 400;
  private static final double[] X = IntStream.range(0, ROWS).asDoubleStream().toArray();
  private static final double[] Y = noise();

  private static double[] noise() {
    var random = Randomness.of(2).named("long");
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) y[i] = Math.sin(1e-4 * i) + random.normal();
    // A single point far above all others, and a gap.
    y[123_456] = 40;
    Arrays.fill(y, 200_000, 230_000, Double.NaN);
    return y;
  }

  private static Figure figure(Mark mark) {
    return new Figure(
        "x", "x", Axis.of("t", ""), Axis.of("y", ""), List.of(mark), 0, "A long mark.");
  }

  private static Mark.Line line() {
    return new Mark.Line("line", Ink.BLUE, Mark.Stroke.SOLID, X, Y);
  }

  /** By brute force: the least and largest number of each column of pixels. */
  private static double[][] reach(double[] x, double[] y, Range shown) {
    double[][] reach = new double[2][COLUMNS];
    Arrays.fill(reach[0], Double.POSITIVE_INFINITY);
    Arrays.fill(reach[1], Double.NEGATIVE_INFINITY);
    for (int i = 0; i < x.length; i++) {
      int column = (int) Math.floor(COLUMNS * (x[i] - shown.min()) / shown.span());
      if (column < 0 || column >= COLUMNS || !Double.isFinite(y[i])) continue;
      reach[0][column] = Math.min(reach[0][column], y[i]);
      reach[1][column] = Math.max(reach[1][column], y[i]);
    }
    return reach;
  }

  @Test
  void aLineReachesAsFarInEachColumnAsAllItsPointsDo() {
    LongFigure all = LongFigure.of(figure(line()));
    for (Range shown : List.of(new Range(0, ROWS), new Range(100_000, 150_000))) {
      Mark.Line drawn = (Mark.Line) all.within(shown, COLUMNS).marks().getFirst();
      assertTrue(drawn.x().length < 20 * COLUMNS, drawn.x().length + " points");
      double[][] expected = reach(X, Y, shown);
      double[][] actual = reach(drawn.x(), drawn.y(), shown);
      // A block at the edge of a column may count for the next one, by a quarter of a pixel.
      for (int c = 1; c + 1 < COLUMNS; c++) {
        double least = Math.min(expected[0][c - 1], Math.min(expected[0][c], expected[0][c + 1]));
        double largest = Math.max(expected[1][c - 1], Math.max(expected[1][c], expected[1][c + 1]));
        assertTrue(actual[0][c] >= least && actual[1][c] <= largest, "column " + c);
      }
      assertEquals(
          Arrays.stream(expected[1]).max().orElse(0), Arrays.stream(actual[1]).max().orElse(1));
      assertEquals(
          Arrays.stream(expected[0]).min().orElse(0), Arrays.stream(actual[0]).min().orElse(1));
    }
  }

  @Test
  void inTheGapThereIsNothing() {
    Range shown = new Range(0, ROWS);
    Mark.Line drawn =
        (Mark.Line) LongFigure.of(figure(line())).within(shown, COLUMNS).marks().getFirst();
    assertTrue(Arrays.stream(drawn.y()).anyMatch(Double::isNaN));
    for (int i = 0; i < drawn.x().length; i++)
      assertFalse(drawn.x()[i] >= 200_000 && drawn.x()[i] < 230_000);
  }

  @Test
  void zoomedInAllPointsAreDrawnAndOneBesideThem() {
    Range shown = new Range(5000.5, 5600);
    Mark.Line drawn =
        (Mark.Line) LongFigure.of(figure(line())).within(shown, COLUMNS).marks().getFirst();
    assertArrayEquals(Arrays.copyOfRange(X, 5000, 5602), drawn.x());
    assertArrayEquals(Arrays.copyOfRange(Y, 5000, 5602), drawn.y());
  }

  @Test
  void aBandCoversAllThatItsPointsCover() {
    double[] upper = Arrays.stream(Y).map(v -> v + 1).toArray();
    Figure figure = figure(new Mark.Band("band", Ink.BLUE, X, Y, upper));
    Range shown = new Range(0, 200_000);
    Mark.Band drawn = (Mark.Band) LongFigure.of(figure).within(shown, COLUMNS).marks().getFirst();
    double[][] below = reach(X, Y, shown);
    double[][] above = reach(X, upper, shown);
    double[][] drawnBelow = reach(drawn.x(), drawn.lower(), shown);
    double[][] drawnAbove = reach(drawn.x(), drawn.upper(), shown);
    for (int c = 0; c < COLUMNS; c++) {
      assertTrue(drawnBelow[0][c] <= below[0][c], "column " + c);
      assertTrue(drawnAbove[1][c] >= above[1][c], "column " + c);
    }
  }

  @Test
  void pointsOutsideAreLeftOutAndShortMarksStay() {
    Mark.Points points = new Mark.Points("points", Ink.DATA, Mark.Shape.DOT, X, Y);
    Mark.Points drawn =
        (Mark.Points)
            LongFigure.of(figure(points)).within(new Range(10, 20), COLUMNS).marks().getFirst();
    assertEquals(13, drawn.x().length);
    double[] two = {0, 1};
    Mark small = new Mark.Line("two", Ink.BLUE, Mark.Stroke.SOLID, two, two);
    assertFalse(LongFigure.isOne(figure(small)));
    LongFigure both = LongFigure.of(figure(small));
    assertSame(small, both.within(new Range(0, 1), COLUMNS).marks().getFirst());
    assertEquals(List.of(), LongFigure.withoutLongMarks(figure(points)).marks());
  }

  /** A path in a plane has every turn of all its points, and both of its ends. */
  @Test
  void aPathReachesAsFarInEveryStretchAsAllItsPointsDo() {
    double[] x = new double[ROWS];
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      x[i] = Math.cos(2e-3 * i) * (1 + 1e-6 * i);
      y[i] = Math.sin(3e-3 * i);
    }
    x[150_001] = 7;
    Mark.Path whole = new Mark.Path("path", x, y, X, Axis.of("t", ""));
    LongFigure all = LongFigure.of(figure(whole));
    Mark.Path drawn = (Mark.Path) all.within(new Range(-2, 8), COLUMNS).marks().getFirst();
    assertTrue(drawn.x().length < 25_000, drawn.x().length + " points");
    assertEquals(Range.of(x), Range.of(drawn.x()));
    assertEquals(Range.of(y), Range.of(drawn.y()));
    assertEquals(x[ROWS - 1], drawn.x()[drawn.x().length - 1]);
    assertEquals(ROWS - 1, drawn.colour()[drawn.colour().length - 1]);
    // Of few points in sight each is drawn, and nothing that is far away but the ends.
    Mark.Path few = (Mark.Path) all.within(new Range(1.2999, 9), COLUMNS).marks().getFirst();
    for (int i = 0; i < ROWS; i++) {
      int at = Arrays.binarySearch(few.colour(), i);
      if (x[i] >= 1.2999) assertTrue(at >= 0, "row " + i);
    }
    assertTrue(few.x().length < 10_000, few.x().length + " points");
  }
}
