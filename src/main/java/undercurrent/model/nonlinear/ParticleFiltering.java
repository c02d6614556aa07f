package undercurrent.model.nonlinear;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.Cloud;
import undercurrent.model.gaussian.LogWeights;
import undercurrent.model.gaussian.PointCloud;
import undercurrent.model.particle.BackwardSimulation;

/** The particles of a filter at every step, with where each came from. */
public record ParticleFiltering(NonlinearModel model, List<Step> steps) {
  /**
   * One step.
   *
   * @param filtered the particles with the weights of p(zₜ|x₁:ₜ)
   * @param ancestors [N], the particle of the step before that each came from
   * @param logLikelihood log p̂(xₜ|x₁:ₜ₋₁), 0 where nothing was seen
   */
  public record Step(PointCloud filtered, int[] ancestors, double logLikelihood) {}

  /** log p̂(x₁:T), in nats. */
  public double logLikelihood() {
    return steps.stream().mapToDouble(Step::logLikelihood).sum();
  }

  /** How many of the particles counted at each step [T]; near 1 they have lost the state. */
  public double[] effectiveSizes() {
    return steps.stream().mapToDouble(s -> s.filtered().effectiveSize()).toArray();
  }

  /** Whether the particles of each step [T] were chosen anew by the weights of the step before. */
  public boolean[] resampled() {
    boolean[] resampled = new boolean[steps.size()];
    for (int t = 0; t < resampled.length; t++) {
      int[] ancestors = steps.get(t).ancestors();
      for (int i = 0; i < ancestors.length; i++) resampled[t] |= ancestors[i] != i;
    }
    return resampled;
  }

  /**
   * From how many different particles of each step [T] the last ones descend: what resampling costs
   * the past, and why a smoother does not just follow the ancestors.
   */
  public int[] survivors() {
    int[] survivors = new int[steps.size()];
    int[] line = new int[steps.getLast().ancestors().length];
    Arrays.setAll(line, i -> i);
    for (int t = survivors.length - 1; t >= 0; t--) {
      survivors[t] = (int) Arrays.stream(line).distinct().count();
      int[] ancestors = steps.get(t).ancestors();
      Arrays.setAll(line, i -> ancestors[line[i]]);
    }
    return survivors;
  }

  /**
   * Paths from p(z₁:T|x₁:T) by {@link BackwardSimulation}. Equally weighted, [paths] for each step;
   * O(T N) where a particle is soon accepted, else O(T N paths).
   */
  public List<PointCloud> smoothed(int paths, Randomness randomness) {
    int[][] drawn = BackwardSimulation.draw(new Backward(), paths, randomness);
    return IntStream.range(0, drawn.length).mapToObj(t -> chosen(t, drawn[t])).toList();
  }

  private PointCloud chosen(int t, int[] chosen) {
    PointCloud cloud = steps.get(t).filtered();
    return PointCloud.of(Cloud.chosen(cloud.states(), cloud.dimension(), chosen), chosen.length);
  }

  private final class Backward implements BackwardSimulation.Filtered {
    @Override
    public int steps() {
      return steps.size();
    }

    @Override
    public void last(int[] chosen, Randomness random) {
      double[] weights = steps.getLast().filtered().weights();
      for (int p = 0; p < chosen.length; p++) {
        chosen[p] = LogWeights.draw(weights, random.uniform());
      }
    }

    @Override
    public void before(int t, int[] chosen, Randomness random) {
      PointCloud after = steps.get(t + 1).filtered();
      StepErrors.of(
          t + 1,
          () -> {
            BackwardDraw draw = new BackwardDraw(steps.get(t).filtered(), model.transition(t + 1));
            Arrays.setAll(chosen, p -> draw.before(after.point(chosen[p]), random));
            return chosen;
          });
    }
  }
}
