package undercurrent.math;

/**
 * One step of a {@link Tape}: computes its output from its inputs, and adds to the gradients of its
 * inputs what the gradient of its output says, or sets one that nothing has reached before ({@link
 * Clearing}). Sealed, so that the double-precision oracle of the tests must know every one of them.
 */
sealed interface Operation
    permits Weight,
        RowOperation,
        Gather,
        Reduction,
        Convolution,
        ConvolutionGradient,
        SmallMatrices,
        PairedPrediction,
        GruCell,
        LstmCell,
        RnnCell,
        Mean,
        CombinerSteps,
        PathSteps,
        Selection,
        Warp,
        Roughness,
        Repeat,
        CategoricalLogLikelihood,
        NadeLogLikelihood,
        NadeProbabilities,
        GaussianProduct,
        KalmanModesStep {
  /** Fills the output. */
  void forward();

  /** Adds to the gradients of the inputs, or sets them (the chain rule). */
  void backward();
}
