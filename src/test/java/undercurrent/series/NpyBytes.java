package undercurrent.series;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Arrays as NumPy writes them, for tests. */
public final class NpyBytes {
  private NpyBytes() {}

  /**
   * An array in the order of C.
   *
   * @param type {@code |u1}, {@code <f4} or {@code <f8}
   * @param shape such as "(3, 16, 16)"
   */
  public static byte[] of(String type, String shape, double... values) {
    String header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
    header += " ".repeat(Math.floorMod(-(header.length() + 11), 64)) + "\n";
    int size = Integer.parseInt(type.substring(2));
    ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + size * values.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("\u0093NUMPY\u0001\0".getBytes(StandardCharsets.ISO_8859_1));
    bytes.putShort((short) header.length());
    bytes.put(header.getBytes(StandardCharsets.ISO_8859_1));
    for (double value : values) {
      switch (size) {
        case 1 -> bytes.put((byte) (int) value);
        case 4 -> bytes.putFloat((float) value);
        default -> bytes.putDouble(value);
      }
    }
    return bytes.array();
  }

  /** Arrays in one file, by name and bytes in turn. */
  static byte[] zip(Object... namesAndArrays) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndArrays.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndArrays[i] + ".npy"));
        zip.write((byte[]) namesAndArrays[i + 1]);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
