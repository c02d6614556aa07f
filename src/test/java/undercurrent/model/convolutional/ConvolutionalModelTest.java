package undercurrent.model.convolutional;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import undercurrent.inference.Estimator;
import undercurrent.inference.SamplingEstimator;
import undercurrent.math.DeepGolden;
import undercurrent.math.GradientCheck;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.Posterior;
import undercurrent.model.Rollout;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.model.deep.MarkovObjective;
import undercurrent.model.deep.MeanRange;
import undercurrent.model.deep.NetworkKind;
import undercurrent.model.deep.TransitionKind;
import undercurrent.series.ClipCounts;
import undercurrent.series.Dataset;
import undercurrent.series.FrameShape;
import undercurrent.series.HeatPlate;
import undercurrent.series.Samples;
import undercurrent.series.Sequence;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Support;
import undercurrent.settings.Settings;
import undercurrent.training.Trainer;
import undercurrent.training.TrainingSettings;

final class ConvolutionalModelTest {
  private static final MeanRange RANGE = new MeanRange(0.3, 2);

  private static DeepMarkovModel model(FrameShape shape, Object... changes) {
    ChannelStatistics channels = ChannelStatistics.plain(new double[shape.size()], Support.REAL);
    return ConvolutionalModel.of(ConvolutionalGoldenTest.with(changes), shape, channels, RANGE, 1);
  }

  private static Sequence sequence(int steps, int size, int b) {
    float[] values = new float[steps * size];
    float[] mask = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      mask[i] = (i + b) % 7 == 0 ? 0 : 1;
      values[i] = mask[i] * (float) Math.sin(0.9 * i + b);
    }
    return new Sequence(b, 0, steps, values, mask);
  }

  private static MarkovObjective filled(DeepMarkovModel model, int steps, int batch) {
    MarkovObjective objective = model.record(new Tape(model.parameters()), steps, batch);
    objective.clear();
    for (int b = 0; b < batch; b++) {
      objective.put(b, sequence(steps - b, model.observationSize(), b));
    }
    objective.noise(Randomness.of(5));
    return objective;
  }

  static Stream<Object[]> boxes() {
    List<Object[]> boxes = new ArrayList<>();
    for (NetworkKind network : NetworkKind.values()) {
      // It reads the observation as it is, here behind the encoder.
      if (network == NetworkKind.KALMAN_UPDATE) continue;
      boxes.add(new Object[] {network, TransitionKind.GATED, "lstm"});
    }
    for (TransitionKind transition : TransitionKind.values()) {
      boxes.add(new Object[] {NetworkKind.STRUCTURED_BOTH, transition, "gru"});
    }
    return boxes.stream();
  }

  /** The name of an entry in the dense model. */
  private static String dense(String name) {
    return name.replace("network.encoder1.", "network.embedding.");
  }

  /** CN-1: frames of one pixel with kernels of one pixel are the dense model, bit for bit. */
  @ParameterizedTest
  @MethodSource("boxes")
  void framesOfOnePixelAreTheDenseModel(
      NetworkKind network, TransitionKind transition, String cell) {
    int d = 3;
    DeepMarkovModel conv =
        model(
            new FrameShape(1, 1, d),
            "latentChannels",
            2,
            "mapChannels",
            4,
            "kernel",
            1,
            "halvings",
            0,
            "boundedMean",
            false,
            "network",
            network,
            "transition",
            transition,
            "cell",
            cell);
    DeepSettings settings = DeepSettings.defaults();
    Object[] changes = {
      "latentSize",
      2,
      "hiddenUnits",
      4,
      "embedding",
      true,
      "noise",
      "state_dependent",
      "network",
      network,
      "transition",
      transition,
      "cell",
      cell
    };
    for (int i = 0; i < changes.length; i += 2) {
      settings = Settings.with(settings, (String) changes[i], changes[i + 1]);
    }
    DeepMarkovModel dense =
        DeepMarkovModel.of(settings, ChannelStatistics.plain(new double[d], Support.REAL), 1);
    assertEquals(dense.parameters().size(), conv.parameters().size());
    for (Parameters.Entry entry : conv.parameters().entries()) {
      Parameters.Entry there = DeepGolden.entry(dense.parameters(), dense(entry.name()));
      System.arraycopy(
          conv.parameters().data(),
          entry.offset(),
          dense.parameters().data(),
          there.offset(),
          entry.size());
    }
    // More rows than are multiplied at a time.
    MarkovObjective one = filled(conv, 40, 9);
    MarkovObjective other = filled(dense, 40, 9);
    one.forward();
    other.forward();
    assertEquals(other.terms().value(1), one.terms().value(1));
    one.backward(1, 100);
    other.backward(1, 100);
    for (Parameters.Entry entry : conv.parameters().entries()) {
      Parameters.Entry there = DeepGolden.entry(dense.parameters(), dense(entry.name()));
      assertArrayEquals(
          Arrays.copyOfRange(
              other.tape().gradient(), there.offset(), there.offset() + there.size()),
          Arrays.copyOfRange(one.tape().gradient(), entry.offset(), entry.offset() + entry.size()),
          entry.name());
    }
    assertArrayEquals(rolledOut(dense), rolledOut(conv));
  }

  private static float[] rolledOut(DeepMarkovModel model) {
    Rollout rollout = model.rollout(5);
    float[] noise = new float[5 * model.latentSize()];
    Randomness.of(2).normals(noise, 0, noise.length);
    float[] state = new float[5 * rollout.stateSize()];
    float[] none = new float[model.observationSize()];
    Rollout.Step step = new Rollout.Step(new float[0], 1, none, none);
    rollout.start(step, noise, state);
    rollout.step(step, noise, state);
    return rollout.emit(state).mean().clone();
  }

  /** Odd sides, several channels, holes in the frame, missing pixels; each network. */
  @ParameterizedTest
  @CsvSource({
    "structured_future, gated, lstm, 2",
    "structured_past, mlp, gru, 1",
    "mean_field_both, linear, rnn_tanh, 1",
    "product_both, residual, lstm, 0",
    "kalman_update, gated, lstm, 1"
  })
  void gradientsAreRight(String network, String transition, String cell, int halvings) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < 5 * 3 * 2; place++) if (place % 4 != 1) places.add(place);
    DeepMarkovModel model =
        model(
            new FrameShape(5, 3, 2, places, Optional.empty()),
            "latentChannels",
            2,
            "mapChannels",
            2,
            "halvings",
            halvings,
            "network",
            network,
            "transition",
            transition,
            "cell",
            cell);
    MarkovObjective objective = filled(model, 3, 2);
    GradientCheck.check(
        objective.tape(),
        model.parameters(),
        List.of(objective.logLikelihood(), objective.klTerms()),
        new double[] {1, -1},
        150);
  }

  /** With one sequence and several paths, each path is that of its own noise. */
  @ParameterizedTest
  @CsvSource({"structured_both", "mean_field_future", "product_past", "kalman_update"})
  void pathsOfOneSequenceAreDrawnAlike(String network) {
    DeepMarkovModel model =
        model(
            new FrameShape(4, 6, 1),
            "mapChannels",
            3,
            "latentChannels",
            2,
            "halvings",
            1,
            "network",
            network);
    Sequence sequence = sequence(4, 24, 0);
    int size = model.latentSize();
    Posterior.Paths many = model.posterior(4, 3).draw(sequence, Randomness.of(8));
    float[] noise = new float[4 * 3 * size];
    Randomness.of(8).normals(noise, 0, noise.length);
    MarkovObjective alone = model.record(new Tape(model.parameters(), false), 4, 1);
    alone.clear();
    alone.put(0, sequence);
    for (int path = 0; path < 3; path++) {
      for (int t = 0; t < 4; t++) {
        int from = (t * 3 + path) * size;
        System.arraycopy(noise, from, alone.noise().data(), t * size, size);
      }
      alone.forward();
      for (int t = 0; t < 4; t++) {
        for (int i = 0; i < size; i++) {
          int at = (t * 3 + path) * size + i;
          assertEquals(alone.drawn().z().get(t, i), many.states()[at], 1e-6);
        }
      }
    }
  }

  private static Dataset plate(float later) {
    SeriesSet set =
        new HeatPlate("plate", 10, HeatPlate.Noise.NORMAL, 6, new ClipCounts(6, 0, 1)).generate(3);
    List<Series> all = new ArrayList<>(set.series());
    Series test = all.getLast();
    double[][] rows = new double[test.length()][];
    for (int t = 0; t < rows.length; t++) {
      rows[t] = test.row(t);
      if (t >= 3) for (int i = 0; i < rows[t].length; i++) rows[t][i] += later;
    }
    double[] times = new double[rows.length];
    Arrays.setAll(times, t -> t);
    all.set(all.size() - 1, new Series(test.name(), times, rows));
    return Dataset.of(
        new SeriesSet(set.name(), set.channels(), set.time(), all, set.split(), set.frame()), 0);
  }

  private static final ConvolutionalSettings SMALL =
      ConvolutionalGoldenTest.with("mapChannels", 4, "latentChannels", 2);

  /** A forecast from the third frame does not see the frames behind it. */
  @Test
  void forecastsRunFree() {
    List<Estimator.Online> online = new ArrayList<>();
    List<double[][]> forecasts = new ArrayList<>();
    for (float later : new float[] {0, 100}) {
      Dataset data = plate(later);
      DeepMarkovModel model = ConvolutionalModel.of(SMALL, data, 1);
      Estimator estimator = new SamplingEstimator(model, data, 1).paths(20);
      forecasts.add(estimator.forecast(6, 3, 4).observation().mean().all());
      forecasts.add(estimator.forecast(6, 5, 1).observation().mean().all());
      online.add(estimator.online(6));
    }
    for (int h = 0; h < 4; h++) assertArrayEquals(forecasts.get(0)[h], forecasts.get(2)[h]);
    assertFalse(Arrays.equals(forecasts.get(1)[0], forecasts.get(3)[0]));
    // Nor does what is filtered and predicted see anything later.
    for (int t = 0; t < 6; t++) {
      assertEquals(t < 3, Arrays.equals(frame(online, 0, t, true), frame(online, 1, t, true)));
      assertEquals(t < 4, Arrays.equals(frame(online, 0, t, false), frame(online, 1, t, false)));
    }
  }

  private static double[] frame(List<Estimator.Online> online, int k, int t, boolean filtered) {
    Estimator.Online one = online.get(k);
    return (filtered ? one.filtered() : one.predicted()).observation().mean().row(t);
  }

  /** Every layer is a parameter: it has a gradient, and training changes it. */
  @Test
  void encoderAndAllOtherLayersAreTrained() {
    Dataset data = plate(0);
    DeepMarkovModel model = ConvolutionalModel.of(SMALL, data, 1);
    TrainingSettings settings = TrainingSettings.defaults();
    Trainer trainer = new Trainer(model, data, settings);
    float[] before = model.parameters().data().clone();
    trainer.step();
    trainer.step();
    MarkovObjective objective = model.record(new Tape(model.parameters()), 6, 2);
    objective.clear();
    for (int b = 0; b < 2; b++) objective.put(b, data.training().get(b));
    objective.noise(Randomness.of(1));
    objective.forward();
    objective.backward(1, 12);
    int encoders = 0;
    for (Parameters.Entry entry : model.parameters().entries()) {
      boolean changed = false;
      boolean hasGradient = false;
      for (int i = entry.offset(); i < entry.offset() + entry.size(); i++) {
        changed |= before[i] != model.parameters().data()[i];
        hasGradient |= objective.tape().gradient()[i] != 0;
      }
      assertTrue(changed && hasGradient, entry.name());
      if (entry.name().startsWith("network.encoder")) encoders++;
    }
    assertEquals(2 * 2, encoders);
  }

  @Test
  void whatDoesNotFitIsOneSentence() {
    FrameShape shape = new FrameShape(6, 6, 1);
    IllegalArgumentException even =
        assertThrows(IllegalArgumentException.class, () -> model(shape, "kernel", 4));
    assertEquals("The setting 'kernel' is 4 and must be odd; choose 5.", even.getMessage());
    IllegalArgumentException many =
        assertThrows(IllegalArgumentException.class, () -> model(shape, "halvings", 4));
    assertEquals(
        "The setting 'halvings' is 4, and frames of 6 × 6 have no pixels left to halve; choose a"
            + " smaller number.",
        many.getMessage());
    Dataset columns = Dataset.of(Samples.find("nile").orElseThrow().open(), 0);
    IllegalArgumentException film =
        assertThrows(
            IllegalArgumentException.class,
            () -> ConvolutionalModel.of(ConvolutionalSettings.defaults(), columns, 1));
    assertEquals(
        "The kind 'conv' needs frames of pixels or fields on a grid, and the columns of '01_nile'"
            + " have no places; choose the kind 'deep'.",
        film.getMessage());
  }
}
