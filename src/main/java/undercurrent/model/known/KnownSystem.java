package undercurrent.model.known;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import undercurrent.model.ModelKind;
import undercurrent.model.ModelSettings;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.PointCloud;
import undercurrent.model.nonlinear.Equations;
import undercurrent.model.nonlinear.KnownModels;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * The equations of a kind for a data set, and the deviations of its noise that a search starts
 * from.
 */
record KnownSystem(Equations equations, double motion, double observation) {
  /** A start that the data give is so much wider than they are. */
  private static final double WIDE = 3;

  private static final double SPEED_VARIANCE = 1000;

  /**
   * @throws IllegalArgumentException one sentence, when the kind does not fit the data
   */
  static KnownSystem of(ModelSettings settings, SeriesSet set) {
    check(settings.kind(), set);
    KnownSystem system =
        switch (settings.kind()) {
          case PENDULUM -> new KnownSystem(KnownModels.PENDULUM, 1, 0.3);
          case VAN_DER_POL -> new KnownSystem(KnownModels.VAN_DER_POL, 0.3, 0.2);
          case LORENZ -> new KnownSystem(KnownModels.LORENZ_63, 1, 1);
          case GROWTH -> new KnownSystem(KnownModels.GROWTH, Math.sqrt(10), 1);
          case LASER_RADAR ->
              new KnownSystem(KnownModels.laserRadar(somewhere(positions(set))), 1, 1);
          case WALK -> walk(rows(set));
          default ->
              throw new IllegalArgumentException("The equations of this kind are not known.");
        };
    if (settings.startDeviation() == 0) return system;
    Equations started =
        new Started(system.equations, settings.startMean(), settings.startDeviation());
    return new KnownSystem(started, system.motion, system.observation);
  }

  private static void check(ModelKind kind, SeriesSet set) {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    int[] channels = set.observedChannels();
    if (set.isTrack()) {
      throw new IllegalArgumentException(
          "'%s' is a track on the Earth, of which a %s model knows nothing; set 'kind' to DEEP_MARKOV, or give its columns another kind."
              .formatted(set.name(), name));
    }
    if (channels.length != wanted(kind)) {
      throw new IllegalArgumentException(
          "'%s' has %d observed channel%s and a %s model wants %s; give those columns the use 'observed', or choose another 'kind'."
              .formatted(
                  set.name(), channels.length, channels.length == 1 ? "" : "s", name, words(kind)));
    }
    if (set.time().isDate() && kind != ModelKind.WALK && kind != ModelKind.GROWTH) {
      throw new IllegalArgumentException(
          "'%s' has dates and a %s model counts seconds; give it a column of times in seconds, or choose another 'kind'."
              .formatted(set.name(), name));
    }
  }

  private static int wanted(ModelKind kind) {
    return switch (kind) {
      case LORENZ -> 3;
      case LASER_RADAR -> 5;
      default -> 1;
    };
  }

  private static String words(ModelKind kind) {
    return switch (kind) {
      case PENDULUM -> "one, the sine of an angle";
      case VAN_DER_POL -> "one, the position";
      case LORENZ -> "three, x, y and z in this order";
      case GROWTH -> "one, a twentieth of the squared state";
      case LASER_RADAR ->
          "five in this order, two of a position and distance, bearing in radians and rate of the"
              + " distance";
      default -> "one";
    };
  }

  /** What the numbers of a kind's state are called. */
  static List<String> stateNames(ModelKind kind) {
    return switch (kind) {
      case PENDULUM -> List.of("angle", "angular velocity");
      case VAN_DER_POL -> List.of("position", "velocity");
      case LORENZ -> List.of("x", "y", "z");
      case LASER_RADAR -> List.of("px", "py", "vx", "vy");
      case WALK -> List.of("level");
      default -> List.of("state");
    };
  }

  /** Rows of the training part that have something. */
  private static List<double[]> rows(SeriesSet set) {
    List<double[]> rows = new ArrayList<>();
    int[] channels = set.observedChannels();
    for (int s = 0; s < set.series().size(); s++) {
      Series series = set.series().get(s);
      int end = set.split().end(Part.TRAINING, s, series.length());
      for (int t = 0; t < end; t++) {
        double[] all = series.values()[t];
        double[] row = Arrays.stream(channels).mapToDouble(c -> all[c]).toArray();
        if (Arrays.stream(row).anyMatch(x -> !Double.isNaN(x))) rows.add(row);
      }
    }
    return rows;
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

  private static KnownSystem walk(List<double[]> rows) {
    PointCloud seen = cloud(rows, 1);
    double variance = positive(seen.covariance().at(0, 0));
    Gaussian prior = Gaussian.of(seen.mean(), Matrix.diagonal(WIDE * WIDE * variance));
    double half = Math.sqrt(variance) / 2;
    return new KnownSystem(KnownModels.walk(prior), half, half);
  }

  private static PointCloud cloud(List<double[]> rows, int size) {
    return PointCloud.of(
        rows.isEmpty() ? new double[][] {new double[size]} : rows.toArray(double[][]::new));
  }

  private static double positive(double variance) {
    return variance > 0 ? variance : 1;
  }

  /** The same equations from another first number of the state, which nothing else tells of. */
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
