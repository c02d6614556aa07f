package undercurrent.view;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.experiment.RunCommand;
import undercurrent.series.ImportChoices;
import undercurrent.series.SameSeries;
import undercurrent.series.Sample;
import undercurrent.series.Samples;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;

/** Which files the sets of this window were read from, and how. Safe for several threads. */
final class ReadSources {
  /** A set that lives as long as something shows it. */
  private record Source(WeakReference<SeriesSet> set, Path file, ImportChoices choices) {
    boolean isOf(SeriesSet wanted) {
      return set.refersTo(wanted);
    }
  }

  private final List<Source> sources = new ArrayList<>();

  /** Reads a file, and remembers that. */
  SeriesSet read(Path file, ImportChoices choices) {
    SeriesSet set = SeriesFiles.open(file, choices);
    synchronized (sources) {
      sources.removeIf(source -> source.isOf(set) || source.set().refersTo(null));
      sources.add(new Source(new WeakReference<>(set), file, choices));
    }
    return set;
  }

  /**
   * How the command line names a set as it was read; nothing where it came from no file and no
   * sample. May read a sample.
   */
  Optional<List<String>> words(SeriesSet set) {
    synchronized (sources) {
      for (Source source : sources) {
        if (source.isOf(set)) return Optional.of(RunCommand.table(source.file(), source.choices()));
      }
    }
    return Samples.find(set.name())
        .filter(sample -> SameSeries.are(sample.open(), set))
        .map(Sample::id)
        .map(List::of);
  }
}
