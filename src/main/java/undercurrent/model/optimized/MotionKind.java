package undercurrent.model.optimized;

/** The transition of an Optimized Kalman Filter, which is not trained. */
public enum MotionKind {
  CONSTANT_VELOCITY,
  REGRESSION
}
