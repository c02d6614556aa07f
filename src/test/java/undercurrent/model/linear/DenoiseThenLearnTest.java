package undercurrent.model.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;

/**
 * The constant acceleration of arXiv 2105.00250: steps of 0.01, 200 of them, Q = 0.01 I, R = 0.005,
 * first state (0, 0, 0.1); believed are Q = 0.02 I, R = 1, P1 = 5 I and (0, 0, 1). Means over
 * draws.
 */
final class DenoiseThenLearnTest {
  private static final int DRAWS = 20;
  private static final LinearSystem TRUTH = motion(.01, .005, .01, .1);
  private static final LinearSystem BELIEVED = motion(.02, 1, 5, 1);

  private static Outcome measured;
  private static Outcome believed;
  private static Outcome truth;
  private static Outcome plain;
  private static Outcome denoised;
  private static Outcome forecast;
  private static Outcome sampled;

  private static LinearSystem motion(double q, double r, double p, double acceleration) {
    double t = .01;
    return LinearSystem.of(
            new double[][] {{1, t, t * t / 2}, {0, 1, t}, {0, 0, 1}},
            diagonal(3, q),
            new double[][] {{1, 0, 0}},
            diagonal(1, r))
        .startingAt(new double[] {0, 0, acceleration}, diagonal(3, p));
  }

  private static double[][] diagonal(int n, double value) {
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) matrix[i][i] = value;
    return matrix;
  }

  /** Mean squared errors of the position, and the noise that was found. */
  private static final class Outcome {
    double filtered;
    double smoothed;
    double q;
    double r;

    void add(LinearSystem system, Observations seen, double[][] states) {
      SmootherResult result = KalmanSmoother.smooth(system, seen);
      for (int t = 0; t < states.length; t++) {
        double share = 1.0 / (DRAWS * states.length);
        filtered += share * square(result.filter().filtered().mean(t, 0) - states[t][0]);
        smoothed += share * square(result.smoothed().mean(t, 0) - states[t][0]);
      }
      q += system.part(SystemPart.TRANSITION_NOISE).at(0)[0] / DRAWS;
      r += system.part(SystemPart.EMISSION_NOISE).at(0)[0] / DRAWS;
    }
  }

  private static double square(double a) {
    return a * a;
  }

  private static LinearSystem learned(Observations from, Denoiser denoiser) {
    DenoiseThenLearn learning = new DenoiseThenLearn(BELIEVED, List.of(from), denoiser, 10);
    while (learning.status() == Learner.Status.READY) learning.step();
    assertEquals(11, learning.curve().size());
    return learning.system(0);
  }

  @BeforeAll
  static void run() {
    measured = new Outcome();
    believed = new Outcome();
    truth = new Outcome();
    plain = new Outcome();
    denoised = new Outcome();
    forecast = new Outcome();
    sampled = new Outcome();
    Observations like = Observations.ofChannel(new double[200]);
    for (int draw = 0; draw < DRAWS; draw++) {
      Simulation made = Simulation.of(TRUTH, like, Randomness.of(draw));
      Observations seen = made.observations();
      double[][] z = made.states();
      for (int t = 0; t < 200; t++) {
        measured.filtered += square(seen.value(t, 0) - z[t][0]) / (200 * DRAWS);
      }
      believed.add(BELIEVED, seen, z);
      truth.add(TRUTH, seen, z);
      plain.add(learned(seen, Denoiser.NONE), seen, z);
      List<Observations> known = List.of(seen);
      denoised.add(learned(seen, NeighbourDenoiser.trainedOn(known, 5, 5)), seen, z);
      forecast.add(learned(seen, NeighbourDenoiser.trainedOn(known, 5, 0)), seen, z);
      Observations other = Simulation.of(BELIEVED, like, Randomness.of(900 + draw)).observations();
      sampled.add(learned(other, Denoiser.NONE), seen, z);
    }
  }

  /** The filter that believes R = 1 is worse than the raw measurements; EM finds the noise. */
  @Test
  void tenIterationsOfEmBringFilterAndSmootherToWhereTheTrueNoiseWould() {
    assertEquals(.005, measured.filtered, 2e-4);
    assertTrue(believed.filtered > 4 * measured.filtered, "believed " + believed.filtered);
    assertTrue(believed.smoothed > 3 * measured.filtered, "believed " + believed.smoothed);
    assertTrue(plain.filtered < believed.filtered / 6, "learned " + plain.filtered);
    assertTrue(plain.smoothed < believed.smoothed / 5, "learned " + plain.smoothed);
    assertTrue(plain.filtered < 1.05 * truth.filtered, plain.filtered + " " + truth.filtered);
    assertTrue(plain.smoothed < 1.05 * truth.smoothed, plain.smoothed + " " + truth.smoothed);
    assertTrue(plain.smoothed < plain.filtered && truth.smoothed < truth.filtered);
    assertEquals(.005, plain.r, .002);
    // two of the three variances of Q are hardly seen and stay near what was believed
    assertTrue(plain.q > .01 && plain.q < .02, "Q " + plain.q);
  }

  /** What was promised of denoising first does not hold: R becomes that of the denoised series. */
  @Test
  void denoisingFirstHelpsTheBelievedFilterButNotEm() {
    for (Outcome one : List.of(denoised, forecast)) {
      assertTrue(one.filtered < believed.filtered / 5, "filtered " + one.filtered);
      assertTrue(one.smoothed < believed.smoothed / 3, "smoothed " + one.smoothed);
      assertTrue(one.filtered > plain.filtered && one.smoothed > plain.smoothed);
      assertTrue(one.r < .003, "R " + one.r);
    }
    assertTrue(denoised.r < forecast.r);
  }

  /** A series that the believed model drew teaches what was believed, as bad as before. */
  @Test
  void learningFromSamplesOfTheBelievedModelTeachesNothing() {
    assertEquals(1, sampled.r, .1);
    assertTrue(sampled.filtered > 0.8 * believed.filtered, "sampled " + sampled.filtered);
  }

  @Test
  void aDenoisedValueDoesNotKnowItself() {
    Observations like = Observations.ofChannel(new double[200]);
    Observations seen = Simulation.of(TRUTH, like, Randomness.of(3)).observations();
    NeighbourDenoiser denoiser = NeighbourDenoiser.trainedOn(List.of(seen), 3, 2);
    double[] values = new double[200];
    for (int t = 0; t < 200; t++) values[t] = seen.value(t, 0);
    values[150] = Double.NaN;
    Observations before = denoiser.denoise(Observations.ofChannel(values));
    values[100] += 5;
    Observations after = denoiser.denoise(Observations.ofChannel(values));
    for (int t = 0; t < 200; t++) {
      boolean near = t != 100 && t >= 98 && t <= 103;
      assertEquals(near, before.value(t, 0) != after.value(t, 0) && t != 150, "step " + t);
    }
    assertTrue(Double.isNaN(before.value(150, 0)));
    // without all neighbours a value stays as it was measured
    for (int t : new int[] {0, 2, 198, 199, 148, 153}) assertEquals(values[t], before.value(t, 0));
  }

  /** Of a sine the neighbours know the value: y = c + (before + after - 2 c) / (2 cos ω). */
  @Test
  void theDenoiserIsARegression() {
    double[] values = new double[40];
    for (int t = 0; t < 40; t++) values[t] = 1e5 + Math.sin(0.7 * t);
    Observations seen = Observations.ofChannel(values);
    Observations found = NeighbourDenoiser.trainedOn(List.of(seen), 1, 1).denoise(seen);
    double[] back = new double[40];
    for (int t = 0; t < 40; t++) back[t] = found.value(t, 0);
    assertArrayEquals(values, back, 1e-7);
  }

  @Test
  void whatDoesNotFitIsSaid() {
    List<Observations> brief = List.of(Observations.ofChannel(1, 2, 3));
    assertEquals(
        "Channel 1 has 1 values with all 2 neighbours and needs 3; take fewer neighbours.",
        assertThrows(IllegalArgumentException.class, () -> NeighbourDenoiser.trainedOn(brief, 1, 1))
            .getMessage());
    assertEquals(
        "0 neighbours before and 0 after cannot predict a value; give at least one.",
        assertThrows(IllegalArgumentException.class, () -> NeighbourDenoiser.trainedOn(brief, 0, 0))
            .getMessage());
  }
}
