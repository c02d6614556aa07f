package undercurrent.command;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes named one-dimensional arrays as an NPZ file, which {@code numpy.load} opens: a ZIP archive
 * of NPY files of version 1.0, numbers with the low byte first.
 */
final class NpzWriter implements Closeable {
  private static final int ALIGNMENT = 64;

  /** The same numbers are the same bytes whenever they are written. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final int BEFORE_HEADER = 10;
  private final ZipOutputStream zip;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  NpzWriter(OutputStream file) {
    zip = new ZipOutputStream(file);
  }

  /** Takes the values of an array one after the other. */
  interface Values<T> {
    void to(T sink) throws IOException;
  }

  /** Takes one double. */
  interface DoubleSink {
    void put(double value) throws IOException;
  }

  /** Takes one whole number. */
  interface LongSink {
    void put(long value) throws IOException;
  }

  /** Numbers as they are: deflated they would take a tenth less room, and many times the time. */
  void doubles(String name, long length, Values<DoubleSink> values) throws IOException {
    doubles(name, length, Deflater.NO_COMPRESSION, values);
  }

  /** Numbers that are the same or rise evenly, which take next to no room. */
  void evenDoubles(String name, long length, Values<DoubleSink> values) throws IOException {
    doubles(name, length, Deflater.BEST_SPEED, values);
  }

  private void doubles(String name, long length, int level, Values<DoubleSink> values)
      throws IOException {
    begin(name, "<f8", length, level);
    values.to(value -> room(Double.BYTES).putDouble(value));
    end();
  }

  void integers(String name, long length, Values<LongSink> values) throws IOException {
    begin(name, "<i4", length, Deflater.BEST_SPEED);
    values.to(value -> room(Integer.BYTES).putInt((int) value));
    end();
  }

  /** Moments in milliseconds since 1970, which numpy reads as datetime64. */
  void moments(String name, long length, Values<LongSink> values) throws IOException {
    milliseconds(name, "<M8[ms]", length, values);
  }

  /** Durations in milliseconds, which numpy reads as timedelta64. */
  void durations(String name, long length, Values<LongSink> values) throws IOException {
    milliseconds(name, "<m8[ms]", length, values);
  }

  private void milliseconds(String name, String type, long length, Values<LongSink> values)
      throws IOException {
    begin(name, type, length, Deflater.BEST_SPEED);
    values.to(value -> room(Long.BYTES).putLong(value));
    end();
  }

  /** Texts, in numpy's Unicode of the longest one's width. */
  void texts(String name, List<String> texts) throws IOException {
    int width = texts.stream().mapToInt(t -> t.codePointCount(0, t.length())).max().orElse(1);
    width = Math.max(1, width);
    begin(name, "<U" + width, texts.size(), Deflater.BEST_SPEED);
    for (String text : texts) {
      int[] letters = text.codePoints().toArray();
      for (int i = 0; i < width; i++) {
        room(Integer.BYTES).putInt(i < letters.length ? letters[i] : 0);
      }
    }
    end();
  }

  private void begin(String name, String type, long length, int level) throws IOException {
    zip.setLevel(level);
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    String header =
        String.format(
            Locale.ROOT, "{'descr': '%s', 'fortran_order': False, 'shape': (%d,), }", type, length);
    int size = BEFORE_HEADER + header.length() + 1;
    int padded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    room(padded).put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    buffer.putShort((short) (padded - BEFORE_HEADER));
    buffer.put((header + " ".repeat(padded - size) + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** The buffer with room for so many bytes. */
  private ByteBuffer room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) flush();
    return buffer;
  }

  private void flush() throws IOException {
    zip.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  private void end() throws IOException {
    flush();
    zip.closeEntry();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
