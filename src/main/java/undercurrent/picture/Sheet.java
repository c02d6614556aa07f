package undercurrent.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import undercurrent.figure.Figure;

/** Several figures in one picture: one alone, or two in a row. */
public final class Sheet {
  private Sheet() {}

  /**
   * The picture.
   *
   * @param width of the layout, as on a screen
   * @param scale 2 gives the same layout with twice as many pixels
   */
  public static BufferedImage image(
      List<Figure> figures, int width, int height, boolean dark, double scale) {
    int columns = Math.min(2, figures.size());
    int rows = (figures.size() + columns - 1) / columns;
    BufferedImage sheet =
        new BufferedImage(
            (int) Math.round(width * scale),
            (int) Math.round(height * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    try {
      for (int i = 0; i < figures.size(); i++) {
        BufferedImage one =
            PngWriter.image(figures.get(i), width / columns, height / rows, dark, scale);
        graphics.drawImage(one, i % columns * one.getWidth(), i / columns * one.getHeight(), null);
      }
    } finally {
      graphics.dispose();
    }
    return sheet;
  }
}
