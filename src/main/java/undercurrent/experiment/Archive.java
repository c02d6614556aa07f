package undercurrent.experiment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import undercurrent.output.WholeFile;

/**
 * Named byte arrays in a zip file. Written whole or not at all, with the same bytes for the same
 * content; read with limits, so that a hostile file cannot fill the memory.
 */
final class Archive {
  /**
   * The first day that a zip file can tell, 1 January 1980, is to Java one that it cannot: it adds
   * the time in the zone of the machine.
   */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, Month.FEBRUARY, 1, 0, 0);

  private static final int MOST_ENTRIES = 64;

  /** Entries such as long films are packed fast. */
  private static final int LARGE = 1 << 24;

  // Of all entries together, and as a share of the memory: they are copied on their way in.
  private static final long LARGEST = 1L << 29;
  private static final int SHARE_OF_MEMORY = 8;

  private Archive() {}

  /** Writes the entries in their order, the same bytes in every time zone. */
  static void write(Path file, Map<String, byte[]> entries) throws IOException {
    WholeFile.write(file, out -> write(out, entries));
  }

  /** The same into a stream, which stays open. */
  static void write(OutputStream out, Map<String, byte[]> entries) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      boolean isLarge = entry.getValue().length > LARGE;
      zip.setLevel(isLarge ? Deflater.BEST_SPEED : Deflater.DEFAULT_COMPRESSION);
      ZipEntry named = new ZipEntry(entry.getKey());
      named.setTimeLocal(NO_TIME);
      zip.putNextEntry(named);
      zip.write(entry.getValue());
      zip.closeEntry();
    }
    zip.finish();
  }

  /**
   * Reads the wanted entries that are there and passes over others; throws an {@link IOException}
   * that says what is wrong.
   */
  static Map<String, byte[]> read(Path file, Set<String> wanted) throws IOException {
    long most = Math.min(LARGEST, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    long left = most;
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ENTRIES)
        throw new IOException(ExperimentWords.of("archive.tooManyEntries"));
      Enumeration<? extends ZipEntry> all = zip.entries();
      while (all.hasMoreElements()) {
        ZipEntry entry = all.nextElement();
        String name = entry.getName();
        if (name.contains("..") || name.startsWith("/") || name.contains("\\")) {
          throw new IOException(ExperimentWords.of("archive.entryName", name));
        }
        if (!wanted.contains(name)) continue;
        byte[] content = read(zip, entry, left).orElseThrow(() -> new TooLarge(most));
        left -= content.length;
        entries.put(name, content);
      }
    } catch (IllegalArgumentException e) {
      // Names that are no text.
      throw new IOException(ExperimentWords.of("archive.damagedList"), e);
    }
    return entries;
  }

  /** Reads the wanted entries of an archive that comes with the program and can be trusted. */
  static Map<String, byte[]> read(InputStream in, Set<String> wanted) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (wanted.contains(entry.getName())) entries.put(entry.getName(), zip.readAllBytes());
    }
    return entries;
  }

  /** A file whose entries together hold more than may be read. */
  static final class TooLarge extends IOException {
    @Serial private static final long serialVersionUID = 1;

    private TooLarge(long most) {
      super(ExperimentWords.of("archive.tooLarge", most >> 20));
    }
  }

  /** Nothing when it holds more than so many bytes. */
  private static Optional<byte[]> read(ZipFile zip, ZipEntry entry, long most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CRC32 sum = new CRC32();
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (bytes.size() + (long) n > most) return Optional.empty();
        bytes.write(buffer, 0, n);
        sum.update(buffer, 0, n);
      }
    }
    if (sum.getValue() != entry.getCrc()) {
      throw new IOException(ExperimentWords.of("entry.damaged", entry.getName()));
    }
    return Optional.of(bytes.toByteArray());
  }
}
