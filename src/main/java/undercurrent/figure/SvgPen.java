package undercurrent.figure;

import java.util.Base64;
import java.util.Locale;

/** Writes what is drawn as SVG elements. */
final class SvgPen implements Pen {
  private final StringBuilder out = new StringBuilder();
  private int clips;

  String text() {
    return out.toString();
  }

  @Override
  public void clip(Box box) {
    String id = "plot" + ++clips;
    out.append("<clipPath id=\"").append(id).append("\"><rect x=\"").append(Hundredths.of(box.x()));
    out.append("\" y=\"").append(Hundredths.of(box.y())).append("\" width=\"");
    out.append(Hundredths.of(box.width()))
        .append("\" height=\"")
        .append(Hundredths.of(box.height()));
    out.append("\"/></clipPath>\n<g clip-path=\"url(#").append(id).append(")\">\n");
  }

  @Override
  public void unclip() {
    out.append("</g>\n");
  }

  @Override
  public void area(double[][] rings, Colour colour) {
    out.append("<path fill-rule=\"evenodd\" d=\"");
    for (double[] ring : rings) {
      if (ring.length == 0) continue;
      corners(ring);
      out.append('Z');
    }
    out.append("\" fill=\"").append(hex(colour)).append('"');
    opacity("fill-opacity", colour);
    out.append("/>\n");
  }

  @Override
  public void line(double[] points, Colour colour, double width, double... dashes) {
    out.append("<path d=\"");
    corners(points);
    out.append("\" fill=\"none\"");
    stroke(colour, width);
    if (dashes.length > 0) {
      out.append(" stroke-dasharray=\"");
      for (int i = 0; i < dashes.length; i++) {
        out.append(i == 0 ? "" : " ").append(Hundredths.of(dashes[i]));
      }
      out.append('"');
    }
    out.append("/>\n");
  }

  /** A line of no length with round ends is a circle, and many of them are still one element. */
  @Override
  public void dots(double[] points, double radius, Colour colour) {
    if (points.length == 0) return;
    out.append("<path d=\"");
    for (int i = 0; i < points.length; i += 2) {
      out.append('M')
          .append(Hundredths.of(points[i]))
          .append(' ')
          .append(Hundredths.of(points[i + 1]));
      out.append("h0");
    }
    out.append("\" fill=\"none\"");
    stroke(colour, 2 * radius);
    out.append("/>\n");
  }

  @Override
  public void image(Box box, int width, int height, int[] pixels) {
    out.append("<image x=\"")
        .append(Hundredths.of(box.x()))
        .append("\" y=\"")
        .append(Hundredths.of(box.y()));
    out.append("\" width=\"").append(Hundredths.of(box.width())).append("\" height=\"");
    out.append(Hundredths.of(box.height())).append("\" preserveAspectRatio=\"none\"");
    out.append(" style=\"image-rendering:pixelated\" href=\"");
    out.append("data:image/png;base64,");
    out.append(Base64.getEncoder().encodeToString(PngBytes.stored(width, height, pixels)));
    out.append("\"/>\n");
  }

  @Override
  public void text(Text text) {
    out.append("<text x=\"")
        .append(Hundredths.of(text.x()))
        .append("\" y=\"")
        .append(Hundredths.of(text.y()));
    out.append("\" font-size=\"").append(Hundredths.of(text.size())).append('"');
    if (text.bold()) out.append(" font-weight=\"600\"");
    switch (text.anchor()) {
      case START -> {}
      case MIDDLE -> out.append(" text-anchor=\"middle\"");
      case END -> out.append(" text-anchor=\"end\"");
    }
    if (text.turned()) {
      out.append(" transform=\"rotate(-90 ").append(Hundredths.of(text.x())).append(' ');
      out.append(Hundredths.of(text.y())).append(")\"");
    }
    out.append(" fill=\"").append(hex(Colour.solid(text.rgb()))).append('"');
    // The room that was measured, for readers that do not have the font.
    out.append(" textLength=\"").append(Hundredths.of(text.width()));
    out.append("\" lengthAdjust=\"spacingAndGlyphs\">").append(escaped(text.text()));
    out.append("</text>\n");
  }

  private void corners(double[] points) {
    for (int i = 0; i < points.length; i += 2) {
      out.append(i == 0 ? 'M' : 'L').append(Hundredths.of(points[i])).append(' ');
      out.append(Hundredths.of(points[i + 1]));
    }
  }

  private void stroke(Colour colour, double width) {
    out.append(" stroke=\"").append(hex(colour)).append("\" stroke-width=\"");
    out.append(Hundredths.of(width))
        .append("\" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
    opacity("stroke-opacity", colour);
  }

  private void opacity(String name, Colour colour) {
    if (colour.opacity() < 1) {
      out.append(' ')
          .append(name)
          .append("=\"")
          .append(Hundredths.of(colour.opacity()))
          .append('"');
    }
  }

  static String hex(Colour colour) {
    return String.format(Locale.ROOT, "#%06X", colour.rgb());
  }

  /** Text that XML can hold: its own signs written out, what it forbids left out. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> {
                  if (isAllowed(c)) safe.appendCodePoint(c);
                }
              }
            });
    return safe.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
