package undercurrent.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import undercurrent.figure.Figure;
import undercurrent.figure.Painter;
import undercurrent.output.WholeFile;

/** Writes figures as PNG, without a screen. */
public final class PngWriter {
  /** The quality, of 0 to 1, that stands for the first of nine levels of packing. */
  private static final float FAST = 0.9f;

  private PngWriter() {}

  /** Loads what pictures need, which cannot be done any more once the program is shutting down. */
  public static void prepare() {
    BufferedImage dot = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = dot.createGraphics();
    graphics.setFont(Fonts.of("a", false, 1));
    graphics.drawString("a", 0, 0);
    graphics.dispose();
    try (MemoryCacheImageOutputStream out =
        new MemoryCacheImageOutputStream(new ByteArrayOutputStream())) {
      write(dot, out);
    } catch (IOException e) {
      throw new UncheckedIOException("No picture can be made.", e);
    }
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

  /** Writes a picture whole. */
  public static void write(BufferedImage image, Path file) throws IOException {
    WholeFile.write(
        file,
        out -> {
          try (MemoryCacheImageOutputStream cache = new MemoryCacheImageOutputStream(out)) {
            write(image, cache);
          }
        });
  }

  /** Figures are mostly one colour: a fast packing leaves them little larger. */
  private static void write(BufferedImage image, MemoryCacheImageOutputStream out)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try {
      ImageWriteParam fast = writer.getDefaultWriteParam();
      fast.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      fast.setCompressionQuality(FAST);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), fast);
    } finally {
      writer.dispose();
    }
  }

  /** The same picture in memory. */
  public static BufferedImage image(
      Figure figure, int width, int height, boolean dark, double scale) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.max(1, Math.round(width * scale)),
            (int) Math.max(1, Math.round(height * scale)),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(scale, scale);
      Painter.paint(figure, width, height, dark, new GraphicsPen(graphics));
    } finally {
      graphics.dispose();
    }
    return image;
  }
}
