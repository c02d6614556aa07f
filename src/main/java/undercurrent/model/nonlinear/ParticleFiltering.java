package undercurrent.model.nonlinear;

import java.util.Arrays;
import java.util.List;
import undercurrent.math.Progress;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.Cloud;
import undercurrent.model.gaussian.LogWeights;
import undercurrent.model.gaussian.PointCloud;

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
   * Paths from p(z₁:T|x₁:T), last step first (Godsill, Doucet and West 2004): zₜ is particle i with
   * probability ∝ wₜⁱ p(zₜ₊₁|zₜⁱ). Equally weighted, [paths] for each step; O(T N) where a particle
   * is soon accepted, else O(T N paths).
   */
  public List<PointCloud> smoothed(int paths, Randomness randomness) {
    PointCloud[] drawn = new PointCloud[steps.size()];
    int last = drawn.length - 1;
    PointCloud end = steps.get(last).filtered();
    int[] chosen = new int[paths];
    Randomness first = randomness.at(last);
    for (int p = 0; p < paths; p++) chosen[p] = LogWeights.draw(end.weights(), first.uniform());
    drawn[last] = picked(end, chosen);
    Progress progress = Progress.current();
    for (int t = last - 1; t >= 0; t--) {
      progress.at(last - 1 - t, drawn.length);
      int step = t;
      PointCloud after = drawn[t + 1];
      drawn[t] = StepErrors.of(t + 1, () -> before(step, after, randomness.at(step)));
    }
    progress.at(drawn.length, drawn.length);
    return List.of(drawn);
  }

  private PointCloud before(int t, PointCloud after, Randomness random) {
    PointCloud cloud = steps.get(t).filtered();
    BackwardDraw draw = new BackwardDraw(cloud, model.transition(t + 1));
    int[] chosen = new int[after.size()];
    for (int p = 0; p < chosen.length; p++) chosen[p] = draw.before(after.point(p), random);
    return picked(cloud, chosen);
  }

  private static PointCloud picked(PointCloud cloud, int[] chosen) {
    return PointCloud.of(Cloud.chosen(cloud.states(), cloud.dimension(), chosen), chosen.length);
  }
}
