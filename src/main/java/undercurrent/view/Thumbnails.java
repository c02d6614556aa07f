package undercurrent.view;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.image.Image;
import undercurrent.figure.Figure;
import undercurrent.figure.Figures;
import undercurrent.picture.PngWriter;
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
    Figure figure = Figures.series(set, 0);
    return Images.of(PngWriter.image(figure, WIDTH, HEIGHT, dark, SCALE));
  }
}
