package undercurrent.view;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import undercurrent.figure.Figure;
import undercurrent.figure.Figures;
import undercurrent.figure.FramePixels;
import undercurrent.picture.PngWriter;
import undercurrent.series.FilmPreview;
import undercurrent.series.Sample;
import undercurrent.series.SeriesSet;

/** Small pictures of samples, drawn once each. */
final class Thumbnails {
  static final int WIDTH = 84;
  static final int HEIGHT = 48;
  private static final int SCALE = 2;
  private static final Map<String, Image> DRAWN = new ConcurrentHashMap<>();

  private Thumbnails() {}

  /** Reads the sample the first time. */
  static Image of(Sample sample, boolean dark) {
    return DRAWN.computeIfAbsent(sample.id() + dark, key -> draw(sample.open(), dark));
  }

  private static Image draw(SeriesSet set, boolean dark) {
    if (set.frame().isPresent()) return frame(FilmPreview.of(set), dark);
    Figure figure = Figures.series(set, 0);
    return Images.of(PngWriter.image(figure, WIDTH, HEIGHT, dark, SCALE));
  }

  /** The middle one of a film. */
  private static Image frame(FilmPreview film, boolean dark) {
    FramePixels scale = new FramePixels(film.shape(), film.low(), film.high(), dark);
    double[] frame = film.frames().get(film.frames().size() / 2);
    Image image = FrameImages.of(scale, frame, SCALE * WIDTH, SCALE * HEIGHT);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int left = (SCALE * WIDTH - width) / 2;
    int top = (SCALE * HEIGHT - height) / 2;
    if (left < 0 || top < 0) return image;
    WritableImage middle = new WritableImage(SCALE * WIDTH, SCALE * HEIGHT);
    middle.getPixelWriter().setPixels(left, top, width, height, image.getPixelReader(), 0, 0);
    return middle;
  }
}
