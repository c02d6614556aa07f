package undercurrent.command;

import java.util.ArrayList;
import java.util.List;
import undercurrent.inference.NormalizingEstimator;
import undercurrent.math.StandardNormal;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.Innovations;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Observations;
import undercurrent.model.normalizing.NormalizingFilter;
import undercurrent.model.normalizing.NormalizingSettings;
import undercurrent.series.Dataset;
import undercurrent.series.LogNormalLevel;
import undercurrent.series.Sequence;
import undercurrent.series.Split;
import undercurrent.settings.Settings;
import undercurrent.training.Criterion;
import undercurrent.training.Trainer;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;

/**
 * Normalizing Kalman filters on levels that are seen through an exponential function. The model
 * that made them is known, so that its log-likelihood is: a learned flow must come within 0.02 nats
 * a time step, and the probabilities below the observations must be uniform; a filter without a
 * flow is far behind.
 */
final class NormalizingCheck implements Check {
  private static final int TEST = 50;
  private static final int STEPS = 100;
  private static final double RATE = 0.05;

  @Override
  public String id() {
    return "nkf";
  }

  @Override
  public Size size() {
    return new Size(1000, 50);
  }

  @Override
  public List<Reached> run(CheckRun run) {
    int count = run.size().series() + TEST;
    Split split = Split.of(run.size().series(), TEST);
    LogNormalLevel levels = new LogNormalLevel(count, STEPS);
    Dataset data = Dataset.of(levels.generate(1234, split), 0);
    double truth = truth(data);
    run.say("normalizingCheck.truth", "%.4f", truth);
    NormalizingFilter flow = trained(run, "elementwise", data);
    NormalizingFilter plain = trained(run, "none", data);
    double behind = truth - perStep(flow, data);
    return List.of(
        new Reached(Words.of("normalizingCheck.behind"), behind, -0.01, 0.02),
        new Reached(Words.of("normalizingCheck.behindPlain"), truth - perStep(plain, data), 0.5, 5),
        new Reached(Words.of("normalizingCheck.distance"), distance(flow, data), 0, 0.04),
        new Reached(Words.of("normalizingCheck.distancePlain"), distance(plain, data), 0.1, 1));
  }

  private static NormalizingFilter trained(CheckRun run, String flow, Dataset data) {
    NormalizingSettings settings = Settings.with(NormalizingSettings.defaults(), "flow", flow);
    TrainingSettings training = TrainingSettings.defaults();
    training = Settings.with(training, "epochs", run.size().epochs());
    training = Settings.with(training, "learningRate", RATE);
    training = Settings.with(training, "validateEvery", 0);
    NormalizingFilter model = NormalizingFilter.of(settings, data, training.seed());
    Trainer trainer = new Trainer(model, data, training, run.workers(), Criterion.LOG_LIKELIHOOD);
    while (trainer.status() == Training.Status.READY) {
      run.stop().check();
      trainer.step();
    }
    run.say("normalizingCheck.flow", "%.4f", flow, perStep(model, data));
    return model;
  }

  /** log p of the test series a time step, in the units of the file. */
  private static double perStep(NormalizingFilter model, Dataset data) {
    double sum = 0;
    long steps = 0;
    for (Sequence sequence : data.test()) {
      double[] terms = NormalizingEstimator.logLikelihoods(model, sequence, sequence.steps());
      for (double term : terms) sum += term;
      steps += terms.length;
    }
    return sum / steps + data.preparation().logScale();
  }

  /** The same of the model that made them. */
  private static double truth(Dataset data) {
    double[][] one = {{1}};
    double[][] q = {{LogNormalLevel.STATE_VARIANCE}};
    double[][] r = {{LogNormalLevel.NOISE_VARIANCE}};
    double[][] p = {{LogNormalLevel.FIRST_VARIANCE}};
    LinearSystem system = LinearSystem.of(one, q, one, r).startingAt(new double[1], p);
    int channel = data.source().observedChannels()[0];
    double sum = 0;
    long steps = 0;
    for (Sequence sequence : data.test()) {
      double[] u = data.source().series().get(sequence.series()).channel(channel);
      for (int t = 0; t < u.length; t++) {
        u[t] = Math.log(u[t]);
        sum -= u[t];
      }
      sum += KalmanFilter.logLikelihood(system, Observations.ofChannel(u)).value();
      steps += u.length;
    }
    return sum / steps;
  }

  /** The largest distance of the probabilities below observations from uniform ones. */
  private static double distance(NormalizingFilter model, Dataset data) {
    List<Double> below = new ArrayList<>();
    for (Sequence sequence : data.test()) {
      FilterResult filter = model.filter(model.toBase(sequence, sequence.steps(), 0));
      for (double innovation : Innovations.of(filter).of(0)) {
        below.add(StandardNormal.cumulative(innovation));
      }
    }
    below.sort(null);
    double largest = 0;
    int count = below.size();
    for (int i = 0; i < count; i++) {
      double high = (i + 1.0) / count - below.get(i);
      double low = below.get(i) - (double) i / count;
      largest = Math.max(largest, Math.max(high, low));
    }
    return largest;
  }
}
