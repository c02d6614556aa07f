package undercurrent.model.deep;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import undercurrent.series.Support;

/** The emissions there are. A new one is its file, a constant here and its words. */
public enum Likelihood {
  /** Bernoulli where all values are 0 or 1, or grey pixels, otherwise Gaussian. */
  AUTOMATIC(Likelihood::automatic, null),
  GAUSSIAN(GaussianEmission::new, Support.REAL),
  BERNOULLI(BernoulliEmission::new, Support.BINARY),
  POISSON(PoissonEmission::new, Support.COUNT),
  STUDENT_T(StudentEmission::new, Support.REAL),
  NEGATIVE_BINOMIAL(NegativeBinomialEmission::new, Support.COUNT),
  ZERO_INFLATED_POISSON(ZeroInflatedPoissonEmission::new, Support.COUNT),
  CATEGORICAL(CategoricalEmission::new, Support.COUNT),
  NADE(NadeEmission::new, Support.BINARY),
  REAL_NVP(RealNvpEmission::new, Support.REAL, 2);

  /** A constructor, which has no state. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<EmissionParts, Emission> emission;

  private final @Nullable Support support;
  private final int fewestChannels;

  Likelihood(Function<EmissionParts, Emission> emission, @Nullable Support support) {
    this(emission, support, 1);
  }

  Likelihood(
      Function<EmissionParts, Emission> emission, @Nullable Support support, int fewestChannels) {
    this.emission = emission;
    this.support = support;
    this.fewestChannels = fewestChannels;
  }

  /** Whether it is made for so many channels, of values that are among these and no fewer. */
  public boolean suits(Support values, int channels) {
    return support == values && channels >= fewestChannels;
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
    Likelihood usual = parts.channels().isBinaryOrGrey() ? BERNOULLI : GAUSSIAN;
    return usual.emission(parts);
  }
}
