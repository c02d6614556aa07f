package undercurrent.model.recurrent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.math.GradientCheck;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.continuous.ContinuousSystem;
import undercurrent.model.continuous.RowTimes;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Moments;
import undercurrent.model.linear.Observations;
import undercurrent.model.recurrent.UnitSettings.MapKind;
import undercurrent.series.Sequence;
import undercurrent.series.Shape;
import undercurrent.settings.Settings;

/** The whole model: where it is a Kalman filter, its gradients, and what it does with rows. */
final class RecurrentUnitTest {
  private static UnitSettings settings(MapKind maps, int n, int matrices) {
    UnitSettings settings = Settings.with(UnitSettings.defaults(), "maps", maps);
    settings = Settings.with(settings, "latentObservations", n);
    settings = Settings.with(settings, "hiddenUnits", 5);
    return Settings.with(settings, "matrices", matrices);
  }

  /** Uneven times, some values and some rows missing. */
  private static Sequence sequence(int steps, int size, Randomness random) {
    float[] values = new float[steps * size];
    float[] mask = new float[values.length];
    float[] gaps = new float[steps];
    for (int t = 0; t < steps; t++) {
      gaps[t] = t == 0 ? 0 : (float) (-0.7 * Math.log(1 - random.uniform()));
      for (int d = 0; d < size; d++) {
        boolean isSeen = t % 7 != 4 && random.uniform() < 0.8;
        mask[t * size + d] = isSeen ? 1 : 0;
        if (isSeen) values[t * size + d] = (float) random.normal();
      }
    }
    // A gap of fifty typical ones.
    if (steps > 20) gaps[20] = 35;
    return new Sequence(0, 0, steps, values, mask, new float[0], gaps, new Shape.Vector(size));
  }

  private static double softplus(double x) {
    return Math.log1p(Math.exp(x));
  }

  /**
   * With one matrix whose pairs do not act on each other nothing is left out of the covariances:
   * the filter of a linear system in continuous time.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void withOneMatrixAndNoNetworksItIsTheContinuousDiscreteKalmanFilter(int n) {
    double unit = 0.5;
    UnitSettings settings = settings(MapKind.IDENTITY, n, 1);
    RecurrentUnit model = RecurrentUnit.of(settings, n, unit, 3);
    Parameters parameters = model.parameters();
    Randomness random = Randomness.of(11);
    int size = 2 * n;
    double[][] a = new double[size][size];
    for (int i = 0; i < n; i++) {
      a[i][i] = -0.2 * random.uniform();
      a[i + n][i + n] = -0.5 * random.uniform();
      a[i][i + n] = 1 + random.uniform();
      a[i + n][i] = -2 - random.uniform();
    }
    for (Parameters.Entry entry : parameters.entries()) {
      for (int i = 0; i < entry.size(); i++) {
        double number = 0.4 * random.normal();
        if (entry.name().equals("transition.matrices")) number = a[i / size][i % size];
        parameters.set(entry, i, number);
      }
    }
    Sequence sequence = sequence(60, n, random);
    FilterResult exact = exact(parameters, n, unit, settings.deviationFloor(), sequence);
    UnitPass.Beliefs beliefs = UnitPass.over(model, sequence);
    double[] expected = exact.logLikelihoods();
    assertArrayEquals(expected, beliefs.logLikelihoods(sequence, 60), 2e-5);
    compare(exact.predicted(), beliefs.predicted());
    compare(exact.filtered(), beliefs.filtered());
    UnitObjective objective = model.record(new Tape(parameters, false), 60, 1);
    objective.clear();
    objective.put(0, sequence);
    objective.forward();
    assertEquals(Arrays.stream(expected).sum(), objective.terms().value(1), 1e-3);
  }

  private static FilterResult exact(
      Parameters parameters, int n, double unit, double floor, Sequence sequence) {
    int size = 2 * n;
    double[][] a = new double[size][size];
    double[][] q = new double[size][size];
    double[][] one = new double[size][size];
    double[][] h = new double[n][size];
    double[][] r = new double[n][n];
    double[][] p = new double[size][size];
    double[] m = new double[size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        a[i][j] = get(parameters, "transition.matrices", i * size + j) / unit;
      }
      q[i][i] = Math.exp(get(parameters, "transition.density", i)) / unit;
      one[i][i] = 1;
      m[i] = get(parameters, "start.mean", i);
    }
    for (int i = 0; i < n; i++) {
      h[i][i] = 1;
      r[i][i] = Math.pow(softplus(get(parameters, "noise.spread", i)) + floor, 2);
      p[i][i] = Math.exp(get(parameters, "start.upper", i));
      p[i + n][i + n] = Math.exp(get(parameters, "start.lower", i));
      double side = Math.tanh(get(parameters, "start.side", i));
      p[i][i + n] = side * Math.sqrt(p[i][i] * p[i + n][i + n]);
      p[i + n][i] = p[i][i + n];
    }
    double[] times = new double[sequence.steps()];
    double[][] rows = new double[times.length][n];
    for (int t = 0; t < times.length; t++) {
      times[t] = t == 0 ? 0 : times[t - 1] + sequence.gaps()[t];
      for (int d = 0; d < n; d++) {
        boolean isSeen = sequence.mask()[t * n + d] != 0;
        rows[t][d] = isSeen ? sequence.values()[t * n + d] : Double.NaN;
      }
    }
    LinearSystem system =
        ContinuousSystem.of(a, one, q).at(RowTimes.of(times), h, r).startingAt(m, p);
    return KalmanFilter.filter(system, Observations.of(rows));
  }

  private static double get(Parameters parameters, String name, int i) {
    for (Parameters.Entry entry : parameters.entries()) {
      if (entry.name().equals(name)) return parameters.get(entry, i);
    }
    throw new AssertionError(name);
  }

  private static void compare(Moments exact, UnitBelief belief) {
    for (int t = 0; t < belief.steps(); t++) {
      for (int i = 0; i < belief.mean()[t].length; i++) {
        assertEquals(exact.mean(t, i), belief.mean()[t][i], 2e-5);
        assertEquals(exact.standardDeviation(t, i), belief.deviation()[t][i], 2e-5);
      }
    }
  }

  /** Through encoder, filter, exponentials and decoder. */
  @ParameterizedTest
  @EnumSource(MapKind.class)
  void theGradientOfTheWholeModelIsThatOfCentralDifferences(MapKind maps) {
    RecurrentUnit model = RecurrentUnit.of(settings(maps, 2, 3), 2, 1, 5);
    Randomness random = Randomness.of(8);
    float[] weights = model.parameters().data();
    for (int i = 0; i < weights.length; i++) weights[i] += (float) (0.2 * random.normal());
    Tape tape = new Tape(model.parameters());
    UnitObjective objective = model.record(tape, 9, 2);
    objective.clear();
    objective.put(0, sequence(9, 2, random));
    objective.put(1, sequence(6, 2, random));
    objective.noise(Randomness.of(4));
    GradientCheck.check(
        tape, model.parameters(), List.of(objective.logDensities()), new double[] {1}, 400);
  }

  /** A long sequence goes through in pieces; what it gives is what one piece would. */
  @Test
  void piecesGoOnWhereTheOneBeforeEnded() {
    RecurrentUnit model = RecurrentUnit.of(settings(MapKind.NETWORKS, 2, 2), 1, 1, 5);
    Sequence whole = sequence(600, 1, Randomness.of(2));
    UnitPass.Beliefs beliefs = UnitPass.over(model, whole);
    UnitObjective objective = model.record(new Tape(model.parameters(), false), 600, 1);
    objective.clear();
    objective.put(0, whole);
    objective.forward();
    int width = model.states().size();
    for (int t = 0; t < 600; t++) {
      float mean = objective.states().filtered().data()[t * width];
      assertEquals(mean, (float) beliefs.filtered().mean()[t][0]);
    }
  }

  /** Beyond what is seen the band widens to a finite width, however long the gap. */
  @Test
  void aLongGapIsBridgedByFiniteBands() {
    RecurrentUnit model = RecurrentUnit.of(settings(MapKind.NETWORKS, 3, 3), 1, 1, 5);
    Sequence sequence = sequence(40, 1, Randomness.of(2));
    sequence.gaps()[30] = 1e30f;
    sequence.gaps()[35] = 1e7f;
    UnitPass.Beliefs beliefs = UnitPass.over(model, sequence);
    for (UnitBelief belief : List.of(beliefs.predicted(), beliefs.filtered())) {
      for (double[][] rows :
          List.of(belief.mean(), belief.deviation(), belief.observedDeviation())) {
        for (double[] row : rows) for (double number : row) assertTrue(Double.isFinite(number));
      }
    }
  }

  /** Rows are hidden while it learns, and never while it is measured. */
  @Test
  void hiddenRowsAreThoseOfTheTrainingAlone() {
    RecurrentUnit model = RecurrentUnit.of(settings(MapKind.NETWORKS, 2, 2), 1, 1, 5);
    Sequence sequence = sequence(40, 1, Randomness.of(2));
    double measured = value(model, sequence, false, 1);
    assertEquals(measured, value(model, sequence, false, 2));
    double learned = value(model, sequence, true, 1);
    assertEquals(learned, value(model, sequence, true, 1));
    assertTrue(learned != value(model, sequence, true, 2));
    assertTrue(learned != measured);
  }

  private static double value(RecurrentUnit model, Sequence sequence, boolean learns, long seed) {
    UnitObjective objective = model.record(new Tape(model.parameters(), learns), 40, 1);
    objective.clear();
    objective.put(0, sequence);
    objective.noise(Randomness.of(seed));
    objective.forward();
    return objective.terms().value(1);
  }
}
