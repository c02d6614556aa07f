package undercurrent.model.deep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Dependencies;
import undercurrent.model.Dependencies.Asked;
import undercurrent.model.Dependencies.Change;
import undercurrent.model.PathTrace;
import undercurrent.model.SequenceModel;
import undercurrent.series.Sequence;
import undercurrent.series.Shape;

/**
 * Finds what the distributions of a model depend on: changes one number after the other in a
 * made-up series, and compares all parameters bit by bit. What does not depend on a number is
 * computed from the same bits as before.
 */
public final class DependencyProbe {
  private static final int STEPS = 4;

  /** A change that is too small may be lost when it is rounded, one that is too large in a tanh. */
  private static final float[] CHANGES = {0.4f, -2.5f, 12f};

  private final ElboObjective objective;
  private final Sequence sequence;

  private DependencyProbe(ElboObjective objective, Sequence sequence) {
    this.objective = objective;
    this.sequence = sequence;
  }

  /**
   * Probes a model with the weights that it has; empty where its states cannot be set, as those
   * behind a flow.
   *
   * @param record records its objective
   * @param inputs U, of a step
   */
  public static Optional<Dependencies> of(SequenceModel model, Recorder record, int inputs) {
    Tape tape = new Tape(model.parameters(), false);
    int size = model.observationSize();
    float[] values = new float[STEPS * size];
    float[] mask = new float[values.length];
    for (int i = 0; i < values.length; i++) values[i] = (float) StrictMath.cos(0.8 * i);
    Arrays.fill(mask, 1f);
    float[] gaps = new float[STEPS];
    Arrays.fill(gaps, 1, STEPS, 1f);
    Sequence sequence =
        new Sequence(
            0, 0, STEPS, values, mask, new float[STEPS * inputs], gaps, new Shape.Vector(size));
    return new DependencyProbe(record.record(tape, STEPS, 1), sequence).find();
  }

  /** Records the bound of a model. */
  public interface Recorder {
    ElboObjective record(Tape tape, int steps, int batch);
  }

  /** Changes something at a step. */
  private interface Changing {
    void change(int s, float by);
  }

  private Optional<Dependencies> find() {
    Dependencies found = new Dependencies(STEPS);
    objective.clear();
    objective.put(0, sequence);
    objective.noise(Randomness.of(1));
    drawn();
    compare(found, Change.OBSERVATION_THROUGH_STATES, this::changeObservation, this::drawn);
    compare(found, Change.OBSERVATION, this::changeObservation, this::along);
    compare(found, Change.STATE, this::changeState, this::along);
    changeState(0, 1);
    float[] set = states();
    along();
    return Arrays.equals(set, states()) ? Optional.of(found) : Optional.empty();
  }

  /** With states that are drawn. */
  private void drawn() {
    fixLikelihood();
    objective.forward();
  }

  /** Along the states as they stand. */
  private void along() {
    fixLikelihood();
    objective.tape().forward(objective.states());
  }

  /** log p(xₜ|·) is taken at the same place always, so that it tells of its parameters alone. */
  private void fixLikelihood() {
    Arrays.fill(objective.x().data(), 1f);
  }

  private void compare(Dependencies found, Change change, Changing changing, Runnable run) {
    run.run();
    List<Map<Asked, float[]>> before = results();
    float[] states = states();
    for (int s = 0; s < STEPS; s++) {
      for (float by : CHANGES) {
        changing.change(s, by);
        run.run();
        mark(found, change, s, before, results());
        objective.clear();
        objective.put(0, sequence);
        setStates(states);
      }
    }
    run.run();
  }

  private static void mark(
      Dependencies found,
      Change change,
      int s,
      List<Map<Asked, float[]>> before,
      List<Map<Asked, float[]>> after) {
    for (int t = 0; t < STEPS; t++) {
      for (Asked asked : Asked.values()) {
        boolean isSame = Arrays.equals(before.get(t).get(asked), after.get(t).get(asked));
        if (!isSame) found.found(change, asked, t, s);
      }
    }
  }

  private void changeObservation(int s, float by) {
    float[] changed = sequence.values().clone();
    int size = changed.length / STEPS;
    for (int d = 0; d < size; d++) changed[s * size + d] += by;
    Sequence other =
        new Sequence(
            0,
            0,
            STEPS,
            changed,
            sequence.mask(),
            sequence.inputs(),
            sequence.gaps(),
            sequence.shape());
    objective.clear();
    objective.put(0, other);
  }

  private void changeState(int s, float by) {
    Value z = objective.states();
    for (int i = 0; i < z.columns(); i++) z.set(s, i, z.get(s, i) + by);
  }

  private float[] states() {
    Value z = objective.states();
    return Arrays.copyOfRange(z.data(), z.offset(), z.offset() + z.size());
  }

  private void setStates(float[] to) {
    Value z = objective.states();
    System.arraycopy(to, 0, z.data(), z.offset(), to.length);
  }

  /** At each step the parameters of q(zₜ|·) and p(zₜ|·), and log p(xₜ|·). */
  private List<Map<Asked, float[]>> results() {
    int z = objective.states().columns();
    List<Map<Asked, float[]>> results = new ArrayList<>();
    for (int t = 0; t < STEPS; t++) {
      PathTrace trace = objective.trace(0, t).orElseThrow();
      results.add(
          Map.of(
              Asked.POSTERIOR, floats(z, trace.posteriorMean(), trace.posteriorSd()),
              Asked.PRIOR, floats(z, trace.priorMean(), trace.priorSd()),
              Asked.EMISSION, new float[] {(float) trace.logLikelihood()}));
    }
    return results;
  }

  private static float[] floats(int size, double[] mean, double[] sd) {
    float[] numbers = new float[2 * size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (float) mean[i];
      numbers[size + i] = (float) sd[i];
    }
    return numbers;
  }
}
