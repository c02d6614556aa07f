package undercurrent.model.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import undercurrent.inference.PhysicalReading;
import undercurrent.math.DeepGolden;
import undercurrent.math.DoubleOracle;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.Normal;
import undercurrent.model.PhysicalStates;
import undercurrent.model.deep.MarkovObjective;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Observations;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.RungeKutta;
import undercurrent.series.Sequence;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;

/**
 * Physics alone with even noise is a linear-Gaussian model: log p(x, z) − log p(z|x) of any path is
 * the Kalman log-likelihood, with p(z|x) from the joint precision of all states.
 */
class PhysicsLinearTest {
  private static final int T = 40;
  private static final int Z = 2;
  private static final double GAP = 0.2;
  private static final double STIFFNESS = 4;
  private static final double DAMPING = 0.1;
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private static void flow(double[] s, double[] change) {
    change[0] = s[1];
    change[1] = -STIFFNESS * s[0] - DAMPING * s[1];
  }

  private static SeriesSet oscillator(double noise) {
    Randomness random = Randomness.of(4);
    double[] times = new double[T];
    double[][] rows = new double[T][];
    double[] s = {1.5, -0.5};
    for (int t = 0; t < T; t++) {
      times[t] = t * GAP;
      double seen = s[0] + noise * random.normal();
      rows[t] = new double[] {s[0], s[1], t % 9 == 4 && noise > 0 ? Double.NaN : seen};
      s = RungeKutta.steps(PhysicsLinearTest::flow, s, GAP / 100, 100);
    }
    List<Channel> channels =
        List.of(
            new Channel("x", "", Channel.Kind.REAL, Channel.Role.TRUTH),
            new Channel("v", "", Channel.Kind.REAL, Channel.Role.TRUTH),
            new Channel("x_obs", "", Channel.Kind.REAL, Channel.Role.OBSERVED));
    TimeAxis axis = new TimeAxis("t", "", false, true);
    return new SeriesSet(
        "oscillator", channels, axis, List.of(new Series("s", times, rows)), Split.NONE);
  }

  private static PhysicsModel model(Dataset data, double floor) {
    PhysicsSettings settings = PhysicsSettings.defaults();
    settings = Settings.with(settings, "guidance", Guidance.PHYSICS);
    settings = Settings.with(settings, "knownForm", "continuous");
    settings = Settings.with(settings, "stateMatrix", "0,1;-4,-0.1");
    settings = Settings.with(settings, "stateNoise", "learned");
    settings = Settings.with(settings, "noise", "learned");
    settings = Settings.with(settings, "hiddenUnits", 4);
    settings = Settings.with(settings, "networkUnits", 4);
    return PhysicsModel.of(Settings.with(settings, "deviationFloor", floor), data, 1);
  }

  private static MarkovObjective objective(PhysicsModel model, Dataset data) {
    MarkovObjective objective = model.record(new Tape(model.parameters()), T, 1);
    objective.clear();
    objective.put(0, data.training().getFirst());
    objective.noise(Randomness.of(7));
    objective.forward();
    return objective;
  }

  private static void add(SimpleMatrix lambda, SimpleMatrix eta, double[] row, double y, double w) {
    for (int i = 0; i < row.length; i++) {
      if (row[i] == 0) continue;
      eta.set(i, 0, eta.get(i, 0) + w * row[i] * y);
      for (int j = 0; j < row.length; j++) {
        if (row[j] != 0) lambda.set(i, j, lambda.get(i, j) + w * row[i] * row[j]);
      }
    }
  }

  @Test
  void theLogLikelihoodIsThatOfTheKalmanFilter() {
    double floor = 1e-3;
    Solved solved = new Solved(0.1, floor);
    solved.posterior(floor);
    MarkovObjective objective = solved.objective;
    DoubleOracle oracle = new DoubleOracle(objective.tape());
    oracle.forward();
    double joint = 0;
    SimpleMatrix away = new SimpleMatrix(T * Z, 1);
    for (int t = 0; t < T; t++) {
      joint += oracle.get(objective.logLikelihood(), t);
      Normal p = t == 0 ? objective.first() : objective.next();
      for (int i = 0; i < Z; i++) {
        int at = (t == 0 ? 0 : t - 1) * Z + i;
        double z = oracle.get(objective.drawn().z(), t * Z + i);
        double sd = oracle.get(p.sd(), p.sd().rows() == 1 ? i : at);
        double u = (z - oracle.get(p.mean(), at)) / sd;
        joint -= LOG_TWO_PI / 2 + Math.log(sd) + u * u / 2;
        away.set(t * Z + i, 0, z - solved.mean.get(t * Z + i, 0));
      }
    }
    double square = away.transpose().mult(solved.precision).mult(away).get(0, 0);
    double given = logDeterminant(solved.precision) / 2 - T * Z * LOG_TWO_PI / 2 - square / 2;
    assertEquals(solved.kalman(floor), joint - given, 1e-9);
  }

  private static double logDeterminant(SimpleMatrix m) {
    // Of a positive definite matrix, by elimination.
    double[][] a = new double[m.getNumRows()][];
    for (int i = 0; i < a.length; i++) {
      a[i] = new double[a.length];
      for (int j = 0; j < a.length; j++) a[i][j] = m.get(i, j);
    }
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += Math.log(a[k][k]);
      for (int i = k + 1; i < a.length; i++) {
        double f = a[i][k] / a[k][k];
        for (int j = k; f != 0 && j < a.length; j++) a[i][j] -= f * a[k][j];
      }
    }
    return sum;
  }

  /** A and C are those of the differential equation over the gap, in other units. */
  @Test
  void matricesAreDiscretisedInTheUnitsOfTheStates() {
    Solved solved = new Solved(0.1, 1e-3);
    double[] units = units(solved.model);
    double[][] a = solved.a();
    for (int j = 0; j < Z; j++) {
      double[] one = new double[Z];
      one[j] = 1;
      double[] moved = RungeKutta.steps(PhysicsLinearTest::flow, one, GAP / 200, 200);
      for (int i = 0; i < Z; i++) assertEquals(moved[i] * units[j] / units[i], a[i][j], 1e-6);
    }
    assertEquals(
        units[0] / solved.data.preparation().scale(0), solved.number("known.output", 0), 1e-6);
    assertEquals(0, solved.number("known.output", 1), 0);
    // The speed of an oscillator is as many times larger as its frequency says.
    assertEquals(Math.sqrt(STIFFNESS), units[1] / units[0], 0.1);
  }

  private static double[] units(PhysicsModel model) {
    double[] ones = new double[Z];
    Arrays.fill(ones, 1);
    return model.physical(new double[][] {ones}).orElseThrow().values()[0];
  }

  /** Without noise both quantities are found. */
  @Test
  void withoutNoiseStatesAreTheTruth() {
    double floor = 1e-6;
    Solved clean = new Solved(0, floor);
    clean.startAtTheTruth();
    clean.posterior(floor);
    double[][] latent = new double[T][Z];
    for (int t = 0; t < T; t++) {
      for (int i = 0; i < Z; i++) latent[t][i] = clean.mean.get(t * Z + i, 0);
    }
    PhysicalStates states = clean.model.physical(latent).orElseThrow();
    double[] times = clean.set.series().getFirst().times();
    PhysicalReading reading = new PhysicalReading(0, times, states.names(), states.values());
    for (PhysicalReading.Quantity quantity : reading.beside(clean.set)) {
      assertTrue(quantity.fit().share() > 1 - 1e-9, quantity.name() + quantity.fit());
      assertEquals(1, quantity.fit().slope(), 1e-4, quantity.name());
    }
  }

  /** A model of some data, and the posterior of all its states. */
  private static final class Solved {
    private final SeriesSet set;
    private final Dataset data;
    private final PhysicsModel model;
    private final MarkovObjective objective;
    private SimpleMatrix precision = new SimpleMatrix(1, 1);
    private SimpleMatrix mean = new SimpleMatrix(1, 1);

    Solved(double noise, double floor) {
      set = oscillator(noise);
      data = Dataset.of(set, 0);
      model = model(data, floor);
      objective = objective(model, data);
    }

    private double number(String name, int at) {
      Parameters p = model.parameters();
      return p.get(DeepGolden.entry(p, name), at);
    }

    private double deviation(String name, int at, double floor) {
      return Math.log1p(Math.exp(number(name, at))) + (float) floor;
    }

    private double[][] a() {
      double[][] a = new double[Z][Z];
      for (int i = 0; i < Z; i++) {
        for (int j = 0; j < Z; j++) a[i][j] = number("known.state", j * Z + i);
      }
      return a;
    }

    /** Λ and Λ⁻¹ η of all states given all observations. */
    private void posterior(double floor) {
      Sequence x = data.training().getFirst();
      SimpleMatrix lambda = new SimpleMatrix(T * Z, T * Z);
      SimpleMatrix eta = new SimpleMatrix(T * Z, 1);
      double[][] a = a();
      double r = Math.pow(deviation("emission.spread", 0, floor), -2);
      for (int t = 0; t < T; t++) {
        for (int i = 0; i < Z; i++) {
          double q = Math.pow(deviation("phy.spread", i, floor), -2);
          // zₜᵢ − Σ aᵢⱼ zₜ₋₁ⱼ
          double[] row = new double[T * Z];
          row[t * Z + i] = 1;
          double start = 0;
          for (int j = 0; j < Z; j++) {
            if (t > 0) row[(t - 1) * Z + j] = -a[i][j];
            else start += a[i][j] * number("prior.z0", j);
          }
          add(lambda, eta, row, start, q);
        }
        if (x.mask()[t] == 0) continue;
        double[] row = new double[T * Z];
        for (int i = 0; i < Z; i++) row[t * Z + i] = number("known.output", i);
        add(lambda, eta, row, x.values()[t] - number("known.offset", 0), r);
      }
      precision = lambda;
      mean = lambda.solve(eta);
    }

    private double kalman(double floor) {
      double[][] a = a();
      double[][] q = new double[Z][Z];
      double[] start = new double[Z];
      for (int i = 0; i < Z; i++) {
        q[i][i] = Math.pow(deviation("phy.spread", i, floor), 2);
        for (int j = 0; j < Z; j++) start[i] += a[i][j] * number("prior.z0", j);
      }
      double[][] h = {{number("known.output", 0), number("known.output", 1)}};
      double[][] r = {{Math.pow(deviation("emission.spread", 0, floor), 2)}};
      Sequence x = data.training().getFirst();
      double[] seen = new double[T];
      for (int t = 0; t < T; t++) {
        seen[t] = x.mask()[t] == 0 ? Double.NaN : x.values()[t] - number("known.offset", 0);
      }
      LinearSystem system = LinearSystem.of(a, q, h, r).startingAt(start, q);
      return KalmanFilter.logLikelihood(system, Observations.ofChannel(seen)).value();
    }

    /** Small deviations, and z₀ a row before the true start. */
    private void startAtTheTruth() {
      Parameters p = model.parameters();
      p.set(DeepGolden.entry(p, "emission.spread"), 0, -12);
      double[] start = {1.5, -0.5};
      double[] before = RungeKutta.steps(PhysicsLinearTest::flow, start, -GAP / 100, 100);
      double[] units = units(model);
      for (int i = 0; i < Z; i++) {
        p.set(DeepGolden.entry(p, "phy.spread"), i, -12);
        p.set(DeepGolden.entry(p, "prior.z0"), i, before[i] / units[i]);
      }
    }
  }
}
