package undercurrent.series;

import java.nio.file.Path;
import java.util.List;

/**
 * The reader of tables: text with comma, semicolon, tab, bar or blanks between the cells, JSON,
 * GPX, arrays of NumPy and MIDI, and of films: arrays, animated GIF and folders of PNG. Each is
 * known by its content. Numbers are read the same way on every machine, whatever its language.
 */
public final class SeriesFiles {
  /** Usual endings of what can be opened; a file is known by its content, not by these. */
  public static final List<String> ENDINGS =
      List.of(
          ".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".gpx", ".npy", ".npz", ".mid",
          ".midi", ".gif");

  /** Numbers of a table whose texts take a tenth of a gigabyte. */
  private static final long LONG = 300_000;

  private SeriesFiles() {}

  /**
   * Shows how a file would be read.
   *
   * @throws SeriesException when it is no text at all; what can be corrected is in {@link
   *     ImportPreview#problem()}
   */
  public static ImportPreview preview(Path file, ImportChoices choices) {
    return SeriesSources.of(file).preview(choices);
  }

  /** Shows how pasted text would be read. */
  public static ImportPreview preview(String name, String text, ImportChoices choices) {
    return Importer.preview(TableSources.ofText(TextSource.pasted(name, text)), choices);
  }

  /** Reads a file with everything guessed. */
  public static SeriesSet open(Path file) {
    return open(file, ImportChoices.AUTOMATIC);
  }

  /**
   * Reads a file.
   *
   * @throws SeriesException one sentence that names the file, the place and what to do
   */
  public static SeriesSet open(Path file, ImportChoices choices) {
    SeriesSet set = SeriesSources.of(file).read(choices).set();
    letGo(set);
    return set;
  }

  /**
   * Lets go of what reading took, once a table is no longer held. Of a long one that is many times
   * what is kept, and the heap would grow to several times its size before it is freed.
   */
  public static void letGo(SeriesSet set) {
    long rows = set.series().stream().mapToLong(Series::length).sum();
    if (rows * set.channels().size() >= LONG) System.gc();
  }

  /**
   * Reads a file and keeps its table beside the series.
   *
   * @throws SeriesException as {@link #open(Path, ImportChoices)}
   */
  public static Reading read(Path file, ImportChoices choices) {
    return SeriesSources.of(file).read(choices);
  }

  /** Reads pasted text. */
  public static SeriesSet open(String name, String text, ImportChoices choices) {
    return Importer.open(TableSources.ofText(TextSource.pasted(name, text)), choices);
  }
}
