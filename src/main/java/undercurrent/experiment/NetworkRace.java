package undercurrent.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import undercurrent.inference.NetworkLane;
import undercurrent.math.Randomness;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.model.deep.Equations;
import undercurrent.model.deep.NetworkKind;
import undercurrent.model.deep.WalkLimit;
import undercurrent.series.Dataset;
import undercurrent.series.DriftingWalk;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.settings.Settings;
import undercurrent.training.Bound;
import undercurrent.training.Elbo;
import undercurrent.training.Trainer;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;
import undercurrent.training.Workers;

/**
 * Inference networks on a linear system whose equations are given ({@link DriftingWalk}): what each
 * can reach follows from what its q sees. No bound is better than the likelihood, so that each
 * value is reported as the likelihood that is expected, and beside it what the network loses
 * against the Kalman filter on the same test series.
 */
public final class NetworkRace {
  /** Five networks, of which two have the same limit. */
  public static final List<NetworkLane> FIVE =
      WalkLimit.ALL.stream()
          .filter(limit -> limit.network() != NetworkKind.MEAN_FIELD_FUTURE)
          .map(NetworkLane::waiting)
          .toList();

  private static final int BATCH = 250;

  /** Of a race, which is to take a minute: many updates count for more than smooth ones. */
  private static final int SMALL_BATCH = 40;

  private static final double FIRST_RATE = 0.01;
  private static final double LAST_RATE = 1e-4;
  private final int trained;
  private final int epochs;
  private final Dataset data;
  private final double exact;

  /**
   * @param trained series that are trained on
   * @param tested series that the bounds are of
   */
  public NetworkRace(int trained, int tested, int epochs) {
    this.trained = trained;
    this.epochs = epochs;
    SeriesSet set = new DriftingWalk(trained + tested).generate(1, Split.of(trained, tested));
    data = Dataset.of(set, DriftingWalk.STEPS);
    exact = exact(data);
  }

  /**
   * Adam from 0.01, falling exponentially to 0.0001 at the last update, batches of 250 series, the
   * whole KL from the start.
   *
   * @param series that are trained on
   */
  public static TrainingSettings training(int epochs, int series) {
    return training(epochs, series, BATCH);
  }

  private static TrainingSettings training(int epochs, int series, int most) {
    int batch = Math.min(most, series);
    int inEpoch = (series + batch - 1) / batch;
    double updates = (double) epochs * inEpoch;
    double decay = Math.max(0.9, Math.pow(LAST_RATE / FIRST_RATE, 1 / updates));
    TrainingSettings training = Settings.with(TrainingSettings.defaults(), "epochs", epochs);
    training = Settings.with(training, "batchSize", batch);
    training = Settings.with(training, "learningRate", FIRST_RATE);
    training = Settings.with(training, "rateDecay", decay);
    training = Settings.with(training, "klSchedule", TrainingSettings.KlSchedule.CONSTANT);
    return Settings.with(training, "validateEvery", 0);
  }

  /** The given system with an inference network. */
  public static DeepSettings settings(NetworkKind network) {
    DeepSettings settings = Settings.with(DeepSettings.defaults(), "network", network);
    settings = Settings.with(settings, "equations", Equations.DRIFTING_WALK);
    settings = Settings.with(settings, "latentSize", 1);
    settings = Settings.with(settings, "cell", "lstm");
    return Settings.with(settings, "networkUnits", 40);
  }

  /** −log p(x) of the test series by the Kalman filter, in nats a time step. */
  public static double exact(Dataset data) {
    SeriesSet set = data.source();
    int channel = set.observedChannels()[0];
    double sum = 0;
    int steps = 0;
    for (int s = 0; s < set.series().size(); s++) {
      Series series = set.series().get(s);
      if (set.split().part(s, 0, series.length()) != Part.TEST) continue;
      sum -= DriftingWalk.logLikelihood(series.channel(channel));
      steps += series.length();
    }
    return sum / steps;
  }

  /**
   * Trains a network.
   *
   * @param runner one of {@link #FIVE}
   * @param watcher is given the lane so far after each epoch; it may throw to stop
   */
  public NetworkLane run(NetworkLane runner, Workers workers, Consumer<NetworkLane> watcher) {
    TrainingSettings training = training(epochs, trained, SMALL_BATCH);
    DeepMarkovModel model = DeepMarkovModel.of(settings(network(runner)), data, training.seed());
    Trainer trainer = new Trainer(model, data, training, workers);
    double[] bounds = new double[epochs + 1];
    bounds[0] = bound(model);
    while (trainer.status() == Training.Status.READY) {
      int before = trainer.epoch();
      trainer.step();
      if (trainer.epoch() == before) continue;
      bounds[trainer.epoch()] = bound(model);
      watcher.accept(lane(runner, bounds, trainer.epoch()));
    }
    return lane(runner, bounds, trainer.epoch());
  }

  private static NetworkKind network(NetworkLane runner) {
    return WalkLimit.ALL.stream()
        .filter(limit -> limit.name().equals(runner.name()))
        .findFirst()
        .orElseThrow()
        .network();
  }

  private static NetworkLane lane(NetworkLane runner, double[] bounds, int last) {
    double[] epochs = new double[last + 1];
    Arrays.setAll(epochs, e -> e);
    return new NetworkLane(
        runner.name(), runner.label(), runner.limit(), epochs, Arrays.copyOf(bounds, last + 1));
  }

  private double bound(DeepMarkovModel model) {
    return WalkLimit.EXACT + testBound(model, data) - exact;
  }

  /** The negative bound of the test series in nats a time step, in the units of the file. */
  public static double testBound(DeepMarkovModel model, Dataset data) {
    Bound bound = Elbo.of(model, data.test(), Randomness.of(1).named("check"));
    return -(bound.value() + data.preparation().logScale());
  }
}
