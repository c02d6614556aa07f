package undercurrent.model.nonlinear;

import undercurrent.model.gaussian.ConditionalGaussian;

/**
 * The filter of a model with one state by brute force: densities at the points of a grid, and sums
 * in place of integrals. For models that do not change with time.
 */
final class GridFilter {
  private static final double REACH = 7;
  private final NonlinearModel model;
  private final double[] grid;
  private final double spacing;
  private final int[] from;
  private final double[][] moves;

  GridFilter(NonlinearModel model, double low, double high, int points) {
    this.model = model;
    spacing = (high - low) / (points - 1);
    grid = new double[points];
    for (int i = 0; i < points; i++) grid[i] = low + i * spacing;
    from = new int[points];
    moves = new double[points][];
    for (int i = 0; i < points; i++) {
      from[i] = first(grid[i]);
      moves[i] = densities(grid[i], from[i]);
    }
  }

  private int first(double z) {
    ConditionalGaussian transition = model.transition(1);
    double sd = Math.sqrt(transition.noise(new double[] {z}).matrix().at(0, 0));
    double lowest = transition.mean(new double[] {z})[0] - REACH * sd;
    return Math.clamp((int) Math.ceil((lowest - grid[0]) / spacing), 0, grid.length);
  }

  /** p(z'|z) times the spacing, for the grid's z' near the mean. */
  private double[] densities(double z, int first) {
    ConditionalGaussian transition = model.transition(1);
    double sd = Math.sqrt(transition.noise(new double[] {z}).matrix().at(0, 0));
    int count = Math.min(grid.length - first, (int) (2 * REACH * sd / spacing) + 1);
    double[] out = new double[count];
    for (int k = 0; k < count; k++) {
      out[k] =
          spacing
              * Math.exp(transition.logDensity(new double[] {grid[first + k]}, new double[] {z}));
    }
    return out;
  }

  /** log p(x) and the filtered means; the prior may be narrower than the grid's spacing. */
  record Answer(double logLikelihood, double[] means) {}

  Answer filter(double[][] x) {
    double[] means = new double[x.length];
    double total = 0;
    // the first state on a grid of its own
    double sd = Math.sqrt(model.prior().variance(0));
    double[] own = new double[121];
    double[] weight = new double[own.length];
    double sum = 0;
    for (int i = 0; i < own.length; i++) {
      own[i] = model.prior().mean(0) + sd * (i - 60) * 0.1;
      double u = (i - 60) * 0.1;
      weight[i] = 0.1 * Math.exp(-u * u / 2) / Math.sqrt(2 * Math.PI) * likelihood(x[0], own[i]);
      sum += weight[i];
    }
    total += Math.log(sum);
    double[] mass = new double[grid.length];
    for (int i = 0; i < own.length; i++) {
      means[0] += own[i] * weight[i] / sum;
      int first = first(own[i]);
      double[] move = densities(own[i], first);
      for (int k = 0; k < move.length; k++) mass[first + k] += weight[i] / sum * move[k];
    }
    for (int t = 1; t < x.length; t++) {
      if (t > 1) mass = moved(mass);
      sum = 0;
      for (int i = 0; i < mass.length; i++) {
        mass[i] *= likelihood(x[t], grid[i]);
        sum += mass[i];
      }
      for (int i = 0; i < mass.length; i++) {
        mass[i] /= sum;
        means[t] += mass[i] * grid[i];
      }
      total += Math.log(sum);
    }
    return new Answer(total, means);
  }

  private double[] moved(double[] mass) {
    double[] next = new double[mass.length];
    for (int i = 0; i < mass.length; i++) {
      if (mass[i] < 1e-14) continue;
      for (int k = 0; k < moves[i].length; k++) next[from[i] + k] += mass[i] * moves[i][k];
    }
    return next;
  }

  private double likelihood(double[] x, double z) {
    return Math.exp(model.emission(0).logDensity(x, new double[] {z}));
  }
}
