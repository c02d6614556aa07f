package undercurrent.model.optimized;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.nonlinear.LinearModel;
import undercurrent.model.nonlinear.SimulatedSeries;

/** 1,000 targets, of which 700 are learned from and 300 are tested on. */
final class NoiseTrainingTest {
  private static final Tracker TRACKER = Tracker.constantVelocity();

  /** All training series at once, to the optimum. */
  private static final TrainingRecipe TO_THE_END =
      new TrainingRecipe(0.1, 100, 595, 1, 0.15, 50, 99, 100);

  private static NoiseTraining train(
      TrainingObjective objective, TrainingRecipe recipe, List<LabelledSeries> series) {
    return new NoiseTraining(TRACKER, objective, recipe, series, Randomness.of(1)).run();
  }

  private static FilterErrors errors(Noise noise, List<LabelledSeries> series) {
    return FilterErrors.of(TRACKER, noise, series.subList(700, 1000));
  }

  /** Six other seeds had ratios of 0.82 … 0.87 at the optimum; the authors' one epoch 674/808. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void trainingForTheErrorTakesASeventhOfIt(long seed) {
    List<LabelledSeries> targets = Lidar.targets(1000, seed);
    List<LabelledSeries> known = targets.subList(0, 700);
    Noise estimated = Noise.estimated(TRACKER, known);
    Noise optimised = train(TrainingObjective.STATE_ERROR, TO_THE_END, known).current();
    Noise usual = train(TrainingObjective.STATE_ERROR, TrainingRecipe.USUAL, known).best();

    FilterErrors before = errors(estimated, targets);
    assertRatio(errors(optimised, targets).overall() / before.overall());
    assertRatio(errors(usual, targets).overall() / before.overall());
    // Turned into x and y, the noise of a lidar is alike from step to step: it is no white noise of
    // its size, and the best filter trusts each measurement more.
    for (int i = 0; i < 2; i++) {
      assertTrue(optimised.r().at(i, i) < estimated.r().at(i, i) / 5);
    }
    assertTrue(before.minus(errors(optimised, targets)).z() > 5);
  }

  private static void assertRatio(double ratio) {
    assertTrue(ratio > 0.80 && ratio < 0.90, "ratio " + ratio);
  }

  @Test
  void theLikelihoodIsNotTheError() {
    List<LabelledSeries> targets = Lidar.targets(1000, 3);
    List<LabelledSeries> known = targets.subList(0, 700);
    NoiseTraining likely =
        train(
            TrainingObjective.LIKELIHOOD,
            new TrainingRecipe(0.05, 150, 10, 1, 0.15, 10, 8, 4),
            known);
    NoiseTraining optimised = train(TrainingObjective.STATE_ERROR, TrainingRecipe.USUAL, known);
    FilterErrors estimated = errors(Noise.estimated(TRACKER, known), targets);
    FilterErrors byLikelihood = errors(likely.best(), targets);
    FilterErrors byError = errors(optimised.best(), targets);
    assertTrue(byLikelihood.overall() < estimated.overall());
    assertTrue(byLikelihood.minus(byError).z() > 2);
    double first = likely.curve().getFirst().value();
    double least =
        likely.curve().stream().mapToDouble(NoiseTraining.Validation::value).min().orElseThrow();
    assertTrue(least < first - 0.1, first + " to " + least);
  }

  /** Where every assumption of the Kalman filter holds, there is nothing to gain. */
  @Test
  void onTrulyLinearDataNothingIsGained() {
    List<LabelledSeries> series = linear(1000);
    List<LabelledSeries> known = series.subList(0, 700);
    FilterErrors estimated = errors(Noise.estimated(TRACKER, known), series);
    FilterErrors usual =
        errors(train(TrainingObjective.STATE_ERROR, TrainingRecipe.USUAL, known).best(), series);
    FilterErrors end =
        errors(train(TrainingObjective.STATE_ERROR, TO_THE_END, known).current(), series);
    assertEquals(1, usual.overall() / estimated.overall(), 0.01);
    assertEquals(1, end.overall() / estimated.overall(), 0.01);
  }

  /** R = P₁ = 1000 I, so that the start at the first observation is right too. */
  private static List<LabelledSeries> linear(int count) {
    double[][] q = Matrix.diagonal(10, 10, 40, 40).toRows();
    LinearModel model =
        new LinearModel(
            LinearSystem.of(
                    TRACKER.f().toRows(),
                    q,
                    TRACKER.h().toRows(),
                    Matrix.diagonal(1000, 1000).toRows())
                .startingAt(new double[4], Matrix.diagonal(1e5, 1e5, 1000, 1000).toRows()));
    List<LabelledSeries> series = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SimulatedSeries made = SimulatedSeries.of(model, 30, Randomness.of(2).at(i));
      series.add(new LabelledSeries(made.states(), made.observations()));
    }
    return series;
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    List<LabelledSeries> targets = Lidar.targets(100, 4);
    NoiseTraining one = train(TrainingObjective.STATE_ERROR, TrainingRecipe.USUAL, targets);
    NoiseTraining two = train(TrainingObjective.STATE_ERROR, TrainingRecipe.USUAL, targets);
    assertEquals(8, one.updates());
    assertEquals(one.curve(), two.curve());
    for (int i = 0; i < 4; i++) {
      assertArrayEquals(one.best().q().toRows()[i], two.best().q().toRows()[i]);
    }
  }

  @Test
  void pairedDifferencesAreThoseOfTheFormula() {
    FilterErrors.Paired paired =
        new FilterErrors(new double[] {4, 2, 9}, 5)
            .minus(new FilterErrors(new double[] {1, 1, 4}, 2));
    // 3, 1, 5: mean 3, standard deviation 2
    assertEquals(3, paired.mean(), 1e-12);
    assertEquals(2 / Math.sqrt(3), paired.standardError(), 1e-12);
    assertEquals(1.5 * Math.sqrt(3), paired.z(), 1e-12);
    assertEquals(2, paired.quantile(0.25), 1e-12);
  }
}
