package undercurrent.model.kvae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.math.DeepGolden;
import undercurrent.math.GradientCheck;
import undercurrent.math.Initial;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.deep.BernoulliEmission;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.Likelihood;
import undercurrent.series.FrameShape;
import undercurrent.series.Sequence;
import undercurrent.series.Support;
import undercurrent.settings.Settings;

/** The maps of frames beside plain loops in double precision, and their gradients. */
final class FilmMapsTest {
  private static KalmanVaeSettings settings() {
    KalmanVaeSettings settings = KalmanVaeSettings.defaults();
    settings = Settings.with(settings, "hiddenUnits", 5);
    settings = Settings.with(settings, "mixingUnits", 3);
    settings = Settings.with(settings, "modes", 2);
    return Settings.with(settings, "filters", 2);
  }

  private static KalmanVae model(FrameShape shape, boolean isGrey) {
    return model(settings(), shape, isGrey);
  }

  private static KalmanVae model(KalmanVaeSettings settings, FrameShape shape, boolean isGrey) {
    int size = shape.size();
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    ChannelStatistics channels =
        new ChannelStatistics(
            new double[size], new double[size], ones, ones, Support.REAL, isGrey, Optional.empty());
    KalmanVae model = new KalmanVae(settings, channels, Optional.of(shape), 0, 3);
    // No sum is exactly zero, where ReLU has no derivative.
    Randomness random = Randomness.of(8);
    for (Parameters.Entry entry : model.parameters().entries()) {
      if (!entry.name().endsWith(".bias")) continue;
      for (int i = 0; i < entry.size(); i++) {
        model.parameters().set(entry, i, random.uniform(-0.2, 0.2));
      }
    }
    return model;
  }

  /** A grid of which some cells have no channel. */
  private static FrameShape land(int height, int width) {
    List<Integer> places =
        IntStream.range(0, height * width).filter(p -> p % 7 != 3).boxed().toList();
    return new FrameShape(height, width, 1, places, Optional.empty());
  }

  /** Values from 0 to 1; whole frames and single pixels are hidden. */
  private static Sequence sequence(FrameShape shape, int steps, boolean[] isHidden, double under) {
    int size = shape.size();
    float[] values = new float[steps * size];
    float[] mask = new float[steps * size];
    for (int t = 0; t < steps; t++) {
      for (int d = 0; d < size; d++) {
        boolean isMissing = isHidden[t] || (t + d) % 11 == 0;
        mask[t * size + d] = isMissing ? 0 : 1;
        double value = 0.5 + 0.5 * Math.sin(0.9 * t + 0.37 * shape.place(d));
        values[t * size + d] = (float) (isMissing ? under : value);
      }
    }
    return new Sequence(0, 0, steps, values, mask, new float[0], new float[steps], shape);
  }

  private static KalmanVaeObjective filled(KalmanVae model, Sequence sequence) {
    KalmanVaeObjective objective =
        new KalmanVaeObjective(model, new Tape(model.parameters()), sequence.steps(), 1);
    objective.clear();
    objective.put(0, sequence);
    for (int t = 0; t < sequence.steps(); t++) {
      for (int i = 0; i < 2; i++) objective.noise().set(t, i, KalmanVaeGolden.noise(t, 0, i));
    }
    return objective;
  }

  @ParameterizedTest
  @CsvSource({"true, 14, 13", "false, 5, 6"})
  void theBoundHasTheRightGradient(boolean isGrey, int height, int width) {
    FrameShape shape = land(height, width);
    KalmanVae model = model(shape, isGrey);
    Sequence sequence = sequence(shape, 3, new boolean[] {false, true, false}, 0);
    KalmanVaeObjective objective = filled(model, sequence);
    GradientCheck.check(
        objective.tape(),
        model.parameters(),
        List.of(objective.logLikelihood(), objective.klTerms()),
        new double[] {1, -1},
        250);
  }

  private static KalmanVaeSettings displaced() {
    return Settings.with(settings(), "frameMaps", FrameMaps.DISPLACEMENT);
  }

  @Test
  void soHasThatOfDisplacedFrames() {
    FrameShape shape = land(5, 6);
    KalmanVae model = model(displaced(), shape, true);
    assertEquals(shape.size(), model.referenceSize());
    // The first frame is hidden, so that the second one is displaced.
    Sequence sequence = sequence(shape, 4, new boolean[] {true, false, false, true}, 0);
    KalmanVaeObjective objective = filled(model, sequence);
    GradientCheck.check(
        objective.tape(),
        model.parameters(),
        List.of(objective.logLikelihood(), objective.klTerms()),
        new double[] {1, -1},
        250);
  }

  /** Without weights of the last layer each frame is the first one that is seen. */
  @Test
  void withoutDisplacementTheFirstFrameStays() {
    FrameShape shape = new FrameShape(6, 6, 1);
    KalmanVae model = model(displaced(), shape, true);
    for (String name : List.of("weight", "bias")) {
      Initial.fill(
          model.parameters(),
          DeepGolden.entry(model.parameters(), "emission.displacement." + name),
          0);
    }
    Sequence sequence = sequence(shape, 3, new boolean[] {true, false, false}, 0);
    KalmanVaeFilter filter = new KalmanVaeFilter(model, 1);
    for (int t = 0; t < 2; t++) filter.step(sequence, t, true, Randomness.of(t));
    KalmanVaeRollout rollout = new KalmanVaeRollout(model, 2);
    float[] mean = rollout.emit(filter.states(2, Randomness.of(3))).mean();
    for (int i = 0; i < 72; i++) {
      assertEquals(sequence.values()[36 + i % 36] * sequence.mask()[36 + i % 36], mean[i], 1e-6);
    }
  }

  @Test
  void aHiddenFrameChangesNothing() {
    assertHiddenFramesDoNotCount(settings());
    assertHiddenFramesDoNotCount(displaced());
  }

  private static void assertHiddenFramesDoNotCount(KalmanVaeSettings settings) {
    FrameShape shape = new FrameShape(6, 6, 1);
    boolean[] isHidden = {false, true, true, false, true};
    KalmanVae model = model(settings, shape, true);
    KalmanVaeObjective one = filled(model, sequence(shape, 5, isHidden, 0));
    KalmanVaeObjective other = filled(model, sequence(shape, 5, isHidden, 0.77));
    for (KalmanVaeObjective objective : List.of(one, other)) {
      objective.forward();
      objective.backward(1, 1);
    }
    assertArrayEquals(one.terms().sums(0), other.terms().sums(0));
    assertArrayEquals(one.terms().sums(1), other.terms().sums(1));
    assertArrayEquals(one.tape().gradient(), other.tape().gradient());
    assertEquals(0, one.logLikelihood().get(1, 0));
    // Hidden at the end, it is as if it had not been filmed.
    KalmanVaeObjective shorter = filled(model, sequence(shape, 4, isHidden, 0));
    shorter.forward();
    shorter.backward(1, 1);
    assertEquals(shorter.terms().sums(0)[0], one.terms().sums(0)[0], 1e-9);
    assertArrayEquals(shorter.tape().gradient(), one.tape().gradient(), 1e-4f);
  }

  /** One frame of 6 × 6 pixels: down to 3 × 3 and up again, by the definitions. */
  @Test
  void encoderAndDecoderAreConvolutions() {
    FrameShape shape = new FrameShape(6, 6, 1);
    KalmanVae model = model(shape, true);
    Sequence sequence = sequence(shape, 1, new boolean[1], 0);
    Tape tape = new Tape(model.parameters());
    Value seen = tape.input(1, 72);
    for (int d = 0; d < 36; d++) {
      seen.set(0, d, sequence.values()[d] * sequence.mask()[d]);
      seen.set(0, 36 + d, sequence.mask()[d]);
    }
    Normal q = model.maps().encode(tape, seen);
    Value a = tape.input(1, 2);
    a.set(0, 0, 0.7);
    a.set(0, 1, -1.3);
    Value logit = ((BernoulliEmission.Bernoulli) model.emission().record(tape, a)).logit();
    tape.forward();
    double[] small = encodedByLoops(model.parameters(), seen);
    double[] mean = affine(model.parameters(), "encoder.mean", small, false);
    double[] spread = affine(model.parameters(), "encoder.spread", small, false);
    for (int i = 0; i < 2; i++) {
      assertEquals(mean[i], q.mean().get(0, i), 1e-5);
      double variance = 0.03 / (1 + Math.exp(-spread[i]));
      assertEquals(Math.sqrt(variance), q.sd().get(0, i), 1e-5);
    }
    double[] decoded = decodedByLoops(model.parameters(), new double[] {0.7f, -1.3f});
    for (int d = 0; d < 36; d++) assertEquals(decoded[d], logit.get(0, d), 1e-5);
  }

  /** ReLU of a 3 × 3 convolution with stride 2, [pixel · channel]. */
  private static double[] encodedByLoops(Parameters p, Value seen) {
    Parameters.Entry w = DeepGolden.entry(p, "encoder.frame1.weight");
    Parameters.Entry b = DeepGolden.entry(p, "encoder.frame1.bias");
    double[] small = new double[9 * 2];
    for (int s = 0; s < 9; s++) {
      for (int o = 0; o < 2; o++) {
        double sum = p.get(b, o);
        for (int k = 0; k < 9; k++) {
          int row = s / 3 * 2 - 1 + k / 3;
          int column = s % 3 * 2 - 1 + k % 3;
          if (row < 0 || row >= 6 || column < 0 || column >= 6) continue;
          for (int c = 0; c < 2; c++) {
            sum += p.get(w, (k * 2 + c) * 2 + o) * seen.get(0, c * 36 + row * 6 + column);
          }
        }
        small[s * 2 + o] = Math.max(0, sum);
      }
    }
    return small;
  }

  private static double[] affine(Parameters p, String name, double[] in, boolean isRelu) {
    Parameters.Entry w = DeepGolden.entry(p, name + ".weight");
    Parameters.Entry b = DeepGolden.entry(p, name + ".bias");
    double[] out = new double[b.size()];
    for (int j = 0; j < out.length; j++) {
      out[j] = p.get(b, j);
      for (int i = 0; i < in.length; i++) out[j] += in[i] * p.get(w, i * out.length + j);
      if (isRelu) out[j] = Math.max(0, out[j]);
    }
    return out;
  }

  /** Each pixel of the small frame adds a square of 4 × 4 pixels. */
  private static double[] decodedByLoops(Parameters p, double[] a) {
    double[] small = affine(p, "emission.small", affine(p, "emission.hidden", a, true), true);
    Parameters.Entry w = DeepGolden.entry(p, "emission.logit.weight");
    double bias = p.get(DeepGolden.entry(p, "emission.logit.bias"), 0);
    double[] out = new double[36];
    Arrays.fill(out, bias);
    for (int s = 0; s < 9; s++) {
      for (int k = 0; k < 16; k++) {
        int row = s / 3 * 2 - 1 + k / 4;
        int column = s % 3 * 2 - 1 + k % 4;
        if (row < 0 || row >= 6 || column < 0 || column >= 6) continue;
        for (int c = 0; c < 2; c++) {
          out[row * 6 + column] += small[s * 2 + c] * p.get(w, c * 16 + k);
        }
      }
    }
    return out;
  }

  @Test
  void automaticTakesFramesForFilmsAlone() {
    FrameShape shape = new FrameShape(6, 6, 1);
    assertTrue(model(shape, false).maps() instanceof FilmMaps);
    assertTrue(model(new FrameShape(3, 9, 1), false).maps() instanceof VectorMaps);
    ChannelStatistics channels = ChannelStatistics.plain(new double[3], Support.REAL);
    KalmanVaeSettings frames = Settings.with(settings(), "frameMaps", FrameMaps.CONVOLUTION);
    assertThrows(IllegalArgumentException.class, () -> new KalmanVae(frames, channels, 0, 1));
    KalmanVaeSettings counts = Settings.with(settings(), "likelihood", Likelihood.GAUSSIAN);
    assertTrue(new KalmanVae(counts, channels, 0, 1).maps() instanceof VectorMaps);
  }
}
