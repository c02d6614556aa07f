package undercurrent.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import undercurrent.figure.Axis;
import undercurrent.figure.Figure;
import undercurrent.figure.Ink;
import undercurrent.figure.Mark;
import undercurrent.figure.Painter;
import undercurrent.figure.Paper;
import undercurrent.figure.PngBytes;
import undercurrent.output.WholeFile;

/** Writes figures as PNG, without a screen. */
public final class PngWriter {
  private PngWriter() {}

  /** Loads what pictures need, which cannot be done any more once the program is shutting down. */
  public static void prepare() {
    BufferedImage dot = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = dot.createGraphics();
    graphics.setFont(Fonts.of("a", false, 1));
    graphics.drawString("a", 0, 0);
    graphics.dispose();
    bytes(dot);
  }

  /**
   * Draws a small plot in memory, so that what pictures need is loaded and compiled before the
   * first of them is wanted.
   */
  public static void rehearse() {
    double[] x = {0, 1, 2, 3};
    List<Mark> marks =
        List.of(
            new Mark.Band("a", Ink.BLUE, x, new double[4], x),
            new Mark.Line("b", Ink.BLUE, Mark.Stroke.SOLID, x, x));
    Axis axis = Axis.of("x", "");
    bytes(
        image(
            new Figure("plot", "Plot", axis, axis, marks, 0, ""),
            FigureFiles.WIDTH,
            FigureFiles.HEIGHT,
            false,
            1));
  }

  /**
   * Writes a picture of {@code width·scale × height·scale} pixels.
   *
   * @param width of the layout, as on a screen
   * @param scale 2 gives the same layout with twice as many pixels
   */
  public static void write(
      Figure figure, int width, int height, boolean dark, double scale, Path file)
      throws IOException {
    write(image(figure, width, height, dark, scale), file);
  }

  /**
   * Writes a picture whole.
   *
   * @param image of type {@link BufferedImage#TYPE_INT_RGB} or {@link BufferedImage#TYPE_INT_ARGB}
   */
  public static void write(BufferedImage image, Path file) throws IOException {
    byte[] bytes = bytes(image);
    WholeFile.write(file, out -> out.write(bytes));
  }

  private static byte[] bytes(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = (int[]) image.getRaster().getDataElements(0, 0, width, height, null);
    return image.getColorModel().hasAlpha()
        ? PngBytes.translucent(width, height, pixels)
        : PngBytes.compressed(width, height, pixels);
  }

  /** The same picture in memory. */
  public static BufferedImage image(
      Figure figure, int width, int height, boolean dark, double scale) {
    return image(figure, width, height, Paper.of(dark), scale);
  }

  /** The same on other paper. */
  public static BufferedImage image(
      Figure figure, int width, int height, Paper paper, double scale) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.max(1, Math.round(width * scale)),
            (int) Math.max(1, Math.round(height * scale)),
            paper == Paper.TRANSPARENT ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(scale, scale);
      Painter.paint(figure, width, height, paper, new GraphicsPen(graphics));
    } finally {
      graphics.dispose();
    }
    return image;
  }
}
