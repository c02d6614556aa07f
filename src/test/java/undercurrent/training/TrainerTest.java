package undercurrent.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.math.Progress;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings.KlSchedule;

class TrainerTest {
  private static final TrainingSettings SHORT =
      with(TrainingSettings.defaults(), "epochs", 12, "batchSize", 4, "validateEvery", 3);

  private static TrainingSettings with(TrainingSettings settings, Object... pairs) {
    TrainingSettings changed = settings;
    for (int i = 0; i < pairs.length; i += 2) {
      changed = Settings.with(changed, (String) pairs[i], pairs[i + 1]);
    }
    return changed;
  }

  /** Noiseless sines of different lengths, some for validation. */
  private static Dataset sines() {
    List<Series> series = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (int s = 0; s < 10; s++) {
      int length = 12 + 4 * (s % 3);
      double[] times = new double[length];
      double[][] values = new double[length][1];
      for (int t = 0; t < length; t++) {
        times[t] = t;
        values[t][0] = Math.sin(0.5 * t + s);
      }
      series.add(new Series("s" + s, times, values));
      parts.add(s < 8 ? Part.TRAINING : Part.VALIDATION);
    }
    return Dataset.of(
        new SeriesSet(
            "sines",
            List.of(new Channel("y", "", Channel.Kind.REAL, Channel.Role.OBSERVED)),
            new TimeAxis("t", "", false, true),
            series,
            new Split(parts, 0, 0)),
        0);
  }

  private static Trainer trainer(TrainingSettings settings) {
    Dataset data = sines();
    DeepSettings small = Settings.with(DeepSettings.defaults(), "hiddenUnits", 6);
    return new Trainer(DeepMarkovModel.of(small, data, settings.seed()), data, settings);
  }

  private static Trainer finish(Trainer trainer) {
    while (trainer.status() == Training.Status.READY) trainer.step();
    return trainer;
  }

  @Test
  void theLearningRateWarmsUpAndFallsAtTheEnd() {
    TrainingSettings s =
        with(SHORT, "learningRate", 0.1, "rateDecay", 1.0, "warmUp", 4, "rateFall", 0.5);
    assertEquals(0.025, LearningRate.at(s, 1, 20), 1e-15);
    assertEquals(0.075, LearningRate.at(s, 3, 20), 1e-15);
    assertEquals(0.1, LearningRate.at(s, 4, 20), 1e-15);
    assertEquals(0.1, LearningRate.at(s, 11, 20), 1e-15);
    assertEquals(0.09, LearningRate.at(s, 12, 20), 1e-15);
    assertEquals(0.01, LearningRate.at(s, 20, 20), 1e-15);
    assertEquals(0, LearningRate.at(s, 30, 20), 1e-15);
  }

  @Test
  void theElboRisesAndTheCurveHasAPointAnEpoch() {
    Trainer trainer = finish(trainer(with(SHORT, "epochs", 150)));
    Curve curve = trainer.curve();
    assertEquals(150, curve.size());
    assertEquals(300, trainer.steps());
    assertTrue(curve.getLast().elbo() > curve.getFirst().elbo() + 0.5);
    for (CurvePoint point : curve) {
      assertEquals(point.reconstruction() - point.kl(), point.elbo(), 1e-12);
      assertEquals(point.reconstruction() - point.klWeight() * point.kl(), point.objective(), 0.05);
      assertEquals(point.kl(), java.util.Arrays.stream(point.klPerDimension()).sum(), 1e-12);
      assertEquals(point.epoch() % 3 != 0, Double.isNaN(point.validationElbo()));
    }
  }

  @Test
  void theSameSeedGivesTheSameBitsAndAnotherSeedOthers() {
    float[] first = finish(trainer(SHORT)).checkpoint().weights();
    assertArrayEquals(first, finish(trainer(SHORT)).checkpoint().weights());
    float[] other = finish(trainer(with(SHORT, "seed", 2))).checkpoint().weights();
    assertFalse(java.util.Arrays.equals(first, other));
  }

  @Test
  void goingOnFromACheckpointIsAsIfItHadNeverStopped() {
    Trainer whole = finish(trainer(SHORT));
    Trainer start = trainer(SHORT);
    for (int i = 0; i < 9; i++) start.step();
    Trainer resumed = trainer(SHORT);
    resumed.restore(start.checkpoint(), start.curve());
    finish(resumed);
    assertArrayEquals(whole.checkpoint().weights(), resumed.checkpoint().weights());
    assertEquals(whole.curve().size(), resumed.curve().size());
    for (int i = 0; i < whole.curve().size(); i++) {
      assertEquals(whole.curve().get(i).elbo(), resumed.curve().get(i).elbo());
      assertEquals(whole.curve().get(i).validationElbo(), resumed.curve().get(i).validationElbo());
    }
  }

  /** Whoever waits may end a look, or save what there is during it. */
  @Test
  void aLookThatIsEndedIsMadeOnceMoreWithTheSameBits() {
    Trainer whole = finish(trainer(SHORT));
    Trainer ended = trainer(SHORT);
    int[] looks = {0};
    Progress impatient =
        (done, of) -> {
          if (looks[0]++ % 2 == 0) throw new IllegalStateException();
        };
    int batches = ended.stepsPerEpoch();
    while (ended.status() == Training.Status.READY) {
      try {
        impatient.during(
            () -> {
              ended.step();
              return ended;
            });
      } catch (IllegalStateException e) {
        Checkpoint within = ended.checkpoint();
        assertEquals(batches, within.batch());
        Trainer resumed = trainer(SHORT);
        resumed.restore(within, ended.curve());
        finish(resumed);
        assertEnded(whole, resumed);
      }
    }
    assertEquals(8, looks[0]);
    assertEnded(whole, ended);
  }

  private static void assertEnded(Trainer expected, Trainer actual) {
    assertArrayEquals(expected.checkpoint().weights(), actual.checkpoint().weights());
    assertArrayEquals(expected.checkpoint().best(), actual.checkpoint().best());
    assertEquals(expected.curve().size(), actual.curve().size());
    for (int i = 0; i < expected.curve().size(); i++) {
      CurvePoint point = expected.curve().get(i);
      assertEquals(point.elbo(), actual.curve().get(i).elbo());
      assertEquals(point.validationElbo(), actual.curve().get(i).validationElbo());
      assertEquals(point.klWeight(), actual.curve().get(i).klWeight());
    }
  }

  @Test
  void aNanEndsInDivergedWithTheLastGoodWeightsAndTheKnobNamed() {
    Dataset data = sines();
    DeepMarkovModel model = DeepMarkovModel.of(DeepSettings.defaults(), data, 1);
    Trainer trainer = new Trainer(model, data, with(SHORT, "learningRate", 0.01));
    trainer.step();
    model.parameters().data()[3] = Float.NaN;
    finish(trainer);
    assertEquals(Training.Status.DIVERGED, trainer.status());
    assertTrue(trainer.diagnosis().orElseThrow().contains("learning rate 0.0100"));
    for (float weight : model.parameters().data()) assertTrue(Float.isFinite(weight));
    trainer.adjust(with(trainer.settings(), "learningRate", 0.005));
    assertEquals(Training.Status.READY, trainer.status());
    finish(trainer);
    assertEquals(Training.Status.FINISHED, trainer.status());
  }

  @Test
  void patienceStopsAndTheBestWeightsAreKept() {
    Trainer trainer =
        finish(
            trainer(
                with(
                    SHORT,
                    "epochs",
                    4000,
                    "validateEvery",
                    1,
                    "patience",
                    8,
                    "learningRate",
                    0.02)));
    assertEquals(Training.Status.STOPPED_EARLY, trainer.status());
    double best = trainer.bestElbo();
    double seen =
        trainer.curve().stream().mapToDouble(CurvePoint::validationElbo).max().orElseThrow();
    assertEquals(seen, best);
    Checkpoint checkpoint = trainer.checkpoint();
    assertEquals(checkpoint.weights().length, checkpoint.best().length);
    assertFalse(Arrays.equals(checkpoint.weights(), checkpoint.best()));
    assertEquals(trainer.epoch() - 8, checkpoint.bestEpoch());
  }

  @Test
  void liveSettingsActAndRestartSettingsStay() {
    Trainer trainer = trainer(SHORT);
    trainer.step();
    trainer.adjust(with(SHORT, "learningRate", 1e-7, "batchSize", 1, "seed", 99, "epochs", 20));
    assertEquals(4, trainer.settings().batchSize());
    assertEquals(1, trainer.settings().seed());
    float[] before = trainer.checkpoint().weights();
    trainer.step();
    float[] after = trainer.checkpoint().weights();
    for (int i = 0; i < before.length; i++) assertEquals(before[i], after[i], 2e-7);
    finish(trainer);
    assertEquals(20, trainer.epoch());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          CONSTANT,       0,   1
          CONSTANT,       500, 1
          LINEAR_UPDATES, 0,   0.2
          LINEAR_UPDATES, 5,   0.6
          LINEAR_UPDATES, 50,  1
          LINEAR_EPOCHS,  0,   0.2
          LINEAR_EPOCHS,  20,  0.6
          LINEAR_EPOCHS,  40,  1
          CYCLIC,         0,   0.2
          CYCLIC,         10,  0.6
          CYCLIC,         20,  1
          CYCLIC,         39,  1
          CYCLIC,         40,  0.2
          """)
  void klWeightFollowsItsSchedule(KlSchedule schedule, long step, double expected) {
    TrainingSettings settings = with(SHORT, "klSchedule", schedule, "klStart", 0.2, "klLength", 10);
    assertEquals(expected, KlWeight.at(settings, step, 4), 1e-12);
  }

  @Test
  void aBatchHasEveryPieceOnceAndDependsOnTheEpochAlone() {
    Batches batches =
        new Batches(sines().training(), 3, undercurrent.math.Randomness.of(1).named("order"));
    int[][] epoch = batches.epoch(5);
    int[] all = java.util.Arrays.stream(epoch).flatMapToInt(java.util.Arrays::stream).toArray();
    java.util.Arrays.sort(all);
    assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, all);
    assertTrue(java.util.Arrays.deepEquals(epoch, batches.epoch(5)));
    assertFalse(java.util.Arrays.deepEquals(epoch, batches.epoch(6)));
  }

  @Test
  void weightsThatAreHeldStayAsTheyAre() {
    DeepMarkovModel model =
        DeepMarkovModel.of(Settings.with(DeepSettings.defaults(), "hiddenUnits", 4), sines(), 1);
    model.parameters().hold("emission.");
    float[] before = model.parameters().data().clone();
    Trainer trainer = new Trainer(model, sines(), with(SHORT, "weightDecay", 0.1));
    for (int i = 0; i < 6; i++) trainer.step();
    for (var entry : model.parameters().entries()) {
      int at = entry.offset();
      boolean same = before[at] == model.parameters().data()[at];
      assertEquals(entry.name().startsWith("emission."), same, entry.name());
    }
  }
}
