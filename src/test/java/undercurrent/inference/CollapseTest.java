package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.model.linear.LinearStructure;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;
import undercurrent.training.CurvePoint;
import undercurrent.training.Elbo;
import undercurrent.training.Trainer;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;
import undercurrent.training.Workers;

/**
 * When unused states are the optimum, and when they are not. The linear toy of clinicalml/dmm, zₜ =
 * zₜ₋₁ W with small W and x = z + 4 N(0, I), has an entropy of about 8.42 nats per time step, and
 * white noise is as good a model of it as any.
 */
final class CollapseTest {
  private static final int D = 3;
  private static final int T = 10;
  private static final int TRAINED = 1000;
  private static final int TESTED = 300;
  private static final LinearStructure NOISE = new LinearStructure(0);

  private static SimpleMatrix matrix(Randomness random) {
    SimpleMatrix w = new SimpleMatrix(D, D);
    for (int i = 0; i < D * D; i++) w.set(i, 0.1 * random.normal());
    return w;
  }

  private static SeriesSet set(
      String name, int channels, int trained, int tested, double[][][] values) {
    List<Series> series = new ArrayList<>();
    for (int s = 0; s < trained + tested; s++) {
      double[] times = new double[values[s].length];
      Arrays.setAll(times, t -> t);
      series.add(new Series("s" + s, times, values[s]));
    }
    List<Channel> observed = new ArrayList<>();
    for (int d = 0; d < channels; d++) {
      observed.add(new Channel("x" + d, "", Channel.Kind.REAL, Channel.Role.OBSERVED));
    }
    TimeAxis time = new TimeAxis("t", "", false, true);
    return new SeriesSet(name, observed, time, series, Split.of(trained, tested));
  }

  private static Dataset toy(SimpleMatrix w) {
    Randomness random = Randomness.of(3).named("toy");
    double[][][] values = new double[TRAINED + TESTED][T][D];
    for (double[][] series : values) {
      SimpleMatrix z = new SimpleMatrix(1, D);
      for (int d = 0; d < D; d++) z.set(d, random.normal());
      for (int t = 0; t < T; t++) {
        z = z.mult(w);
        for (int d = 0; d < D; d++) series[t][d] = z.get(d) + 4 * random.normal();
      }
    }
    return Dataset.of(set("toy", D, TRAINED, TESTED, values), T);
  }

  /** −log p(x) of the test series per time step: all of a series are one Gaussian. */
  private static double exact(SimpleMatrix w, Dataset data) {
    SimpleMatrix loading = new SimpleMatrix(T * D, D);
    SimpleMatrix power = SimpleMatrix.identity(D);
    for (int t = 0; t < T; t++) {
      power = power.mult(w);
      loading.insertIntoThis(t * D, 0, power.transpose());
    }
    SimpleMatrix covariance =
        loading.mult(loading.transpose()).plus(SimpleMatrix.identity(T * D).scale(16));
    SimpleMatrix inverse = covariance.invert();
    double logDeterminant = 0;
    SimpleMatrix scaled = covariance.divide(16);
    logDeterminant += Math.log(scaled.determinant()) + T * D * Math.log(16);
    double sum = 0;
    List<Series> series = data.source().series();
    for (Series one : series.subList(TRAINED, series.size())) {
      SimpleMatrix x = new SimpleMatrix(T * D, 1);
      for (int i = 0; i < T * D; i++) x.set(i, one.values()[i / D][i % D]);
      double square = x.transpose().mult(inverse).mult(x).get(0);
      sum += 0.5 * (T * D * Math.log(2 * Math.PI) + logDeterminant + square);
    }
    return sum / TESTED / T;
  }

  @Test
  void theCollapseOfTheLinearToyIsTheOptimumAndIsSaidToBe() {
    SimpleMatrix w = matrix(Randomness.of(1));
    Dataset data = toy(w);
    DeepSettings settings = Settings.with(DeepSettings.defaults(), "latentSize", 2);
    settings = Settings.with(settings, "hiddenUnits", 8);
    // A learned deviation may share the noise with a state at no cost.
    settings = Settings.with(settings, "noise", "fixed");
    settings = Settings.with(settings, "fixedNoise", 1);
    TrainingSettings training = Settings.with(TrainingSettings.defaults(), "epochs", 40);
    training = Settings.with(training, "batchSize", 100);
    training = Settings.with(training, "learningRate", 0.005);
    training = Settings.with(training, "klSchedule", TrainingSettings.KlSchedule.CONSTANT);
    DeepMarkovModel model = DeepMarkovModel.of(settings, data, 1);
    Trainer trainer = new Trainer(model, data, training, Workers.ALONE);
    while (trainer.status() == Training.Status.READY) trainer.step();
    double exact = exact(w, data);
    assertEquals(8.42, exact, 0.03);
    double elbo = Elbo.of(model, data.test(), Randomness.of(2)).value();
    double reached = -(elbo + data.preparation().logScale());
    assertTrue(reached > exact - 0.005 && reached < exact + 0.02, reached + " beside " + exact);
    CurvePoint last = trainer.curve().getLast();
    ActiveUnits units = new ActiveUnits(last.klPerDimension());
    assertEquals(0, units.count(), Arrays.toString(last.klPerDimension()));
    LinearStructure structure = LinearStructure.of(data);
    assertEquals(0, structure.gain(), 0.005);
    String note = units.notes(() -> structure).getFirst();
    assertTrue(note.contains("posterior collapse") && note.contains("That is right here"), note);
  }

  /** On sine waves the same states would be a failed training. */
  @Test
  void aCollapseOnSineWavesIsSaidToBeWrong() {
    Dataset data = Dataset.of(new SineFamily(20, 60, 0.1).generate(1), 0);
    String note =
        new ActiveUnits(new double[] {0, 0.001}).notes(() -> LinearStructure.of(data)).getFirst();
    assertTrue(note.contains("That is wrong here") && note.contains("klStart"), note);
  }

  /** Of an autoregression −½ log(1 − a²), of correlated channels −½ log(1 − ρ²). */
  @Test
  void theGainIsThatOfTheRegression() {
    Randomness random = Randomness.of(8);
    int rows = 4000;
    double[][][] values = new double[1][rows][2];
    double x = 0;
    for (int t = 0; t < rows; t++) {
      x = 0.8 * x + 0.6 * random.normal();
      values[0][t][0] = x;
      values[0][t][1] = random.normal();
    }
    Dataset regressed = Dataset.of(set("regressed", 2, 1, 0, values), 0);
    double expected = -0.5 * Math.log(1 - 0.64);
    assertEquals(expected, LinearStructure.of(regressed).gain(), 0.03);
    for (double[] row : values[0]) {
      row[0] = random.normal();
      row[1] = 0.6 * row[0] + 0.8 * random.normal();
    }
    Dataset correlated = Dataset.of(set("correlated", 2, 1, 0, values), 0);
    assertEquals(-0.5 * Math.log(1 - 0.36), LinearStructure.of(correlated).gain(), 0.03);
  }

  @Test
  void unusedDimensionsAreTold() {
    assertEquals(List.of(), new ActiveUnits(new double[] {0.5, 0.02}).notes(() -> NOISE));
    ActiveUnits some = new ActiveUnits(new double[] {0.5, 0.001});
    assertEquals(1, some.count());
    String note = some.notes(() -> NOISE).getFirst();
    assertTrue(note.startsWith("1 latent dimension of 2"), note);
    ActiveUnits none = new ActiveUnits(new double[] {0, 0.001});
    String unknown = none.notes(() -> new LinearStructure(Double.NaN)).getFirst();
    assertTrue(unknown.contains("optimum where a row says nothing"), unknown);
    assertEquals(List.of(), new ActiveUnits(new double[0]).notes(() -> NOISE));
  }
}
