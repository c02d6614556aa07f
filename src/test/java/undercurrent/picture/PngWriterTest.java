package undercurrent.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.figure.Colour;
import undercurrent.figure.Figure;
import undercurrent.figure.FigureExamples;
import undercurrent.figure.Lettering;
import undercurrent.figure.Palette;

class PngWriterTest {
  @TempDir Path folder;

  @Test
  void everyFigureIsMoreThanItsPaper() {
    FigureExamples.all()
        .forEach(
            (name, figure) -> {
              for (boolean dark : new boolean[] {false, true}) {
                BufferedImage image = PngWriter.image(figure, 640, 400, dark, 1);
                long drawn = drawn(image, Palette.of(dark).background());
                assertTrue(drawn > 3000, name + " has only " + drawn + " pixels that are drawn");
              }
            });
  }

  @Test
  void scaleGivesMorePixels() throws IOException {
    Path file = folder.resolve("elbo.png");
    PngWriter.write(elbo(), 320, 200, false, 2, file);
    BufferedImage image = ImageIO.read(file.toFile());
    assertEquals(640, image.getWidth());
    assertEquals(400, image.getHeight());
  }

  @Test
  void sameFigureGivesTheSameBytes() throws IOException {
    Path first = folder.resolve("first.png");
    Path second = folder.resolve("second.png");
    PngWriter.write(elbo(), 320, 200, true, 1, first);
    PngWriter.write(elbo(), 320, 200, true, 1, second);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  /** A box whose sides lie between pixels is filled by a shorter way. */
  @Test
  void boxesAreFilledAsWithSmoothEdges() {
    for (double scale : new double[] {1, 1.5, 2}) {
      for (double at : new double[] {0, 1, 2.5, 3.25}) {
        for (double opacity : new double[] {1, 0.4}) {
          double right = at + 9.5;
          double[] ring = {at, at + 1, right, at + 1, right, at + 9, at, at + 9};
          Colour colour = new Colour(0x336699, opacity);
          int[] expected = filled(scale, colour, ring, new double[0]);
          int[] found = filled(scale, colour, ring);
          assertArrayEquals(expected, found, scale + " " + at + " " + opacity);
        }
      }
    }
  }

  /** The shorter way is of one ring alone. */
  private static int[] filled(double scale, Colour colour, double[]... rings) {
    BufferedImage image = new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(scale, scale);
    new GraphicsPen(graphics).area(rings, colour);
    graphics.dispose();
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void fileIsNamedWhenItCannotBeWritten() {
    Path nowhere = folder.resolve("missing").resolve("elbo.png");
    FileSystemException thrown =
        assertThrows(
            FileSystemException.class, () -> PngWriter.write(elbo(), 320, 200, true, 1, nowhere));
    assertEquals(nowhere.toString(), thrown.getFile());
  }

  @Test
  void widthsOfTheLayoutAreThoseOfTheFont() {
    FontRenderContext context = new FontRenderContext(null, true, true);
    for (String text : new String[] {"ELBO (nats per time step)", "−1.25·10⁻³", "20°N z₁₂ % äß"}) {
      for (boolean bold : new boolean[] {false, true}) {
        Font font = Fonts.of(text, bold, 100);
        double drawn = font.getStringBounds(text, context).getWidth();
        assertEquals(drawn, Lettering.width(text, 100, bold), 0.5, text);
      }
    }
  }

  @Test
  void lettersThatTheFontDoesNotHaveAreDrawnWithAnother() {
    assertTrue(Fonts.of("温度", false, 12).canDisplayUpTo("abc") < 0);
    assertEquals("Inter", Fonts.of("abc", false, 12).getFamily());
  }

  private static Figure elbo() {
    return java.util.Objects.requireNonNull(FigureExamples.all().get("elbo"));
  }

  private static long drawn(BufferedImage image, int background) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(pixels).filter(p -> (p & 0xFFFFFF) != background).count();
  }
}
