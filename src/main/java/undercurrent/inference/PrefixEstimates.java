package undercurrent.inference;

import undercurrent.math.Randomness;
import undercurrent.model.Conditioning;
import undercurrent.model.EmittedRows;
import undercurrent.model.Rollout;
import undercurrent.model.SequenceModel;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;

/**
 * Filtered and predicted states where a particle filter loses the state, as it does with films: the
 * inference network is shown each row with those before it and nothing later, and the transition
 * goes on from there by one step.
 */
final class PrefixEstimates {
  /** The network is shown so many rows at most for one estimate, of which that row is the last. */
  private static final int MOST_SHOWN = 20;

  private final SequenceModel model;
  private final Dataset data;
  private final Rollout rollout;
  private final NetworkPaths network;
  private final int longest;

  /**
   * @param rollout of as many rows as the network draws paths
   * @param paths that the network draws
   */
  PrefixEstimates(SequenceModel model, Dataset data, Rollout rollout, int paths) {
    this.model = model;
    this.data = data;
    this.rollout = rollout;
    network = new NetworkPaths(model, data, paths, MOST_SHOWN);
    int trained = data.training().stream().mapToInt(Sequence::steps).max().orElse(1);
    longest = Math.min(MOST_SHOWN, trained);
  }

  /**
   * The estimates of a whole series.
   *
   * @param logLikelihood by the filter that lost the state
   */
  Estimator.Online online(
      int series, double level, String network, double logLikelihood, Randomness randomness) {
    Sequence whole = data.whole().get(series);
    int paths = rollout.rows();
    int size = paths * model.latentSize();
    EstimateRows filtered = new EstimateRows(model, data, whole, level, paths);
    EstimateRows predicted = new EstimateRows(model, data, whole, level, paths);
    float[] state = new float[paths * rollout.stateSize()];
    float[] noise = new float[paths * rollout.latentSize()];
    Gaussians latent = new Gaussians(new float[size], new float[size]);
    double[] weights = Forecaster.equal(paths);
    for (int t = 0; t < whole.steps(); t++) {
      randomness.named("step").at(t).normals(noise, 0, noise.length);
      Rollout.Step step = Rollout.Step.of(whole, t);
      if (t == 0) rollout.start(step, noise, state);
      else rollout.step(step, noise, state);
      predicted.set(t, weights, state, rollout.stateSize(), rollout.emit(state));
      draw(series, t, randomness, state, latent);
      EmittedRows emitted = rollout.emit(state);
      filtered.set(t, weights, latent, emitted);
    }
    return new Estimator.Online(
        filtered.estimate(Conditioning.FILTERED, network),
        predicted.estimate(Conditioning.PREDICTED, network),
        logLikelihood);
  }

  /** Draws states of a row from what the network says of it when it is shown nothing later. */
  private void draw(int series, int t, Randomness randomness, float[] state, Gaussians latent) {
    int size = latent.mean().length;
    network.draw(
        series,
        Math.max(0, t + 1 - longest),
        t + 1,
        randomness,
        (row, drawn, s) -> {
          if (row != t) return;
          System.arraycopy(drawn.states(), s * state.length, state, 0, state.length);
          System.arraycopy(drawn.mean(), s * size, latent.mean(), 0, size);
          System.arraycopy(drawn.sd(), s * size, latent.sd(), 0, size);
        });
  }
}
