package undercurrent.experiment;

import java.nio.file.Path;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;

/** An experiment of a few kilobytes that was trained for two steps. */
final class SmallExperiment {
  private SmallExperiment() {}

  static Experiment trained(long seed) {
    SeriesSet set = new SineFamily(4, 6, 0.1).generate(seed);
    Run run =
        Run.of(
            Recipe.of(set)
                .with("hiddenUnits", 2)
                .with("latentSize", 1)
                .with("seed", seed)
                .experiment(set));
    for (int i = 0; i < 2; i++) run.trainer().step();
    return run.experiment();
  }

  static Path save(Path file) {
    ExperimentFile.save(trained(1), file);
    return file;
  }
}
