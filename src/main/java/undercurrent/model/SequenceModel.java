package undercurrent.model;

import java.util.Map;
import java.util.Optional;
import undercurrent.series.Sequence;

/** A model whose estimates are made by drawing samples: what inference knows of it. */
public interface SequenceModel extends Trainable {
  /** What q(zₜ|·) of this model's inference network has seen: FILTERED or SMOOTHED. */
  Conditioning conditioning();

  /** Whether q(zₜ|·) is Gaussian on a path that is drawn. */
  default boolean hasGaussianPosterior() {
    return true;
  }

  /**
   * How far a gated transition follows its network into the steps 1 … N of a sequence; empty of
   * models without gates.
   *
   * @param states z of the steps before, {@code [N·Z]}
   * @return {@code [N][Z]} in 0 … 1
   */
  default Optional<double[][]> gates(Sequence sequence, float[] states) {
    return Optional.empty();
  }

  /** What its distributions depend on; empty of models that this is not found of. */
  default Optional<Dependencies> dependencies() {
    return Optional.empty();
  }

  /** Parameters of known equations inside it, as they are learned so far, by name. */
  default Map<String, Double> systemParameters() {
    return Map.of();
  }

  /**
   * What latent states are as quantities of a known system; empty of models without one.
   *
   * @param latent {@code [T][Z]}
   */
  default Optional<PhysicalStates> physical(double[][] latent) {
    return Optional.empty();
  }

  /** The generative half for {@code rows} states at once. */
  Rollout rollout(int rows);

  /** The inference network for one sequence of {@code steps} steps, drawing {@code paths} paths. */
  Posterior posterior(int steps, int paths);
}
