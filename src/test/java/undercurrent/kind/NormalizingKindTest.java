package undercurrent.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.inference.Band;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;
import undercurrent.math.Randomness;
import undercurrent.math.StandardNormal;
import undercurrent.math.Tape;
import undercurrent.model.flow.ElementwiseFlow;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.Innovations;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Observations;
import undercurrent.model.normalizing.NormalizingFilter;
import undercurrent.model.normalizing.NormalizingObjective;
import undercurrent.model.normalizing.NormalizingSettings;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.LogNormalLevel;
import undercurrent.series.Part;
import undercurrent.series.Sequence;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;
import undercurrent.training.Workers;

/**
 * The normalizing Kalman filter as a kind: NK-4 in small, what it refuses, and what it is asked.
 */
final class NormalizingKindTest {
  private static final TrainingSettings SETTINGS =
      Settings.with(
          Settings.with(TrainingSettings.defaults(), "epochs", 300), "learningRate", 0.05);

  private static Split halves(int count) {
    return Split.of(count / 2, count - count / 2);
  }

  /** log p of each step of y of the test part under the model that made it. */
  private static double trueLogLikelihood(SeriesSet set) {
    double[][] one = {{1}};
    LinearSystem system =
        LinearSystem.of(
                one,
                new double[][] {{LogNormalLevel.STATE_VARIANCE}},
                one,
                new double[][] {{LogNormalLevel.NOISE_VARIANCE}})
            .startingAt(new double[1], new double[][] {{LogNormalLevel.FIRST_VARIANCE}});
    double sum = 0;
    long steps = 0;
    for (int s = 0; s < set.series().size(); s++) {
      Series series = set.series().get(s);
      if (set.split().part(s, 0, series.length()) != Part.TEST) continue;
      double[] u = series.channel(set.observedChannels()[0]);
      for (int t = 0; t < u.length; t++) {
        u[t] = Math.log(u[t]);
        sum -= u[t];
      }
      sum += KalmanFilter.logLikelihood(system, Observations.ofChannel(u)).value();
      steps += u.length;
    }
    return sum / steps;
  }

  private static ChosenModel<?> chosen(String flow) {
    Catalogue catalogue = Catalogue.standard();
    return catalogue.chosen(catalogue.kind("nkf")).with("flow", flow);
  }

  private record Learned(NormalizingFilter model, Fitting fitting) {}

  private static Learned learned(String flow, Dataset data) {
    NormalizingSettings settings = Settings.with(NormalizingSettings.defaults(), "flow", flow);
    NormalizingFilter model = NormalizingFilter.of(settings, data, SETTINGS.seed());
    return new Learned(model, trained(new NormalizingFitting(model, data, SETTINGS)));
  }

  private static Fitting trained(Fitting fitting) {
    Training training = fitting.training(Workers.ALONE);
    while (training.status() == Training.Status.READY) training.step();
    assertEquals(Training.Status.FINISHED, training.status());
    fitting.finish(training.checkpoint());
    return fitting;
  }

  /** Largest distance of the shares of p(xₜ|x₁:ₜ₋₁) below xₜ from a uniform distribution. */
  private static double distanceFromUniform(NormalizingFilter model, Dataset data) {
    List<Double> shares = new ArrayList<>();
    for (Sequence sequence : data.test()) {
      FilterResult filter = model.filter(model.toBase(sequence, sequence.steps(), 0));
      for (double innovation : Innovations.of(filter).of(0)) {
        shares.add(StandardNormal.cumulative(innovation));
      }
    }
    shares.sort(null);
    double largest = 0;
    for (int i = 0; i < shares.size(); i++) {
      double above = (i + 1.0) / shares.size() - shares.get(i);
      double below = shares.get(i) - (double) i / shares.size();
      largest = Math.max(largest, Math.max(above, below));
    }
    return largest;
  }

  @Test
  void aFittedFlowIsAsGoodAsTheModelThatMadeTheData() {
    SeriesSet set = new LogNormalLevel(60, 100).generate(1234, halves(60));
    Dataset data = Dataset.of(set, 0);
    double truth = trueLogLikelihood(set) - data.preparation().logScale();
    assertEquals(truth, learned("log", data).fitting().criterion(Part.TEST), 0.01);
    Learned flow = learned("elementwise", data);
    double found = flow.fitting().criterion(Part.TEST);
    assertTrue(found > truth - 0.02 && found < truth + 0.01, found + " beside " + truth);
    assertTrue(distanceFromUniform(flow.model(), data) < 0.04);
    Learned plain = learned("none", data);
    assertTrue(plain.fitting().criterion(Part.TEST) < truth - 0.5);
    assertTrue(distanceFromUniform(plain.model(), data) > 0.1);
  }

  /** Two channels of a level each, with some rows partly and one wholly missing. */
  private static SeriesSet pairs(boolean partly) {
    Randomness random = Randomness.of(4);
    double[] times = new double[60];
    double[][] values = new double[60][2];
    double level = 0;
    for (int t = 0; t < 60; t++) {
      level += 0.2 * random.normal();
      times[t] = t;
      values[t][0] = Math.exp(level + 0.1 * random.normal());
      values[t][1] = level + 0.1 * random.normal();
    }
    values[20] = new double[] {Double.NaN, Double.NaN};
    if (partly) values[30][1] = Double.NaN;
    List<Channel> channels =
        List.of(
            new Channel("a", "", Channel.Kind.REAL, Channel.Role.OBSERVED),
            new Channel("b", "", Channel.Kind.REAL, Channel.Role.OBSERVED));
    return new SeriesSet(
        "pairs",
        channels,
        new TimeAxis("t", "", false, true),
        List.of(new Series("1", times, values)),
        Split.NONE);
  }

  /** The filter of the tape and the exact one in double precision, for every flow and dynamics. */
  @ParameterizedTest
  @CsvSource({
    "elementwise, level",
    "elementwise, seasonal",
    "log, trend",
    "none, linear",
    "coupling, linear",
    "coupling, level"
  })
  void whatIsTrainedIsTheExactLikelihood(String flow, String dynamics) {
    Dataset data = Dataset.of(pairs(!flow.equals("coupling") && !flow.equals("log")), 0);
    NormalizingSettings settings = Settings.with(NormalizingSettings.defaults(), "flow", flow);
    settings = Settings.with(settings, "dynamics", dynamics);
    if (flow.equals("log")) data = Dataset.of(positive(), 0);
    NormalizingFilter model = NormalizingFilter.of(settings, data, 1);
    Randomness random = Randomness.of(2);
    float[] weights = model.parameters().data();
    for (int i = 0; i < weights.length; i++) weights[i] += (float) (0.1 * random.normal());
    NormalizingObjective objective = model.record(new Tape(model.parameters()), 60, 3);
    objective.clear();
    objective.put(1, data.whole().getFirst());
    objective.forward();
    NormalizingFitting fitting = new NormalizingFitting(model, data, SETTINGS);
    double exact = 60 * fitting.criterion(Part.TRAINING);
    assertEquals(exact, objective.terms().value(1), 2e-5 * Math.max(1, Math.abs(exact)) + 1e-3);
  }

  private static SeriesSet positive() {
    SeriesSet set = pairs(false);
    Series read = set.series().getFirst();
    double[][] values = read.values();
    for (double[] row : values) row[1] = Math.abs(row[1]) + 0.1;
    Series changed = new Series(read.name(), read.times(), values);
    return new SeriesSet(set.name(), set.channels(), set.time(), List.of(changed), set.split());
  }

  @Test
  void bandsAreThoseOfTheFlowAndAGapWidensThem() {
    Dataset data = Dataset.of(pairs(true), 0);
    NormalizingFilter model =
        NormalizingFilter.of(
            Settings.with(NormalizingSettings.defaults(), "flow", "elementwise"), data, 1);
    Estimator estimator = new NormalizingFitting(model, data, SETTINGS).estimator();
    Estimate smoothed = estimator.smoothed(0);
    Band latent = smoothed.latent();
    for (int d = 0; d < 2; d++) {
      double inGap = latent.upper().at(20, d) - latent.lower().at(20, d);
      assertTrue(inGap > latent.upper().at(15, d) - latent.lower().at(15, d));
      // The median of an increasing function is the function of the median.
      FilterResult filter = model.filter(model.toBase(data.whole().getFirst(), 60, 0));
      ElementwiseFlow flow = (ElementwiseFlow) model.flow();
      double median = filter.filtered().mean(10, d);
      double expected =
          flow.curve(d).toData(median) * data.preparation().scale(d) + data.preparation().shift(d);
      assertEquals(expected, estimator.filtered(0).observation().median().at(10, d), 1e-3);
    }
    Estimate forecast = estimator.forecast(0, 50, 30);
    assertEquals(30, forecast.length());
    assertTrue(width(forecast, 29, 0) > width(forecast, 0, 0));
    assertTrue(Double.isNaN(forecast.crps().at(29, 0)));
  }

  private static double width(Estimate estimate, int row, int d) {
    return estimate.observation().upper().at(row, d) - estimate.observation().lower().at(row, d);
  }

  @Test
  void whatAFlowCannotTakeIsRefusedByASentence() {
    assertRefused("coupling", pairs(true), "Row 31 of '1' has only 1 of 2 values");
    assertRefused("log", pairs(false), "logarithms need positive values");
  }

  private static void assertRefused(String flow, SeriesSet set, String words) {
    ChosenModel<?> model = chosen(flow);
    Dataset data = Dataset.of(set, 0);
    Exception e = assertThrows(IllegalArgumentException.class, () -> model.open(data, SETTINGS));
    assertTrue(String.valueOf(e.getMessage()).contains(words), e.toString());
  }
}
