package undercurrent.model.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import undercurrent.math.DeepGolden;
import undercurrent.math.GradientCheck;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.Normal;
import undercurrent.model.flow.FlowShape;
import undercurrent.model.flow.RealNvp;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.Support;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;
import undercurrent.training.Elbo;
import undercurrent.training.Trainer;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;
import undercurrent.training.Workers;

/**
 * The RealNVP emission by the known answers of {@code golden/deep/flows.json}, and what it gives
 * particles and forecasts.
 */
final class RealNvpEmissionTest {
  private static final JsonNode GOLDEN =
      DeepGolden.read("flows").properties().stream()
          .filter(e -> e.getKey().startsWith("RealNVP alone"))
          .findFirst()
          .orElseThrow()
          .getValue();

  private final Parameters parameters = new Parameters();

  private RealNvp golden() {
    RealNvp flow = new RealNvp(parameters, new FlowShape(3, 2, 3, 1), Randomness.of(1));
    for (int n = 0; n < 2; n++) {
      DeepGolden.fill(parameters, "coupling" + n + ".hidden", 300 + 30 * n, 1);
      DeepGolden.fill(parameters, "coupling" + n + ".scale", 310 + 30 * n, 1);
      DeepGolden.fill(parameters, "coupling" + n + ".shift", 320 + 30 * n, 1);
    }
    return flow;
  }

  private static Value filled(Tape tape, int rows, int columns, double number) {
    Value value = tape.block(rows, columns);
    for (int i = 0; i < value.size(); i++) value.set(i / columns, i % columns, number);
    return value;
  }

  private static DeepSettings settings(Object... changes) {
    DeepSettings settings = Settings.with(DeepSettings.defaults(), "hiddenUnits", 5);
    settings = Settings.with(settings, "likelihood", "real_nvp");
    for (int i = 0; i < changes.length; i += 2) {
      settings = Settings.with(settings, (String) changes[i], changes[i + 1]);
    }
    return settings;
  }

  @Test
  void densityAndGradientAreTheKnownOnes() {
    RealNvp flow = golden();
    Tape tape = new Tape(parameters);
    Normal standard = new Normal(filled(tape, 1, 3, 0), filled(tape, 1, 3, 1));
    EmissionDensity density = new RealNvpEmission.Flowed(parameters, standard, flow);
    Value x = tape.input(1, 3);
    Value mask = tape.input(1, 3);
    float[] row = new float[3];
    for (int d = 0; d < 3; d++) {
      row[d] = (float) GOLDEN.get("x").get(d).doubleValue();
      x.set(0, d, row[d]);
      mask.set(0, d, 1);
    }
    Value log = density.logDensity(tape, x, mask);
    tape.forward();
    double expected = GOLDEN.get("log density of x when f^-1(x) ~ N(0, I)").doubleValue();
    assertEquals(expected, log.get(0, 0), 1e-5);
    // As particles read it.
    assertEquals(expected, density.logDensity(0, row, new float[] {1, 1, 1}, 0), 1e-5);
    assertEquals(0, density.logDensity(0, row, new float[3], 0));
    tape.clearGradients(List.of(log));
    log.gradient()[log.offset()] = 1;
    tape.backward();
    double sum = 0;
    for (float slope : tape.gradient()) sum += slope;
    JsonNode gradient = GOLDEN.get("gradient of it");
    assertEquals(gradient.get("sum over all parameters").doubleValue(), sum, 4e-5);
    for (var slope : gradient.properties()) {
      if (slope.getKey().startsWith("sum")) continue;
      String[] parts = slope.getKey().split("[\\[,\\]]");
      Parameters.Entry entry = DeepGolden.entry(parameters, parts[0]);
      int at = Integer.parseInt(parts[2]) * entry.columns() + Integer.parseInt(parts[1]);
      assertEquals(
          slope.getValue().doubleValue(), tape.gradient()[entry.offset() + at], 1e-5, parts[0]);
    }
  }

  /** Joint draws are those of the flow at what the base draws. */
  @Test
  void drawsGoThroughTheFlow() {
    RealNvp flow = golden();
    Tape tape = new Tape(parameters, false);
    Normal standard = new Normal(filled(tape, 1, 3, 0), filled(tape, 1, 3, 1));
    EmissionDensity density = new RealNvpEmission.Flowed(parameters, standard, flow);
    double[] noise = new double[3];
    for (int d = 0; d < 3; d++) noise[d] = GOLDEN.get("y").get(d).doubleValue();
    double[] out = new double[3];
    density.draw(0, noise, out);
    for (int d = 0; d < 3; d++) {
      assertEquals(GOLDEN.get("f(y)").get(d).doubleValue(), out[d], 1e-5);
    }
  }

  /** Mean, deviation and quantiles of many rows are those of draws. */
  @Test
  void momentsAreThoseOfDraws() {
    RealNvp flow = golden();
    for (int i = 0; i < parameters.size(); i++) parameters.data()[i] *= 2;
    Tape tape = new Tape(parameters, false);
    int rows = 400;
    Normal base = new Normal(filled(tape, rows, 3, 0.3), filled(tape, 1, 3, 0.8));
    EmissionDensity density = new RealNvpEmission.Flowed(parameters, base, flow);
    Normal moments = density.moments(tape);
    tape.forward();
    Randomness random = Randomness.of(3);
    int count = 20_000;
    double[][] draws = new double[3][count];
    double[] noise = new double[3];
    double[] out = new double[3];
    for (int i = 0; i < count; i++) {
      for (int d = 0; d < 3; d++) noise[d] = random.normal();
      density.draw(0, noise, out);
      for (int d = 0; d < 3; d++) draws[d][i] = out[d];
    }
    for (int d = 0; d < 3; d++) {
      double mean = Arrays.stream(draws[d]).average().orElseThrow();
      double ofRows = 0;
      double[] alone = new double[rows * 20];
      for (int row = 0; row < rows; row++) {
        ofRows += moments.mean().get(row, d) / rows;
        for (int k = 0; k < 20; k++) alone[row * 20 + k] = density.draw(row, d, random.normal());
      }
      Arrays.sort(draws[d]);
      Arrays.sort(alone);
      double width = draws[d][count * 9 / 10] - draws[d][count / 10];
      assertEquals(mean, ofRows, 0.02 * width);
      for (int tenth : new int[] {1, 5, 9}) {
        assertEquals(draws[d][count * tenth / 10], alone[alone.length * tenth / 10], 0.05 * width);
      }
    }
  }

  @Test
  void itStartsAsTheGaussianEmission() {
    ChannelStatistics channels = ChannelStatistics.plain(new double[3], Support.REAL);
    DeepMarkovModel flowed = DeepMarkovModel.of(settings(), channels, 4);
    DeepMarkovModel plain = DeepMarkovModel.of(settings("likelihood", "gaussian"), channels, 4);
    assertEquals(bound(plain), bound(flowed), 1e-6);
    Normal gaussian = moments(plain);
    Normal moments = moments(flowed);
    for (int row = 0; row < 5; row++) {
      assertEquals(gaussian.mean().get(row, 1), moments.mean().get(row, 1), 1e-5);
      assertEquals(gaussian.sd().get(0, 1), moments.sd().get(row, 1), 1e-5);
    }
  }

  private static Normal moments(DeepMarkovModel model) {
    Tape tape = new Tape(model.parameters(), false);
    Value z = tape.input(5, model.latentSize());
    Randomness.of(8).normals(z.data(), 0, z.size());
    Normal moments = model.emission().record(tape, z).moments(tape);
    tape.forward();
    return moments;
  }

  private static double bound(DeepMarkovModel model) {
    MarkovObjective objective = model.record(new Tape(model.parameters()), 4, 2);
    objective.clear();
    // A whole row is missing in one of them, and none is missing in part.
    objective.put(1, MarkovGoldenTest.sequence(1, false, 0));
    objective.noise(Randomness.of(2));
    objective.forward();
    return objective.terms().value(1);
  }

  @Test
  void everyGradientIsThatOfCentralDifferences() {
    ChannelStatistics channels = ChannelStatistics.plain(new double[3], Support.REAL);
    DeepMarkovModel model =
        DeepMarkovModel.of(settings("noise", "state_dependent", "flowUnits", 4), channels, 4);
    Randomness random = Randomness.of(6);
    float[] weights = model.parameters().data();
    for (int i = 0; i < weights.length; i++) weights[i] += (float) (0.1 * random.normal());
    MarkovObjective objective = model.record(new Tape(model.parameters()), 4, 2);
    objective.clear();
    objective.put(1, MarkovGoldenTest.sequence(1, false, 0));
    objective.noise(Randomness.of(2));
    GradientCheck.check(
        objective.tape(),
        model.parameters(),
        List.of(objective.logLikelihood(), objective.klTerms()),
        new double[] {0.1, -0.05},
        200);
  }

  private static String refused(ChannelStatistics channels) {
    return String.valueOf(
        assertThrows(
                IllegalArgumentException.class, () -> DeepMarkovModel.of(settings(), channels, 1))
            .getMessage());
  }

  @Test
  void oneChannelAndPartsOfRowsAreRefused() {
    String one = refused(ChannelStatistics.plain(new double[1], Support.REAL));
    assertTrue(one.startsWith("The setting 'likelihood' cannot be 'real-nvp' for one"), one);
    double[] none = new double[2];
    double[] scale = {1, 1};
    String part =
        refused(
            new ChannelStatistics(
                none,
                none,
                scale,
                scale,
                Support.REAL,
                false,
                Optional.of("Row 3 of 'a' is a part")));
    assertEquals("Row 3 of 'a' is a part; choose another 'likelihood'.", part);
  }

  /** Rows on a parabola: no Gaussian of two channels has this shape. */
  @Test
  void itLearnsAShapeThatNoGaussianHas() {
    double gaussian = learned("gaussian");
    double flowed = learned("real_nvp");
    assertTrue(flowed > gaussian + 0.5, flowed + " beside " + gaussian);
  }

  private static double learned(String likelihood) {
    Randomness random = Randomness.of(5);
    List<Series> series = new ArrayList<>();
    for (int s = 0; s < 60; s++) {
      double[] times = new double[20];
      double[][] values = new double[20][2];
      for (int t = 0; t < 20; t++) {
        times[t] = t;
        values[t][0] = random.normal();
        values[t][1] = values[t][0] * values[t][0] + 0.15 * random.normal();
      }
      series.add(new Series("s" + s, times, values));
    }
    Channel one = new Channel("a", "", Channel.Kind.REAL, Channel.Role.OBSERVED);
    Channel other = new Channel("b", "", Channel.Kind.REAL, Channel.Role.OBSERVED);
    TimeAxis time = new TimeAxis("t", "", false, true);
    SeriesSet set = new SeriesSet("parabola", List.of(one, other), time, series, Split.of(45, 15));
    Dataset data = Dataset.of(set, 20);
    DeepSettings settings = settings("likelihood", likelihood, "latentSize", 1);
    TrainingSettings training = Settings.with(TrainingSettings.defaults(), "epochs", 60);
    training = Settings.with(training, "learningRate", 0.02);
    training = Settings.with(training, "batchSize", 15);
    training = Settings.with(training, "klSchedule", TrainingSettings.KlSchedule.CONSTANT);
    DeepMarkovModel model = DeepMarkovModel.of(settings, data, 1);
    Trainer trainer = new Trainer(model, data, training, Workers.ALONE);
    while (trainer.status() == Training.Status.READY) trainer.step();
    return Elbo.of(model, data.test(), Randomness.of(3)).value();
  }
}
