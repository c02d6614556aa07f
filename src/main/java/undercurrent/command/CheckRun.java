package undercurrent.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import undercurrent.experiment.NetworkRace;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.experiment.Trained;
import undercurrent.math.Randomness;
import undercurrent.model.Trainable;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.NumberWords;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.training.CurvePoint;
import undercurrent.training.Trainer;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;
import undercurrent.training.Workers;

/**
 * Trains the models of a check: a set that has a recipe by that, all others in the same way: Adam
 * from 0.01, falling exponentially to 0.0001 at the last update, batches of 250 series, gradients
 * of norm 1 at most, the whole KL from the start.
 *
 * @param file that is checked too, if one is given
 * @param say hears how a training goes
 */
record CheckRun(
    Check.Size size, Workers workers, StopRequest stop, Optional<Path> file, Consumer<String> say) {
  /** Time steps of a series. */
  static final int STEPS = 25;

  /** A system that draws its own series. */
  interface Drawing {
    /** {@code [T][D]}. */
    double[][] draw(Randomness random);
  }

  /** Series of a system, as many for training as the check has, and some for the test. */
  Dataset data(String name, int channels, int test, Drawing system) {
    Randomness random = Randomness.of(1).named(name);
    List<Series> all = new ArrayList<>();
    double[] times = new double[STEPS];
    Arrays.setAll(times, t -> t);
    for (int s = 0; s < size.series() + test; s++) {
      all.add(new Series("s" + s, times, system.draw(random)));
    }
    List<Channel> observed = new ArrayList<>();
    for (int d = 0; d < channels; d++) {
      observed.add(new Channel("x" + d, "", Channel.Kind.REAL, Channel.Role.OBSERVED));
    }
    TimeAxis time = new TimeAxis("t", "", false, true);
    return Dataset.of(
        new SeriesSet(name, observed, time, all, Split.of(size.series(), test)), STEPS);
  }

  /** A model that is trained to the end. */
  DeepMarkovModel trained(String name, DeepSettings settings, Dataset data) {
    TrainingSettings training = NetworkRace.training(size.epochs(), size.series());
    DeepMarkovModel model = DeepMarkovModel.of(settings, data, training.seed());
    train(name, new Trainer(model, data, training, workers), data);
    return model;
  }

  /** Trains a model to the end. */
  void train(String name, Trainable model, TrainingSettings training, Dataset data) {
    train(name, new Trainer(model, data, training, workers), data);
  }

  /** The epochs that a set begins with. */
  static int epochs(SeriesSet set) {
    return Recipe.of(set).training().epochs();
  }

  /** A set that is trained to the end with the settings that it begins with. */
  Trained trained(String name, SeriesSet set) {
    return trained(name, set, Recipe.of(set));
  }

  /** A set that is trained to the end with other settings, for as many epochs as the check has. */
  Trained trained(String name, SeriesSet set, Recipe begun) {
    Recipe recipe = begun.with("epochs", size.epochs());
    Run run = Run.of(recipe.experiment(set), workers);
    train(name, run.trainer(), run.dataset());
    return run.finish();
  }

  /**
   * Says a sentence.
   *
   * @param key of the words
   * @param form of the fractions among the values, such as "%.4f"
   */
  void say(String key, String form, Object... values) {
    Object[] said = values.clone();
    for (int i = 0; i < said.length; i++) {
      if (said[i] instanceof Double number) said[i] = NumberWords.format(form, number);
    }
    say.accept(Words.of(key, said));
  }

  private void train(String name, Training training, Dataset data) {
    int reported = 0;
    while (training.status() == Training.Status.READY) {
      stop.check();
      training.step();
      if (training.epoch() < reported + Math.max(1, size.epochs() / 10)) continue;
      reported = training.epoch();
      CurvePoint point = training.curve().getLast();
      double negative = -(point.elbo() + data.preparation().logScale());
      say("checkRun.epoch", "%.4f", name, reported, size.epochs(), negative);
    }
  }
}
