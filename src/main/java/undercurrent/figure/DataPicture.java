package undercurrent.figure;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * A small picture as a PNG inside an SVG. Its bytes are stored and not compressed, so that they are
 * the same on every machine.
 */
final class DataPicture {
  private static final int LARGEST_BLOCK = 65_535;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private DataPicture() {}

  /**
   * A data URI.
   *
   * @param pixels {@code [height · width]}, {@code 0xAARRGGBB}; opacity is left out
   */
  static String uri(int width, int height, int[] pixels) {
    return "data:image/png;base64,"
        + Base64.getEncoder().encodeToString(png(width, height, pixels));
  }

  static byte[] png(int width, int height, int[] pixels) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    number(header, width);
    number(header, height);
    // 8 bits, red green blue, the only compression, filter and no interlacing.
    header.writeBytes(new byte[] {8, 2, 0, 0, 0});
    chunk(png, "IHDR", header.toByteArray());
    chunk(png, "IDAT", stored(lines(width, height, pixels)));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  /** Each line begins with its filter, of which 0 is none. */
  private static byte[] lines(int width, int height, int[] pixels) {
    byte[] lines = new byte[height * (3 * width + 1)];
    int at = 0;
    for (int row = 0; row < height; row++) {
      at++;
      for (int column = 0; column < width; column++) {
        int rgb = pixels[row * width + column];
        lines[at++] = (byte) (rgb >> 16);
        lines[at++] = (byte) (rgb >> 8);
        lines[at++] = (byte) rgb;
      }
    }
    return lines;
  }

  /** As blocks that are not compressed (RFC 1950, RFC 1951). */
  private static byte[] stored(byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x78);
    out.write(0x01);
    for (int from = 0; from < data.length; from += LARGEST_BLOCK) {
      int size = Math.min(LARGEST_BLOCK, data.length - from);
      out.write(from + size == data.length ? 1 : 0);
      for (int word : new int[] {size, ~size}) {
        out.write(word);
        out.write(word >> 8);
      }
      out.write(data, from, size);
    }
    Adler32 sum = new Adler32();
    sum.update(data);
    number(out, (int) sum.getValue());
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    number(out, data.length);
    out.writeBytes(type);
    out.writeBytes(data);
    CRC32 sum = new CRC32();
    sum.update(type);
    sum.update(data);
    number(out, (int) sum.getValue());
  }

  private static void number(ByteArrayOutputStream out, int number) {
    for (int shift = 24; shift >= 0; shift -= 8) out.write(number >> shift);
  }
}
