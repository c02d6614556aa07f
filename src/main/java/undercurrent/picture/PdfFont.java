package undercurrent.picture;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import undercurrent.figure.FontFile;
import undercurrent.figure.Hundredths;
import undercurrent.figure.Lettering;

/** One of the bundled fonts in a PDF file, with the glyphs that are used and their letters. */
final class PdfFont {
  /** Entries of one block of a map of letters. */
  private static final int BLOCK = 100;

  private static final int A_THOUSAND = 1000;
  private static final FontFile REGULAR = FontFile.resource(Lettering.REGULAR);
  private static final FontFile BOLD = FontFile.resource(Lettering.BOLD);

  private final String name;
  private final FontFile font;
  private final Map<Integer, Integer> letters = new TreeMap<>();

  private PdfFont(String name, FontFile font) {
    this.name = name;
    this.font = font;
  }

  static PdfFont regular() {
    return new PdfFont("Inter-Regular", REGULAR);
  }

  static PdfFont bold() {
    return new PdfFont("Inter-SemiBold", BOLD);
  }

  boolean has(String text) {
    return font.has(text);
  }

  boolean isUsed() {
    return !letters.isEmpty();
  }

  /** The numbers of the glyphs of a text as a page holds them. */
  String glyphs(String text) {
    StringBuilder glyphs = new StringBuilder("<");
    text.codePoints()
        .forEach(
            letter -> {
              int glyph = font.glyph(letter);
              letters.putIfAbsent(glyph, letter);
              glyphs.append(hex(glyph));
            });
    return glyphs.append('>').toString();
  }

  /** Adds the font with the glyphs that were used, and gives its number. */
  int write(PdfFile file) {
    String tagged = tag() + "+" + name;
    byte[] outlines = Outlines.with(letters.keySet(), font.outlines());
    int program = file.stream("/Subtype /CIDFontType0C", outlines);
    double[] box = font.box();
    int descriptor =
        file.add(
            PdfFile.of(
                "<< /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [%d %d %d %d]"
                    + " /ItalicAngle 0 /Ascent %d /Descent %d /CapHeight %d /StemV 80 /FontFile3 %d"
                    + " 0 R >>",
                tagged,
                thousandths(box[0]),
                thousandths(box[1]),
                thousandths(box[2]),
                thousandths(box[3]),
                thousandths(font.ascent()),
                thousandths(font.descent()),
                thousandths(font.ascent()),
                program));
    int cid =
        file.add(
            PdfFile.of(
                "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /%s /CIDSystemInfo << /Registry"
                    + " (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor %d 0 R /DW %d"
                    + " /W [%s] >>",
                tagged, descriptor, A_THOUSAND, widths()));
    int unicode = file.stream("", toUnicode().getBytes(StandardCharsets.US_ASCII));
    return file.add(
        PdfFile.of(
            "<< /Type /Font /Subtype /Type0 /BaseFont /%s-Identity-H /Encoding /Identity-H"
                + " /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>",
            tagged, cid, unicode));
  }

  private static long thousandths(double ems) {
    return Math.round(A_THOUSAND * ems);
  }

  private String widths() {
    StringBuilder widths = new StringBuilder();
    letters
        .keySet()
        .forEach(
            glyph ->
                widths.append(
                    glyph + " [" + Hundredths.of(A_THOUSAND * font.advance(glyph)) + "] "));
    return widths.toString().strip();
  }

  /** By which a reader finds the letters again: search and copy work. */
  private String toUnicode() {
    StringBuilder map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    int left = letters.size();
    int row = 0;
    for (Map.Entry<Integer, Integer> letter : letters.entrySet()) {
      if (row == 0) map.append(Math.min(BLOCK, left)).append(" beginbfchar\n");
      map.append('<').append(hex(letter.getKey())).append("> <");
      for (char half : Character.toChars(letter.getValue())) map.append(hex(half));
      map.append(">\n");
      left--;
      row++;
      if (row < BLOCK && left > 0) continue;
      map.append("endbfchar\n");
      row = 0;
    }
    return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        .toString();
  }

  /** Six letters that differ for other glyphs. */
  private String tag() {
    CRC32 sum = new CRC32();
    sum.update(letters.keySet().toString().getBytes(StandardCharsets.US_ASCII));
    long rest = sum.getValue();
    StringBuilder tag = new StringBuilder();
    for (int i = 0; i < 6; i++, rest /= 26) tag.append((char) ('A' + rest % 26));
    return tag.toString();
  }

  private static String hex(int number) {
    return String.format(Locale.ROOT, "%04X", number);
  }
}
