package undercurrent.model.known;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.PointCloud;
import undercurrent.model.nonlinear.Equations;
import undercurrent.model.nonlinear.KnownModels;
import undercurrent.series.SeriesSet;

/**
 * The equations of a kind for a data set, and the deviations of its noise that a search starts
 * from.
 */
public record KnownSystem(Equations equations, double motion, double observation) {
  /** A start that the data give is so much wider than they are. */
  private static final double WIDE = 3;

  private static final double SPEED_VARIANCE = 1000;

  /** Laser and radar, starting somewhere near the positions that were seen. */
  public static KnownSystem laserRadar(SeriesSet set) {
    return new KnownSystem(KnownModels.laserRadar(somewhere(positions(set))), 1, 1);
  }

  /** A random walk, starting somewhere near the values that were seen. */
  public static KnownSystem walk(SeriesSet set) {
    PointCloud seen = cloud(rows(set), 1);
    double variance = positive(seen.covariance().at(0, 0));
    Gaussian prior = Gaussian.of(seen.mean(), Matrix.diagonal(WIDE * WIDE * variance));
    double half = Math.sqrt(variance) / 2;
    return new KnownSystem(KnownModels.walk(prior), half, half);
  }

  /** The same with another mean and deviation of the state's first number. */
  KnownSystem startingAt(double mean, double deviation) {
    return new KnownSystem(new Started(equations, mean, deviation), motion, observation);
  }

  /** Rows of the training part that have something. */
  private static List<double[]> rows(SeriesSet set) {
    int[] channels = set.observedChannels();
    return set.trainingRows()
        .map(row -> Arrays.stream(channels).mapToDouble(c -> row[c]).toArray())
        .filter(row -> Arrays.stream(row).anyMatch(x -> !Double.isNaN(x)))
        .toList();
  }

  /** Where laser or radar saw the target. */
  private static List<double[]> positions(SeriesSet set) {
    List<double[]> positions = new ArrayList<>();
    for (double[] x : rows(set)) {
      double[] laser = {x[0], x[1]};
      double[] radar = {x[2] * StrictMath.cos(x[3]), x[2] * StrictMath.sin(x[3])};
      double[] seen = Double.isNaN(laser[0] + laser[1]) ? radar : laser;
      if (!Double.isNaN(seen[0] + seen[1])) positions.add(seen);
    }
    return positions;
  }

  private static Gaussian somewhere(List<double[]> positions) {
    PointCloud seen = cloud(positions, 2);
    double[] mean = seen.mean();
    Matrix spread = seen.covariance().times(WIDE * WIDE);
    return Gaussian.of(
        new double[] {mean[0], mean[1], 0, 0},
        Matrix.diagonal(
            positive(spread.at(0, 0)), positive(spread.at(1, 1)), SPEED_VARIANCE, SPEED_VARIANCE));
  }

  private static PointCloud cloud(List<double[]> rows, int size) {
    return PointCloud.of(
        rows.isEmpty() ? new double[][] {new double[size]} : rows.toArray(double[][]::new));
  }

  private static double positive(double variance) {
    return variance > 0 ? variance : 1;
  }

  /** The same equations from another first number of the state, which nothing else determines. */
  private record Started(Equations equations, double mean, double deviation) implements Equations {
    @Override
    public Gaussian prior() {
      Gaussian known = equations.prior();
      double[] means = known.mean().clone();
      means[0] = mean;
      double[][] rows = known.covariance().matrix().toRows();
      for (int i = 0; i < rows.length; i++) {
        rows[0][i] = 0;
        rows[i][0] = 0;
      }
      rows[0][0] = deviation * deviation;
      return Gaussian.of(means, Matrix.of(rows));
    }

    @Override
    public ConditionalGaussian transition(int step, double gap, double motion) {
      return equations.transition(step, gap, motion);
    }

    @Override
    public ConditionalGaussian emission(double observation) {
      return equations.emission(observation);
    }
  }
}
