package undercurrent.series;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out what a path is, and who reads it. */
final class SeriesSources {
  private static final long LARGEST = 256L << 20;
  private static final int START = 8;

  private SeriesSources() {}

  /**
   * What series can be read from at a path.
   *
   * @throws SeriesException when there is nothing that could be read
   */
  static SeriesSource of(Path file) {
    Path last = file.getFileName();
    String name = last == null ? file.toString() : last.toString();
    try {
      if (Files.isDirectory(file)) return PictureFolder.source(file, name);
      if (!Files.exists(file)) throw missing(name);
      if (!Files.isRegularFile(file)) {
        throw SeriesException.in(name, SeriesWords.of("seriesSources.notOrdinary"));
      }
      Optional<SeriesSource> array = NumpyFilm.source(file, name, start(file));
      if (array.isPresent()) return array.get();
      byte[] bytes = all(file, name);
      if (GifBlocks.isGif(bytes)) return GifFilm.source(name, bytes);
      return TableSources.of(file, name, bytes);
    } catch (NoSuchFileException e) {
      throw missing(name);
    } catch (IOException e) {
      throw SeriesException.unreadable(name, e);
    }
  }

  /**
   * All bytes of a file that becomes cells.
   *
   * @throws SeriesException when there are too many
   */
  static byte[] all(Path file, String name) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw SeriesException.in(name, SeriesWords.of("seriesSources.tooLarge"));
    }
    return Files.readAllBytes(file);
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(START);
    }
  }

  private static SeriesException missing(String name) {
    return SeriesException.in(name, SeriesWords.of("seriesSources.missing"));
  }
}
