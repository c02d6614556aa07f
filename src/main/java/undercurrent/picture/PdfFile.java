package undercurrent.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/** The objects of a PDF file (ISO 32000), numbered from 1 in the order in which they are added. */
final class PdfFile {
  private final List<byte[]> objects = new ArrayList<>();

  /** Keeps the next number for an object that is known later. */
  int reserve() {
    objects.add(new byte[0]);
    return objects.size();
  }

  void set(int number, String object) {
    objects.set(number - 1, bytes(object));
  }

  int add(String object) {
    int number = reserve();
    set(number, object);
    return number;
  }

  /**
   * Adds bytes, which are compressed.
   *
   * @param entries of the dictionary of the stream, beside its length
   */
  int stream(String entries, byte[] content) {
    byte[] packed = deflated(content);
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    object.writeBytes(
        bytes(of("<< %s /Filter /FlateDecode /Length %d >>\nstream\n", entries, packed.length)));
    object.writeBytes(packed);
    object.writeBytes(bytes("\nendstream"));
    objects.add(object.toByteArray());
    return objects.size();
  }

  /** A text as an object, in any alphabet. */
  static String words(String text) {
    StringBuilder words = new StringBuilder("<FEFF");
    for (char half : text.toCharArray())
      words.append(String.format(Locale.ROOT, "%04X", (int) half));
    return words.append('>').toString();
  }

  /** An object with numbers and names put in. */
  static String of(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** The file. */
  byte[] bytes(int catalogue, int information) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes("%PDF-1.7\n%"));
    // Bytes that are no letters say that the file is not text.
    out.writeBytes(new byte[] {(byte) 0xE2, (byte) 0xE3, (byte) 0xCF, (byte) 0xD3, '\n'});
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < objects.size(); i++) {
      table.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
      out.writeBytes(bytes((i + 1) + " 0 obj\n"));
      out.writeBytes(objects.get(i));
      out.writeBytes(bytes("\nendobj\n"));
    }
    int start = out.size();
    int size = objects.size() + 1;
    out.writeBytes(bytes("xref\n0 " + size + "\n0000000000 65535 f \n" + table));
    out.writeBytes(
        bytes(
            of(
                "trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n",
                size, catalogue, information, start)));
    return out.toByteArray();
  }

  private static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 14];
      while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
