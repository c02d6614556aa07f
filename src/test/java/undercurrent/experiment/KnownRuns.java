package undercurrent.experiment;

import java.util.List;
import undercurrent.series.Part;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.training.Training;

/** Models of known equations, fitted to samples. */
final class KnownRuns {
  private KnownRuns() {}

  static SeriesSet sample(String name) {
    return Samples.find(name).orElseThrow().open();
  }

  static Recipe with(SeriesSet set, String... settings) {
    Recipe recipe = Recipe.of(set);
    for (String setting : settings) {
      String[] pair = setting.split("=");
      recipe = recipe.with(pair[0], pair[1]);
    }
    return recipe;
  }

  static Run fitted(Experiment experiment) {
    Run run = Run.of(experiment);
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    return run;
  }

  /** The whole Nile, which was N(1000, 1e5) at first and has the noise that everybody knows. */
  static Experiment nile(String filter) {
    SeriesSet nile = sample("01_nile");
    SeriesSet whole =
        new SeriesSet(
            nile.name(),
            nile.channels(),
            nile.time(),
            nile.series(),
            new Split(List.of(Part.TRAINING), 1, 1));
    return with(
            whole,
            "kind=walk",
            "filter=" + filter,
            "motionNoise=" + Math.sqrt(1469.1),
            "observationNoise=" + Math.sqrt(15099),
            "startMean=1000",
            "startDeviation=" + Math.sqrt(1e5))
        .experiment(whole);
  }
}
