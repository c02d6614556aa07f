package undercurrent.figure;

import java.util.Locale;

/** Writes figures as SVG text; the same figure gives the same text on every machine. */
public final class SvgWriter {
  private SvgWriter() {}

  /** A whole SVG document of so many pixels. */
  public static String svg(Figure figure, int width, int height, boolean dark) {
    return svg(figure, width, height, Paper.of(dark));
  }

  /** The same on other paper. */
  public static String svg(Figure figure, int width, int height, Paper paper) {
    SvgPen pen = new SvgPen();
    Painter.paint(figure, width, height, paper, pen);
    return String.format(
        Locale.ROOT,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
        role="img" font-family="Inter, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans Condensed', sans-serif">
        <title>%3$s</title>
        <desc>%4$s</desc>
        %5$s</svg>
        """,
        width,
        height,
        SvgPen.escaped(figure.title()),
        SvgPen.escaped(figure.summary()),
        pen.text());
  }
}
