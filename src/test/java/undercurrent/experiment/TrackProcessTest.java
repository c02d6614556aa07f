package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import undercurrent.inference.Estimate;
import undercurrent.math.Randomness;
import undercurrent.model.continuous.NamedProcess;
import undercurrent.model.exact.ExactFit;
import undercurrent.series.ColumnUse;
import undercurrent.series.Geo;
import undercurrent.series.ImportChoices;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;

/** Processes in continuous time on tracks, and the units of what is known of the positions. */
class TrackProcessTest {
  private static final double DEGREE = Math.toRadians(1) * 1000 * Geo.EARTH_RADIUS_KM;

  /** Around a place, to which it returns within 2 h; noise 100 m. */
  private static String home(int rows) {
    Randomness random = Randomness.of(4);
    StringBuilder table = new StringBuilder("time_s,lat,lon\n");
    double t = 0;
    double east = 0;
    double north = 0;
    for (int i = 0; i < rows; i++) {
      double gap = 0.2 + 0.6 * random.uniform();
      double kept = Math.exp(-gap / 2);
      double kick = 3000 * Math.sqrt(1 - kept * kept);
      east = kept * east + kick * random.normal();
      north = kept * north + kick * random.normal();
      t += gap;
      double[] at = Geo.moved(60, 10, east + 100 * random.normal(), north + 100 * random.normal());
      table.append(String.format(Locale.ROOT, "%.4f,%.7f,%.7f%n", t, at[0], at[1]));
    }
    return table.toString();
  }

  /**
   * The density of both coordinates in metres as a whole, about a mean of which nothing is known:
   * -½ (log |V| + log 1'V⁻¹1 + y'Py + (n - 1) log 2π).
   */
  @Test
  void anOrnsteinUhlenbeckTrackHasTheDensityOfItsSteps() {
    SeriesSet set = Fits.whole(Fits.read(home(90)));
    ExactFit fit = Fits.fit(Fits.fitted(set, "kind", "continuous", "process", "ou"));
    double tau = Fits.quantity(fit, "time constant").value();
    double diffusion = 1e6 * Fits.quantity(fit, "diffusion").value();
    double noise = 1e6 * Fits.quantity(fit, "measurement noise").value();
    assertEquals("km²/s", Fits.quantity(fit, "diffusion").unit());
    assertEquals("km²", Fits.quantity(fit, "measurement noise").unit());
    double most = density(set, tau, diffusion, noise);
    assertEquals(most, fit.logLikelihood().value(), 1e-4 * Math.abs(most));
    assertTrue(density(set, 1.05 * tau, diffusion, noise) < most);
    assertTrue(density(set, tau, 0.95 * diffusion, noise) < most);
    assertEquals(2, tau, 3 * Fits.quantity(fit, "time constant").standardError());
  }

  private static double density(SeriesSet set, double tau, double diffusion, double noise) {
    double[] t = set.series().getFirst().times();
    double[][] rows = set.series().getFirst().values();
    int n = t.length;
    double[][] plane = new double[2][n];
    for (int i = 1; i < n; i++) {
      double[] step = Geo.step(rows[i - 1][0], rows[i - 1][1], rows[i][0], rows[i][1]);
      for (int k = 0; k < 2; k++) plane[k][i] = plane[k][i - 1] + step[k];
    }
    SimpleMatrix v = new SimpleMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        v.set(i, j, diffusion * tau / 2 * Math.exp(-Math.abs(t[i] - t[j]) / tau));
      }
      v.set(i, i, v.get(i, i) + noise);
    }
    SimpleMatrix one = new SimpleMatrix(n, 1);
    one.fill(1);
    double weight = one.transpose().mult(v.solve(one)).get(0);
    double logs = logDeterminant(v) + Math.log(weight);
    double sum = 0;
    for (double[] coordinate : plane) {
      SimpleMatrix y = new SimpleMatrix(n, 1, true, coordinate);
      SimpleMatrix weighed = v.solve(y);
      double cross = one.transpose().mult(weighed).get(0);
      double square = y.transpose().mult(weighed).get(0) - cross * cross / weight;
      sum -= 0.5 * (square + logs + (n - 1) * Math.log(2 * Math.PI));
    }
    return sum;
  }

  private static double logDeterminant(SimpleMatrix v) {
    double scale = v.get(0, 0);
    return Math.log(v.divide(scale).determinant()) + v.getNumRows() * Math.log(scale);
  }

  @ParameterizedTest
  @EnumSource
  void everyProcessWorksOnATrack(NamedProcess process) {
    SeriesSet set = Fits.whole(Fits.read(home(30)));
    Run run = Fits.fitted(set, "kind", "continuous", "process", process, "epochs", 4);
    assertTrue(Double.isFinite(Fits.fit(run).logLikelihood().value()));
    Estimate ahead = run.estimator().forecast(0, 30, 3);
    double[][] mean = ahead.observation().mean().all();
    for (double[] place : mean) {
      assertTrue(Geo.distanceKm(place[0], place[1], 60, 10) < 60, process.toString());
    }
    assertTrue(ahead.observation().upper().at(2, 0) > mean[2][0]);
  }

  /** The same deviations in degrees, in metres and in kilometres are the same model. */
  @ParameterizedTest
  @CsvSource({"trend, ", "continuous, ou"})
  void deviationsAreInTheUnitOfTheirColumn(String kind, String process) {
    String[] lines = home(40).split("\n");
    StringBuilder degrees = new StringBuilder(lines[0] + ",lat_sd,lon_sd\n");
    StringBuilder metres = new StringBuilder(lines[0] + ",lat_sd_m,lon_sd_m\n");
    StringBuilder kilometres = new StringBuilder(lines[0] + ",lat_sd_km,lon_sd_km\n");
    for (int i = 1; i < lines.length; i++) {
      double sd = i % 3 == 0 ? 1500 : 150;
      double latitude = Double.parseDouble(lines[i].split(",")[1]);
      double east = sd / DEGREE / Math.cos(Math.toRadians(latitude));
      degrees.append(String.format(Locale.ROOT, "%s,%.12f,%.12f%n", lines[i], sd / DEGREE, east));
      metres.append(String.format(Locale.ROOT, "%s,%.1f,%.1f%n", lines[i], sd, sd));
      kilometres.append(
          String.format(Locale.ROOT, "%s,%.4f,%.4f%n", lines[i], sd / 1000, sd / 1000));
    }
    Run first = null;
    for (StringBuilder table : new StringBuilder[] {metres, degrees, kilometres}) {
      SeriesSet set = Fits.whole(Fits.read(table.toString()));
      assertEquals(2, set.noiseChannels().length);
      Run run = Fits.fitted(set, "kind", kind, "process", process == null ? "ou" : process);
      if (first == null) first = run;
      double expected = Fits.fit(first).logLikelihood().value();
      assertEquals(expected, Fits.fit(run).logLikelihood().value(), 1e-5 * Math.abs(expected));
      Estimate one = first.estimator().smoothed(0);
      Estimate other = run.estimator().smoothed(0);
      double width = one.observation().upper().at(20, 0) - one.observation().lower().at(20, 0);
      double same = other.observation().upper().at(20, 0) - other.observation().lower().at(20, 0);
      assertEquals(width, same, 1e-4 * width);
      // Of a position that is known to 1.5 km the band is no three centimetres wide.
      assertTrue(width > 100 / DEGREE, "" + width);
    }
  }

  @Test
  void theUnitOfADeviationIsSaid() {
    String table =
        "t,lat,lon,lat_sd,lon_sd\n0,60,10,.01,.02\n1,60.1,10.1,.01,.02\n2,60.2,10,.01,.02\n";
    String said = SeriesFiles.preview("t.csv", table, ImportChoices.AUTOMATIC).notes().toString();
    assertTrue(said.contains("column 'lat_sd' were read in degrees; name it 'lat_sd_m'"), said);
    String metres = table.replace("_sd", "_sd_m");
    said = SeriesFiles.preview("t.csv", metres, ImportChoices.AUTOMATIC).notes().toString();
    assertTrue(said.contains("column 'lat_sd_m' were read in metres."), said);
    SeriesSet knots = Fits.whole(Fits.read(table.replace("_sd", "_sd_kt")));
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> Fits.fitted(knots, "kind", "trend"));
    assertTrue(String.valueOf(e.getMessage()).contains("give it in °, m or km"), e.toString());
  }

  /** Classes of Argos locations are offered, and taken for metres when they are chosen. */
  @Test
  void classesOfArgosAreOfferedAsNoise() {
    String[] classes = {"3", "B", "1", "2", "A", "0"};
    String[] metres = {"250", "10000", "1500", "500", "5000", "5000"};
    String[] lines = home(30).split("\n");
    StringBuilder argos = new StringBuilder(lines[0] + ",lc\n");
    StringBuilder known = new StringBuilder(lines[0] + ",accuracy_m\n");
    for (int i = 1; i < lines.length; i++) {
      argos.append(lines[i]).append(',').append(classes[i % 6]).append('\n');
      known.append(lines[i]).append(',').append(metres[i % 6]).append('\n');
    }
    String said =
        SeriesFiles.preview("t.csv", argos.toString(), ImportChoices.AUTOMATIC).notes().toString();
    assertTrue(said.contains("'lc' holds classes of Argos locations; --column lc=noise"), said);
    SeriesSet taken =
        SeriesFiles.open(
            "t.csv", argos.toString(), ImportChoices.AUTOMATIC.withUse("lc", ColumnUse.NOISE));
    SeriesSet same =
        SeriesFiles.open(
            "t.csv",
            known.toString(),
            ImportChoices.AUTOMATIC.withUse("accuracy_m", ColumnUse.NOISE));
    assertEquals(1, taken.noiseChannels().length);
    double expected =
        Fits.fit(Fits.fitted(Fits.whole(same), "kind", "trend")).logLikelihood().value();
    double found =
        Fits.fit(Fits.fitted(Fits.whole(taken), "kind", "trend")).logLikelihood().value();
    assertEquals(expected, found, 1e-9);
  }
}
