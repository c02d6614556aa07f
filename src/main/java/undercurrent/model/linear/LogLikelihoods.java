package undercurrent.model.linear;

import undercurrent.model.linear.LogLikelihood.Convention;

/** The convention that goes with a system's start. */
final class LogLikelihoods {
  private LogLikelihoods() {}

  static LogLikelihood of(LinearSystem system, int seen, int diffuseValues, double sum) {
    return switch (system.start()) {
      case PROPER -> new LogLikelihood(sum, Convention.PROPER, seen);
      case APPROXIMATELY_DIFFUSE -> new LogLikelihood(sum, Convention.APPROXIMATELY_DIFFUSE, seen);
      case EXACTLY_DIFFUSE ->
          new LogLikelihood(sum, Convention.EXACTLY_DIFFUSE, seen - diffuseValues);
    };
  }
}
