package undercurrent.figure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** One OpenType font: its letters and their widths, from its tables cmap, hhea and hmtx. */
public final class FontFile {
  private static final int SEGMENTED_COVERAGE = 12;
  private final ByteBuffer bytes;
  private final Map<String, Integer> tables = new HashMap<>();
  private final Map<String, Integer> lengths = new HashMap<>();
  private final int letters;

  private FontFile(byte[] content) {
    bytes = ByteBuffer.wrap(content);
    for (int i = 0; i < bytes.getShort(4); i++) {
      int entry = 12 + 16 * i;
      String tag = new String(content, entry, 4, StandardCharsets.US_ASCII);
      tables.put(tag, bytes.getInt(entry + 8));
      lengths.put(tag, bytes.getInt(entry + 12));
    }
    letters = letterTable();
  }

  /**
   * A font that comes along.
   *
   * @param path {@link Lettering#REGULAR} or {@link Lettering#BOLD}
   */
  public static FontFile resource(String path) {
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
    return glyph == 0 ? 1 : advance(glyph);
  }

  /** Width of a glyph in ems. */
  public double advance(int glyph) {
    int measured = Short.toUnsignedInt(bytes.getShort(table("hhea") + 34));
    int advance = bytes.getShort(table("hmtx") + 4 * Math.min(glyph, measured - 1));
    return (advance & 0xFFFF) / unitsPerEm();
  }

  /** The box around all glyphs in ems: left, lowest, right, highest. */
  public double[] box() {
    double[] box = new double[4];
    for (int i = 0; i < box.length; i++) {
      box[i] = bytes.getShort(table("head") + 36 + 2 * i) / unitsPerEm();
    }
    return box;
  }

  /** How far letters reach above the base line, in ems. */
  public double ascent() {
    return bytes.getShort(table("hhea") + 4) / unitsPerEm();
  }

  /** How far letters reach below the base line, in ems; negative. */
  public double descent() {
    return bytes.getShort(table("hhea") + 6) / unitsPerEm();
  }

  private double unitsPerEm() {
    return bytes.getShort(table("head") + 18);
  }

  /** The outlines of all glyphs in the Compact Font Format. */
  public byte[] outlines() {
    byte[] content = new byte[lengths.getOrDefault("CFF ", 0)];
    bytes.get(table("CFF "), content);
    return content;
  }

  /** Whether it has all letters of a text. */
  public boolean has(String text) {
    return text.codePoints().allMatch(c -> glyph(c) != 0);
  }

  /** The number of the glyph of a letter; 0 for a letter that the font does not have. */
  public int glyph(int codePoint) {
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
