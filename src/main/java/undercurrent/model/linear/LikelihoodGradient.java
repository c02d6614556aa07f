package undercurrent.model.linear;

import java.util.Arrays;
import undercurrent.math.Progress;

/**
 * The exact gradient of the log-likelihood with respect to every matrix of every step, from one
 * backward pass and without inverting Q or P (Koopman and Shephard 1992): with r and N of the
 * predicted state and K, v, S of the update,
 *
 * <pre>
 *   ∂/∂b = r   ∂/∂B = r u'   ∂/∂Q = ½ (r r' - N)   ∂/∂F = r m̂' - N F P
 *   e = S⁻¹ v - K' r   ∂/∂d = e   ∂/∂D = e u'   ∂/∂R = ½ (e e' - S⁻¹ - K' N K)
 *   ∂/∂H = e m̂' - K' (I - N P)   ∂/∂m1 = r₁   ∂/∂P1 = ½ (r₁ r₁' - N₁)
 * </pre>
 *
 * A covariance counts all its n² entries: d log p = Σᵢⱼ (∂/∂Q)ᵢⱼ dQᵢⱼ. A diffuse start adds the
 * terms of the limit; there F, and H of the steps that fix it, may be differentiated too.
 */
final class LikelihoodGradient {
  /** Takes in the gradient of one part at one step; the array is used again. */
  interface Sink {
    void add(int t, SystemPart part, double[] gradient);

    /** Whether the gradient of a part is asked for; of others nothing is computed. */
    default boolean wants(SystemPart part) {
      return true;
    }
  }

  private final FilterResult filter;
  private final LinearSystem system;
  private final Sink sink;
  private final KalmanSmoother smoother;
  private final BackwardPass pass;
  private final EmissionScore emission;
  private final boolean wantsTransition;
  private final boolean wantsNoise;
  private final int n;
  private final int k;
  private final double[] mean;
  private final double[] nextR;
  private final double[] next;
  private final double[] nextSecond;
  private final double[] work;
  private final double[] matrix;
  private final double[] input;

  private LikelihoodGradient(FilterResult filter, Sink sink) {
    this.filter = filter;
    this.sink = sink;
    system = filter.system();
    n = system.latentSize();
    k = system.inputSize();
    smoother = new KalmanSmoother(filter, false);
    pass = smoother.pass;
    emission = new EmissionScore(filter, pass, sink);
    wantsTransition = sink.wants(SystemPart.TRANSITION);
    wantsNoise = sink.wants(SystemPart.TRANSITION_NOISE);
    mean = new double[n];
    nextR = new double[n];
    next = new double[n * n];
    nextSecond = new double[n * n];
    work = new double[n * n];
    matrix = new double[n * n];
    input = new double[n * k];
  }

  static void of(FilterResult filter, Sink sink) {
    new LikelihoodGradient(filter, sink).run();
  }

  private void run() {
    int steps = filter.observations().steps();
    Progress progress = Progress.current();
    for (int t = steps - 1; t >= 0; t--) {
      if (t % KalmanFilter.REPORT_EVERY == 0) progress.at(steps - t, steps);
      boolean diffuse = t < filter.trace.diffuse.length;
      smoothedMean(t, diffuse);
      if (t < steps - 1) transition(t, diffuse);
      emission.add(t, mean, diffuse ? smoother.result.smoothed : null);
      pass.observe(t);
      System.arraycopy(pass.r[0], 0, nextR, 0, n);
      System.arraycopy(pass.information[0], 0, next, 0, n * n);
      System.arraycopy(pass.information[1], 0, nextSecond, 0, n * n);
      if (t > 0) pass.back(t);
    }
    sink.add(0, SystemPart.INITIAL_MEAN, nextR);
    noise(0, SystemPart.INITIAL_COVARIANCE);
  }

  /** m̂ = m + P r. */
  private void smoothedMean(int t, boolean diffuse) {
    if (diffuse) {
      smoother.smooth(t);
      System.arraycopy(smoother.result.smoothed.mean, t * n, mean, 0, n);
      return;
    }
    Moments from = filter.filtered;
    for (int i = 0; i < n; i++) {
      mean[i] =
          from.mean[t * n + i] + Matrices.dot(from.covariance, (t * n + i) * n, pass.r[0], 0, n);
    }
  }

  /** The parts that lead from t to t+1. */
  private void transition(int t, boolean diffuse) {
    sink.add(t, SystemPart.TRANSITION_OFFSET, nextR);
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < k; c++) {
        input[i * k + c] = nextR[i] * filter.observations().inputs()[t * k + c];
      }
    }
    sink.add(t, SystemPart.TRANSITION_INPUT, input);
    if (wantsNoise) noise(t, SystemPart.TRANSITION_NOISE);
    if (!wantsTransition) return;
    // r m̂' - N F P, and - N₁ F P∞
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) matrix[i * n + j] = nextR[i] * mean[j];
    }
    double[] p = Arrays.copyOfRange(filter.filtered.covariance, t * n * n, (t + 1) * n * n);
    subtract(t, next, p);
    if (diffuse) subtract(t, nextSecond, emission.infinite(filter.trace.diffuse[t].filtered()));
    sink.add(t, SystemPart.TRANSITION, matrix);
  }

  /** matrix -= N F P. */
  private void subtract(int t, double[] information, double[] p) {
    double[] f = system.part(SystemPart.TRANSITION).at(t);
    Matrices.product(information, 0, f, 0, work, n, n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i * n + j] -= Matrices.dot(work, i * n, p, j * n, n);
      }
    }
  }

  private void noise(int t, SystemPart part) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i * n + j] = 0.5 * (nextR[i] * nextR[j] - next[i * n + j]);
      }
    }
    sink.add(t, part, matrix);
  }
}
