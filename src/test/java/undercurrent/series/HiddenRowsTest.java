package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HiddenRowsTest {
  @Test
  void framesAreHiddenAndTheTruthStays() {
    SeriesSet set = new BouncingBall("ball", 8, 2, 0, 7, new ClipCounts(1, 0, 1)).generate(1);
    SeriesSet third = HiddenRows.seeingEvery(set, 3);
    assertSame(set, HiddenRows.seeingEvery(set, 1));
    for (int s = 0; s < 2; s++) {
      for (int t = 0; t < 7; t++) {
        Series series = third.series().get(s);
        for (int c = 0; c < set.channels().size(); c++) {
          boolean isHidden = t % 3 != 0 && set.channels().get(c).role() == Channel.Role.OBSERVED;
          double expected = isHidden ? Double.NaN : set.series().get(s).value(t, c);
          assertEquals(expected, series.value(t, c));
        }
      }
    }
    assertTrue(third.frame().isPresent());
  }

  @Test
  void rowsInDoublePrecisionToo() {
    SeriesSet set = NoisySine.USUAL.generate(1);
    SeriesSet second = HiddenRows.seeingEvery(set, 2);
    int channel = set.observedChannels()[0];
    for (int t : List.of(0, 1, 2, 3)) {
      double seen = second.series().getFirst().value(t, channel);
      assertEquals(t % 2 == 1, Double.isNaN(seen));
      assertTrue(!Double.isNaN(set.series().getFirst().value(t, channel)));
    }
  }
}
