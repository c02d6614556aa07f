package undercurrent.figure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The widths of the letters of one OpenType font, from its tables cmap, hhea and hmtx. */
final class FontFile {
  private static final int SEGMENTED_COVERAGE = 12;
  private final ByteBuffer bytes;
  private final Map<String, Integer> tables = new HashMap<>();
  private final int letters;

  private FontFile(byte[] content) {
    bytes = ByteBuffer.wrap(content);
    for (int i = 0; i < bytes.getShort(4); i++) {
      int entry = 12 + 16 * i;
      tables.put(new String(content, entry, 4, StandardCharsets.US_ASCII), bytes.getInt(entry + 8));
    }
    letters = letterTable();
  }

  static FontFile resource(String path) {
    try (InputStream in = FontFile.class.getResourceAsStream(path)) {
      if (in == null) throw new IllegalStateException("The font " + path + " is missing.");
      return new FontFile(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + path + " cannot be read.", e);
    }
  }

  /** Width of a letter in ems; a letter that the font does not have is taken as one em wide. */
  double width(int codePoint) {
    int glyph = glyph(codePoint);
    if (glyph == 0) return 1;
    int measured = Short.toUnsignedInt(bytes.getShort(table("hhea") + 34));
    int advance = bytes.getShort(table("hmtx") + 4 * Math.min(glyph, measured - 1));
    return (advance & 0xFFFF) / (double) bytes.getShort(table("head") + 18);
  }

  private int glyph(int codePoint) {
    int groups = bytes.getInt(letters + 12);
    for (int i = 0; i < groups; i++) {
      int group = letters + 16 + 12 * i;
      int first = bytes.getInt(group);
      if (codePoint >= first && codePoint <= bytes.getInt(group + 4)) {
        return bytes.getInt(group + 8) + codePoint - first;
      }
    }
    return 0;
  }

  private int letterTable() {
    int start = table("cmap");
    for (int i = 0; i < bytes.getShort(start + 2); i++) {
      int table = start + bytes.getInt(start + 8 + 8 * i);
      if (bytes.getShort(table) == SEGMENTED_COVERAGE) return table;
    }
    throw new IllegalStateException("The font has no letter table of format 12.");
  }

  private int table(String tag) {
    Integer offset = tables.get(tag);
    if (offset == null) throw new IllegalStateException("The font has no table " + tag + ".");
    return offset;
  }
}
