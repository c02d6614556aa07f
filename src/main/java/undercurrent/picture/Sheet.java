package undercurrent.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import undercurrent.figure.Figure;

/** Several figures in one picture: one alone, or two in a row. */
public final class Sheet {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  private Sheet() {}

  /** The picture; that of a single figure has the size of its layout in a file. */
  public static BufferedImage image(List<Figure> figures, boolean dark) {
    boolean isAlone = figures.size() == 1;
    int width = isAlone ? FigureFiles.WIDTH : WIDTH;
    int height = isAlone ? FigureFiles.HEIGHT : HEIGHT;
    int columns = Math.min(2, figures.size());
    int rows = (figures.size() + columns - 1) / columns;
    BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    try {
      for (int i = 0; i < figures.size(); i++) {
        BufferedImage one =
            PngWriter.image(figures.get(i), width / columns, height / rows, dark, 1);
        graphics.drawImage(one, i % columns * one.getWidth(), i / columns * one.getHeight(), null);
      }
    } finally {
      graphics.dispose();
    }
    return sheet;
  }
}
