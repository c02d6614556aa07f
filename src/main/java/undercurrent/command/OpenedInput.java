package undercurrent.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Recipe;
import undercurrent.kind.Catalogue;
import undercurrent.series.ImportChoices;
import undercurrent.series.OwnTable;
import undercurrent.series.Reading;
import undercurrent.series.Samples;
import undercurrent.series.SeriesException;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;

/**
 * What a person named on the command line: a file with series, a sample, or an experiment.
 *
 * @param notes of the reader of tables, a sentence each
 * @param table that the series stand in; empty for experiments and generated series
 */
record OpenedInput(Experiment experiment, List<String> notes, Optional<OwnTable> table) {
  /** An experiment as it was saved, or a new one with the settings that suit the series. */
  static OpenedInput of(
      String named, ReadingOptions reading, Catalogue catalogue, Console console) {
    Optional<Path> file = file(named);
    if (file.isPresent() && ExperimentFile.isNamed(file.get())) {
      reading.refuseFor(named);
      return new OpenedInput(document(file.get(), catalogue, console), List.of(), Optional.empty());
    }
    Reading read = read(named, reading);
    SeriesSet set = read.set();
    return new OpenedInput(Recipe.of(set, catalogue).experiment(set), read.notes(), read.table());
  }

  /** An experiment as it was saved; what its file says and is not used becomes a note. */
  static Experiment document(Path file, Catalogue catalogue, Console console) {
    return ExperimentFile.open(file, catalogue, console::complain);
  }

  /** The same with another experiment. */
  OpenedInput with(Experiment changed) {
    return new OpenedInput(changed, notes, table);
  }

  /** The same without the cells of its table, which take as much memory as the series. */
  OpenedInput withoutTable() {
    return new OpenedInput(experiment, notes, Optional.empty());
  }

  /** Refuses to fill the gaps of what is no table. */
  void requireTable(String named) {
    if (table.isEmpty()) throw noTable(named);
  }

  static BadUsage noTable(String named) {
    return new BadUsage(Words.of("input.noTable", named));
  }

  /** A table or a sample, read as a person wants it. */
  static Reading read(String named, ReadingOptions reading) {
    ImportChoices choices = reading.choices();
    return file(named)
        .map(f -> SeriesFiles.read(f, choices))
        .or(() -> Samples.find(named).map(s -> s.read(choices)))
        .orElseThrow(() -> unknown(named));
  }

  /** The path of a file or folder that is there. */
  static Optional<Path> file(String named) {
    try {
      Path path = Path.of(named);
      return Files.exists(path) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      throw new SeriesException(Words.of("input.noPath", named), e);
    }
  }

  private static SeriesException unknown(String named) {
    return new SeriesException(Words.of("input.missing", named));
  }
}
