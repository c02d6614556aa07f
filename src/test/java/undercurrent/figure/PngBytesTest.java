package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Files are read again by the decoder of Java. */
class PngBytesTest {
  private static final int WIDTH = 300;
  private static final int HEIGHT = 200;

  @Test
  void storedPicturesHaveThePixels() throws IOException {
    int[] pixels = noise(HEIGHT);
    assertArrayEquals(pixels, read(PngBytes.stored(WIDTH, HEIGHT, pixels)));
  }

  @Test
  void compressedPicturesHaveThePixels() throws IOException {
    int[] pixels = noise(HEIGHT);
    assertArrayEquals(pixels, read(PngBytes.compressed(WIDTH, HEIGHT, pixels)));
  }

  @Test
  void linesThatAreTheSameTakeNoRoom() throws IOException {
    int[] pixels = noise(2);
    int[] repeated = new int[WIDTH * HEIGHT];
    // The first line stands once, the second many times.
    System.arraycopy(pixels, 0, repeated, 0, WIDTH);
    for (int row = 1; row < HEIGHT; row++) {
      System.arraycopy(pixels, WIDTH, repeated, row * WIDTH, WIDTH);
    }
    byte[] file = PngBytes.compressed(WIDTH, HEIGHT, repeated);
    assertArrayEquals(repeated, read(file));
    assertTrue(file.length < WIDTH * HEIGHT / 10, file.length + " bytes");
  }

  private static int[] noise(int lines) {
    int[] pixels = new int[WIDTH * lines];
    for (int i = 0; i < pixels.length; i++) pixels[i] = 0xFF000000 | (i * 2654435 & 0xFFFFFF);
    return pixels;
  }

  private static int[] read(byte[] file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    return image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
  }
}
