package undercurrent.model.dynamical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static undercurrent.model.dynamical.DynamicalGolden.D;
import static undercurrent.model.dynamical.DynamicalGolden.Z;
import static undercurrent.model.dynamical.DynamicalGolden.assertClose;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import undercurrent.math.GradientCheck;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.PathTrace;
import undercurrent.model.Rollout;
import undercurrent.model.deep.ElboObjective;
import undercurrent.series.Sequence;

/** Training on what a model makes itself, compared with its rollout, which is fed by hand. */
final class ScheduledSamplingTest {
  private static ElboObjective noised(ElboObjective objective, double done) {
    objective.clear();
    objective.put(0, DynamicalGolden.sequence(0));
    objective.put(1, DynamicalGolden.sequence(1));
    objective.progress(done);
    objective.noise(Randomness.of(4));
    objective.forward();
    return objective;
  }

  private static ElboObjective recorded(DynamicalVae model, boolean differentiable) {
    return model.record(new Tape(model.parameters(), differentiable), 4, 2);
  }

  /** At the beginning, and when a model is looked at, the bound is the one without it. */
  @ParameterizedTest
  @EnumSource(names = {"STORN", "VRNN", "SRNN"})
  void theBoundIsThePlainOneAtTheStart(Structure structure) {
    DynamicalVae model = DynamicalGolden.model(structure);
    double plain = noised(recorded(model, true), 1).terms().value(1);
    model.readingItself(1);
    assertClose(plain, noised(recorded(model, true), 0).terms().value(1));
    assertEquals(
        noised(recorded(DynamicalGolden.model(structure), false), 1).terms().value(1),
        noised(recorded(model, false), 1).terms().value(1),
        0);
    assertTrue(Math.abs(plain - noised(recorded(model, true), 1).terms().value(1)) > 0.01);
  }

  /** At the end with a share of 1 the generative half reads nothing that was observed. */
  @ParameterizedTest
  @EnumSource(names = {"STORN", "VRNN", "SRNN"})
  void theGenerativeHalfReadsWhatItMakes(Structure structure) {
    DynamicalVae model = DynamicalGolden.model(structure).readingItself(1);
    ElboObjective objective = noised(recorded(model, true), 1);
    for (int b = 0; b < 2; b++) {
      Sequence sequence = DynamicalGolden.sequence(b);
      Rollout rollout = model.rollout(1);
      float[] state = new float[rollout.stateSize()];
      Rollout.Step step = Rollout.Step.of(sequence, 0);
      for (int t = 0; t < sequence.steps(); t++) {
        PathTrace trace = objective.trace(b, t).orElseThrow();
        float[] noise = new float[Z];
        for (int i = 0; i < Z; i++) {
          noise[i] = (float) ((trace.z()[i] - trace.priorMean()[i]) / trace.priorSd()[i]);
        }
        if (t == 0) rollout.start(step, noise, state);
        else rollout.step(step, noise, state);
        for (int i = 0; i < Z; i++) assertClose(trace.z()[i], state[i]);
        float[] mean = rollout.emit(state).mean();
        for (int d = 0; d < D; d++) assertClose(trace.median()[d], mean[d]);
        step = Rollout.Step.after(sequence, t + 1, mean, new float[0]);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"STORN", "VRNN", "SRNN"})
  void theBoundHasTheRightGradient(Structure structure) {
    DynamicalVae model = DynamicalGolden.model(structure).readingItself(0.5);
    ElboObjective objective = noised(recorded(model, true), 1);
    GradientCheck.check(
        objective.tape(),
        model.parameters(),
        List.of(objective.logLikelihood(), objective.klTerms()),
        new double[] {0.1, -0.05},
        25);
  }
}
