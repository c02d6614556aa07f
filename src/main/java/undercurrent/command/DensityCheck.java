package undercurrent.command;

import java.util.List;
import undercurrent.inference.DensityEstimator;
import undercurrent.model.PerStep;
import undercurrent.model.density.DensityModel;
import undercurrent.model.density.DensitySettings;
import undercurrent.series.CityPickups;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.settings.Settings;
import undercurrent.training.Criterion;
import undercurrent.training.Trainer;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;

/**
 * The density of positions given the hour of the week, of calls in a city. A standard normal
 * distribution of standardised positions has 1 + log 2π = 2.838 nats a point.
 */
final class DensityCheck implements Check {
  private static final double STANDARD = 2.838;
  private static final int WEEKS = 12;

  @Override
  public String id() {
    return "density";
  }

  /** So many calls, of which seven in ten are trained on. */
  @Override
  public Size size() {
    return new Size(150, CityPickups.USUAL.count());
  }

  @Override
  public List<Reached> run(CheckRun run) {
    Dataset data = Dataset.of(new CityPickups(run.size().series(), WEEKS).generate(1), 0);
    TrainingSettings training = TrainingSettings.defaults();
    training = Settings.with(training, "epochs", run.size().epochs());
    training = Settings.with(training, "validateEvery", 0);
    DensityModel model = DensityModel.of(DensitySettings.defaults(), data, training.seed());
    Trainer trainer = new Trainer(model, data, training, run.workers(), Criterion.LOG_LIKELIHOOD);
    while (trainer.status() == Training.Status.READY) {
      run.stop().check();
      trainer.step();
    }
    double seen = -perStep(model, data, Part.TRAINING);
    run.say("densityCheck.training", "%.4f", seen);
    double test = -perStep(model, data, Part.TEST);
    return List.of(new Reached(Words.of("densityCheck.test"), test, 0, STANDARD));
  }

  private static double perStep(DensityModel model, Dataset data, Part part) {
    return PerStep.of(
        data.source(),
        part,
        (series, rows) -> DensityEstimator.logDensities(model, data, series, rows));
  }
}
