package undercurrent.picture;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.LinkedHashMap;
import java.util.Map;
import undercurrent.figure.Box;
import undercurrent.figure.Colour;
import undercurrent.figure.Hundredths;
import undercurrent.figure.Pen;
import undercurrent.figure.Text;

/**
 * Writes what is drawn as the content of a page, y downwards. Words whose letters the bundled font
 * does not have become shapes of the machine's own font, with the words behind them for search.
 */
final class PdfPen implements Pen {
  private static final byte OPAQUE = (byte) 0xFF;
  private final PdfFile file;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, String> opacities = new LinkedHashMap<>();
  private final Map<String, Integer> images = new LinkedHashMap<>();
  private final PdfFont regular = PdfFont.regular();
  private final PdfFont bold = PdfFont.bold();

  PdfPen(PdfFile file) {
    this.file = file;
  }

  String content() {
    return out.toString();
  }

  /** What the content names; asked once, when all is drawn. */
  String resources() {
    StringBuilder all = new StringBuilder("<< /Font <<");
    if (regular.isUsed()) all.append(" /F0 ").append(regular.write(file)).append(" 0 R");
    if (bold.isUsed()) all.append(" /F1 ").append(bold.write(file)).append(" 0 R");
    all.append(" >> /ExtGState <<");
    opacities.forEach(
        (opacity, name) ->
            all.append(" /%s << /ca %s /CA %s >>".formatted(name, opacity, opacity)));
    all.append(" >> /XObject <<");
    images.forEach((name, number) -> all.append(PdfFile.of(" /%s %d 0 R", name, number)));
    return all.append(" >> >>").toString();
  }

  @Override
  public void clip(Box box) {
    put("q");
    put(box.x(), box.y(), box.width(), box.height());
    put("re W n\n");
  }

  @Override
  public void unclip() {
    put("Q\n");
  }

  @Override
  public void area(double[][] rings, Colour colour) {
    put("q");
    opacity(colour);
    colour(colour.rgb(), "rg");
    for (double[] ring : rings) {
      if (ring.length == 0) continue;
      trace(ring);
      put("h");
    }
    put("f* Q\n");
  }

  @Override
  public void line(double[] points, Colour colour, double width, double... dashes) {
    if (points.length == 0) return;
    stroke(colour, width);
    if (dashes.length > 0) {
      put("[");
      put(dashes);
      put("] 0 d");
    }
    trace(points);
    put("S Q\n");
  }

  /** A line of no length with round ends is a circle. */
  @Override
  public void dots(double[] points, double radius, Colour colour) {
    if (points.length == 0) return;
    stroke(colour, 2 * radius);
    for (int i = 0; i < points.length; i += 2) {
      put(points[i], points[i + 1]);
      put("m");
      put(points[i], points[i + 1]);
      put("l\n");
    }
    put("S Q\n");
  }

  @Override
  public void image(Box box, int width, int height, int[] pixels) {
    byte[] colours = new byte[3 * pixels.length];
    byte[] opacity = new byte[pixels.length];
    boolean isOpaque = true;
    for (int i = 0; i < pixels.length; i++) {
      opacity[i] = (byte) (pixels[i] >> 24);
      isOpaque &= opacity[i] == OPAQUE;
      colours[3 * i] = (byte) (pixels[i] >> 16);
      colours[3 * i + 1] = (byte) (pixels[i] >> 8);
      colours[3 * i + 2] = (byte) pixels[i];
    }
    String entries = entries(width, height, "RGB");
    // What is seen through an image stands in one of its own, the soft mask.
    if (!isOpaque) {
      int mask = file.stream(entries(width, height, "Gray"), opacity);
      entries += PdfFile.of(" /SMask %d 0 R", mask);
    }
    String name = "I" + images.size();
    images.put(name, file.stream(entries, colours));
    put("q");
    put(box.width(), 0, 0, -box.height(), box.x(), box.bottom());
    put("cm /" + name + " Do Q\n");
  }

  private static String entries(int width, int height, String colours) {
    return PdfFile.of(
        "/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /Device%s"
            + " /BitsPerComponent 8 /Interpolate false",
        width, height, colours);
  }

  @Override
  public void text(Text text) {
    PdfFont font = text.bold() ? bold : regular;
    put("q");
    colour(text.rgb(), "rg");
    if (font.has(text.text())) {
      put("BT /" + (text.bold() ? "F1" : "F0"));
      put(text.size());
      put("Tf");
      place(text, 1);
      put("Tm " + font.glyphs(text.text()) + " Tj ET");
    } else {
      shapes(text);
    }
    put("Q\n");
  }

  /** From the coordinates of a text, whose y goes upwards, to those of the page. */
  private void place(Text text, double squeeze) {
    if (text.turned()) put(0, -squeeze, -1, 0, text.x(), text.y() - text.offset());
    else put(squeeze, 0, 0, -1, text.x() + text.offset(), text.y());
  }

  private void shapes(Text text) {
    Font font = Fonts.of(text.text(), text.bold(), (float) text.size());
    TextLayout layout =
        new TextLayout(text.text(), font, new FontRenderContext(new AffineTransform(), true, true));
    // Letters of another font must not take more room than was measured for them.
    double squeeze = Math.min(1, text.width() / layout.getAdvance());
    put("/Span << /ActualText " + PdfFile.words(text.text()) + " >> BDC");
    // A blank that is not seen has the place of the words for those who search.
    put("BT 3 Tr /F0");
    put(text.size());
    put("Tf");
    place(text, 1);
    put("Tm " + regular.glyphs(" ") + " Tj ET");
    place(text, squeeze);
    put("cm");
    // The shapes of Java2D have y downwards.
    trace(layout.getOutline(AffineTransform.getScaleInstance(1, -1)).getPathIterator(null));
    put("f EMC");
  }

  private void trace(PathIterator path) {
    double[] c = new double[6];
    double x = 0;
    double y = 0;
    for (; !path.isDone(); path.next()) {
      int kind = path.currentSegment(c);
      switch (kind) {
        case PathIterator.SEG_MOVETO -> put(c[0], c[1]);
        case PathIterator.SEG_LINETO -> put(c[0], c[1]);
        // A curve of the second degree as one of the third.
        case PathIterator.SEG_QUADTO ->
            put(
                x + 2 * (c[0] - x) / 3,
                y + 2 * (c[1] - y) / 3,
                c[2] + 2 * (c[0] - c[2]) / 3,
                c[3] + 2 * (c[1] - c[3]) / 3,
                c[2],
                c[3]);
        case PathIterator.SEG_CUBICTO -> put(c);
        default -> {}
      }
      int last =
          switch (kind) {
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CUBICTO -> 4;
            default -> 0;
          };
      if (kind != PathIterator.SEG_CLOSE) {
        x = c[last];
        y = c[last + 1];
      }
      put(
          switch (kind) {
            case PathIterator.SEG_MOVETO -> "m";
            case PathIterator.SEG_LINETO -> "l";
            case PathIterator.SEG_CLOSE -> "h";
            default -> "c";
          });
    }
  }

  private void trace(double[] points) {
    for (int i = 0; i < points.length; i += 2) {
      put(points[i], points[i + 1]);
      put(i == 0 ? "m\n" : "l\n");
    }
  }

  private void stroke(Colour colour, double width) {
    put("q 1 J 1 j");
    opacity(colour);
    colour(colour.rgb(), "RG");
    put(width);
    put("w");
  }

  private void opacity(Colour colour) {
    if (colour.opacity() >= 1) return;
    String opacity = Hundredths.of(colour.opacity());
    put("/" + opacities.computeIfAbsent(opacity, o -> "G" + opacities.size()) + " gs");
  }

  private void colour(int rgb, String operator) {
    for (int shift = 16; shift >= 0; shift -= 8) {
      // Three places tell all shades of a byte apart.
      long thousandths = Math.round((rgb >> shift & 255) * 1000 / 255.0);
      put(thousandths == 1000 ? "1" : "0." + String.valueOf(1000 + thousandths).substring(1));
    }
    put(operator);
  }

  private void put(double... numbers) {
    for (double number : numbers) put(Hundredths.of(number));
  }

  private void put(String word) {
    out.append(word);
    if (!word.endsWith("\n")) out.append(' ');
  }
}
