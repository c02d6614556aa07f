package undercurrent.model.linear;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Denoises measured series and learns Q, R and the first state of a known motion from them by a few
 * iterations of EM; Q, R and P1 are then made isotropic, their mean variance in every dimension
 * (the pipeline of arXiv 2105.00250). It is given what was measured and never a true state. What it
 * learns is meant to filter the series as measured.
 *
 * <p>A denoised series has less noise than the instrument: R comes out too small for the measured
 * one, by as much as the denoiser is good. With {@link Denoiser#NONE} it is plain EM.
 */
public final class DenoiseThenLearn implements Learner {
  private static final Set<SystemPart> LEARNED =
      EnumSet.of(
          SystemPart.TRANSITION_NOISE,
          SystemPart.EMISSION_NOISE,
          SystemPart.INITIAL_MEAN,
          SystemPart.INITIAL_COVARIANCE);

  private final ExpectationMaximisation em;
  private final int iterations;

  /** From a system whose F and H are right and whose noise is a guess, in so many iterations. */
  public DenoiseThenLearn(
      LinearSystem start, List<Observations> measured, Denoiser denoiser, int iterations) {
    List<Observations> denoised = measured.stream().map(denoiser::denoise).toList();
    em = new ExpectationMaximisation(start, denoised, LEARNED, Set.of(), 0);
    this.iterations = iterations;
  }

  @Override
  public void step() {
    if (status() == Status.READY) em.step();
  }

  /** Ready for its number of iterations, whether or not more would change anything. */
  @Override
  public Status status() {
    return em.curve().size() <= iterations ? em.status() : Status.CONVERGED;
  }

  /** The same for every series; isotropic. */
  @Override
  public LinearSystem system(int series) {
    LinearSystem system = em.system(series);
    for (SystemPart part : LEARNED) {
      if (part.isCovariance()) system = system.with(part, isotropic(system.part(part)));
    }
    return system;
  }

  /** tr(Σ)/n I. */
  private static Varying isotropic(Varying covariance) {
    int n = covariance.rows();
    double[] even = new double[n * n];
    double trace = 0;
    for (int i = 0; i < n; i++) trace += covariance.at(0)[i * n + i];
    for (int i = 0; i < n; i++) even[i * n + i] = trace / n;
    return Varying.constant(n, n, even);
  }

  /** The log-likelihoods of the denoised series under the systems of EM, before isotropy. */
  @Override
  public List<Point> curve() {
    return em.curve();
  }
}
