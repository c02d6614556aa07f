package undercurrent.inference;

import java.util.ArrayList;
import java.util.List;
import undercurrent.model.Gaussians;

/** Remembers the filtered particles of every step, for a pass backwards. */
final class History implements BootstrapFilter.Observer {
  private final List<float[]> states = new ArrayList<>();
  private final List<double[]> weights = new ArrayList<>();

  @Override
  public void predicted(int step, double[] weights, float[] z, Gaussians emitted) {}

  @Override
  public void filtered(int step, double[] weights, float[] z, Gaussians emitted) {
    states.add(z.clone());
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
}
