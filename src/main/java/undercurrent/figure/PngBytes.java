package undercurrent.figure;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Pictures as PNG files with 8 bits for each of red, green and blue, and for opacity if wanted. */
public final class PngBytes {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** Filters of a line: as it is, or as the difference from the line above. */
  private static final byte NO_FILTER = 0;

  private static final byte UP = 2;

  /** Bytes of a pixel. */
  private static final int COLOURS = 3;

  private static final int WITH_OPACITY = 4;

  private static final int LARGEST_BLOCK = 65_535;

  private PngBytes() {}

  /**
   * A file whose bytes are compressed by the fastest level: figures are mostly of one colour, so
   * that a higher level takes longer and leaves them little smaller.
   *
   * @param pixels {@code [height · width]}, {@code 0xAARRGGBB}; opacity is left out
   */
  public static byte[] compressed(int width, int height, int[] pixels) {
    return file(width, height, COLOURS, deflated(width, height, COLOURS, pixels));
  }

  /** The same with the opacity of each pixel. */
  public static byte[] translucent(int width, int height, int[] pixels) {
    return file(width, height, WITH_OPACITY, deflated(width, height, WITH_OPACITY, pixels));
  }

  /** A file whose bytes are not compressed, so that they are the same on every machine. */
  static byte[] stored(int width, int height, int[] pixels) {
    int length = COLOURS * width + 1;
    byte[] lines = new byte[height * length];
    byte[] line = new byte[length];
    for (int row = 0; row < height; row++) {
      fill(line, COLOURS, pixels, row * width);
      System.arraycopy(line, 0, lines, row * length, length);
    }
    return file(width, height, COLOURS, stored(lines));
  }

  private static byte[] file(int width, int height, int each, byte[] data) {
    ByteArrayOutputStream png = new ByteArrayOutputStream(data.length + 64);
    png.writeBytes(SIGNATURE);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    number(header, width);
    number(header, height);
    int colours = each == COLOURS ? 2 : 6;
    // 8 bits, which colours, the only compression, the only set of filters and no interlacing.
    header.writeBytes(new byte[] {8, (byte) colours, 0, 0, 0});
    chunk(png, "IHDR", header.toByteArray());
    chunk(png, "IDAT", data);
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  /** Writes the pixels of a line behind the byte that names its filter. */
  private static void fill(byte[] line, int each, int[] pixels, int from) {
    line[0] = NO_FILTER;
    for (int i = 1, at = from; i < line.length; i += each, at++) {
      int rgb = pixels[at];
      line[i] = (byte) (rgb >> 16);
      line[i + 1] = (byte) (rgb >> 8);
      line[i + 2] = (byte) rgb;
      if (each == WITH_OPACITY) line[i + COLOURS] = (byte) (rgb >> 24);
    }
  }

  /** A line that is the same as the one above it becomes zeros, which take next to no room. */
  private static byte[] deflated(int width, int height, int each, int[] pixels) {
    byte[] line = new byte[each * width + 1];
    byte[] same = new byte[line.length];
    same[0] = UP;
    ByteArrayOutputStream out = new ByteArrayOutputStream(LARGEST_BLOCK);
    byte[] buffer = new byte[LARGEST_BLOCK];
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      for (int row = 0; row < height; row++) {
        int from = row * width;
        boolean isSame =
            row > 0 && Arrays.equals(pixels, from - width, from, pixels, from, from + width);
        if (!isSame) fill(line, each, pixels, from);
        deflater.setInput(isSame ? same : line);
        while (!deflater.needsInput()) out.write(buffer, 0, deflater.deflate(buffer));
      }
      deflater.finish();
      while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
    } finally {
      deflater.end();
    }
    return out.toByteArray();
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
