package undercurrent.series;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import undercurrent.series.Sample.Source;

/** The catalogue of what can be opened without having a file. */
public final class Samples {
  private static final String FOLDER = "/samples/";

  private static final List<Sample> ALL =
      Stream.concat(FileSamples.ALL.stream(), MadeSamples.ALL.stream()).toList();

  private Samples() {}

  /** All samples, files first, in the order of the gallery. */
  public static List<Sample> all() {
    return ALL;
  }

  /**
   * One sample by its id ({@code sine}), number ({@code 09} or {@code 9}), file name with or
   * without ending ({@code 09_gen_sine_family}) or a path that ends in it.
   */
  public static Optional<Sample> find(String idOrFileNameOrPath) {
    String name = idOrFileNameOrPath.substring(lastSeparator(idOrFileNameOrPath) + 1);
    return ALL.stream().filter(s -> s.id().equals(name) || isFile(s, name)).findFirst();
  }

  private static int lastSeparator(String path) {
    return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  }

  private static boolean isFile(Sample sample, String name) {
    if (!(sample.source() instanceof Source.File file)) return false;
    String own = file.fileName();
    return own.equals(name)
        || own.startsWith(name + ".")
        || (name.matches("\\d{1,2}") && own.startsWith("0".repeat(2 - name.length()) + name + "_"));
  }

  static Reading read(String fileName, ImportChoices choices) {
    try (InputStream in = Samples.class.getResourceAsStream(FOLDER + fileName)) {
      if (in == null) throw SeriesException.in(fileName, SeriesWords.of("samples.missing"));
      return Importer.read(
          TableSources.ofText(TextSource.of(fileName, in.readAllBytes())), choices);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
