package undercurrent.series;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The entries of a zip, each unpacked when it is read. */
final class ZipParts implements AutoCloseable {
  private static final int MOST = 10_000;
  private final ZipFile zip;
  private final String file;

  private ZipParts(ZipFile zip, String file) {
    this.zip = zip;
    this.file = file;
  }

  static boolean isZip(byte[] bytes) {
    return bytes.length > 3
        && bytes[0] == 'P'
        && bytes[1] == 'K'
        && ((bytes[2] == 3 && bytes[3] == 4) || (bytes[2] == 5 && bytes[3] == 6));
  }

  /**
   * Opens a zip.
   *
   * @param file its name, for messages
   */
  static ZipParts open(Path path, String file) {
    try {
      ZipFile zip = new ZipFile(path.toFile());
      if (zip.size() > MOST) {
        zip.close();
        throw SeriesException.in(file, SeriesWords.of("zipParts.tooMany"));
      }
      return new ZipParts(zip, file);
    } catch (IOException | IllegalArgumentException e) {
      throw new SeriesException(SeriesWords.of("zipParts.damaged", file), e);
    }
  }

  List<String> names() {
    return zip.stream().map(ZipEntry::getName).toList();
  }

  InputStream stream(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    InputStream stream = entry == null ? null : zip.getInputStream(entry);
    if (stream == null) throw new IOException("no entry " + name);
    return stream;
  }

  /**
   * One entry of a zip; closing it closes the zip.
   *
   * @param file its name, for messages
   */
  static InputStream entry(Path path, String file, String name) throws IOException {
    ZipParts parts = open(path, file);
    return new FilterInputStream(parts.stream(name)) {
      @Override
      public void close() throws IOException {
        super.close();
        parts.close();
      }
    };
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new SeriesException(SeriesWords.of("zipParts.unclosed", file), e);
    }
  }
}
