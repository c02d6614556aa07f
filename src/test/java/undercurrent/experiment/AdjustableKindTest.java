package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.kind.AdjustableParameter;
import undercurrent.kind.ChosenModel;
import undercurrent.kind.Fitting;
import undercurrent.series.Part;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.training.Training;

/** Parameters that are set by hand: no training, and the likelihood is that of the values. */
final class AdjustableKindTest {
  private record Learned(Experiment experiment, List<AdjustableParameter> parameters, double best) {
    Fitting with(Map<String, Double> changes) {
      Map<String, Double> all = new LinkedHashMap<>();
      for (AdjustableParameter p : parameters) if (p.isLearned()) all.put(p.name(), p.value());
      all.putAll(changes);
      ChosenModel<?> model = experiment.model().setting(all);
      return Run.model(experiment, Optional.empty(), Optional.of(model));
    }

    AdjustableParameter named(String part) {
      return parameters.stream().filter(p -> p.name().contains(part)).findFirst().orElseThrow();
    }
  }

  private static Learned learned(String sample, String kind, String... more) {
    SeriesSet set = Samples.find(sample).orElseThrow().open();
    Recipe recipe = Recipe.of(set).with("kind", kind).with("epochs", 60);
    for (int i = 0; i < more.length; i += 2) recipe = recipe.with(more[i], more[i + 1]);
    Run run = Run.of(recipe.experiment(set));
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    return new Learned(run.experiment(), run.parameters(), run.trainer().curve().getLast().elbo());
  }

  @ParameterizedTest
  @CsvSource({
    "nile, level, variance",
    "nile, trend, variance",
    "air-passengers, seasonal, variance",
    "nile, linear, 'R 1,1'",
    "nile, walk, observation noise"
  })
  void learnedValuesGiveTheLearnedLikelihoodAndOthersLess(
      String sample, String kind, String noise) {
    Learned learned = learned(sample, kind);
    assertFalse(learned.parameters().isEmpty());
    Fitting same = learned.with(Map.of());
    assertEquals(learned.best(), same.criterion(Part.TRAINING), 2e-4);
    AdjustableParameter one = learned.named(noise);
    assertTrue(one.isFree() && one.isLogarithmic(), one.toString());
    double much = learned.with(Map.of(one.name(), one.value() * 30)).criterion(Part.TRAINING);
    double little = learned.with(Map.of(one.name(), one.value() / 30)).criterion(Part.TRAINING);
    assertTrue(much < learned.best(), much + " of too much " + one);
    assertTrue(little < learned.best() + 1e-9, little + " of too little " + one);
  }

  /** With all trust in the data the smoothed mean is what was observed. */
  @Test
  void trustInTheDataOrInTheModelIsSeenInTheEstimates() {
    Learned learned = learned("nile", "level");
    String irregular = learned.named("irregular").name();
    double[] observed = learned.experiment().data().series().getFirst().channel(0);
    double[][] trusting =
        learned.with(Map.of(irregular, 0.01)).estimator().smoothed(0).observation().mean().all();
    for (int t = 0; t < observed.length; t++) assertEquals(observed[t], trusting[t][0], 1);
    String level = learned.named("level").name();
    double[][] stiff =
        learned.with(Map.of(level, 1e-6)).estimator().smoothed(0).observation().mean().all();
    double span = stiff[observed.length - 1][0] - stiff[0][0];
    assertEquals(0, span, 1);
  }

  @Test
  void theStartOfALevelIsGivenOnlyByAPerson() {
    Learned learned = learned("nile", "level");
    AdjustableParameter mean = learned.named("start mean");
    AdjustableParameter covariance = learned.named("start covariance");
    assertFalse(mean.isLearned());
    double far =
        learned.with(Map.of(mean.name(), 3000.0, covariance.name(), 1.0)).criterion(Part.TRAINING);
    assertTrue(far < learned.best() - 0.1, String.valueOf(far));
  }

  @Test
  void parametersOfTypedEquationsAreSet() {
    Learned learned =
        learned("sine", "formula", "formula", "x' = kept*x + noise; y = x; kept ~ 0.5");
    AdjustableParameter a = learned.named("kept");
    assertEquals("kept", a.name());
    assertEquals(learned.best(), learned.with(Map.of()).criterion(Part.TRAINING), 2e-3);
    double other = learned.with(Map.of("kept", -0.9)).criterion(Part.TRAINING);
    assertTrue(other < learned.best(), String.valueOf(other));
  }

  @Test
  void slidersGoThroughTheirValues() {
    Learned learned = learned("nile", "level");
    for (AdjustableParameter p : learned.parameters()) {
      assertEquals(p.value(), p.at(p.share(p.value())), 1e-9 * Math.abs(p.value()));
      assertEquals(p.least(), p.at(0), 1e-9 * Math.abs(p.least()));
      assertEquals(p.most(), p.at(1), 1e-9 * Math.abs(p.most()));
    }
  }
}
