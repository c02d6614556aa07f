package undercurrent.model.linear;

/** A part of a linear system, with its letter in the formulas. */
public enum SystemPart {
  TRANSITION("F"),
  TRANSITION_INPUT("B"),
  TRANSITION_OFFSET("b"),
  TRANSITION_NOISE("Q"),
  EMISSION("H"),
  EMISSION_INPUT("D"),
  EMISSION_OFFSET("d"),
  EMISSION_NOISE("R"),
  INITIAL_MEAN("m1"),
  INITIAL_COVARIANCE("P1");

  private final String letter;

  SystemPart(String letter) {
    this.letter = letter;
  }

  /** The letter of the formulas, as in error messages. */
  public String letter() {
    return letter;
  }

  /** Whether it is symmetric and positive semi-definite. */
  public boolean isCovariance() {
    return this == TRANSITION_NOISE || this == EMISSION_NOISE || this == INITIAL_COVARIANCE;
  }

  /** Whether it is one value, that of the first step. */
  public boolean isInitial() {
    return this == INITIAL_MEAN || this == INITIAL_COVARIANCE;
  }

  /** Whether it leads from a step to the next, so that the last step has no need of it. */
  boolean isBetweenSteps() {
    return switch (this) {
      case TRANSITION, TRANSITION_INPUT, TRANSITION_OFFSET, TRANSITION_NOISE -> true;
      default -> false;
    };
  }

  int rows(int latent, int observed) {
    return switch (this) {
      case EMISSION, EMISSION_INPUT, EMISSION_OFFSET, EMISSION_NOISE -> observed;
      default -> latent;
    };
  }

  int columns(int latent, int observed, int inputs) {
    return switch (this) {
      case TRANSITION, TRANSITION_NOISE, EMISSION, INITIAL_COVARIANCE -> latent;
      case EMISSION_NOISE -> observed;
      case TRANSITION_INPUT, EMISSION_INPUT -> inputs;
      case TRANSITION_OFFSET, EMISSION_OFFSET, INITIAL_MEAN -> 1;
    };
  }
}
