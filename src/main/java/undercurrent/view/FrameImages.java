package undercurrent.view;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import undercurrent.figure.FramePixels;
import undercurrent.series.FrameShape;

/** Frames of films as pictures whose pixels stay squares when they are enlarged. */
final class FrameImages {
  private FrameImages() {}

  /**
   * One frame, enlarged by a whole number as far as it fits.
   *
   * @param frame {@code [height · width · channels]}
   */
  static Image of(FramePixels scale, double[] frame, int width, int height) {
    FrameShape shape = scale.shape();
    int factor = Math.max(1, Math.min(width / shape.width(), height / shape.height()));
    int[] pixels = scale.pixels(frame);
    int across = shape.width() * factor;
    int down = shape.height() * factor;
    int[] enlarged = new int[across * down];
    for (int i = 0; i < enlarged.length; i++) {
      enlarged[i] = pixels[i / across / factor * shape.width() + i % across / factor];
    }
    WritableImage image = new WritableImage(across, down);
    image
        .getPixelWriter()
        .setPixels(0, 0, across, down, PixelFormat.getIntArgbInstance(), enlarged, 0, across);
    return image;
  }
}
