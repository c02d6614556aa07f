package undercurrent.model.known;

import java.util.List;
import java.util.Optional;
import undercurrent.model.nonlinear.ParticleFiltering;

/** What a filter of any kind made of a series of T rows. */
public interface Filtering {
  /** p(zₜ|x₁:ₜ₋₁) [T]. */
  List<? extends Belief> predicted();

  /** p(zₜ|x₁:ₜ) [T]. */
  List<? extends Belief> filtered();

  /** p(zₜ|x₁:T) [T]. */
  List<? extends Belief> smoothed();

  /** log p(xₜ|x₁:ₜ₋₁) [T] in nats as the filter has it, 0 where nothing was seen. */
  double[] logLikelihoods();

  /** The particles with their ancestors, of a filter that weighs some. */
  default Optional<ParticleFiltering> particles() {
    return Optional.empty();
  }
}
