package undercurrent.model.switching;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.KalmanSmoother;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Moments;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.Varying;

/** Two regimes and ten steps whose answer over all 1,024 sequences is known. */
final class SwitchingTest {
  private static final double EXACT = -9.5537062958;
  private static final double[] EXACT_SECOND = {
    .42660, .34619, .36083, .46550, .48962, .40791, .28994, .19470, .15578, .16178
  };
  private static final SwitchingModel MODEL =
      SwitchingModel.of(
          List.of(regime(0.95, 0.1, 0.2), regime(-0.5, 0.8, 0.2)),
          new double[] {0.5, 0.5},
          new double[][] {{0.9, 0.1}, {0.2, 0.8}});
  private static final double[][] X = rows(.3, .5, .2, -.9, .8, -.4, .1, .3, .25, .4);

  private static LinearSystem regime(double a, double q, double r) {
    return LinearSystem.of(
            new double[][] {{a}}, new double[][] {{q}}, new double[][] {{1}}, new double[][] {{r}})
        .startingAt(new double[1], new double[][] {{1}});
  }

  private static double[][] rows(double... values) {
    return Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
  }

  private static double[] second(double[][] shares) {
    return Arrays.stream(shares).mapToDouble(row -> row[1]).toArray();
  }

  @Test
  void enumerationGivesTheKnownValues() {
    Enumeration exact = Enumeration.of(MODEL, X);
    assertEquals(EXACT, exact.logLikelihood(), 1e-9);
    assertArrayEquals(EXACT_SECOND, second(exact.smoothed()), 5.1e-6);
    assertArrayEquals(bySequences(), second(exact.smoothed()), 1e-9);
    assertArrayEquals(exact.smoothed()[9], exact.filtered()[9], 1e-12);
  }

  /** P(sₜ = 2|x₁:T) by one Kalman filter for each of the 1,024 sequences of regimes. */
  private static double[] bySequences() {
    double[] weighted = new double[10];
    double all = 0;
    for (int sequence = 0; sequence < 1 << 10; sequence++) {
      double[][] f = new double[9][1];
      double[][] q = new double[9][1];
      double prior = 0.5;
      for (int t = 1; t < 10; t++) {
        int from = (sequence >> (t - 1)) & 1;
        int to = (sequence >> t) & 1;
        prior *= MODEL.transition()[from][to];
        f[t - 1][0] = to == 0 ? 0.95 : -0.5;
        q[t - 1][0] = to == 0 ? 0.1 : 0.8;
      }
      Varying one = Varying.constant(1, 1, 1);
      LinearSystem system =
          LinearSystem.of(
                  Varying.each(1, 1, f), Varying.each(1, 1, q), one, Varying.constant(1, 1, 0.2))
              .startingAt(new double[1], new double[][] {{1}});
      double log = KalmanFilter.logLikelihood(system, Observations.of(X)).value();
      double weight = prior * Math.exp(log);
      all += weight;
      for (int t = 0; t < 10; t++) if (((sequence >> t) & 1) == 1) weighted[t] += weight;
    }
    assertEquals(EXACT, Math.log(all), 1e-9);
    double total = all;
    return Arrays.stream(weighted).map(w -> w / total).toArray();
  }

  @Test
  void theInteractingFilterGivesTheKnownApproximation() {
    RegimeFiltering found = InteractingFilter.filter(MODEL, X);
    assertEquals(-9.5870748263, found.logLikelihood(), 1e-9);
    assertEquals(.16378, found.filtered().get(9).probabilities()[1], 5.1e-6);
  }

  @Test
  void expectationCorrectionIsNearTheExactSmoother() {
    assertEquals(0.0054, off(MODEL, X, InteractingFilter.filter(MODEL, X).smoothed()), 5e-4);
    double corrected = 0;
    for (int seed = 0; seed < 10; seed++) {
      double[][] x = DrawnRegimes.of(MODEL, 8, Randomness.of(seed)).observations();
      RegimeFiltering found = InteractingFilter.filter(MODEL, x);
      corrected += off(MODEL, x, found.smoothed()) / 10;
    }
    assertTrue(corrected < 0.01, "corrected is off by " + corrected);
  }

  /** Mean distance from the exact P(sₜ|x₁:T). */
  private static double off(SwitchingModel model, double[][] x, List<RegimeEstimate> smoothed) {
    double[][] exact = Enumeration.of(model, x).smoothed();
    double off = 0;
    for (int t = 0; t < x.length; t++) {
      off += Math.abs(smoothed.get(t).probabilities()[1] - exact[t][1]) / x.length;
    }
    return off;
  }

  @Test
  void particlesConvergeToTheExactAnswer() {
    Enumeration exact = Enumeration.of(MODEL, X);
    int runs = 40;
    double few = 0;
    double many = 0;
    double ratio = 0;
    for (int run = 0; run < runs; run++) {
      few += square(log(20, run) - EXACT) / runs;
      double found = log(500, run);
      many += square(found - EXACT) / runs;
      ratio += Math.exp(found - EXACT) / runs;
    }
    // p̂ is right on average, and its spread falls with √N.
    assertEquals(1, ratio, 3 * Math.sqrt(many / runs));
    assertTrue(many < few / 10, many + " against " + few);

    // everything else within three standard errors of 40 runs
    double[][] off = new double[20][runs];
    for (int run = 0; run < runs; run++) {
      List<RegimeEstimate> found =
          new RaoBlackwellFilter(1_000).filter(MODEL, X, Randomness.of(run)).filtered();
      for (int t = 0; t < 10; t++) {
        off[t][run] = found.get(t).probabilities()[1] - exact.filtered()[t][1];
        off[10 + t][run] = found.get(t).state().mean(0) - exact.filteredMeans()[t][0];
      }
    }
    for (int i = 0; i < 20; i++) {
      double mean = Arrays.stream(off[i]).average().orElseThrow();
      double spread = Arrays.stream(off[i]).map(v -> square(v - mean)).sum() / (runs - 1);
      assertEquals(0, mean, 3 * Math.sqrt(spread / runs) + 1e-12, "step " + (i % 10 + 1));
    }
  }

  private static double log(int particles, int seed) {
    return new RaoBlackwellFilter(particles).filter(MODEL, X, Randomness.of(seed)).logLikelihood();
  }

  private static double square(double a) {
    return a * a;
  }

  @Test
  void regimesThatAreTheSameAreOneKalmanFilter() {
    LinearSystem system = regime(0.9, 0.3, 0.2);
    SwitchingModel same =
        SwitchingModel.of(List.of(system, system), MODEL.initial(), MODEL.transition());
    double[][] x = rows(.3, .5, Double.NaN, -.9, .8, -.4);
    FilterResult kalman = KalmanFilter.filter(system, Observations.of(x));
    Moments smoothed = KalmanSmoother.smooth(kalman).smoothed();
    double exact = kalman.logLikelihood().value();

    RegimeFiltering found = InteractingFilter.filter(same, x);
    assertEquals(exact, found.logLikelihood(), 1e-12);
    assertEquals(exact, Enumeration.of(same, x).logLikelihood(), 1e-12);
    assertEquals(
        exact, new RaoBlackwellFilter(3).filter(same, x, Randomness.of(1)).logLikelihood(), 1e-12);
    List<RegimeEstimate> back = found.smoothed();
    for (int t = 0; t < x.length; t++) {
      assertEquals(smoothed.mean(t, 0), back.get(t).state().mean(0), 1e-12);
      assertEquals(smoothed.variance(t, 0), back.get(t).state().variance(0), 1e-12);
    }
  }

  @Test
  void regimesOfALongSeriesAreFoundAgain() {
    SwitchingModel model =
        SwitchingModel.of(
            List.of(regime(0.98, 0.05, 0.05), regime(-0.9, 1, 0.05)),
            new double[] {0.5, 0.5},
            new double[][] {{0.97, 0.03}, {0.03, 0.97}});
    DrawnRegimes made = DrawnRegimes.of(model, 400, Randomness.of(5));
    RegimeFiltering found = InteractingFilter.filter(model, made.observations());
    List<RegimeEstimate> smoothed = found.smoothed();
    int filteredRight = 0;
    int smoothedRight = 0;
    for (int t = 0; t < 400; t++) {
      int truth = made.regimes()[t];
      if (found.filtered().get(t).probabilities()[truth] > 0.5) filteredRight++;
      if (smoothed.get(t).probabilities()[truth] > 0.5) smoothedRight++;
    }
    assertTrue(filteredRight > 320, filteredRight + " of 400");
    assertTrue(smoothedRight > filteredRight, smoothedRight + " of 400");
  }

  @Test
  void aRegimeThatCannotComeHasNoShare() {
    SwitchingModel stuck =
        SwitchingModel.of(
            List.of(regime(0.95, 0.1, 0.2), regime(-0.5, 0.8, 0.2)),
            new double[] {1, 0},
            new double[][] {{1, 0}, {0, 1}});
    double exact =
        KalmanFilter.filter(regime(0.95, 0.1, 0.2), Observations.of(X)).logLikelihood().value();
    RegimeFiltering found = InteractingFilter.filter(stuck, X);
    assertEquals(exact, found.logLikelihood(), 1e-12);
    assertEquals(1, found.smoothed().getFirst().probabilities()[0], 1e-12);
    assertEquals(exact, Enumeration.of(stuck, X).logLikelihood(), 1e-12);
  }

  @Test
  void whatDoesNotFitIsSaid() {
    LinearSystem one = regime(0.9, 0.1, 0.2);
    Exception rows =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                SwitchingModel.of(
                    List.of(one, one),
                    new double[] {0.5, 0.5},
                    new double[][] {{0.9, 0.2}, {0.2, 0.8}}));
    assertEquals(
        "Row 1 of the regimes' transition must be 2 numbers of at least 0 that sum to 1.",
        rows.getMessage());
    Exception longer =
        assertThrows(
            IllegalArgumentException.class, () -> Enumeration.of(MODEL, new double[21][1]));
    assertEquals(
        "2 regimes over 21 steps are more than 1,048,576 sequences; take a shorter series.",
        longer.getMessage());
  }
}
