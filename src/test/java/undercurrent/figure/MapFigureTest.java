package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tracks, longitudes and land. */
final class MapFigureTest {
  @Test
  void trackAcrossTheDatelineIsOneLine() {
    Figure figure = Figures.series(ExampleSets.acrossTheDateline(), 0);
    Mark.Path path =
        (Mark.Path) figure.marks().stream().filter(Mark.Path.class::isInstance).findFirst().get();
    for (int i = 1; i < path.x().length; i++) {
      assertEquals(1.2, path.x()[i] - path.x()[i - 1], 1e-9);
    }
  }

  @Test
  void longitudeOverTimeDoesNotLeapAtTheDateline() {
    Figure figure = Figures.observed(ExampleSets.acrossTheDateline(), 0, 1, List.of());
    double[] longitudes = ((Mark.Points) named(figure, "observed")).y();
    assertEquals(160 + 1.2 * 39, longitudes[39], 1e-9);
    assertTrue(
        Ticks.of(figure.y().kind(), 160, 206, 5).stream().anyMatch(t -> t.label().equals("170°W")));
  }

  @Test
  void landIsWhereItIs() {
    assertTrue(isLand(10, 50), "Germany");
    assertTrue(isLand(-100 + 360, 40), "Kansas, one turn further");
    assertFalse(isLand(-40, 30), "the Atlantic");
    assertFalse(isLand(-170, 0), "the Pacific");
  }

  /** Even-odd, by a ray to the east. */
  private static boolean isLand(double longitude, double latitude) {
    boolean inside = false;
    for (double[] ring :
        Coastline.within(
            new Range(longitude - 30, longitude + 30), new Range(latitude - 20, latitude + 20))) {
      for (int i = 0; i < ring.length; i += 2) {
        int j = i == 0 ? ring.length - 2 : i - 2;
        if (ring[i + 1] > latitude == ring[j + 1] > latitude) continue;
        double share = (latitude - ring[i + 1]) / (ring[j + 1] - ring[i + 1]);
        if (ring[i] + share * (ring[j] - ring[i]) > longitude) inside = !inside;
      }
    }
    return inside;
  }

  private static Mark named(Figure figure, String legend) {
    return figure.marks().stream()
        .filter(mark -> mark.legend().equals(legend))
        .findFirst()
        .orElseThrow(() -> new AssertionError(legend + " is not in " + legends(figure)));
  }

  private static List<String> legends(Figure figure) {
    return figure.marks().stream().map(Mark::legend).filter(l -> !l.isEmpty()).toList();
  }
}
