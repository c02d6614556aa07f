package undercurrent.model.exact;

import java.util.List;
import java.util.Optional;
import undercurrent.model.FitState;
import undercurrent.model.linear.Learner;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.SystemPart;

/** A kind of linear system, being learned. */
interface SystemKind {
  /** How it is learned, from the training part. */
  Learner learner();

  /** Writes where the learning stands. */
  void write(FitState to);

  /** Goes to where the learning of the same system from the same series stood. */
  void read(FitState from);

  /** The best system so far, for rows at these times. */
  LinearSystem system(double[] times);

  /** A system of each channel where they share no state; else this alone, of all channels. */
  default List<SystemKind> apart() {
    return List.of(this);
  }

  /** R of a channel at the first row, in the model's units. */
  default double noise(double[] times, int place) {
    LinearSystem system = system(times);
    return system.part(SystemPart.EMISSION_NOISE).at(0)[place * (system.observedSize() + 1)];
  }

  /** The name by which the noise of the observation can be fixed; empty where it cannot be. */
  default Optional<String> noiseName() {
    return Optional.empty();
  }

  /** What of the state a person knows; empty where no dimension has a meaning of its own. */
  default List<ShownState.Raw> shown() {
    return List.of();
  }

  /** What was learned so far, in the model's units. */
  List<FittedQuantity.Raw> quantities();

  /**
   * In which unit the times of a diffuse velocity are counted, on which a diffuse log-likelihood
   * depends; empty where there is none.
   */
  default String diffuseTime() {
    return "";
  }

  /** How many parameters are free: those that can be told apart. */
  int parameterCount();

  /** How the state moves between rows, if it moves in continuous time. */
  default Optional<ContinuousMotion> motion() {
    return Optional.empty();
  }

  /** How many of them shape the autocorrelation of a channel; a common scale does not. */
  default int shapeCount() {
    return parameterCount() - 1;
  }

  /**
   * One series of the training part.
   *
   * @param times of its rows
   */
  record Learned(double[] times, Observations seen) {}
}
