package undercurrent.model.known;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import undercurrent.math.Progress;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.Cloud;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.PointCloud;
import undercurrent.model.nonlinear.EnsembleFilter;
import undercurrent.model.nonlinear.EnsembleFiltering;
import undercurrent.model.nonlinear.GaussianFilter;
import undercurrent.model.nonlinear.GaussianFiltering;
import undercurrent.model.nonlinear.NonlinearModel;
import undercurrent.model.nonlinear.ParticleFiltering;
import undercurrent.model.nonlinear.Proposal;
import undercurrent.model.nonlinear.ProposalFilter;

/**
 * The filters by the name of the setting.
 *
 * @param particles N of those that have some
 */
record Filters(FilterKind kind, int particles) {
  /** Filters a series [T][m]; NaN is not observed. */
  Filtering filter(NonlinearModel model, double[][] x, Randomness random) {
    return switch (kind) {
      case EKF -> normal(GaussianFilter.EXTENDED, model, x);
      case UKF -> normal(GaussianFilter.UNSCENTED, model, x);
      case CUBATURE -> normal(GaussianFilter.CUBATURE, model, x);
      case ENSEMBLE -> ensemble(model, x, random);
      case BOOTSTRAP -> weighed(Proposal.BOOTSTRAP, model, x, random);
      case GUIDED -> weighed(Proposal.GUIDED, model, x, random);
    };
  }

  /** Only log p(xₜ|x₁:ₜ₋₁) of the same [T]; clouds are not kept. */
  double[] logLikelihoods(NonlinearModel model, double[][] x, Randomness random) {
    return switch (kind) {
      case ENSEMBLE -> new EnsembleFilter(particles).logLikelihoods(model, x, random);
      case BOOTSTRAP ->
          new ProposalFilter(particles, Proposal.BOOTSTRAP).logLikelihoods(model, x, random);
      case GUIDED ->
          new ProposalFilter(particles, Proposal.GUIDED).logLikelihoods(model, x, random);
      case EKF, UKF, CUBATURE -> filter(model, x, random).logLikelihoods();
    };
  }

  private static Filtering normal(GaussianFilter filter, NonlinearModel model, double[][] x) {
    GaussianFiltering kept = filter.filter(model, x);
    return new Kept<>(
        kept.predicted(),
        kept.filtered(),
        kept::smoothed,
        state -> new Belief.Normal(state, filter.rule()),
        kept.logLikelihoods());
  }

  private Filtering ensemble(NonlinearModel model, double[][] x, Randomness random) {
    EnsembleFiltering kept = new EnsembleFilter(particles).filter(model, x, random);
    return new Kept<>(
        kept.predicted(),
        kept.filtered(),
        kept::smoothed,
        Belief.Cloud::new,
        kept.logLikelihoods());
  }

  private Filtering weighed(
      Proposal proposal, NonlinearModel model, double[][] x, Randomness random) {
    return new Weighed(new ProposalFilter(particles, proposal).filter(model, x, random), random);
  }

  /** A filter that keeps states of one kind, each of them a belief. */
  private record Kept<S>(
      List<S> predictions,
      List<S> states,
      Supplier<List<S>> smoother,
      Function<S, Belief> belief,
      double[] logLikelihoods)
      implements Filtering {
    @Override
    public List<Belief> predicted() {
      return beliefs(predictions);
    }

    @Override
    public List<Belief> filtered() {
      return beliefs(states);
    }

    @Override
    public List<Belief> smoothed() {
      return beliefs(smoother.get());
    }

    private List<Belief> beliefs(List<S> states) {
      return states.stream().map(belief).toList();
    }
  }

  /** What is drawn is drawn once: it costs much more than the filter. */
  private static final class Weighed implements Filtering {
    /** So many paths are drawn backwards. */
    private static final int PATHS = 200;

    private final ParticleFiltering filter;
    private final Randomness random;
    private @Nullable List<Belief> smoothed;

    Weighed(ParticleFiltering filter, Randomness random) {
      this.filter = filter;
      this.random = random;
    }

    /** Each particle of the step before moved blindly, which no proposal that has seen xₜ gives. */
    @Override
    public List<Belief> predicted() {
      List<Belief> predicted = new ArrayList<>();
      Randomness named = random.named("predicted");
      PointCloud first = filter.steps().getFirst().filtered();
      PointCloud before = PointCloud.of(new double[first.states().length], first.size());
      Progress progress = Progress.current();
      int rows = filter.steps().size();
      for (int t = 0; t < rows; t++) {
        progress.at(t, rows);
        ConditionalGaussian into = filter.model().into(t);
        double[] moved = Cloud.drawn(into, before.states(), before.size(), named.at(t));
        predicted.add(new Belief.Cloud(new PointCloud(moved, before.weights())));
        before = filter.steps().get(t).filtered();
      }
      progress.at(rows, rows);
      return predicted;
    }

    @Override
    public List<Belief> filtered() {
      return filter.steps().stream().<Belief>map(s -> new Belief.Cloud(s.filtered())).toList();
    }

    @Override
    public List<Belief> smoothed() {
      List<Belief> known = smoothed;
      if (known == null) {
        known =
            filter.smoothed(PATHS, random.named("backwards")).stream()
                .<Belief>map(Belief.Cloud::new)
                .toList();
        smoothed = known;
      }
      return known;
    }

    @Override
    public double[] logLikelihoods() {
      return filter.steps().stream().mapToDouble(ParticleFiltering.Step::logLikelihood).toArray();
    }

    @Override
    public Optional<ParticleFiltering> particles() {
      return Optional.of(filter);
    }
  }
}
