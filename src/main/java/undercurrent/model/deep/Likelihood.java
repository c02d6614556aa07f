package undercurrent.model.deep;

import java.util.function.Function;
import undercurrent.series.Support;

/** The emissions there are. A new one is its file, a constant here and its words. */
public enum Likelihood {
  /** Bernoulli where all values are 0 or 1, otherwise Gaussian. */
  AUTOMATIC(Likelihood::automatic),
  GAUSSIAN(GaussianEmission::new),
  BERNOULLI(BernoulliEmission::new),
  POISSON(PoissonEmission::new),
  STUDENT_T(StudentEmission::new),
  NEGATIVE_BINOMIAL(NegativeBinomialEmission::new),
  ZERO_INFLATED_POISSON(ZeroInflatedPoissonEmission::new),
  CATEGORICAL(CategoricalEmission::new),
  NADE(NadeEmission::new);

  /** A constructor, which has no state. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<EmissionParts, Emission> emission;

  Likelihood(Function<EmissionParts, Emission> emission) {
    this.emission = emission;
  }

  /**
   * The emission with freshly drawn weights.
   *
   * @throws IllegalArgumentException with a sentence for people when the data cannot have it
   */
  Emission emission(EmissionParts parts) {
    return emission.apply(parts);
  }

  private static Emission automatic(EmissionParts parts) {
    Likelihood usual = parts.channels().support() == Support.BINARY ? BERNOULLI : GAUSSIAN;
    return usual.emission(parts);
  }
}
