package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.inference.Estimate;
import undercurrent.series.ImportChoices;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;

/** Series that a model explains without any noise are fitted, and forecast as they go on. */
class ExactlyExplainedTest {
  private static final int ROWS = 40;
  private static final int AHEAD = 3;

  private static SeriesSet open(String header, IntFunction<String> row) {
    StringBuilder table = new StringBuilder(header + "\n");
    for (int t = 0; t < ROWS; t++) table.append(row.apply(t)).append('\n');
    ImportChoices choices = ImportChoices.AUTOMATIC.withSplit(Split.NONE);
    return SeriesFiles.open("exact.csv", table.toString(), choices);
  }

  private static Estimate forecast(SeriesSet set, Object... settings) {
    return Fits.fitted(set, settings).estimator().forecast(0, ROWS, AHEAD);
  }

  /** North, east along the equator, along a meridian through it, and by steps of binary digits. */
  @ParameterizedTest
  @CsvSource({
    "10, 0.125, 20, 0", "10, 0.1, 20, 0", "0, 0, 20, 0.125", "0, 0, -20, 0.125",
    "0, 0, 0, 0.015625", "-5, 0.25, 30, 0", "0, 0.015625, 0, 0", "50, 0.00001, 8, 0"
  })
  void aTrackThatRunsStraightGoesOn(double lat, double north, double lon, double east) {
    SeriesSet set = open("t,lat,lon", t -> t + "," + (lat + t * north) + "," + (lon + t * east));
    for (String kind : new String[] {"trend", "continuous"}) {
      Object[] settings =
          kind.equals("trend")
              ? new Object[] {"kind", kind}
              : new Object[] {"kind", kind, "process", "velocity"};
      double[] last = forecast(set, settings).observation().mean().row(AHEAD - 1);
      assertEquals(lat + (ROWS + AHEAD - 1) * north, last[0], 1e-5, kind);
      assertEquals(lon + (ROWS + AHEAD - 1) * east, last[1], 1e-5, kind);
    }
  }

  /** A straight line, a parabola and a season of whole numbers; the first is no place on Earth. */
  @ParameterizedTest
  @CsvSource({
    "line, kind=trend",
    "line, kind=linear",
    "line, kind=switching",
    "line, kind=continuous process=velocity",
    "line, kind=arima order=0;2;1",
    "season, kind=seasonal season=4",
    "season, kind=level cycle=false",
    "parabola, kind=trend",
    "parabola, kind=switching"
  })
  void aSeriesWithoutNoiseIsFitted(String form, String settings) {
    SeriesSet set =
        open(
            "t,x",
            t ->
                t
                    + ","
                    + switch (form) {
                      case "line" -> 2 * t + 1;
                      case "season" -> new int[] {5, 9, 4, 2}[t % 4];
                      default -> t * t;
                    });
    Object[] words = settings.replace(';', ',').split("[ =]");
    double last = forecast(set, words).observation().mean().at(AHEAD - 1, 0);
    assertTrue(Double.isFinite(last));
    if (form.equals("line")) assertEquals(2 * (ROWS + AHEAD - 1) + 1, last, 0.05, settings);
    if (settings.contains("seasonal")) assertEquals(4, last, 1e-4);
  }

  @ParameterizedTest
  @CsvSource({
    "level, 'level-variance=0;irregular-variance=0', irregular-variance",
    "trend, 'level-variance=0;slope-variance=0;irregular-variance=0', irregular-variance",
    "linear, 'F=1,0/0,1;Q=0,0;R=0', R"
  })
  void whatIsFixedWithoutNoiseIsRefusedWithTheRemedy(String kind, String fixed, String noise) {
    SeriesSet set = open("t,x", t -> t + "," + (t % 7 + t % 3));
    String said =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Fits.fitted(set, "kind", kind, "fixed", fixed))
                .getMessage());
    assertTrue(said.contains("'exact' is left without noise"), said);
    assertTrue(said.contains("hold it above 0 (--fix " + noise + "=0.01)"), said);
  }

  /** Steps of one length on the Earth vary by their rounding, which is not explained. */
  @Test
  void roundedStepsOfATrackAreNotStandardised() {
    SeriesSet set = open("t,lat,lon", t -> t + "," + (10 + 0.1 * t) + ",20");
    Run run = Fits.fitted(set, "kind", "trend");
    assertEquals(1, run.dataset().preparation().scale(0));
  }
}
