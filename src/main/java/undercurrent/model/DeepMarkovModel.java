package undercurrent.model;

/** Placeholder while the engine is built. */
public final class DeepMarkovModel {
  private DeepMarkovModel() {}

  /** A model of {@code observationSize} values a step with freshly drawn weights. */
  public static SequenceModel of(
      ModelSettings settings, int observationSize, boolean binary, long seed) {
    throw new UnsupportedOperationException();
  }
}
