package undercurrent.figure;

/** Writes figures as SVG text; the same figure gives the same text on every machine. */
public final class SvgWriter {
  private SvgWriter() {}

  /** A whole SVG document of so many pixels. */
  public static String svg(Figure figure, int width, int height, boolean dark) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\"/>"
        .formatted(width, height);
  }
}
