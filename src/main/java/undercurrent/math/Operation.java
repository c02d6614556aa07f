package undercurrent.math;

/**
 * One step of a {@link Tape}: computes its output from its inputs, and adds to the gradients of its
 * inputs what the gradient of its output says, or sets one that nothing has reached before ({@link
 * Clearing}). Sealed, so that the double-precision oracle of the tests must know every one of them.
 */
sealed interface Operation
    permits Weight,
        WeightGradient,
        Affine,
        Activation,
        Unary,
        Binary,
        Gather,
        Reduction,
        Convolution,
        ConvolutionGradient,
        SmallMatrices,
        PairedPrediction,
        Blend,
        GruCell,
        LstmCell,
        RnnCell,
        Mean,
        Sampling,
        CombinerSteps,
        PathSteps,
        PlanePerceptron,
        Selection,
        Warp,
        Roughness,
        Repeat,
        GaussianLogLikelihood,
        BernoulliLogLikelihood,
        CategoricalLogLikelihood,
        NadeLogLikelihood,
        NadeProbabilities,
        GaussianKl,
        GaussianProduct,
        KalmanModesStep {
  /** Fills the output. */
  void forward();

  /** Adds to the gradients of the inputs, or sets them (the chain rule). */
  void backward();
}
