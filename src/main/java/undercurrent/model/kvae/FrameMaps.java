package undercurrent.model.kvae;

/** What encoder and decoder of a Kalman VAE take an observation for. */
public enum FrameMaps {
  /** A frame where the series is a film, otherwise a vector. */
  AUTOMATIC,
  VECTOR,
  /** A frame that convolutions encode and decode. */
  CONVOLUTION,
  /** A frame that is the first one of its clip, each pixel displaced. */
  DISPLACEMENT
}
