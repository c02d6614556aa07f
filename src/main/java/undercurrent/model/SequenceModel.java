package undercurrent.model;

import undercurrent.math.Parameters;
import undercurrent.math.Tape;

/** What the trainer, inference, the session and the figures know of a model. */
public interface SequenceModel {
  /** D, the number of values seen at each step. */
  int observationSize();

  /** Z, the size of the latent state. */
  int latentSize();

  /** All weights, named. */
  Parameters parameters();

  /** What q(zₜ|·) of this model's inference network has seen: FILTERED or SMOOTHED. */
  Conditioning conditioning();

  /** Records the objective of a batch of sequences of {@code steps} time steps on a tape. */
  Objective record(Tape tape, int steps, int batch);

  /** The generative half for {@code rows} states at once. */
  Rollout rollout(int rows);

  /** The inference network for one sequence of {@code steps} steps, drawing {@code paths} paths. */
  Posterior posterior(int steps, int paths);
}
