package undercurrent.model.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.math.GradientCheck;
import undercurrent.math.Initial;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.EmittedRows;
import undercurrent.model.Rollout;
import undercurrent.series.Dataset;
import undercurrent.series.ImportChoices;
import undercurrent.series.Sequence;
import undercurrent.series.SeriesFiles;
import undercurrent.settings.Settings;

/** A deep model that reads positions, and whose emission is the step before and a change of it. */
final class TrackModelTest {
  private static final Dataset TRACK =
      Dataset.of(
          SeriesFiles.open(
              "track",
              "t,lat,lon,wind\n0,10,179,5\n1,11,179.5,6\n2,,,7\n3,13,-179,8\n4,14,-178.5,7\n"
                  + "5,14.5,-177,6\n6,16,-176.5,5\n",
              ImportChoices.AUTOMATIC),
          0);

  private static DeepMarkovModel model(String likelihood) {
    DeepSettings settings = Settings.with(DeepSettings.defaults(), "hiddenUnits", 3);
    settings = Settings.with(settings, "edges", true);
    settings = Settings.with(settings, "residualEmission", true);
    settings = Settings.with(settings, "positions", true);
    settings = Settings.with(settings, "likelihood", likelihood);
    DeepMarkovModel model = DeepMarkovModel.of(settings, TRACK, 1);
    // Biases of 0 would put units that are fed by zeros on the kink of the ReLU.
    Randomness random = Randomness.of(5);
    float[] weights = model.parameters().data();
    for (int i = 0; i < weights.length; i++) weights[i] += (float) (0.05 * random.normal());
    return model;
  }

  private static MarkovObjective filled(DeepMarkovModel model, Sequence sequence) {
    MarkovObjective objective = model.record(new Tape(model.parameters()), sequence.steps(), 1);
    objective.clear();
    objective.put(0, sequence);
    objective.noise(Randomness.of(4));
    return objective;
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaussian", "student_t"})
  void everyGradientIsThatOfCentralDifferences(String likelihood) {
    DeepMarkovModel model = model(likelihood);
    MarkovObjective objective = filled(model, TRACK.training().getFirst());
    GradientCheck.check(
        objective.tape(),
        model.parameters(),
        List.of(objective.logLikelihood(), objective.klTerms()),
        new double[] {0.1, -0.05},
        150);
  }

  @Test
  void aRolloutReadsWhatTheObjectiveReads() {
    DeepMarkovModel model = model("gaussian");
    Sequence sequence = TRACK.training().getFirst();
    MarkovObjective objective = filled(model, sequence);
    objective.forward();
    Rollout rollout = model.rollout(1);
    float[] state = new float[rollout.stateSize()];
    int size = model.observationSize();
    for (int t = 0; t < sequence.steps(); t++) {
      Rollout.Step step = Rollout.Step.of(sequence, t);
      if (t == 0) rollout.start(step, new float[2], state);
      else rollout.step(step, new float[2], state);
      for (int i = 0; i < 2 && t > 0; i++) {
        assertEquals(objective.next().mean().get(t - 1, i), state[i], 1e-6);
      }
      for (int i = 0; i < 2; i++) state[i] = objective.drawn().z().get(t, i);
      double density =
          rollout.emit(state).logDensity(0, sequence.values(), sequence.mask(), t * size);
      assertEquals(objective.logLikelihood().get(t, 0), density, 1e-5);
    }
  }

  @Test
  void withoutAChangeTheMeanIsTheStepBefore() {
    DeepMarkovModel model = model("gaussian");
    for (Parameters.Entry entry : model.parameters().entries()) {
      if (!entry.name().startsWith("emission.mean")) continue;
      Initial.fill(model.parameters(), entry, 0);
    }
    Sequence sequence = TRACK.training().getFirst();
    Rollout rollout = model.rollout(1);
    float[] state = new float[rollout.stateSize()];
    rollout.start(Rollout.Step.of(sequence, 0), new float[2], state);
    for (int t = 1; t < sequence.steps(); t++) {
      rollout.step(Rollout.Step.of(sequence, t), new float[2], state);
      EmittedRows emitted = rollout.emit(state);
      for (int d = 0; d < 3; d++) {
        assertEquals(sequence.values()[(t - 1) * 3 + d], emitted.mean()[d], 1e-6);
      }
    }
  }
}
