package undercurrent.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Recipe;
import undercurrent.series.Sample;
import undercurrent.series.Samples;
import undercurrent.series.SeriesException;
import undercurrent.series.SeriesFiles;

/** What a person named on the command line: a file with series, a sample, or an experiment. */
final class Opened {
  private Opened() {}

  /** An experiment as it was saved, or a new one with the settings that suit the series. */
  static Experiment experiment(String named) {
    Optional<Path> file = file(named);
    if (file.isPresent() && ExperimentFile.isNamed(file.get())) {
      return ExperimentFile.open(file.get());
    }
    var set =
        file.isPresent()
            ? SeriesFiles.open(file.get())
            : Samples.find(named).map(Sample::open).orElseThrow(() -> unknown(named));
    return Recipe.of(set).experiment(set);
  }

  /** The path of a file or folder that is there. */
  static Optional<Path> file(String named) {
    try {
      Path path = Path.of(named);
      return Files.exists(path) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      throw new SeriesException("'%s' is no path; check its letters.".formatted(named), e);
    }
  }

  static SeriesException unknown(String named) {
    return new SeriesException(
        "'%s' is neither a file nor a sample; check the path, or list the samples with 'samples'."
            .formatted(named));
  }
}
