package undercurrent.picture;

import java.util.Arrays;
import java.util.Set;

/**
 * The glyphs of a font in the Compact Font Format, of which all but some are made empty. Nothing
 * changes its place, so that no table of the font must be written anew: what is empty is zeros,
 * which compress to nothing.
 */
final class Outlines {
  /** The operator of the top dictionary whose operand is the place of the glyphs. */
  private static final int CHAR_STRINGS = 17;

  private static final int ESCAPE = 12;

  /** The program of a glyph that draws nothing. */
  private static final byte END = 14;

  private final byte[] font;

  private Outlines(byte[] font) {
    this.font = font;
  }

  /** The font with some glyphs, and glyph 0, which every font has. */
  static byte[] with(Set<Integer> glyphs, byte[] font) {
    Outlines outlines = new Outlines(font.clone());
    int names = font[2];
    int[] top = outlines.entries(outlines.end(names));
    int[] strings = outlines.entries(top[1]);
    // The names of the glyphs, which no page asks for.
    Arrays.fill(outlines.font, strings[0], strings[strings.length - 1], (byte) 'x');
    int[] all = outlines.entries(outlines.glyphs(top[0], top[1]));
    for (int g = 1; g < all.length - 1; g++) {
      if (glyphs.contains(g) || all[g + 1] == all[g]) continue;
      Arrays.fill(outlines.font, all[g], all[g + 1], (byte) 0);
      outlines.font[all[g]] = END;
    }
    return outlines.font;
  }

  /** Where the entries of an index begin, and last where the last one ends. */
  private int[] entries(int index) {
    int count = number(index, 2);
    if (count == 0) return new int[] {index + 2};
    int size = number(index + 2, 1);
    int before = index + 2 + size * (count + 1);
    int[] places = new int[count + 1];
    for (int i = 0; i <= count; i++) places[i] = before + number(index + 3 + i * size, size);
    return places;
  }

  private int end(int index) {
    int[] places = entries(index);
    return places[places.length - 1];
  }

  /** Where the index of the glyphs is, by the top dictionary, which lies from … to-1. */
  private int glyphs(int from, int to) {
    int operand = 0;
    for (int at = from; at < to; ) {
      int first = number(at, 1);
      if (first == CHAR_STRINGS) return operand;
      if (first == 28) operand = (short) number(at + 1, 2);
      if (first == 29) operand = number(at + 1, 4);
      if (first >= 32 && first <= 246) operand = first - 139;
      if (first >= 247 && first <= 250) operand = (first - 247) * 256 + number(at + 1, 1) + 108;
      at += length(at, first);
    }
    throw new IllegalStateException("The font has no glyphs.");
  }

  private int length(int at, int first) {
    if (first == 29) return 5;
    if (first == 28) return 3;
    if (first == ESCAPE || first >= 247) return 2;
    if (first != 30) return 1;
    // A number in half bytes, which ends in the half byte 15.
    int length = 2;
    while ((font[at + length - 1] & 15) != 15 && (font[at + length - 1] >> 4 & 15) != 15) length++;
    return length;
  }

  private int number(int at, int size) {
    int number = 0;
    for (int i = 0; i < size; i++) number = number << 8 | (font[at + i] & 0xFF);
    return number;
  }
}
