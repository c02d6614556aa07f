package undercurrent.inference;

import java.util.ArrayList;
import java.util.List;
import undercurrent.model.EmittedRows;

/** Remembers the filtered particles of every step, for a pass backwards. */
final class History implements RolloutFilter.Observer {
  private final List<float[]> states = new ArrayList<>();
  private final List<double[]> weights = new ArrayList<>();
  private final List<int[]> parents = new ArrayList<>();

  @Override
  public void moved(int step, int[] parents) {
    this.parents.add(parents.clone());
  }

  @Override
  public void filtered(int step, double[] weights, float[] state, EmittedRows emitted) {
    states.add(state.clone());
    this.weights.add(weights.clone());
  }

  int steps() {
    return states.size();
  }

  float[] states(int step) {
    return states.get(step);
  }

  double[] weights(int step) {
    return weights.get(step);
  }

  /** Which particle of the step before each one of a step comes from. */
  int[] parents(int step) {
    return parents.get(step);
  }
}
