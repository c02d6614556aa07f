package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import undercurrent.inference.BetweenRows;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Estimate;
import undercurrent.inference.ModelNames;
import undercurrent.inference.Residuals;
import undercurrent.model.exact.ExactFit;
import undercurrent.model.exact.FittedQuantity;
import undercurrent.model.exact.TransformKind;
import undercurrent.model.linear.LogLikelihood.Convention;
import undercurrent.model.linear.MaximumLikelihood;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.Parameter;
import undercurrent.model.linear.ResidualTest;
import undercurrent.model.structural.LocalLevel;
import undercurrent.model.structural.StructuralModel;
import undercurrent.series.Part;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.series.Split;
import undercurrent.text.Language;
import undercurrent.training.Training;

/** What a fit tells of itself, beside what others publish of the same series. */
class DiagnosisTest {
  private static SeriesSet whole(String name) {
    SeriesSet set = Samples.find(name).orElseThrow().open();
    return new SeriesSet(
        set.name(),
        set.channels(),
        set.time(),
        set.series(),
        new Split(List.of(Part.TRAINING), 1, 1));
  }

  private static Diagnosis diagnosis(Recipe recipe, SeriesSet set) {
    Run run = Run.of(recipe.experiment(set));
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    return run.diagnosis(0).orElseThrow();
  }

  private static FittedQuantity quantity(ExactFit fit, String name) {
    return fit.quantities().stream().filter(q -> q.name().equals(name)).findFirst().orElseThrow();
  }

  /** R: arima(Nile, c(0, 1, 1)) has -632.55 and an AIC of 1269.09, which does not count d = 1. */
  @Test
  void theNileIsToldInItsOwnUnit() {
    SeriesSet nile = whole("01_nile");
    Diagnosis told = diagnosis(Recipe.of(nile).with("kind", "level"), nile);
    ExactFit fit = told.fit();
    assertEquals(-632.5456, fit.logLikelihood().value(), 1e-3);
    assertEquals(Convention.EXACTLY_DIFFUSE, fit.logLikelihood().convention());
    assertEquals(99, fit.logLikelihood().count());
    assertFalse(fit.isTransformed());
    assertEquals(1, fit.diffuse());
    assertEquals(1269.09 + 2, fit.aic(), 0.01);
    assertEquals(2 * 632.5456 + 3 * Math.log(100), fit.bic(), 0.01);
    // The same model of the numbers as they stand in the file, without any preparation.
    StructuralModel model = StructuralModel.of(new LocalLevel());
    Observations raw = Observations.ofChannel(nile.series().getFirst().channel(0));
    MaximumLikelihood straight = new MaximumLikelihood(model, List.of(raw), model.start(raw));
    while (straight.status() == MaximumLikelihood.Status.READY) straight.step();
    for (Parameter expected : straight.parameters()) {
      FittedQuantity actual = quantity(fit, expected.name());
      assertEquals(expected.value(), actual.value(), 1e-3 * expected.value());
      assertEquals(
          expected.standardError(), actual.standardError(), 1e-3 * expected.standardError());
    }
    // Durbin and Koopman (2012), 2.3.
    assertEquals(15099, quantity(fit, "irregular variance").value(), 15);
    assertEquals(1469, quantity(fit, "level variance").value(), 5);
  }

  /** Durbin and Koopman (2012), 2.12: Q(9) 8.84, Jarque-Bera 0.05, H(33) 0.61. */
  @Test
  void theResidualsOfTheNileAreThoseOfTheBook() {
    SeriesSet nile = whole("01_nile");
    Diagnosis told = diagnosis(Recipe.of(nile).with("kind", "level"), nile);
    Residuals residuals = told.residuals().getFirst();
    assertEquals(99, residuals.count());
    assertTrue(Double.isNaN(residuals.standardised()[0]));
    double q = 0;
    for (int lag = 1; lag <= 9; lag++) {
      q += Math.pow(residuals.autocorrelations()[lag - 1], 2) / (99 - lag);
    }
    assertEquals(8.84, 99 * 101 * q, 0.02);
    List<ResidualTest> tests = residuals.tests();
    assertEquals("Ljung-Box (10 lags)", tests.get(0).name());
    assertEquals("uncorrelated", tests.get(0).meaning());
    assertEquals(0.05, tests.get(1).statistic(), 0.005);
    assertEquals("normal", tests.get(1).meaning());
    assertEquals(0.61, tests.get(2).statistic(), 0.005);
    assertEquals("steady", tests.get(2).meaning());
  }

  /** R: arima(log(AirPassengers), c(0, 1, 1), seasonal = c(0, 1, 1)). */
  @Test
  void theAirlineModelHasItsPublishedCoefficientsAndErrors() {
    SeriesSet air = whole("02_air_passengers");
    Recipe recipe = Recipe.of(air).with("kind", "airline").with("transform", TransformKind.LOG);
    ExactFit fit = diagnosis(recipe, air).fit();
    assertEquals(-0.4018, quantity(fit, "ma1").value(), 5e-4);
    assertEquals(0.0896, quantity(fit, "ma1").standardError(), 5e-4);
    assertEquals(-0.5569, quantity(fit, "sma1").value(), 5e-4);
    assertEquals(0.0731, quantity(fit, "sma1").standardError(), 5e-4);
    assertEquals(0.001348, quantity(fit, "innovation variance").value(), 2e-6);
    assertEquals("", quantity(fit, "innovation variance").unit());
    assertTrue(fit.isTransformed());
    assertEquals(244.6965, fit.transformed().value(), 2e-3);
    double logs = 0;
    double[] x = air.series().getFirst().channel(0);
    for (int t = 13; t < x.length; t++) logs += Math.log(x[t]);
    assertEquals(244.6965 - logs, fit.logLikelihood().value(), 2e-3);
    assertEquals(13, fit.diffuse());
  }

  /** A series with a season has residuals with one, where the model has none. */
  @Test
  void whatAModelLeavesOutIsFoundInItsResiduals() {
    SeriesSet air = whole("02_air_passengers");
    Recipe level = Recipe.of(air).with("kind", "level").with("transform", "NONE");
    List<ResidualTest> tests = diagnosis(level, air).residuals().getFirst().tests();
    assertEquals("correlated", tests.get(0).meaning());
    assertEquals("unsteady", tests.get(2).meaning());
    assertTrue(tests.get(2).statistic() > 1);
  }

  /** R: forecast::BoxCox.lambda(AirPassengers) is -0.2947, nearest to -½. */
  @Test
  void aTransformIsOfferedWhereTheDataAskForIt() {
    SeriesSet air = whole("02_air_passengers");
    Recipe plain = Recipe.of(air).with("kind", "airline").with("transform", "NONE");
    Diagnosis asks = diagnosis(plain, air);
    assertEquals(-0.5, asks.residuals().getFirst().lambda(), 0.0);
    Diagnosis content = diagnosis(plain.with("transform", TransformKind.LOG), air);
    assertEquals(1, content.residuals().getFirst().lambda(), 0.0);
    assertTrue(content.fit().aic() < asks.fit().aic() - 20);
    SeriesSet nile = whole("01_nile");
    Diagnosis steady = diagnosis(Recipe.of(nile).with("kind", "level"), nile);
    assertEquals(1, steady.residuals().getFirst().lambda(), 0.0);
  }

  @Test
  void aVarianceThatBecameZeroHasNoErrorAndSparesThoseOfTheOthers() {
    SeriesSet nile = whole("01_nile");
    ExactFit fit = diagnosis(Recipe.of(nile).with("kind", "trend"), nile).fit();
    assertTrue(quantity(fit, "slope variance").value() < 1);
    assertTrue(Double.isNaN(quantity(fit, "slope variance").standardError()));
    assertTrue(quantity(fit, "irregular variance").standardError() > 1000);
    assertEquals(Parameter.Place.LOWER_BOUND, quantity(fit, "slope variance").place());
    assertEquals(Parameter.Place.INSIDE, quantity(fit, "irregular variance").place());
    List<String> notes = fit.notes(ModelNames::of);
    assertEquals(1, notes.size());
    assertTrue(notes.getFirst().contains("on a bound of 'slope variance'"));
    List<String> german = Language.in(Language.GERMAN, () -> fit.notes(ModelNames::of));
    assertTrue(german.getFirst().contains("'Varianz der Steigung'"), german.getFirst());
    assertEquals("on its lower bound", quantity(fit, "slope variance").withoutError());
    assertEquals("", quantity(fit, "irregular variance").withoutError());
  }

  @Test
  void aSystemLearnedByEmTellsItsNoiseAndThePeriodOfItsMotion() {
    SeriesSet sine = new SineFamily(6, 60, 0.1).generate(3);
    Recipe recipe = Recipe.of(sine).with("kind", "linear").with("latentSize", 2);
    ExactFit fit = diagnosis(recipe, sine).fit();
    double noise = fit.quantities().getFirst().value();
    assertTrue(noise > 0.001 && noise < 0.1, "" + noise);
    assertTrue(quantity(fit, "motion 1: kept a step").value() > 0.9);
    assertEquals("time steps", quantity(fit, "motion 1: period").unit());
    assertTrue(
        fit.quantities().stream()
            .map(FittedQuantity::withoutError)
            .allMatch("no error: the fit is by EM, which gives none"::equals),
        fit.quantities().toString());
    assertEquals(Convention.PROPER, fit.logLikelihood().convention());
    assertEquals(2 * 3 + 2 + 2 + 2, fit.parameters());
  }

  /** Two roads to the same moments; at the end of a gap both are the filter's own prediction. */
  @Test
  void integratingTheMomentsIsSteppingOverTheGap() {
    SeriesSet uneven = Samples.find("irregular-sine").orElseThrow().open();
    Recipe recipe = Recipe.of(uneven).with("kind", "continuous");
    Run run = Run.of(recipe.experiment(uneven));
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    Diagnosis told = run.diagnosis(0).orElseThrow();
    int channel = uneven.observedChannels()[0];
    BetweenRows between = told.between(channel).orElseThrow();
    assertTrue(between.difference() < 1e-8, "" + between.difference());
    Estimate predicted = run.estimator().predicted(0);
    double[] times = predicted.times();
    int compared = 0;
    for (int s = 0; s < between.stepTimes().length; s++) {
      for (int t = 1; t < times.length; t++) {
        if (Math.abs(times[t] - between.stepTimes()[s]) > 1e-9) continue;
        compared++;
        double mean = predicted.observation().mean().at(t, 0);
        assertEquals(mean, between.stepped().mean().at(s, 0), 1e-9);
        // The prediction of a row has the measurement noise too.
        double width = predicted.observation().upper().at(t, 0) - mean;
        assertTrue(between.stepped().upper().at(s, 0) - mean < width);
      }
    }
    assertEquals(10, compared);
    // A gap that is nothing but time widens the band.
    double[][] upper = between.integrated().upper().all();
    double[][] lower = between.integrated().lower().all();
    assertTrue(upper[48][0] - lower[48][0] > upper[0][0] - lower[0][0]);
  }
}
