package undercurrent.model.deep;

import java.util.Optional;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmittedRows;
import undercurrent.model.Normal;
import undercurrent.model.Rollout;

/** The generative boxes of a deep Markov model, each on a tape of its own; its state is z. */
final class MarkovRollout implements Rollout, Rollout.Transition {
  private final int rows;
  private final int latentSize;
  private final Tape initialTape;
  private final Tape transitionTape;
  private final Value stateBefore;
  private final Normal initial;
  private final Normal transition;
  private final RecordedEmission emission;

  MarkovRollout(DeepMarkovModel model, int rows) {
    this.rows = rows;
    latentSize = model.latentSize();
    initialTape = new Tape(model.parameters(), false);
    initial = model.prior().record(initialTape, rows);
    transitionTape = new Tape(model.parameters(), false);
    stateBefore = transitionTape.input(rows, latentSize);
    transition = model.transition().record(transitionTape, stateBefore);
    emission =
        new RecordedEmission(
            model.parameters(), model.emission(), rows, latentSize, model.observationSize());
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
    return latentSize;
  }

  @Override
  public boolean readsObservations() {
    return false;
  }

  @Override
  public void start(Step first, float[] noise, float[] state) {
    initialTape.forward();
    draw(initial, noise, state);
  }

  @Override
  public void step(Step next, float[] noise, float[] state) {
    from(next, state);
    draw(transition, noise, state);
  }

  private static void draw(Normal normal, float[] noise, float[] state) {
    float[] mean = normal.mean().data();
    float[] sd = normal.sd().data();
    for (int i = 0; i < state.length; i++) state[i] = mean[i] + sd[i] * noise[i];
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
    System.arraycopy(state, 0, stateBefore.data(), 0, stateBefore.size());
    transitionTape.forward();
  }

  @Override
  public double logDensity(int row, float[] after, int at) {
    return transition.logDensity(row, after, at);
  }
}
