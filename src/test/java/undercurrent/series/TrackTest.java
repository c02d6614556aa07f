package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class TrackTest {
  private static SeriesSet read(String text) {
    return SeriesFiles.open("track", text, ImportChoices.AUTOMATIC);
  }

  /** Rows in the model's units, as a model would give back what it has seen. */
  private static double[][] rows(Sequence sequence) {
    int size = sequence.values().length / sequence.steps();
    double[][] rows = new double[sequence.steps()][size];
    for (int t = 0; t < rows.length; t++) {
      for (int d = 0; d < size; d++) rows[t][d] = sequence.values()[t * size + d];
    }
    return rows;
  }

  private static void assertComesBack(SeriesSet set, boolean chained) {
    Preparation preparation = Preparation.fit(set);
    Series series = set.series().getFirst();
    Sequence whole = preparation.apply(0, 0, series.length());
    double[][] back = preparation.restore(0, 0, rows(whole), chained);
    for (int t = 1; t < series.length(); t++) {
      double[] row = series.values()[t];
      double metres = 1000 * Geo.distanceKm(row[0], row[1], back[t][0], back[t][1]);
      assertTrue(metres < 1, "row " + t + ": " + metres + " m");
    }
  }

  @Test
  void stepsInMetresComeBackAsPositionsAlsoOverTheDateline() {
    SeriesSet set =
        read(
            "t,lat,lon\n0,-17.5,178.2\n1,-17.9,179.1\n2,-18.2,179.9\n3,-18.4,-179.4\n"
                + "4,-18.9,-178.2\n5,-19.5,-177.0\n");
    assertComesBack(set, false);
    assertComesBack(set, true);
    // Taken the long way round, one step would be 40,000 km and the deviation some 15,000 km.
    assertTrue(Preparation.fit(set).scale(1) < 50_000);
  }

  @Test
  void swappedColumnsAreSetRight() {
    SeriesSet set = read("t,lat,lon\n0,-79,27.5\n1,-100.2,28.1\n2,-101,29\n3,-102,30\n");
    assertTrue(set.isTrack());
    double[] first = set.series().getFirst().values()[0];
    assertEquals(27.5, first[set.latitude().getAsInt()]);
    assertEquals(-79, first[set.longitude().getAsInt()]);
  }

  @Test
  void aMissingFixMasksItsStepAndTheNextStartsFromTheLastSeen() {
    SeriesSet set = read("t,lat,lon\n0,10,20\n1,11,21\n2,,\n3,13,23\n4,14,24\n");
    Sequence whole = Preparation.fit(set).apply(0, 0, 5);
    float[] mask = {0, 0, 1, 1, 0, 0, 1, 1, 1, 1};
    for (int i = 0; i < mask.length; i++) assertEquals(mask[i], whole.mask()[i], "value " + i);
  }

  @Test
  void aPlaceMovedByItsStepIsThatOfTheNextRow() {
    SeriesSet set = read("t,lat,lon\n0,-17.5,178.2\n1,-17.9,179.9\n2,-18.2,-179.2\n3,-18.4,-178\n");
    Preparation preparation = Preparation.fit(set);
    Sequence whole = preparation.apply(0, 0, 4);
    assertEquals(2, preparation.placeSize());
    assertEquals(0, whole.placeAt(0)[0]);
    int rows = set.split().trainingEnd(4);
    double sum = 0;
    for (int t = 1; t < rows; t++) sum += whole.placeAt(t)[0];
    assertEquals(0, sum, 1e-6);
    for (int t = 1; t < 4; t++) {
      float[] place = whole.placeAt(t);
      preparation.move(place, java.util.Arrays.copyOfRange(whole.values(), 2 * t, 2 * t + 2));
      for (int i = 0; i < 2; i++) assertEquals(whole.placeAt(t + 1)[i], place[i], 1e-5);
    }
  }

  @Test
  void aPositionMovedByItsStepArrives() {
    double[][] places = {{0, 0}, {51.5, -0.1}, {-89.9, 12}, {60, 179.9}, {-33.9, 151.2}};
    for (double[] a : places) {
      for (double[] b : places) {
        double[] step = Geo.step(a[0], a[1], b[0], b[1]);
        double[] there = Geo.moved(a[0], a[1], step[0], step[1]);
        assertEquals(0, Geo.distanceKm(there[0], there[1], b[0], b[1]), 1e-6);
      }
    }
    // Paris to New York, published great-circle distance of the city centres.
    assertEquals(5837, Geo.distanceKm(48.8566, 2.3522, 40.7128, -74.0060), 2);
  }
}
