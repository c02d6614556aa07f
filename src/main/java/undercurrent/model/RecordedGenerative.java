package undercurrent.model;

import undercurrent.math.Functions;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/** The generative boxes of a model, each recorded on a tape of its own for a number of rows. */
final class RecordedGenerative implements Generative {
  private final int rows;
  private final Tape initialTape;
  private final Tape transitionTape;
  private final Tape emissionTape;
  private final Value stateBefore;
  private final Value state;
  private final Normal initial;
  private final Normal transition;
  private final Emission.Emitted emitted;
  private final Gaussians observation;

  RecordedGenerative(DeepMarkovModel model, int rows) {
    this.rows = rows;
    initialTape = new Tape(model.parameters(), false);
    initial = model.prior().record(initialTape, rows);
    transitionTape = new Tape(model.parameters(), false);
    stateBefore = transitionTape.input(rows, model.latentSize());
    transition = model.transition().record(transitionTape, stateBefore);
    emissionTape = new Tape(model.parameters(), false);
    state = emissionTape.input(rows, model.latentSize());
    emitted = model.emission().record(emissionTape, state);
    int size = rows * model.observationSize();
    observation = new Gaussians(new float[size], new float[size]);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public Gaussians initial() {
    initialTape.forward();
    return new Gaussians(initial.mean().data(), initial.sd().data());
  }

  @Override
  public Gaussians transition(float[] z) {
    System.arraycopy(z, 0, stateBefore.data(), 0, stateBefore.size());
    transitionTape.forward();
    return new Gaussians(transition.mean().data(), transition.sd().data());
  }

  @Override
  public Gaussians emission(float[] z) {
    System.arraycopy(z, 0, state.data(), 0, state.size());
    emissionTape.forward();
    switch (emitted) {
      case Emission.Gaussian g -> {
        System.arraycopy(
            g.normal().mean().data(), 0, observation.mean(), 0, observation.mean().length);
        copyRepeated(g.normal().sd(), observation.sd());
      }
      case Emission.Bernoulli b -> {
        for (int i = 0; i < observation.mean().length; i++) {
          float p = Functions.sigmoid(b.logit().data()[i]);
          observation.mean()[i] = p;
          observation.sd()[i] = (float) Math.sqrt(p * (1 - p));
        }
      }
    }
    return observation;
  }

  private static void copyRepeated(Value from, float[] to) {
    int size = from.size();
    for (int i = 0; i < to.length; i += size) {
      System.arraycopy(from.data(), from.offset(), to, i, size);
    }
  }
}
