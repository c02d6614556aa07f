package undercurrent.model.exact;

import undercurrent.model.continuous.StateProcess;
import undercurrent.model.structural.StructuralModel;

/** How linear-Gaussian systems model the channels of a data set. */
public sealed interface ExactForm {
  /**
   * One system of all channels, each part of it learned by EM.
   *
   * @param takesInputs whether it has effects of inputs
   */
  record Joint(int latentSize, boolean takesInputs) implements ExactForm {}

  /**
   * A sum of components for each channel, learned by maximum likelihood.
   *
   * @param isVelocity whether it stands for nearly constant velocity, so that tracks can have it
   */
  record Sum(ChannelModel model, boolean isVelocity) implements ExactForm {}

  /** A process in continuous time for each channel, learned by maximum likelihood. */
  record InContinuousTime(StateProcess process) implements ExactForm {}

  /** The components of one channel. */
  @FunctionalInterface
  interface ChannelModel {
    /**
     * The sum of them.
     *
     * @param set the name of the data
     * @param rows of the longest series that is learned from
     * @throws IllegalArgumentException one sentence, when the rows are too few
     */
    StructuralModel of(String set, int rows);
  }
}
