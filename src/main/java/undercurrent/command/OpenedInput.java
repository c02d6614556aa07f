package undercurrent.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Recipe;
import undercurrent.kind.Catalogue;
import undercurrent.series.ImportChoices;
import undercurrent.series.Samples;
import undercurrent.series.SeriesException;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;

/** An input that is named on the command line: a file with series, a sample, or an experiment. */
final class OpenedInput {
  private OpenedInput() {}

  /** An experiment as it was saved, or a new one with the settings that suit the series. */
  static Experiment experiment(
      String named, ReadingOptions reading, Catalogue catalogue, Console console) {
    Optional<Path> file = file(named);
    if (file.isPresent() && ExperimentFile.isNamed(file.get())) {
      reading.refuseFor(named);
      return document(file.get(), catalogue, console);
    }
    SeriesSet set = series(named, reading);
    return Recipe.of(set, catalogue).experiment(set);
  }

  /** An experiment as it was saved; what its file says and is not used is told. */
  static Experiment document(Path file, Catalogue catalogue, Console console) {
    return ExperimentFile.open(file, catalogue, console::complain);
  }

  /** A table or a sample, read as a person wants it. */
  static SeriesSet series(String named, ReadingOptions reading) {
    ImportChoices choices = reading.choices();
    return file(named)
        .map(f -> SeriesFiles.open(f, choices))
        .or(() -> Samples.find(named).map(s -> s.open(choices)))
        .orElseThrow(() -> unknown(named));
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

  private static SeriesException unknown(String named) {
    return new SeriesException(
        "'%s' is neither a file nor a sample; check the path, or list the samples with 'samples'."
            .formatted(named));
  }
}
