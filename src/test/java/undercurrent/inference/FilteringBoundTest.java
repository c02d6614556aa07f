package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.PathObjective;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.model.particle.ParticleFilter;
import undercurrent.series.Sequence;
import undercurrent.series.Shape;
import undercurrent.series.Support;
import undercurrent.settings.Settings;

/**
 * Bounds by particles of the inference network on a linear system, whose likelihood is known: z₁ ~
 * N(0, 1), zₜ ~ N(zₜ₋₁ + 0.05, 10), xₜ ~ N(½ zₜ, 20).
 */
final class FilteringBoundTest {
  private static final int STEPS = 40;

  private static DeepMarkovModel model() {
    DeepSettings settings = Settings.with(DeepSettings.defaults(), "equations", "drifting_walk");
    settings = Settings.with(settings, "latentSize", 1);
    settings = Settings.with(settings, "hiddenUnits", 6);
    // Its untrained q is near the distribution that the transition expects.
    settings = Settings.with(settings, "network", "product_past");
    return DeepMarkovModel.of(settings, ChannelStatistics.plain(new double[1], Support.REAL), 3);
  }

  private static Sequence sequence(Randomness random) {
    float[] values = new float[STEPS];
    float[] mask = new float[STEPS];
    double z = random.normal();
    for (int t = 0; t < STEPS; t++) {
      if (t > 0) z += 0.05 + Math.sqrt(10) * random.normal();
      mask[t] = t % 11 == 5 ? 0 : 1;
      values[t] = mask[t] * (float) (0.5 * z + Math.sqrt(20) * random.normal());
    }
    return new Sequence(
        0, 0, STEPS, values, mask, new float[0], new float[STEPS], new Shape.Vector(1));
  }

  /** log p(x) by the Kalman filter. */
  private static double exact(Sequence sequence) {
    double m = 0;
    double p = 1;
    double sum = 0;
    for (int t = 0; t < STEPS; t++) {
      if (t > 0) {
        m += 0.05;
        p += 10;
      }
      if (sequence.mask()[t] == 0) continue;
      double s = 0.25 * p + 20;
      double e = sequence.values()[t] - 0.5 * m;
      sum -= 0.5 * (Math.log(2 * Math.PI * s) + e * e / s);
      double k = p * 0.5 / s;
      m += k * e;
      p -= k * 0.5 * p;
    }
    return sum;
  }

  private static List<Sequence> sequences(int count) {
    List<Sequence> sequences = new ArrayList<>();
    for (int s = 0; s < count; s++) sequences.add(sequence(Randomness.of(s)));
    return sequences;
  }

  private static FilteringBound bound(
      List<Sequence> sequences, int particles, ParticleFilter.Rule rule) {
    return FilteringBound.of(model(), sequences, particles, rule, Randomness.of(9)).orElseThrow();
  }

  @Test
  void resamplingBringsTheBoundNearTheLikelihoodAndNotAboveIt() {
    List<Sequence> sequences = sequences(4);
    double exact = sequences.stream().mapToDouble(FilteringBoundTest::exact).sum() / (4 * STEPS);
    FilteringBound filtering = bound(sequences, 128, ParticleFilter.Rule.USUAL);
    FilteringBound whole = bound(sequences, 128, ParticleFilter.Rule.NEVER);
    double error = filtering.standardError();
    String both = filtering.perStep() + " and " + whole.perStep() + " beside " + exact;
    assertTrue(error > 0 && error < 0.05, "error " + error);
    assertTrue(filtering.perStep() < exact + 4 * error, both);
    assertTrue(filtering.perStep() > exact - 0.1, both);
    assertTrue(filtering.perStep() > whole.perStep() + 5 * error, both);
  }

  /** One run without resampling is the logarithm of the mean weight of whole paths. */
  @Test
  void withoutResamplingItIsTheImportanceBound() {
    List<Sequence> one = sequences(1);
    PathObjective paths =
        model().recordPaths(new Tape(model().parameters(), false), STEPS, 8).orElseThrow();
    Randomness noise = Randomness.of(9).at(0);
    double mean = 0;
    for (int r = 0; r < 4; r++) {
      paths.clear();
      for (int b = 0; b < 8; b++) paths.put(b, one.getFirst());
      paths.noise(noise.at(r).named("noise"));
      paths.forward();
      double[] weights = new double[8];
      for (int b = 0; b < 8; b++) weights[b] = paths.logWeight(b);
      mean += ImportanceBound.OfSequence.of(STEPS, weights).bound() / 4;
    }
    FilteringBound never = bound(one, 8, ParticleFilter.Rule.NEVER);
    assertEquals(mean / STEPS, never.perStep(), 1e-6);
  }

  /**
   * A particle that survives has the path of its ancestor up to there, and another one after it.
   */
  @Test
  void adoptedNoiseGivesTheSamePath() {
    PathObjective paths =
        model().recordPaths(new Tape(model().parameters(), false), STEPS, 4).orElseThrow();
    paths.clear();
    for (int b = 0; b < 4; b++) paths.put(b, sequences(1).getFirst());
    paths.noise(Randomness.of(3));
    paths.forward();
    double[][] before = new double[4][STEPS];
    for (int b = 0; b < 4; b++) {
      for (int t = 0; t < STEPS; t++) before[b][t] = paths.logWeight(b, t);
    }
    paths.adopt(7, new int[] {2, 2, 0, 3});
    paths.forward();
    for (int t = 0; t < 7; t++) {
      assertEquals(before[2][t], paths.logWeight(0, t), 0.0);
      assertEquals(before[2][t], paths.logWeight(1, t), 0.0);
      assertEquals(before[0][t], paths.logWeight(2, t), 0.0);
      assertEquals(before[3][t], paths.logWeight(3, t), 0.0);
    }
    assertTrue(Math.abs(paths.logWeight(0, 8) - paths.logWeight(1, 8)) > 1e-6);
  }
}
