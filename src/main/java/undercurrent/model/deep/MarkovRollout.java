package undercurrent.model.deep;

import java.util.Optional;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmittedRows;
import undercurrent.model.Normal;
import undercurrent.model.Rollout;

/**
 * The generative boxes of a deep Markov model, each on a tape of its own; its state is z, and
 * behind it the context of the step, which the emission reads too.
 */
final class MarkovRollout implements Rollout, Rollout.Transition {
  private final int rows;
  private final int latentSize;
  private final SideInputs sides;
  private final Tape initialTape;
  private final Tape transitionTape;
  private final Value initialContext;
  private final Value stateBefore;
  private final Value context;
  private final Normal initial;
  private final Normal transition;
  private final RecordedEmission emission;

  MarkovRollout(DeepMarkovModel model, int rows) {
    this.rows = rows;
    latentSize = model.latentSize();
    sides = model.sides();
    initialTape = new Tape(model.parameters(), false);
    initialContext = initialTape.input(rows, sides.contextSize());
    initial = model.prior().record(initialTape, initialContext);
    transitionTape = new Tape(model.parameters(), false);
    stateBefore = transitionTape.input(rows, latentSize);
    context = transitionTape.input(rows, sides.contextSize());
    transition = model.transition().record(transitionTape, stateBefore, context);
    emission =
        new RecordedEmission(
            model.parameters(), model.emission(), rows, stateSize(), model.observationSize());
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int latentSize() {
    return latentSize;
  }

  @Override
  public int stateSize() {
    return latentSize + sides.contextSize();
  }

  @Override
  public int drawnSize() {
    return latentSize;
  }

  @Override
  public boolean readsInputs() {
    return sides.inputs() > 0;
  }

  @Override
  public boolean readsObservations() {
    return sides.readObservations();
  }

  @Override
  public void start(Step first, float[] noise, float[] state) {
    place(first, initialContext);
    initialTape.forward();
    draw(initial, initialContext, noise, state);
  }

  @Override
  public void step(Step next, float[] noise, float[] state) {
    from(next, state);
    draw(transition, context, noise, state);
  }

  private void place(Step step, Value context) {
    for (int row = 0; row < rows; row++) {
      sides.fillContext(step, row, context.data(), row * context.columns());
    }
  }

  private void draw(Normal normal, Value context, float[] noise, float[] state) {
    float[] mean = normal.mean().data();
    float[] sd = normal.sd().data();
    for (int row = 0; row < rows; row++) {
      int to = row * stateSize();
      for (int i = 0; i < latentSize; i++) {
        int at = row * latentSize + i;
        state[to + i] = mean[at] + sd[at] * noise[at];
      }
      int width = context.columns();
      System.arraycopy(context.data(), row * width, state, to + latentSize, width);
    }
  }

  @Override
  public EmittedRows emit(float[] state) {
    return emission.emit(state);
  }

  @Override
  public Optional<Rollout.Transition> transition() {
    return Optional.of(this);
  }

  @Override
  public void from(Step next, float[] state) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(state, row * stateSize(), stateBefore.data(), row * latentSize, latentSize);
    }
    place(next, context);
    transitionTape.forward();
  }

  @Override
  public double logDensity(int row, float[] after, int at) {
    return transition.logDensity(row, after, at);
  }
}
