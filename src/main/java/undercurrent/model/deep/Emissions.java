package undercurrent.model.deep;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import undercurrent.model.DeepSettings.Likelihood;
import undercurrent.model.Emission;

/** The emissions there are. A new one is its file and a line here. */
public final class Emissions {
  private static final Map<Likelihood, Function<EmissionParts, Emission>> ALL =
      new EnumMap<>(Likelihood.class);

  static {
    ALL.put(Likelihood.AUTOMATIC, Emissions::automatic);
    ALL.put(Likelihood.GAUSSIAN, GaussianEmission::new);
    ALL.put(Likelihood.BERNOULLI, BernoulliEmission::new);
    ALL.put(Likelihood.POISSON, PoissonEmission::new);
    ALL.put(Likelihood.STUDENT_T, StudentEmission::new);
  }

  private Emissions() {}

  /**
   * The emission that the settings ask for.
   *
   * @throws IllegalArgumentException with a sentence for people when the data cannot have it
   */
  public static Emission of(EmissionParts parts) {
    Likelihood likelihood = parts.settings().likelihood();
    Function<EmissionParts, Emission> make = ALL.get(likelihood);
    if (make == null) throw new IllegalArgumentException("no emission for " + likelihood);
    return make.apply(parts);
  }

  private static Emission automatic(EmissionParts parts) {
    return parts.channels().isBinary() ? new BernoulliEmission(parts) : new GaussianEmission(parts);
  }
}
