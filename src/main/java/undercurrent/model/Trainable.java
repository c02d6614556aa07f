package undercurrent.model;

import java.util.Optional;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;

/** A model with weights and an objective that they are learned by: what the trainer knows of it. */
public interface Trainable {
  /** D, the number of values seen at each step. */
  int observationSize();

  /** Z, the size of the latent state. */
  int latentSize();

  /** All weights, named. */
  Parameters parameters();

  /** Weights of the largest matrix that is read anew at each step of a recursion; 0 = none. */
  default int recurrentWeights() {
    return 0;
  }

  /** Records the objective of a batch of sequences of {@code steps} time steps on a tape. */
  Objective record(Tape tape, int steps, int batch);

  /** Records the bound of a batch so that each drawn path has its weight; empty where none has. */
  default Optional<PathObjective> recordPaths(Tape tape, int steps, int batch) {
    return Optional.empty();
  }
}
