package undercurrent.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import undercurrent.series.SeriesSet;

final class DrawingTest {
  @Test
  void aStraightLineHasItsRows() {
    Drawing drawing = new Drawing();
    drawing.line(0, -1, 1, 1);
    double[] rows = drawing.rows(101);
    for (int t = 0; t <= 100; t++) assertEquals(-1 + t / 50.0, rows[t], 1e-9);
  }

  @Test
  void whatIsLeftOutIsMissingAndWhatIsDrawnOverIsReplaced() {
    Drawing drawing = new Drawing();
    drawing.line(0.1, 0, 0.6, 0);
    drawing.line(0.9, 0, 1, 0);
    drawing.line(0.41, 0.5, 0.19, 0.5);
    double[] rows = drawing.rows(11);
    double[] wanted = {Double.NaN, 0, 0.5, 0.5, 0.5, 0, 0, Double.NaN, Double.NaN, 0, 0};
    for (int t = 0; t < 11; t++) assertEquals(wanted[t], rows[t], 1e-9, "row " + t);
    drawing.clear();
    assertEquals(Double.NaN, drawing.at(0.5));
  }

  @Test
  void aDrawingIsASeriesOnceItIsLongEnough() {
    Drawing drawing = new Drawing();
    drawing.line(0.75, 0, 1, 1);
    assertFalse(drawing.isEnough(100), "nothing to train on");
    drawing.line(0, 0, 0.2, 1);
    assertTrue(drawing.isEnough(100));
    assertFalse(drawing.isEnough(20));
    SeriesSet set = drawing.set(100);
    assertEquals(100, set.series().getFirst().length());
    assertEquals(99, set.series().getFirst().times()[99]);
    assertTrue(Double.isNaN(set.series().getFirst().value(50, 0)));
    assertEquals(1, set.observedChannels().length);
  }
}
