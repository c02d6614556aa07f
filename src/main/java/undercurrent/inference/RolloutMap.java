package undercurrent.inference;

import undercurrent.model.Rollout;

/**
 * Where a rollout leads without noise, for a transition that reads nothing but the state.
 *
 * @param observed D
 * @param latent Z
 */
record RolloutMap(Rollout rollout, int observed, int latent) implements TransitionMap {
  @Override
  public double[][] after(double[][] states) {
    int size = rollout.stateSize();
    float[] state = new float[rollout.rows() * size];
    for (int i = 0; i < states.length; i++) {
      for (int d = 0; d < states[i].length; d++) state[i * size + d] = (float) states[i][d];
    }
    Rollout.Step next =
        new Rollout.Step(new float[0], Float.NaN, new float[observed], new float[observed]);
    rollout.step(next, new float[rollout.rows() * latent], state);
    double[][] after = new double[states.length][latent];
    for (int i = 0; i < after.length; i++) {
      for (int d = 0; d < after[i].length; d++) after[i][d] = state[i * size + d];
    }
    return after;
  }
}
