package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;
import undercurrent.model.switching.Enumeration;
import undercurrent.model.switching.InteractingFilter;
import undercurrent.model.switching.RegimeFiltering;
import undercurrent.model.switching.SwitchingFit;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.Samples;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.SwitchingRotations;
import undercurrent.training.Training;

class SwitchingKindTest {
  @TempDir private Path folder = Path.of("");

  private static final SeriesSet TURNS = new SwitchingRotations(300).generate(2);
  private static final int SHORT = 12;

  private static Recipe recipe(SeriesSet set) {
    return Recipe.of(set).with("kind", "switching").with("latentSize", 2).with("epochs", 8);
  }

  private static Run fitted(Experiment experiment) {
    Run run = Run.of(experiment);
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    return run;
  }

  /** The long series to learn from, and its first rows as a series of its own to be asked about. */
  private static SeriesSet withShort() {
    Series whole = TURNS.series().getFirst();
    double[][] rows = new double[SHORT][];
    double[] times = new double[SHORT];
    for (int t = 0; t < SHORT; t++) {
      rows[t] = whole.values()[t].clone();
      times[t] = whole.times()[t];
    }
    rows[4][TURNS.observedChannels()[1]] = Double.NaN;
    return new SeriesSet(
        "turns",
        TURNS.channels(),
        TURNS.time(),
        List.of(whole, new Series("short", times, rows)),
        new Split(List.of(Part.TRAINING, Part.TEST), 1, 1));
  }

  private static SwitchingFit learned(Experiment experiment) {
    Map<String, Object> settings = experiment.model().values();
    SwitchingFit fit =
        SwitchingFit.of(
            (Integer) settings.getOrDefault("latentSize", 0),
            (Integer) settings.getOrDefault("regimes", 0),
            Dataset.of(experiment.data(), experiment.training().window()),
            experiment.training().seed());
    for (int i = 0; i < experiment.training().epochs(); i++) fit.step();
    return fit;
  }

  /** Particles draw, the interacting filter does not. */
  @Test
  void onlyALikelihoodByParticlesHasAStandardError() {
    SeriesSet set = withShort();
    Trained drawn =
        Trained.of(
            fitted(recipe(set).with("regimeFilter", "rao_blackwellised").experiment(set))
                .experiment());
    Trained still = Trained.of(fitted(recipe(set).experiment(set)).experiment());
    double error = drawn.scores().logLikelihoodError();
    double expected = Math.sqrt(drawn.estimator().logLikelihoodVariance(1, SHORT)) / SHORT;
    assertEquals(expected, error, 1e-12);
    double difference = drawn.scores().logLikelihood() - still.scores().logLikelihood();
    assertTrue(error > 0 && Math.abs(difference) < 0.2 + 5 * error, error + " " + difference);
    assertTrue(Double.isNaN(still.scores().logLikelihoodError()));
  }

  @Test
  void theCurveIsTheLibrarysLogLikelihood() {
    Experiment experiment = recipe(TURNS).experiment(TURNS);
    SwitchingFit fit = learned(experiment);
    double[][] x = fit.rows(0, 210, 0);
    double library = InteractingFilter.filter(fit.model(), x).logLikelihood() / 210;
    assertEquals(library, fitted(experiment).trainer().curve().getLast().elbo(), 1e-12);
  }

  /** All 4,096 sequences of regimes can be followed. */
  @Test
  void aShortSeriesIsSeenAsAllSequencesOfRegimesSeeIt() {
    SeriesSet set = withShort();
    Recipe recipe = recipe(set);
    SwitchingFit fit = learned(recipe.experiment(set));
    Enumeration exact = Enumeration.of(fit.model(), fit.rows(1, SHORT, 0));
    for (String filter : List.of("interacting", "rao-blackwellised")) {
      Run run = fitted(recipe.with("regimeFilter", filter).experiment(set));
      Estimator estimator = run.estimator();
      Estimator.Online online = estimator.online(1);
      assertEquals(exact.logLikelihood(), online.logLikelihood(), 0.1, filter);
      Estimate smoothed = estimator.smoothed(1);
      for (int t = 0; t < SHORT; t++) {
        Estimate filtered = online.filtered();
        assertEquals(exact.filtered()[t][0], filtered.regimes()[t][0], 0.05, filter + t);
        assertEquals(exact.smoothed()[t][0], smoothed.regimes()[t][0], 0.05, filter + t);
        double mean = filtered.latent().mean().at(t, 0);
        assertEquals(exact.filteredMeans()[t][0], mean, 0.05, filter + t);
      }
    }
  }

  @Test
  void estimatesAreThoseOfTheLibraryInTheUnitsOfTheFile() {
    SeriesSet set = withShort();
    Experiment experiment = recipe(set).experiment(set);
    SwitchingFit fit = learned(experiment);
    RegimeFiltering library = InteractingFilter.filter(fit.model(), fit.rows(1, SHORT, 0));
    Estimator estimator = fitted(experiment).estimator();
    Estimate filtered = estimator.filtered(1);
    Estimate forecast = estimator.forecast(1, 6, 20);
    assertEquals(20, forecast.length());
    assertEquals(25, forecast.times()[19], 1e-12);
    // One step ahead a forecast is a prediction.
    assertArrayEquals(
        estimator.predicted(1).observation().mean().row(6),
        forecast.observation().mean().row(0),
        1e-12);
    for (int t = 0; t < SHORT; t++) {
      assertEquals(
          library.filtered().get(t).state().mean(1), filtered.latent().mean().at(t, 1), 1e-12);
      double[] x = filtered.observation().mean().row(t);
      double expected = 0;
      for (int k = 0; k < 2; k++) {
        double mean =
            fit.model().emitted(k, t, library.filtered().get(t).states().get(k)).mean()[0];
        expected += library.filtered().get(t).probabilities()[k] * mean;
      }
      double[][] restored =
          fit.dataset().preparation().restore(1, t, new double[][] {{expected, 0}}, false);
      assertEquals(restored[0][0], x[0], 1e-9);
      assertTrue(filtered.observation().lower().at(t, 0) < x[0]);
      assertTrue(filtered.observation().upper().at(t, 0) > x[0]);
    }
  }

  @Test
  void aSavedFitGoesOnAsIfItHadNeverBeenSaved() {
    Experiment fresh = recipe(TURNS).with("regimes", 3).experiment(TURNS);
    Run half = Run.of(fresh);
    for (int i = 0; i < 3; i++) half.trainer().step();
    Path file = folder.resolve("turns.undercurrent");
    ExperimentFile.save(half.experiment(), file);
    Experiment opened = ExperimentFile.open(file);
    assertEquals(3, opened.model().values().get("regimes"));
    Run resumed = fitted(opened);
    Run straight = fitted(fresh);
    assertEquals(
        straight.trainer().curve().getLast().elbo(),
        resumed.trainer().curve().getLast().elbo(),
        0.0);
    Estimate expected = straight.estimator().smoothed(0);
    Estimate actual = Trained.of(resumed.experiment()).estimator().smoothed(0);
    assertArrayEquals(expected.regimes(), actual.regimes());
    assertArrayEquals(expected.observation().upper().all(), actual.observation().upper().all());
  }

  @Test
  void whatDoesNotFitIsSaid() {
    SeriesSet storms = Samples.find("storms").orElseThrow().open();
    assertRefused(recipe(storms).experiment(storms), "is a track");
    SeriesSet few = new SwitchingRotations(40).generate(1);
    assertRefused(recipe(few).with("regimes", 6).experiment(few), "set 'regimes' to fewer");
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> recipe(TURNS).with("regimes", 1));
    assertEquals("The setting 'regimes' cannot be '1'; it is from 2 to 6.", e.getMessage());
  }

  private static void assertRefused(Experiment experiment, String why) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Run.of(experiment));
    assertTrue(String.valueOf(e.getMessage()).contains(why), String.valueOf(e.getMessage()));
  }
}
